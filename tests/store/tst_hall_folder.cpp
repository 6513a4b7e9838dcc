// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"
#include "app/store/hall_folder.h"
#include "app/store/intake_custody.h"
#include "app/store/key_ring.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace hall;
using namespace std::chrono_literals;
using base::ErrorCode;
using seal::SecretBuffer;
using namespace hall::store;

namespace {

SecretBuffer secret(const char* text)
{
    return SecretBuffer::copyOf(text);
}

/// A hall with its three administrators, two clerks of the reception and one of the mediators.
HallPlan plan(const QString& folder)
{
    HallPlan plan;
    plan.place = folder;
    plan.name = QStringLiteral("试验大厅");
    plan.cost = seal::KdfCost::cheapForTests();
    plan.blocks = {QStringLiteral("reception"), QStringLiteral("mediation")};
    const auto add = [&](const char* login, const QString& role, const QStringList& blocks) {
        plan.people.push_back({{QString::fromLatin1(login), QString::fromLatin1(login), {role}, blocks, true}, secret(login)});
    };
    add("sys", role::kSystem, {});
    add("sec", role::kSecurity, {});
    add("aud", role::kAudit, {});
    add("li", role::kReception, {QStringLiteral("reception")});
    add("wang", role::kReception, {QStringLiteral("reception")});
    add("zhao", role::kMediator, {QStringLiteral("mediation")});
    return plan;
}

} // namespace

class HallFolderTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(QStringLiteral("hall"));
        const auto made = makeHall(plan(m_folder), m_clock);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
        m_office = CaseOffice::open(m_folder, m_clock).value();
    }
    void cleanup() { m_office.reset(); }

    void aHallIsNeverMadeTwice()
    {
        QCOMPARE(makeHall(plan(m_folder), m_clock).error().code, ErrorCode::StoreExists);
        QVERIFY(CaseOffice::open(m_folder, m_clock).ok());
    }

    void aHallAppearsWholeOrNotAtAll()
    {
        const QString folder = m_temporary->filePath(QStringLiteral("other"));
        HallPlan broken = plan(folder);
        broken.furnish = [](LineStore&) -> base::Status { return base::Error{ErrorCode::DiskFull, {}}; };
        QCOMPARE(makeHall(broken, m_clock).error().code, ErrorCode::DiskFull);
        QVERIFY(!QDir(folder).exists());
        QCOMPARE(QDir(m_temporary->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList(QStringLiteral("hall")));
        HallPlan headless = plan(folder);
        headless.people.erase(headless.people.begin());
        QCOMPARE(makeHall(headless, m_clock).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!QDir(folder).exists());
    }

    void keysAreForTheirOwnerAlone()
    {
        const KeyRing keys{HallFiles{m_folder}};
        for (const KeyName name : {KeyName::Line, KeyName::Case, KeyName::Station})
            QCOMPARE(QFileInfo(keys.path(name)).permissions()
                         & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                     QFile::Permissions());
        QVERIFY(!keys.read(KeyName::Line)->equals(*keys.read(KeyName::Case)));
        QVERIFY(QFile::remove(keys.path(KeyName::Case)));
        QCOMPARE(CaseOffice::open(m_folder, m_clock).error().code, ErrorCode::KeyMissing);
        QVERIFY(LineStore::open(m_folder, keys.read(KeyName::Line)->view().toByteArray()).ok());
    }

    void peopleSignInWithTheirOwnPassphrase()
    {
        const auto li = m_office->staff().signIn(QStringLiteral("li"), secret("li"));
        QVERIFY(li.ok());
        QVERIFY(li->person.is(role::kReception));
        QCOMPARE(li->groups.size(), size_t(1));
        QCOMPARE(m_office->staff().signIn(QStringLiteral("li"), secret("wang")).error().code, ErrorCode::PassphraseWrong);
        for (const char* admin : {"sys", "sec", "aud"})
            QVERIFY(m_office->staff().signIn(QString::fromLatin1(admin), secret(admin))->groups.empty());
    }

    void wrongPassphrasesLockForLongerAndLonger()
    {
        const auto code = [&](const char* passphrase) {
            const auto result = m_office->staff().signIn(QStringLiteral("li"), secret(passphrase));
            return result.ok() ? ErrorCode::Cancelled : result.error().code;
        };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(code("wrong"), ErrorCode::PassphraseWrong);
        QCOMPARE(code("li"), ErrorCode::AccountLocked);
        m_clock.advance(-1h);
        QCOMPARE(code("li"), ErrorCode::AccountLocked);
        m_clock.advance(1h + 29s);
        m_office = CaseOffice::open(m_folder, m_clock).value(); // a restart forgets nothing
        QCOMPARE(code("li"), ErrorCode::AccountLocked);
        m_clock.advance(2s);
        QCOMPARE(code("wrong"), ErrorCode::PassphraseWrong);
        m_clock.advance(59s);
        QCOMPARE(code("li"), ErrorCode::AccountLocked);
        m_clock.advance(2s);
        QCOMPARE(code("li"), ErrorCode::Cancelled);
        QCOMPARE(code("wrong"), ErrorCode::PassphraseWrong);
        QCOMPARE(code("li"), ErrorCode::Cancelled);
    }

    void aSwappedKeyIsNoticed()
    {
        sql::Connection& db = m_office->store().connection();
        QVERIFY(db.execute("UPDATE staff SET sign_public = (SELECT sign_public FROM staff WHERE login = 'wang') "
                           "WHERE login = 'zhao'").ok());
        QCOMPARE(m_office->staff().verifyRoster().error().code, ErrorCode::SignatureInvalid);
        // The bundle is bound to its keys as well, so it does not even open.
        QVERIFY(!m_office->staff().signIn(QStringLiteral("zhao"), secret("zhao")).ok());
    }

    void aTamperedRosterStopsEverybody_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("removed") << QByteArray("DELETE FROM roster WHERE seq = 5");
        QTest::newRow("changed") << QByteArray("UPDATE roster SET record = CAST(replace(CAST(record AS TEXT), 'li', 'xi') AS BLOB) WHERE seq = 4");
        QTest::newRow("reordered") << QByteArray("UPDATE roster SET seq = CASE seq WHEN 5 THEN 99 ELSE seq END");
        QTest::newRow("signature") << QByteArray("UPDATE roster SET signature = countersigned WHERE seq = 6");
    }
    void aTamperedRosterStopsEverybody()
    {
        QFETCH(QByteArray, sql);
        QVERIFY(m_office->staff().verifyRoster().ok());
        (void)m_office->store().connection().script(sql);
        QVERIFY(m_office->store().connection().changes() > 0);
        QCOMPARE(m_office->staff().verifyRoster().error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(m_office->staff().signIn(QStringLiteral("li"), secret("li")).error().code, ErrorCode::SignatureInvalid);
    }

    void onlyTheRightBlockOpensAnIntake()
    {
        const auto [line, key] = openLine();
        const QByteArray typed = QStringLiteral("王小明,13812345678,邻居噪声").toUtf8();
        const auto sealed = seal::sealTo(key.publicKey, key.generation, typed);
        IntakeCustody custody(m_office->store().connection(), m_clock, m_office->audit());
        QVERIFY(custody.take(7, QStringLiteral("reception"), key.generation, sealed->bytes, QStringLiteral("li")).ok());
        QVERIFY(custody.take(7, QStringLiteral("reception"), key.generation, "other", QStringLiteral("li")).ok());
        const auto signedIn = [&](const char* login) {
            return m_office->staff().signIn(QString::fromLatin1(login), secret(login)).value();
        };
        QCOMPARE(custody.open(7, signedIn("li"))->view().toByteArray(), typed);
        QCOMPARE(custody.open(7, signedIn("wang"))->view().toByteArray(), typed);
        QCOMPARE(custody.open(7, signedIn("zhao")).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(custody.open(7, signedIn("sys")).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(custody.open(8, signedIn("li")).error().code, ErrorCode::TicketNotFound);
        QStringList kinds;
        const auto trail = m_office->audit().list();
        for (const AuditRecord& record : *trail)
            kinds << record.kind;
        QCOMPARE(kinds.count(QStringLiteral("intake-opened")), 2);
        QCOMPARE(kinds.count(QStringLiteral("intake-refused")), 2);
    }

    void nothingTypedIsFoundInTheFolder()
    {
        const auto [line, key] = openLine();
        const QString planted = QStringLiteral("王小明身份证330105194912310022");
        const auto sealed = seal::sealTo(key.publicKey, key.generation, planted.toUtf8());
        IntakeCustody custody(m_office->store().connection(), m_clock, m_office->audit());
        QVERIFY(custody.take(1, QStringLiteral("reception"), 1, sealed->bytes, QStringLiteral("li")).ok());
        QVERIFY(custody.open(1, m_office->staff().signIn(QStringLiteral("li"), secret("li")).value()).ok());
        const QByteArray utf16(reinterpret_cast<const char*>(planted.utf16()), planted.size() * 2);
        QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(planted.toUtf8()) && !bytes.contains(utf16) && !bytes.contains("330105194912310022"),
                     qPrintable(file.fileName()));
            ++seen;
        }
        QVERIFY(seen >= 8);
    }

    void theTrailTellsWhenItWasTouched_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("removed") << QByteArray("DELETE FROM audit WHERE seq = 3");
        QTest::newRow("changed") << QByteArray("UPDATE audit SET record = CAST(replace(CAST(record AS TEXT), 'li', 'xi') AS BLOB) WHERE record LIKE '%li%'");
        QTest::newRow("repeated") << QByteArray("INSERT INTO audit SELECT seq + 1000, record, hash, signature FROM audit WHERE seq = 2");
        QTest::newRow("reordered") << QByteArray("UPDATE audit SET seq = seq + 1000 WHERE seq = 4");
        QTest::newRow("signature") << QByteArray("UPDATE audit SET signature = (SELECT signature FROM audit WHERE seq = 1) WHERE seq = 2");
    }
    void theTrailTellsWhenItWasTouched()
    {
        QFETCH(QByteArray, sql);
        QVERIFY(m_office->audit().verify()->broken.isEmpty());
        QVERIFY(m_office->store().connection().script("DROP TRIGGER audit_unchanged; DROP TRIGGER audit_kept; " + sql).ok());
        QVERIFY(m_office->store().connection().changes() > 0);
        QVERIFY(!m_office->audit().verify()->broken.isEmpty());
    }

    void accountsNeedBothAdministrators()
    {
        const auto signedIn = [&](const char* login) {
            return m_office->staff().signIn(QString::fromLatin1(login), secret(login)).value();
        };
        const Person qian{QStringLiteral("qian"), QStringLiteral("钱"), {role::kReception}, {QStringLiteral("reception")}, true};
        const auto cost = seal::KdfCost::cheapForTests();
        QCOMPARE(m_office->staff().add(qian, secret("q"), signedIn("sys"), signedIn("aud"), cost).error().code,
                 ErrorCode::PermissionDenied);
        QVERIFY(m_office->staff().add(qian, secret("q"), signedIn("sec"), signedIn("aud"), cost).ok());
        QCOMPARE(m_office->staff().add(qian, secret("q"), signedIn("sec"), signedIn("aud"), cost).error().code,
                 ErrorCode::StaffExists);
        QVERIFY(m_office->staff().signIn(qian.login, secret("q"))->groups.empty());
        QCOMPARE(m_office->staff().grant(QStringLiteral("reception"), qian.login, signedIn("sec")).error().code,
                 ErrorCode::PermissionDenied);
        QVERIFY(m_office->staff().grant(QStringLiteral("reception"), qian.login, signedIn("li")).ok());
        QCOMPARE(m_office->staff().signIn(qian.login, secret("q"))->groups.size(), size_t(1));
        QVERIFY(m_office->staff().changePassphrase(signedIn("li"), secret("new"), cost).ok());
        QCOMPARE(m_office->staff().signIn(QStringLiteral("li"), secret("li")).error().code, ErrorCode::PassphraseWrong);
        QVERIFY(m_office->staff().signIn(QStringLiteral("li"), secret("new")).ok());
    }

private:
    std::pair<std::shared_ptr<LineStore>, LineStore::BlockKey> openLine()
    {
        const KeyRing keys{HallFiles{m_folder}};
        auto line = std::make_shared<LineStore>(
            LineStore::open(m_folder, keys.read(KeyName::Line)->view().toByteArray()).value());
        const auto key = line->blockKey(QStringLiteral("reception")).value();
        return {line, key};
    }

    base::ManualClock m_clock{base::fromIso(QStringLiteral("2026-03-05T09:00:00+08:00")).value()};
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    std::unique_ptr<CaseOffice> m_office;
};

QTEST_GUILESS_MAIN(HallFolderTest)
#include "tst_hall_folder.moc"
