// SPDX-License-Identifier: GPL-3.0-or-later
// Who may open what: accusations in their workspace, cases that were shared, supervisors who give a reason.
#include "app/casefile/case_audit.h"
#include "tests/casefile/case_hall.h"

#include <QTest>

using namespace hall;
using namespace hall::casefile;
using base::ErrorCode;
using tests::CaseHall;

class WorkspacesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    }

    void anAccusationIsHandedInAndNotReadBack()
    {
        const auto li = m_hall->signIn("li");
        const auto before = m_hall->files(li).open(kReception, CaseHall::registration());
        const auto handed = m_hall->files(li).open(kReception, accusation());
        QVERIFY2(handed.ok(), handed.ok() ? "" : qPrintable(handed.error().message));
        const auto after = m_hall->files(li).open(kReception, CaseHall::registration());
        QCOMPARE(before->number, QStringLiteral("2026-000001"));
        QCOMPARE(after->number, QStringLiteral("2026-000002")); // no gap tells of it
        const QString number = handed->number;
        QVERIFY(number.startsWith(QLatin1Char('J')));
        for (const char* login : {"li", "wang", "zhao", "chen", "lin", "xu", "sys", "sec", "aud"}) {
            const auto person = m_hall->signIn(login);
            const auto files = std::make_unique<CaseFiles>(m_hall->files(person));
            const auto refused = files->show(number, {QStringLiteral("supervision"), {}});
            const auto unknown = files->show(QStringLiteral("J2026-000099"));
            QCOMPARE(refused.error().code, ErrorCode::CaseNotFound);
            QCOMPARE(QString(refused.error().message).replace(number, QStringLiteral("J2026-000099")), unknown.error().message);
            QCOMPARE(files->append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("x"))).error().code, ErrorCode::CaseNotFound);
            QJsonObject goesOn = CaseHall::registration();
            goesOn.insert(QStringLiteral("continues"), number);
            QVERIFY(!files->open(kReception, goesOn).ok());
            const auto listed = files->list();
            QVERIFY(std::none_of(listed->begin(), listed->end(), [](const auto& s) { return s.inWorkspace(); }));
        }
        const auto he = m_hall->signIn("he");
        const auto file = m_hall->files(he).show(number);
        QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
        QCOMPARE(file->entries.first().content, accusation());
        QCOMPARE(file->entries.first().author, QStringLiteral("li"));
        QVERIFY(m_hall->files(he).append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("已核对"))).ok());
        QCOMPARE(m_hall->files(he).list()->size(), 1);
        const auto verdict = verifyCases(*m_hall->office);
        QVERIFY(verdict->broken.isEmpty());
        QCOMPARE(verdict->cases, 2);
        QCOMPARE(verifyCases(*m_hall->office, number).error().code, ErrorCode::CaseNotFound);
    }

    void nothingOfItStandsInPlainSight()
    {
        const auto li = m_hall->signIn("li");
        const auto handed = m_hall->files(li).open(kReception, accusation(), 7);
        auto rows = m_hall->db().query("SELECT state, category, handler, ticket FROM case_file WHERE number = $1", handed->number).value();
        QVERIFY(rows.next().value());
        QVERIFY(rows.get<QString>(0).isEmpty() && rows.get<QString>(1).isEmpty() && rows.get<QString>(2).isEmpty());
        QCOMPARE(rows.get<qint64>(3), 0);
    }

    void aMemberWhoIsAccusedGetsNoKey()
    {
        QJsonObject against = accusation();
        against.insert(QStringLiteral("accused_staff"), QStringLiteral("jin"));
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, against)->number;
        const auto jin = m_hall->signIn("jin");
        QCOMPARE(m_hall->files(jin).show(number).error().code, ErrorCode::CaseNotFound);
        QVERIFY(m_hall->files(jin).list()->isEmpty());
        const auto he = m_hall->signIn("he");
        QVERIFY(m_hall->files(he).append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("已回避"))).ok());
        QCOMPARE(m_hall->files(he).show(number)->entries.size(), 2);
        QCOMPARE(m_hall->files(jin).show(number).error().code, ErrorCode::CaseNotFound);
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
        against.insert(QStringLiteral("accused_staff"), QStringLiteral("jin, he"));
        QCOMPARE(m_hall->files(li).open(kReception, against).error().code, ErrorCode::KeyMissing);
    }

    void nobodyElseMovesACaseOut()
    {
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, accusation())->number;
        QVERIFY(m_hall->db().execute("UPDATE case_file SET block = 'reception' WHERE number = $1", number).ok());
        QCOMPARE(m_hall->files(li).show(number).error().code, ErrorCode::CaseNotFound);
        QVERIFY(m_hall->db().execute("UPDATE case_file SET number = '2026-000009' WHERE number = $1", number).ok());
        QVERIFY(!m_hall->files(li).show(QStringLiteral("2026-000009")).ok());
        QVERIFY(m_hall->db().execute("UPDATE case_grant SET block = 'reception'").ok());
        QVERIFY(!m_hall->files(li).show(QStringLiteral("2026-000009")).ok());
        QVERIFY(!verifyCases(*m_hall->office)->broken.isEmpty());
    }
    void aKeyPutUnderTheWorkspaceIsNotSealedTo()
    {
        const auto mine = seal::BoxKeyPair::generate();
        QVERIFY(m_hall->db().execute("UPDATE group_key SET public_key = $1 WHERE block IN ('accusations', 'supervisors')", mine.publicKey).ok());
        const auto li = m_hall->signIn("li");
        QCOMPARE(m_hall->files(li).open(kReception, accusation()).error().code, ErrorCode::KeyMissing);
        const auto opened = m_hall->files(li).open(kReception, CaseHall::registration());
        QVERIFY(opened.ok());
        QCOMPARE(m_hall->db().value<int>("SELECT count(*) FROM case_grant WHERE block = 'supervisors'").value().value(), 0);
    }

    void aSupervisorGivesAReason()
    {
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        const auto xu = m_hall->signIn("xu");
        QCOMPARE(m_hall->files(xu).list()->size(), 1);
        QCOMPARE(m_hall->files(xu).show(number).error().code, ErrorCode::ReasonMissing);
        QCOMPARE(m_hall->files(xu).show(number, {QStringLiteral("because"), {}}).error().code, ErrorCode::ReasonMissing);
        const QString words = QStringLiteral("王大爷打电话投诉");
        QVERIFY(m_hall->files(xu).show(number, {QStringLiteral("complaint"), words}).ok());
        QCOMPARE(m_hall->files(xu).append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("x"))).error().code, ErrorCode::PermissionDenied);
        const auto record = m_hall->office->audit().list(1)->first();
        QCOMPARE(record.kind, kCaseOpenedOutside);
        QCOMPARE(record.subject, number + QStringLiteral(" complaint"));
        const auto aud = m_hall->signIn("aud");
        QCOMPARE(QString::fromUtf8(seal::openSealed(aud.bundle.box, seal::Sealed{record.sealed})->view().toByteArray()), words);
        QVERIFY(!seal::openSealed(xu.bundle.box, seal::Sealed{record.sealed}).ok());
    }

    void aSharedCaseIsWorkedOnByBoth()
    {
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        auto zhao = m_hall->signIn("zhao");
        QCOMPARE(m_hall->files(zhao).show(number, {QStringLiteral("mediation"), {}}).error().code, ErrorCode::PermissionDenied);
        const QJsonObject share{{QStringLiteral("to"), QStringLiteral("mediation")}, {QStringLiteral("reason"), QStringLiteral("联合调解")}};
        QVERIFY(m_hall->files(li).append(number, QStringLiteral("shared"), share).ok());
        QCOMPARE(m_hall->files(zhao).show(number).error().code, ErrorCode::ReasonMissing);
        QCOMPARE(m_hall->files(zhao).show(number, {QStringLiteral("mediation"), {}})->entries.size(), 2);
        QVERIFY(m_hall->files(zhao).append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("已约见双方"))).ok());
        QVERIFY(m_hall->office->staff().renewGroup(QStringLiteral("mediation"), zhao).ok());
        QVERIFY(m_hall->files(li).append(number, QStringLiteral("note"), CaseHall::text(QStringLiteral("收到"))).ok());
        QCOMPARE(m_hall->files(m_hall->signIn("chen")).show(number)->entries.size(), 4);
        QCOMPARE(m_hall->files(zhao).show(number, {QStringLiteral("mediation"), {}})->entries.size(), 4);
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
        for (const char* nobody : {"supervisors", "accusations", "nowhere"}) {
            QJsonObject wrong = share;
            wrong.insert(QStringLiteral("to"), QString::fromLatin1(nobody));
            if (QLatin1StringView(nobody) != QLatin1StringView("accusations"))
                QCOMPARE(m_hall->files(li).append(number, QStringLiteral("shared"), wrong).error().code, ErrorCode::BlockUnknown);
        }
        const auto he = m_hall->signIn("he");
        const QString sealed = m_hall->files(li).open(kReception, accusation())->number;
        QCOMPARE(m_hall->files(he).append(sealed, QStringLiteral("shared"), share).error().code, ErrorCode::BlockUnknown);
        // Whoever takes the grant away is noticed: what the other block wrote has nobody who might.
        QVERIFY(m_hall->db().execute("DELETE FROM case_grant WHERE block = 'mediation'").ok());
        QVERIFY(!verifyCases(*m_hall->office)->broken.isEmpty());
    }

    /// A clerk who can write into the store makes themselves a reader, in every way that comes to mind.
    void editingTheStoreOpensNothing()
    {
        const auto li = m_hall->signIn("li");
        const QString number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
        auto& db = m_hall->db();
        const auto zhao = m_hall->signIn("zhao");
        const Reason reason{QStringLiteral("mediation"), {}};
        QVERIFY(db.execute("UPDATE case_file SET block = 'mediation' WHERE number = $1", number).ok());
        QVERIFY(!m_hall->files(zhao).show(number, reason).ok());
        QVERIFY(db.execute("UPDATE case_file SET block = 'reception' WHERE number = $1", number).ok());
        QVERIFY(db.execute("UPDATE case_grant SET block = 'mediation' WHERE block = 'reception'").ok());
        QVERIFY(!m_hall->files(zhao).show(number, reason).ok());
        QVERIFY(db.execute("UPDATE case_grant SET block = '@zhao' WHERE block = 'mediation'").ok());
        QVERIFY(!m_hall->files(zhao).show(number, reason).ok());
        QVERIFY(db.execute("UPDATE case_grant SET block = 'reception' WHERE block = '@zhao'").ok());
        QVERIFY(db.execute("UPDATE group_grant SET member = 'zhao' WHERE block = 'reception' AND member = 'wang'").ok());
        const auto again = m_hall->office->staff().signIn(QStringLiteral("zhao"), seal::SecretBuffer::copyOf("zhao"));
        QVERIFY(!again.ok() || !m_hall->files(*again).show(number, reason).ok());
        QVERIFY(db.execute("UPDATE group_grant SET member = 'wang' WHERE block = 'reception' AND member = 'zhao'").ok());
        QVERIFY(db.execute("UPDATE staff SET blocks = 'mediation reception' WHERE login = 'zhao'").ok());
        QCOMPARE(m_hall->office->staff().signIn(QStringLiteral("zhao"), seal::SecretBuffer::copyOf("zhao")).error().code, ErrorCode::SignatureInvalid);
        QVERIFY(m_hall->files(li).show(number).ok()); // and those who may still can
    }

private:
    static QJsonObject accusation()
    {
        QJsonObject object = CaseHall::registration();
        object.insert(QStringLiteral("type"), QStringLiteral("accusation"));
        object.insert(QStringLiteral("accused_organ"), QStringLiteral("某街道办事处"));
        return object;
    }

    const QString kReception = QStringLiteral("reception");
    std::unique_ptr<CaseHall> m_hall;
};

QTEST_GUILESS_MAIN(WorkspacesTest)
#include "tst_workspaces.moc"
