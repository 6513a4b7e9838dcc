// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody leaves: what they could read stays as it was, of what is written afterwards they open nothing.
#include "app/casefile/case_audit.h"
#include "app/casefile/case_index.h"
#include "tests/casefile/case_hall.h"

#include <QTest>

using namespace hall;
using namespace hall::casefile;
using base::ErrorCode;
using base::Status;
using tests::CaseHall;

class LeavingTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
        const auto li = m_hall->signIn("li");
        m_number = m_hall->files(li).open(kReception, CaseHall::registration())->number;
    }

    void theLeaverOpensNothingThatComesLater()
    {
        const auto kept = m_hall->signIn("wang"); // who has copied every key they held
        QVERIFY(m_hall->files(kept).show(m_number).ok());
        leave("wang", {"li"});
        auto li = m_hall->signIn("li");
        QCOMPARE(note(kept, QStringLiteral("x")).error().code, ErrorCode::PermissionDenied);
        QVERIFY(note(li, QStringLiteral("离职后写的")).ok());
        QCOMPARE(m_hall->files(kept).show(m_number).error().code, ErrorCode::PermissionDenied);
        const auto fresh = m_hall->files(li).open(kReception, CaseHall::registration());
        QCOMPARE(m_hall->files(kept).show(fresh->number).error().code, ErrorCode::PermissionDenied);
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
    }
    /// Who has copied their keys and their vault goes on with what they have: nothing comes in any more.
    void theLeaversVaultLearnsNothingMore()
    {
        QTemporaryDir folder;
        const auto kept = m_hall->signIn("wang");
        const auto catchUp = [&] {
            auto vault = store::Vault::open(m_hall->place(), *m_hall->office, kept, folder.path()).value();
            CaseIndex index(*vault, *m_hall->office, kept, m_hall->rules);
            for (int slice = 0; slice < 50; ++slice) {
                const auto far = index.catchUp(10);
                if (!far.ok() || far->finished)
                    break;
            }
            QStringList found;
            for (const char* said : {"漏水", "离职后写的", "新来的事"}) {
                const auto hits = index.search({QString::fromUtf8(said)}, Typing::Still).value();
                for (const CaseHit& hit : hits)
                    found.append(QString::fromUtf8(said) + QLatin1Char(' ') + hit.summary.number);
            }
            return found;
        };
        QCOMPARE(catchUp(), QStringList{QStringLiteral("漏水 ") + m_number});
        leave("wang", {"li"});
        auto li = m_hall->signIn("li");
        QVERIFY(note(li, QStringLiteral("离职后写的")).ok());
        QJsonObject fresh = CaseHall::registration();
        fresh.insert(QStringLiteral("request"), QStringLiteral("新来的事"));
        const auto opened = m_hall->files(li).open(kReception, fresh);
        QVERIFY(opened.ok());
        const QStringList after = catchUp();
        for (const QString& found : after)
            QVERIFY2(found.startsWith(QStringLiteral("漏水")), qPrintable(found));
        QVERIFY(!after.join(QLatin1Char(' ')).contains(opened->number));
        // Nor through the door.
        QCOMPARE(tryToSignIn("wang"), ErrorCode::PermissionDenied);
    }
    void signingInIsOver()
    {
        leave("wang", {"li"});
        QCOMPARE(tryToSignIn("wang"), ErrorCode::PermissionDenied);
        // Whoever edits the store does not bring them back: the roster says so.
        QVERIFY(m_hall->db().execute("UPDATE staff SET active = 1 WHERE login = 'wang'").ok());
        QCOMPARE(tryToSignIn("wang"), ErrorCode::PermissionDenied);
        QVERIFY(m_hall->db().execute("UPDATE staff SET roles = 'reception', blocks = 'reception' WHERE login = 'wang'").ok());
        QCOMPARE(tryToSignIn("wang"), ErrorCode::SignatureInvalid);
    }
    void colleaguesGoOn()
    {
        leave("li", {"wang"}); // who granted everybody's key, and opened the case
        for (const char* login : {"wang", "chen"}) {
            const auto person = m_hall->signIn(login);
            QCOMPARE(m_hall->files(person).show(m_number)->entries.first().content, CaseHall::registration());
            QVERIFY(note(person, QStringLiteral("继续")).ok());
        }
        const auto chen = m_hall->signIn("chen");
        QCOMPARE(m_hall->files(chen).show(m_number)->entries.size(), 3);
        QVERIFY(verifyCases(*m_hall->office)->broken.isEmpty());
    }
    /// The key of a case is renewed once, not with every entry.
    void aCaseMovesToANewKeyOnce()
    {
        leave("wang", {"li"});
        const auto li = m_hall->signIn("li");
        for (int i = 0; i < 3; ++i)
            QVERIFY(note(li, QString::number(i)).ok());
        QCOMPARE(m_hall->db().value<int>("SELECT count(*) FROM case_grant").value().value(), 4); // the block and the supervisors, twice
    }
    /// A leaver with a friend who can write into the store hands out a key of their own making.
    void aKeyOfTheLeaversMakingIsRefused()
    {
        const auto kept = m_hall->signIn("wang");
        leave("wang", {"li"});
        const auto pair = seal::BoxKeyPair::generate();
        const auto li = m_hall->signIn("li");
        const auto sealed = seal::sealTo(li.bundle.box.publicKey, 3, pair.secretKey.view()).value();
        const QByteArray bound = seal::hash("hall.grant.v1", QByteArray("reception") + '\0' + "3" + '\0' + "li" + '\0' + sealed.bytes);
        auto& db = m_hall->db();
        QVERIFY(db.execute("INSERT INTO group_key (block, generation, public_key) VALUES ('reception', 3, $1)", pair.publicKey).ok());
        QVERIFY(db.execute("INSERT INTO group_grant (block, generation, member, sealed, granter, signature) "
                           "VALUES ('reception', 3, 'li', $1, 'wang', $2)",
                           sealed.bytes, seal::sign(kept.bundle, bound)).ok());
        QCOMPARE(tryToSignIn("li"), ErrorCode::SignatureInvalid);
    }
    void withoutAColleagueNobodyLeaves()
    {
        auto security = m_hall->signIn("sec");
        auto audit = m_hall->signIn("aud");
        auto zhao = m_hall->signIn("zhao"); // of another block
        auto wang = m_hall->signIn("wang");
        auto& staff = m_hall->office->staff();
        QCOMPARE(staff.close(QStringLiteral("wang"), security, audit, {}).error().code, ErrorCode::KeyMissing);
        QCOMPARE(staff.close(QStringLiteral("wang"), security, audit, {&zhao}).error().code, ErrorCode::KeyMissing);
        QCOMPARE(staff.close(QStringLiteral("wang"), security, audit, {&wang}).error().code, ErrorCode::KeyMissing);
        QCOMPARE(staff.close(QStringLiteral("wang"), security, security, {&zhao}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(staff.close(QStringLiteral("aud"), security, audit, {}).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(staff.close(QStringLiteral("nobody"), security, audit, {}).error().code, ErrorCode::StaffUnknown);
        QVERIFY(m_hall->files(m_hall->signIn("wang")).show(m_number).ok());
        QVERIFY(staff.verifyRoster().ok());
    }
    void whoHoldsNoBlockSimplyLeaves()
    {
        leave("lin", {});
        QCOMPARE(tryToSignIn("lin"), ErrorCode::PermissionDenied);
        QVERIFY(m_hall->office->staff().verifyRoster().ok());
    }
    void onlyAHolderOfTheNewestKeyRenewsIt()
    {
        auto zhao = m_hall->signIn("zhao");
        QCOMPARE(m_hall->office->staff().renewGroup(kReception, zhao).error().code, ErrorCode::PermissionDenied);
        auto stale = m_hall->signIn("wang");
        auto li = m_hall->signIn("li");
        QVERIFY(m_hall->office->staff().renewGroup(kReception, li).ok());
        QCOMPARE(m_hall->office->staff().renewGroup(kReception, stale).error().code, ErrorCode::PermissionDenied);
        QVERIFY(m_hall->signIn("wang").groups.contains({kReception, 2}));
    }

private:
    void leave(const char* login, const std::vector<const char*>& colleagues)
    {
        auto security = m_hall->signIn("sec");
        auto audit = m_hall->signIn("aud");
        std::vector<store::SignedIn> people;
        for (const char* colleague : colleagues)
            people.push_back(m_hall->signIn(colleague));
        std::vector<store::SignedIn*> members;
        for (store::SignedIn& person : people)
            members.push_back(&person);
        const Status left = m_hall->office->staff().close(QString::fromLatin1(login), security, audit, members);
        QVERIFY2(left.ok(), left.ok() ? "" : qPrintable(left.error().message));
    }
    base::Result<CaseEntry> note(const store::SignedIn& person, const QString& words)
    {
        return m_hall->files(person).append(m_number, QStringLiteral("note"), CaseHall::text(words));
    }
    ErrorCode tryToSignIn(const char* login)
    {
        const auto tried = m_hall->office->staff().signIn(QString::fromLatin1(login), seal::SecretBuffer::copyOf(login));
        return tried.ok() ? ErrorCode::Internal : tried.error().code;
    }

    const QString kReception = QStringLiteral("reception");
    std::unique_ptr<CaseHall> m_hall;
    QString m_number;
};

QTEST_GUILESS_MAIN(LeavingTest)
#include "tst_leaving.moc"
