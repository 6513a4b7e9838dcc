// SPDX-License-Identifier: GPL-3.0-or-later
// One-time codes at signing in, and the audit administrator's signature under the trail.
#include "app/casefile/attachments.h"
#include "app/seal/totp.h"
#include "app/store/countersign.h"
#include "tests/casefile/case_hall.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace hall;
using base::ErrorCode;
using hall::tests::CaseHall;
using seal::SecretBuffer;

class TestWatch : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_hall = std::make_unique<CaseHall>();
        QVERIFY2(m_hall->complaint().isEmpty(), qPrintable(m_hall->complaint()));
    }
    void cleanup() { m_hall.reset(); }

    /// RFC 6238, appendix B, SHA-1.
    void codesOfTheStandard_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("code");
        const std::pair<qint64, const char*> vectors[] = {{59, "94287082"},         {1111111109, "07081804"},
                                                          {1111111111, "14050471"}, {1234567890, "89005924"},
                                                          {2000000000, "69279037"}, {20000000000, "65353130"}};
        for (const auto& [seconds, code] : vectors)
            QTest::addRow("%lld", static_cast<long long>(seconds)) << seconds << QString::fromLatin1(code);
    }
    void codesOfTheStandard()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, code);
        QCOMPARE(seal::codeAt(SecretBuffer::copyOf("12345678901234567890"), seconds / 30, 8), code);
    }

    void theAddressHoldsTheSecret()
    {
        const QString address = seal::codeAddress(SecretBuffer::copyOf("12345678901234567890"), QStringLiteral("li"),
                                                  QStringLiteral("大厅"));
        QCOMPARE(address, QStringLiteral("otpauth://totp/%E5%A4%A7%E5%8E%85:li?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                         "&issuer=%E5%A4%A7%E5%8E%85&algorithm=SHA1&digits=6&period=30"));
    }

    void aCodeIsAskedOnceConfirmedAndGoodOnce()
    {
        auto li = m_hall->signIn("li");
        const SecretBuffer secret = staff().offerCodes(li).value();
        QVERIFY(!staff().asksCode(QStringLiteral("li")).value()); // offered is not confirmed
        QVERIFY(signIn({}).ok());
        QCOMPARE(staff().confirmCodes(li, passphrase(), QStringLiteral("000000"), cost()).error().code,
                 ErrorCode::PassphraseWrong);
        QVERIFY(staff().confirmCodes(li, passphrase(), code(secret), cost()).ok());
        QVERIFY(staff().asksCode(QStringLiteral("li")).value());
        QVERIFY(!staff().asksCode(QStringLiteral("nobody")).value());

        QCOMPARE(signIn({}).error().code, ErrorCode::PassphraseWrong);
        QCOMPARE(signIn(code(secret)).error().code, ErrorCode::PassphraseWrong); // it was used to confirm
        m_hall->clock.advance(std::chrono::seconds(30));
        const QString next = code(secret);
        QVERIFY(signIn(next).ok());
        QCOMPARE(signIn(next).error().code, ErrorCode::PassphraseWrong);
        QCOMPARE(newest().kind, QStringLiteral("code-refused"));

        // A new passphrase keeps the codes; removing them needs no more than being signed in.
        m_hall->clock.advance(std::chrono::seconds(30));
        li = signIn(code(secret)).value();
        QVERIFY(staff().changePassphrase(li, passphrase(), cost()).ok());
        QVERIFY(staff().asksCode(QStringLiteral("li")).value());
        QVERIFY(staff().removeCodes(li, passphrase(), cost()).ok());
        QVERIFY(signIn({}).ok());
    }

    /// Clocks differ by a step either way, not by two.
    void skew()
    {
        const SecretBuffer secret = SecretBuffer::random(seal::kCodeSecretBytes);
        const base::Timestamp now = m_hall->clock.now();
        const qint64 step = base::toMs(now) / 30'000;
        for (const qint64 off : {-1, 0, 1})
            QCOMPARE(seal::stepOfCode(secret, seal::codeAt(secret, step + off), now), std::optional(step + off));
        for (const qint64 off : {-2, 2})
            QVERIFY(!seal::stepOfCode(secret, seal::codeAt(secret, step + off), now));
        QVERIFY(!seal::stepOfCode(secret, QString(), now));
    }

    /// Wrong codes with the right passphrase lock the account as wrong passphrases do.
    void wrongCodesLock()
    {
        auto li = m_hall->signIn("li");
        const SecretBuffer secret = staff().offerCodes(li).value();
        QVERIFY(staff().confirmCodes(li, passphrase(), code(secret), cost()).ok());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(signIn(QStringLiteral("12345")).error().code, ErrorCode::PassphraseWrong);
        QCOMPARE(newest().kind, QStringLiteral("account-locked"));
        m_hall->clock.advance(std::chrono::seconds(1));
        QCOMPARE(signIn(code(secret)).error().code, ErrorCode::AccountLocked);
        QCOMPARE(newest().kind, QStringLiteral("sign-in-refused"));
        QCOMPARE(newest().subject, QStringLiteral("locked"));
        m_hall->clock.advance(std::chrono::seconds(30));
        QVERIFY(signIn(code(secret)).ok());
    }

    /// Whoever writes into the store takes the question away by nothing that they can put there.
    void theStoreCannotDropTheQuestion()
    {
        auto li = m_hall->signIn("li");
        const SecretBuffer secret = staff().offerCodes(li).value();
        QVERIFY(staff().confirmCodes(li, passphrase(), code(secret), cost()).ok());
        QVERIFY(m_hall->db().execute("UPDATE staff SET bundle_version = 1 WHERE login = 'li'").ok());
        QVERIFY(m_hall->db().execute("DELETE FROM staff_code").ok());
        QCOMPARE(signIn({}).error().code, ErrorCode::PassphraseWrong);
    }

    void theTrailIsCountersigned()
    {
        QCOMPARE(store::countersign(*m_hall->office, m_hall->signIn("sys")).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(newest().kind, QStringLiteral("audit-refused"));
        QVERIFY(!store::verifyCountersignatures(*m_hall->office)->newest);
        const auto aud = m_hall->signIn("aud");
        const auto first = store::countersign(*m_hall->office, aud).value();
        QCOMPARE(newest().kind, QStringLiteral("audit-countersigned"));
        m_hall->clock.advance(std::chrono::hours(24));
        const auto second = store::countersign(*m_hall->office, aud).value();
        QVERIFY(second.seq > first.seq);
        const auto verdict = store::verifyCountersignatures(*m_hall->office).value();
        QCOMPARE(verdict.newest, std::optional(second));
        QVERIFY(verdict.broken.isEmpty());
    }

    /// What the station alone can forge is noticed: a trail written anew, and a signature of somebody else's.
    void aForgedTrailIsNamed()
    {
        const auto signature = store::countersign(*m_hall->office, m_hall->signIn("aud")).value();
        const auto zhao = m_hall->signIn("zhao");
        QVERIFY(!m_hall->db()
                     .execute("UPDATE audit_countersign SET signature = $1", QByteArray("x"))
                     .ok()); // refused by the engine
        const char* drop =
            CaseHall::onServer() ? "ALTER TABLE audit DISABLE TRIGGER ALL" : "DROP TRIGGER audit_unchanged";
        QVERIFY(m_hall->db().execute(drop).ok());
        QVERIFY(
            m_hall->db().execute("UPDATE audit SET hash = $1 WHERE seq = $2", QByteArray(32, 'x'), signature.seq).ok());
        QCOMPARE(store::verifyCountersignatures(*m_hall->office)->broken, QList<qint64>{signature.seq});
        QCOMPARE(store::countersign(*m_hall->office, m_hall->signIn("aud")).error().code, ErrorCode::SignatureInvalid);
        QVERIFY(
            m_hall->db()
                .execute("INSERT INTO audit_countersign VALUES (1, 1, 'zhao', $1)", seal::sign(zhao.bundle, "anything"))
                .ok());
        QVERIFY(store::verifyCountersignatures(*m_hall->office)->broken.contains(1));
    }

    /// What people do with cases, keys and accounts, and what is refused: each is a record of the kind that docs/security.md names.
    void eachActionIsARecord()
    {
        const auto li = m_hall->signIn("li");
        expect("signed-in", "li");
        QVERIFY(!staff().signIn(QStringLiteral("li"), SecretBuffer::copyOf("wrong")).ok());
        expect("sign-in-refused", "li");
        auto files = m_hall->files(li);
        const QString number = files.open(QStringLiteral("reception"), CaseHall::registration())->number;
        expect("entry-added", "li");
        QVERIFY(files.show(number).ok());
        expect("case-opened", "li");
        const auto zhao = m_hall->signIn("zhao");
        QVERIFY(!m_hall->files(zhao).show(number).ok());
        expect("case-refused", "zhao");

        QBuffer bytes;
        bytes.setData("a letter");
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        casefile::Attachments attachments(files, *m_hall->office, li);
        const auto entry = attachments.add(number, {QStringLiteral("letter.txt"), {}}, bytes).value();
        expect("attachment-added", "li");
        QVERIFY(attachments.read(number, entry.sequence, 1024).ok());
        expect("attachment-opened", "li");
        QVERIFY(attachments.saveTo(number, entry.sequence, m_folder.filePath(QStringLiteral("letter.txt"))).ok());
        expect("attachment-saved", "li");

        auto member = m_hall->signIn("li");
        QVERIFY(staff().renewGroup(QStringLiteral("reception"), member).ok());
        expect("group-renewed", "li");
        QVERIFY(staff().grant(QStringLiteral("reception"), QStringLiteral("wang"), member).ok());
        expect("group-granted", "li");
        QVERIFY(staff().changePassphrase(member, passphrase(), cost()).ok());
        expect("passphrase-changed", "li");
        const auto security = m_hall->signIn("sec");
        const auto audit = m_hall->signIn("aud");
        const store::Person fresh{QStringLiteral("fresh"), QStringLiteral("fresh"), {store::role::kGuide}, {}, true};
        QVERIFY(staff().add(fresh, SecretBuffer::copyOf("fresh"), security, audit, cost()).ok());
        expect("account-created", "sec");
        QVERIFY(staff().close(QStringLiteral("fresh"), security, audit, {}).ok());
        expect("account-closed", "sec");
        QVERIFY(!staff().signIn(QStringLiteral("fresh"), SecretBuffer::copyOf("fresh")).ok());
        expect("sign-in-refused", "fresh");
        QVERIFY(m_hall->office->audit().verify()->broken.isEmpty());
    }
    /// Nothing is changed by it, but who tried what, and with whom, stands in the trail.
    void eachRefusedChangeIsARecord()
    {
        const auto sec = m_hall->signIn("sec");
        const auto aud = m_hall->signIn("aud");
        const auto sys = m_hall->signIn("sys");
        const store::Person fresh{QStringLiteral("fresh"), QStringLiteral("fresh"), {store::role::kGuide}, {}, true};
        const QString li = QStringLiteral("li");
        const QString reception = QStringLiteral("reception");
        const QStringList custodians{QStringLiteral("sys"), QStringLiteral("lin"), QStringLiteral("xu")};
        const auto refused = [&](const base::Status& outcome, base::ErrorCode code, const char* record) {
            QVERIFY2(!outcome.ok() && outcome.error().code == code, record);
            const auto last = newest();
            QCOMPARE(QStringLiteral("%1 %2: %3").arg(last.kind, last.actor, last.subject), QString::fromLatin1(record));
        };
        using Code = base::ErrorCode;
        refused(staff().add(fresh, passphrase(), sys, aud, cost()), Code::PermissionDenied, "account-refused sys: added aud fresh");
        refused(staff().add(fresh, passphrase(), sec, sec, cost()), Code::PermissionDenied, "account-refused sec: added sec fresh");
        refused(staff().reset(li, passphrase(), sys, aud, cost()), Code::PermissionDenied, "account-refused sys: reset aud li");
        refused(staff().reset(li, passphrase(), sec, sys, cost()), Code::PermissionDenied, "account-refused sec: reset sys li");
        refused(staff().reset(QStringLiteral("aud"), passphrase(), sec, aud, cost()), Code::PermissionDenied, "account-refused sec: reset aud aud");
        refused(staff().close(li, sys, aud, {}), Code::PermissionDenied, "account-refused sys: closed aud li");
        refused(staff().close(QStringLiteral("sys"), sec, aud, {}), Code::PermissionDenied, "account-refused sec: closed aud sys");
        refused(staff().close(li, sec, aud, {}), Code::KeyMissing, "account-refused sec: closed aud li"); // nobody there to renew
        refused(staff().setUpRecovery(custodians, sys, aud), Code::PermissionDenied, "recovery-set-up-refused sys: aud");
        refused(staff().setUpRecovery(custodians, sec, sys), Code::PermissionDenied, "recovery-set-up-refused sec: sys");
        refused(staff().setUpRecovery({QStringLiteral("sec"), QStringLiteral("lin"), QStringLiteral("xu")}, sec, aud), Code::PermissionDenied,
                "recovery-set-up-refused sec: aud");
        auto zhao = m_hall->signIn("zhao");
        refused(staff().grant(reception, QStringLiteral("wang"), zhao), Code::PermissionDenied, "group-refused zhao: reception/wang");
        refused(staff().grant(reception, QStringLiteral("zhao"), m_hall->signIn("li")), Code::PermissionDenied, "group-refused li: reception/zhao");
        refused(staff().renewGroup(reception, zhao), Code::PermissionDenied, "group-refused zhao: reception");
        const auto made = staff().makeGroup(reception, zhao);
        refused(made.ok() ? base::Status() : base::Status(made.error()), Code::PermissionDenied, "group-refused zhao: reception");
        // Not where somebody typed something wrong, or where it was done.
        const auto before = newest();
        QCOMPARE(staff().add({li, li, {store::role::kGuide}, {}, true}, passphrase(), sec, aud, cost()).error().code, Code::StaffExists);
        QCOMPARE(newest(), before);
        QVERIFY(m_hall->office->audit().verify()->broken.isEmpty());
    }
    /// Signed in, but the code is not the one that was shown: nothing is switched on, and the trail says so.
    void aWrongFirstCodeIsARecord()
    {
        auto li = m_hall->signIn("li");
        QVERIFY(staff().offerCodes(li).ok());
        QCOMPARE(staff().confirmCodes(li, passphrase(), QStringLiteral("000000x"), cost()).error().code, base::ErrorCode::PassphraseWrong);
        QCOMPARE(newest().kind + u' ' + newest().actor, QStringLiteral("code-refused li"));
    }

private:
    /// One of the newest records says so.
    void expect(const char* kind, const char* actor)
    {
        const auto records = m_hall->office->audit().list(3).value();
        QVERIFY2(std::any_of(records.begin(), records.end(),
                             [&](const store::AuditRecord& r) { return r.kind == QLatin1StringView(kind) && r.actor == QLatin1StringView(actor); }),
                 kind);
    }
    store::StaffRegister& staff() { return m_hall->office->staff(); }
    static SecretBuffer passphrase() { return SecretBuffer::copyOf("li"); }
    static seal::KdfCost cost() { return seal::KdfCost::cheapForTests(); }
    base::Result<store::SignedIn> signIn(const QString& code)
    {
        return staff().signIn(QStringLiteral("li"), passphrase(), code);
    }
    QString code(const SecretBuffer& secret) const
    {
        return seal::codeAt(secret, base::toMs(m_hall->clock.now()) / 30'000);
    }
    store::AuditRecord newest() { return m_hall->office->audit().list(1)->first(); }

    std::unique_ptr<CaseHall> m_hall;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
