// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"
#include "app/store/hall_folder.h"
#include "app/store/intake_custody.h"
#include "app/store/key_ring.h"
#include "app/store/line_witness.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace hall;
using namespace std::chrono_literals;
using base::ErrorCode;
using seal::SecretBuffer;
using namespace hall::store;

// What somebody could try who can write the stores' files, or who knows one passphrase too few.

namespace {

const QString kReceptionBlock = QStringLiteral("reception");
const QString kMediationBlock = QStringLiteral("mediation");
const auto kCheap = seal::KdfCost::cheapForTests();

SecretBuffer secret(const QString& text)
{
    return SecretBuffer::copyOf(text.toUtf8());
}

HallPlan plan(const QString& folder)
{
    HallPlan plan;
    plan.place = folder;
    plan.cost = kCheap;
    plan.blocks = {kReceptionBlock, kMediationBlock};
    const auto add = [&](const QString& login, const QString& role, const QStringList& blocks = {}) {
        plan.people.push_back({{login, login, {role}, blocks, true}, secret(login)});
    };
    add(QStringLiteral("sys"), role::kSystem);
    add(QStringLiteral("sec"), role::kSecurity);
    add(QStringLiteral("aud"), role::kAudit);
    add(QStringLiteral("lin"), role::kGuide);
    add(QStringLiteral("li"), role::kReception, {kReceptionBlock});
    add(QStringLiteral("wang"), role::kReception, {kReceptionBlock});
    add(QStringLiteral("zhao"), role::kMediator, {kMediationBlock});
    return plan;
}

} // namespace

// Another byte than the one that is there: a fixed one would be the same once in 256 runs.
const QByteArray kLastByteChanged = "CAST(substr(sealed, 1, length(sealed) - 1) || iif(substr(sealed, -1) = x'00', x'01', x'00') AS BLOB)";

class CaseAttacksTest : public QObject
{
    Q_OBJECT

private slots:
    /// One hall is made; each test has a copy.
    void initTestCase()
    {
        QVERIFY(m_master.isValid());
        const auto made = makeHall(plan(m_master.filePath(QStringLiteral("hall"))), m_clock);
        QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    }
    void init()
    {
        m_clock.set(kStart);
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(QStringLiteral("hall"));
        QVERIFY(QDir().mkpath(m_folder + QStringLiteral("/keys")));
        const QString master = m_master.filePath(QStringLiteral("hall"));
        for (const QString& part : {QString(), QStringLiteral("/keys")}) {
            const auto files = QDir(master + part).entryList(QDir::Files);
            for (const QString& file : files)
                QVERIFY(QFile::copy(master + part + QLatin1Char('/') + file, m_folder + part + QLatin1Char('/') + file));
        }
        open();
    }
    void cleanup()
    {
        m_line.reset();
        m_office.reset();
    }

    void rolesAreTheRosters_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a guide becomes security administrator")
            << QByteArray("UPDATE staff SET roles = 'security-administrator' WHERE login = 'lin'");
        QTest::newRow("a guide joins a block") << QByteArray("UPDATE staff SET blocks = 'reception' WHERE login = 'lin'");
        QTest::newRow("another's box key")
            << QByteArray("UPDATE staff SET box_public = (SELECT box_public FROM staff WHERE login = 'li') WHERE login = 'lin'");
        QTest::newRow("another's whole account") << QByteArray(
            "UPDATE staff SET (salt, box_public, sign_public, nonce, sealed) = (SELECT salt, box_public, sign_public, nonce, "
            "sealed FROM staff WHERE login = 'li') WHERE login = 'lin'");
        QTest::newRow("an account vanishes")
            << QByteArray("PRAGMA foreign_keys = OFF; DELETE FROM staff WHERE login = 'wang'");
    }
    void rolesAreTheRosters()
    {
        QFETCH(QByteArray, sql);
        QVERIFY(m_office->staff().verifyRoster().ok());
        run(sql);
        QCOMPARE(m_office->staff().verifyRoster().error().code, ErrorCode::SignatureInvalid);
        if (!sql.contains("DELETE"))
            QVERIFY(!m_office->staff().signIn(QStringLiteral("lin"), secret(QStringLiteral("lin"))).ok());
    }

    void eachBitOfAnAccountIsGuarded_data()
    {
        QTest::addColumn<QByteArray>("column");
        for (const char* column : {"salt", "box_public", "sign_public", "nonce", "sealed"})
            QTest::newRow(column) << QByteArray(column);
    }
    void eachBitOfAnAccountIsGuarded()
    {
        QFETCH(QByteArray, column);
        auto& db = m_office->store().connection();
        const auto original = db.value<QByteArray>("SELECT " + column.toStdString() + " FROM staff WHERE login = 'li'");
        for (const qsizetype byte : {qsizetype(0), (*original)->size() / 2, (*original)->size() - 1}) {
            QByteArray changed = **original;
            changed[byte] = static_cast<char>(changed[byte] ^ 0x10);
            QVERIFY(db.execute("UPDATE staff SET " + column.toStdString() + " = $1, failures = 0 WHERE login = 'li'", changed)
                        .ok());
            QCOMPARE(signIn("li").error().code, ErrorCode::PassphraseWrong);
        }
        QVERIFY(db.execute("UPDATE staff SET " + column.toStdString() + " = $1 WHERE login = 'li'", **original).ok());
        QVERIFY(signIn("li").ok());
    }

    void aCostThatWouldKeepTheMachineBusyIsNotTried()
    {
        run("UPDATE staff SET kdf_passes = 4000000000, kdf_memory = 1 << 40 WHERE login = 'li'");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(signIn("li").error().code, ErrorCode::PassphraseWrong);
        QVERIFY(timer.elapsed() < 1000);
    }

    void aGrantIsBoundToItsBlockMemberAndGranter_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("of another member")
            << QByteArray("UPDATE group_grant SET (sealed, signature) = (SELECT sealed, signature FROM group_grant WHERE "
                          "member = 'wang') WHERE member = 'li'");
        QTest::newRow("of another block") << QByteArray("INSERT INTO group_grant SELECT 'mediation', 1, member, sealed, "
                                                        "granter, signature FROM group_grant WHERE member = 'li'");
        QTest::newRow("another granter") << QByteArray("UPDATE group_grant SET granter = 'wang' WHERE member = 'li'");
        QTest::newRow("nobody's") << QByteArray("UPDATE group_grant SET granter = 'nobody' WHERE member = 'li'");
        QTest::newRow("a bit of the box")
            << QByteArray("UPDATE group_grant SET sealed = " + kLastByteChanged + " WHERE member = 'li'");
        QTest::newRow("a bit of the signature")
            << QByteArray("UPDATE group_grant SET signature = CAST(iif(substr(signature, 1, 1) = x'00', x'01', x'00') "
                          "|| substr(signature, 2) AS BLOB) WHERE member = 'li'");
        QTest::newRow("the block's public key")
            << QByteArray("UPDATE group_key SET public_key = (SELECT public_key FROM group_key WHERE block = 'mediation') "
                          "WHERE block = 'reception'");
    }
    void aGrantIsBoundToItsBlockMemberAndGranter()
    {
        QFETCH(QByteArray, sql);
        run(sql);
        QCOMPARE(signIn("li").error().code, ErrorCode::SignatureInvalid);
        QVERIFY(signIn("zhao").ok());
    }

    /// Somebody at work who can write the files makes a key of their own for a block that they do not serve.
    void aKeyFromOutsideTheBlockIsRefused()
    {
        auto guide = signIn("lin");
        QCOMPARE(m_office->staff().makeGroup(QStringLiteral("experts"), *guide).error().code, ErrorCode::PermissionDenied);
        const auto own = seal::BoxKeyPair::generate();
        guide->groups.emplace(std::pair(kReceptionBlock, 1), seal::BoxKeyPair::fromSecret(
                                                                 SecretBuffer::copyOf(own.secretKey.view())).value());
        run("DELETE FROM group_grant WHERE member = 'li'");
        QVERIFY(m_office->store().connection().execute("UPDATE group_key SET public_key = $1 WHERE block = 'reception'",
                                                       own.publicKey).ok());
        QVERIFY(m_office->staff().grant(kReceptionBlock, QStringLiteral("li"), *guide).ok()); // forged, well signed
        QCOMPARE(signIn("li").error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(m_office->staff().grant(kReceptionBlock, QStringLiteral("lin"), signIn("zhao").value()).error().code,
                 ErrorCode::PermissionDenied);
    }

    void anAttemptCountsBeforeItIsTried()
    {
        auto& db = m_office->store().connection();
        for (int i = 1; i <= 4; ++i) {
            QCOMPARE(signIn("li", "wrong").error().code, ErrorCode::PassphraseWrong);
            QCOMPARE(db.value<int>("SELECT failures FROM staff WHERE login = 'li'")->value(), i);
        }
        QVERIFY(signIn("li").ok()); // the fifth is right: nothing is left of the others
        QCOMPARE(db.value<int>("SELECT failures + locked_until FROM staff WHERE login = 'li'")->value(), 0);
    }

    void aLockGrowsToAnHourAndNoFurther()
    {
        base::Milliseconds lock = 0ms;
        QList<qint64> seconds;
        for (int i = 0; i < 16; ++i) {
            m_clock.advance(lock + 1ms);
            QCOMPARE(signIn("li", "wrong").error().code, ErrorCode::PassphraseWrong);
            const auto until = m_office->store().connection().value<base::Timestamp>(
                "SELECT locked_until FROM staff WHERE login = 'li'");
            lock = std::max(0ms, base::Milliseconds(**until - m_clock.now()));
            seconds.append(lock.count() / 1000);
            if (lock > 0ms)
                QCOMPARE(signIn("li").error().code, ErrorCode::AccountLocked);
        }
        QCOMPARE(seconds, (QList<qint64>{0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600}));
        m_clock.advance(lock + 1ms);
        QVERIFY(signIn("li").ok());
    }

    void unknownNamesLookLikeWrongPassphrases()
    {
        const auto unknown = signIn("nobody");
        const auto wrong = signIn("li", "wrong");
        QCOMPARE(unknown.error().code, wrong.error().code);
        QCOMPARE(unknown.error().message, wrong.error().message);
        const auto trail = m_office->audit().list();
        for (const AuditRecord& record : *trail)
            QVERIFY(record.actor != QStringLiteral("nobody")); // it may have been a passphrase in the wrong field
    }

    void passphrasesOfAnyKindWork_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::newRow("emoji") << QStringLiteral("🐢🐇🏁👩‍👩‍👧‍👦");
        QTest::newRow("chinese") << QStringLiteral("春眠不觉晓处处闻啼鸟𠮷㐂");
        QTest::newRow("long") << QString(10'000, QChar(u'密'));
        QTest::newRow("nul") << QStringLiteral("a") + QChar(0) + QStringLiteral("b");
    }
    void passphrasesOfAnyKindWork()
    {
        QFETCH(QString, passphrase);
        QVERIFY(m_office->staff().changePassphrase(signIn("li").value(), secret(passphrase), kCheap).ok());
        QVERIFY(m_office->staff().signIn(QStringLiteral("li"), secret(passphrase)).ok());
        QCOMPARE(m_office->staff().signIn(QStringLiteral("li"), secret(passphrase.chopped(1))).error().code,
                 ErrorCode::PassphraseWrong);
        QCOMPARE(m_office->staff().changePassphrase(signIn("zhao").value(), SecretBuffer(), kCheap).error().code,
                 ErrorCode::InvalidArgument);
    }

    void aDamagedIntakeIsRefusedAndRecorded()
    {
        const auto key = m_line->blockKey(kReceptionBlock);
        const auto sealed = seal::sealTo(key->publicKey, key->generation, "王小明");
        IntakeCustody custody(m_office->store().connection(), m_clock, m_office->audit());
        QCOMPARE(custody.take(5, kReceptionBlock, 1, "not sealed", QStringLiteral("li")).error().code, ErrorCode::NotAPackage);
        QCOMPARE(custody.take(5, kReceptionBlock, 2, sealed->bytes, QStringLiteral("li")).error().code, ErrorCode::SealInvalid);
        QVERIFY(custody.take(5, kReceptionBlock, 1, sealed->bytes, QStringLiteral("li")).ok());
        run("UPDATE intake SET sealed = " + kLastByteChanged);
        QCOMPARE(custody.open(5, signIn("li").value()).error().code, ErrorCode::SealInvalid);
        QCOMPARE(m_office->audit().list(1)->first().kind, QStringLiteral("intake-damaged"));
    }

    void anIntakeGoesAlongToAnotherBlock()
    {
        const auto key = m_line->blockKey(kReceptionBlock);
        const auto next = m_line->blockKey(kMediationBlock);
        const QByteArray typed = QStringLiteral("王小明,邻居噪声").toUtf8();
        IntakeCustody custody(m_office->store().connection(), m_clock, m_office->audit());
        const auto sealed = seal::sealTo(key->publicKey, key->generation, typed);
        QVERIFY(custody.take(9, kReceptionBlock, 1, sealed->bytes, QStringLiteral("li")).ok());
        QCOMPARE(custody.handOver(9, *signIn("zhao"), kMediationBlock, *next).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(custody.open(9, *signIn("zhao")).error().code, ErrorCode::PermissionDenied);
        QVERIFY(custody.handOver(9, *signIn("li"), kMediationBlock, *next).ok());
        QVERIFY(custody.handOver(9, *signIn("li"), kMediationBlock, *next).ok());
        QCOMPARE(custody.open(9, *signIn("zhao"))->view().toByteArray(), typed);
        QCOMPARE(custody.open(9, *signIn("wang"))->view().toByteArray(), typed); // undone, the first block still has it
        QCOMPARE(custody.handOver(8, *signIn("li"), kMediationBlock, *next).error().code, ErrorCode::TicketNotFound);
    }

    void theStoresAreWitnessesOfEachOther()
    {
        const auto li = signIn("li");
        QVERIFY(compareWithLine(*m_line, *m_office, *li).ok());
        QVERIFY(compareWithLine(*m_line, *m_office, *signIn("lin")).ok());
        QVERIFY(compareWithLine(*m_line, *m_office, *li).ok());
    }

    /// Whoever may write the line, as a kiosk may, puts in a key of their own and would read all that is typed.
    void aKeyPutUnderTheKiosksIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("exchanged") << QByteArray("UPDATE block_key SET public_key = randomblob(32) WHERE block = 'reception'");
        QTest::newRow("newer") << QByteArray("INSERT INTO block_key (block, generation, public_key) VALUES ('reception', 2, "
                                             "randomblob(32))");
        QTest::newRow("another hall's roster") << QByteArray("UPDATE setting SET value = 'ab' WHERE name = 'roster_root'");
        QTest::newRow("another station") << QByteArray("UPDATE setting SET value = 'ab' WHERE name = 'station_key'");
    }
    void aKeyPutUnderTheKiosksIsNoticed()
    {
        QFETCH(QByteArray, sql);
        QVERIFY(m_line->connection().script(sql).ok());
        QVERIFY(m_line->connection().changes() > 0);
        QCOMPARE(compareWithLine(*m_line, *m_office, *signIn("li")).error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(m_office->audit().list(1)->first().kind, QStringLiteral("stores-disagree"));
    }

    void anOlderCaseStoreIsNoticed()
    {
        cleanup();
        const QString file = HallFiles{m_folder}.cases();
        const QString copy = m_temporary->filePath(QStringLiteral("copy.db"));
        QVERIFY(QFile::copy(file, copy));
        open();
        QVERIFY(compareWithLine(*m_line, *m_office, *signIn("li")).ok());
        cleanup();
        for (const char* tail : {"", "-wal", "-shm"})
            QFile::remove(file + QLatin1StringView(tail));
        QVERIFY(QFile::copy(copy, file));
        open();
        QVERIFY(m_office->audit().verify()->broken.isEmpty()); // in itself it is whole
        QCOMPARE(compareWithLine(*m_line, *m_office, *signIn("wang")).error().code, ErrorCode::SignatureInvalid);
    }

    void aTrailCutAtItsEndIsNoticed()
    {
        QVERIFY(compareWithLine(*m_line, *m_office, *signIn("li")).ok());
        run("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)");
        QVERIFY(m_office->audit().verify()->broken.isEmpty());
        m_clock.advance(1ms);
        QCOMPARE(compareWithLine(*m_line, *m_office, *signIn("li")).error().code, ErrorCode::SignatureInvalid);
    }

    void aHallFitsIntoAnEmptyFolder()
    {
        const QString folder = m_temporary->filePath(QStringLiteral("ready"));
        QVERIFY(QDir().mkpath(folder));
        HallPlan broken = plan(folder);
        broken.furnish = [](LineStore&) -> base::Status { return base::Error{ErrorCode::DiskFull, {}}; };
        QCOMPARE(makeHall(broken, m_clock).error().code, ErrorCode::DiskFull);
        QVERIFY(QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        QVERIFY(makeHall(plan(folder), m_clock).ok());
        QVERIFY(CaseOffice::open(folder, m_clock).ok());
        QVERIFY(QDir(folder).entryList(QDir::Hidden | QDir::Dirs | QDir::NoDotAndDotDot) == QStringList(QStringLiteral("keys")));
        QCOMPARE(makeHall(plan(folder), m_clock).error().code, ErrorCode::StoreExists);
    }

    void aKeyFileOfAnotherSizeIsNoKey()
    {
        cleanup();
        const KeyRing keys{HallFiles{m_folder}};
        for (const qint64 size : {qint64(0), qint64(31), qint64(33), qint64(1) << 30}) {
            QVERIFY(QFile::resize(keys.path(KeyName::Case), size));
            QCOMPARE(CaseOffice::open(m_folder, m_clock).error().code, ErrorCode::WrongKey);
        }
    }

    void loginsAreCodes()
    {
        const auto code = [&](const QString& login) {
            const auto outcome = m_office->staff().add({login, login, {role::kGuide}, {}, true}, secret(QStringLiteral("p")),
                                                       *signIn("sec"), *signIn("aud"), kCheap);
            return outcome.ok() ? ErrorCode::Cancelled : outcome.error().code;
        };
        QCOMPARE(code(QStringLiteral("a b")), ErrorCode::InvalidArgument);
        QCOMPARE(code(QStringLiteral("a") + QChar(0)), ErrorCode::InvalidArgument);
        QCOMPARE(code(QString()), ErrorCode::InvalidArgument);
        QCOMPARE(code(QStringLiteral("𠮷小林")), ErrorCode::Cancelled);
        QVERIFY(m_office->staff().verifyRoster().ok());
    }

private:
    void open()
    {
        m_office = CaseOffice::open(m_folder, m_clock).value();
        const KeyRing keys{HallFiles{m_folder}};
        m_line = std::make_unique<LineStore>(
            LineStore::open(m_folder, keys.read(KeyName::Line)->view().toByteArray()).value());
    }
    base::Result<SignedIn> signIn(const char* login, const char* passphrase = nullptr)
    {
        return m_office->staff().signIn(QString::fromLatin1(login), SecretBuffer::copyOf(passphrase ? passphrase : login));
    }
    void run(const QByteArray& sql)
    {
        const auto done = m_office->store().connection().script("DROP TRIGGER IF EXISTS audit_unchanged; "
                                                                "DROP TRIGGER IF EXISTS audit_kept; " + sql);
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
        QVERIFY(m_office->store().connection().changes() > 0);
    }

    const base::Timestamp kStart = base::fromIso(QStringLiteral("2026-03-05T09:00:00+08:00")).value();
    base::ManualClock m_clock{kStart};
    QTemporaryDir m_master;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    std::unique_ptr<CaseOffice> m_office;
    std::unique_ptr<LineStore> m_line;
};

QTEST_GUILESS_MAIN(CaseAttacksTest)
#include "tst_case_attacks.moc"
