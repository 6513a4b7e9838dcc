// SPDX-License-Identifier: GPL-3.0-or-later
// What the encrypted engine promises beyond the common interface: nothing readable on disk, clear refusals, durability.
#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/sql/sqlcipher/writer_turn.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <fcntl.h>
#include <memory>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace hall;
using base::ErrorCode;
using sql::Connection;
using sql::Mode;
using sql::sqlcipher::Options;
using sql::sqlcipher::SqlCipherConnection;

class SqlCipher : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options = {};
        m_options.path = m_folder->filePath(QStringLiteral("line.db"));
        m_options.lockPath = m_folder->filePath(QStringLiteral("line.lock"));
        m_options.key = QByteArray(32, 'a');
    }

    void nothingPlainIsOnDisk()
    {
        make();
        auto db = open();
        QVERIFY(db->execute("INSERT INTO secret VALUES ($1)", QStringLiteral("拱墅区张三330105199001011234")).ok());
        for (const QString& name : {QStringLiteral("line.db"), QStringLiteral("line.db-wal")}) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.isEmpty());
            QVERIFY(!bytes.contains("SQLite format 3"));
            QVERIFY(!bytes.contains(QStringLiteral("张三").toUtf8()));
            QVERIFY(!bytes.contains("330105199001011234"));
            QVERIFY(!bytes.contains("CREATE TABLE"));
        }
    }

    void aWrongKeyIsNamed()
    {
        make();
        m_options.key = QByteArray(32, 'b');
        QCOMPARE(refusal(), ErrorCode::WrongKey);
        m_options.key = QByteArray(31, 'a');
        QCOMPARE(refusal(), ErrorCode::WrongKey);
    }

    void aPlainDatabaseIsRefusedAndLeftAlone()
    {
        QFile file(m_options.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\0'));
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();
        QCOMPARE(refusal(), ErrorCode::StoreNotEncrypted);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }

    void aFileCutShortIsNamed()
    {
        make();
        QFile file(m_options.path);
        QVERIFY(file.resize(5000));
        QCOMPARE(refusal(), ErrorCode::StoreDamaged);
        QVERIFY(file.resize(0));
        QCOMPARE(refusal(), ErrorCode::StoreDamaged);
        QVERIFY(file.remove());
        QCOMPARE(refusal(), ErrorCode::StoreNotFound);
    }

    void anExistingStoreIsNeverOverwritten()
    {
        make();
        m_options.create = true;
        QCOMPARE(refusal(), ErrorCode::StoreExists);
    }

    void aFlippedBitIsSeenByTheIntegrityCheck()
    {
        make();
        {
            auto db = open();
            QVERIFY(db->transaction(Mode::Write, [&]() -> base::Status {
                        for (int i = 0; i < 500; ++i)
                            HALL_TRY(db->execute("INSERT INTO secret VALUES ($1)", QString(200, QLatin1Char('x'))));
                        return {};
                    }).ok());
            QVERIFY(db->integrityComplaints()->isEmpty());
            QVERIFY(db->execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
        }
        QFile file(m_options.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(5 * 4096 + 1000);
        char byte = 0;
        file.getChar(&byte);
        file.seek(5 * 4096 + 1000);
        file.putChar(static_cast<char>(byte ^ 0x10));
        file.close();
        auto db = open();
        const auto complaints = db->integrityComplaints();
        QVERIFY(!complaints.ok() || !complaints->isEmpty());
    }

    void aFullDiskIsNamedAndNothingIsLost()
    {
        make();
        auto db = open();
        QVERIFY(db->execute("INSERT INTO secret VALUES ('kept')").ok());
        QVERIFY(db->execute("PRAGMA max_page_count = 12").ok());
        base::Status outcome;
        int written = 0;
        for (; written < 1000 && outcome.ok(); ++written) {
            outcome = db->transaction(Mode::Write, [&] {
                return db->execute("INSERT INTO secret VALUES ($1)", QString(3000, QLatin1Char('x')));
            });
        }
        QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
        QCOMPARE(db->value<int>("SELECT count(*) FROM secret").value().value(), written);
        QVERIFY(db->execute("PRAGMA max_page_count = 100000").ok());
        QVERIFY(db->transaction(Mode::Write, [&] { return db->execute("INSERT INTO secret VALUES ('after')"); }).ok());
        QVERIFY(db->integrityComplaints()->isEmpty());
    }

    void waitingForTheTurnEnds()
    {
        const int holder = ::open(qPrintable(m_options.lockPath), O_RDWR | O_CREAT, 0600);
        const int waiter = ::open(qPrintable(m_options.lockPath), O_RDWR | O_CREAT, 0600);
        QCOMPARE(flock(holder, LOCK_EX), 0);
        QElapsedTimer timer;
        timer.start();
        const base::Status refused = sql::sqlcipher::waitForTurn(waiter, std::chrono::milliseconds(150));
        QCOMPARE(refused.error().code, ErrorCode::StoreLocked);
        QVERIFY(timer.elapsed() >= 140);
        ::close(holder);
        QVERIFY(sql::sqlcipher::waitForTurn(waiter, std::chrono::milliseconds(150)).ok());
        ::close(waiter);
    }

    void theTurnOfADeadProgramIsFree()
    {
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            const int file = ::open(qPrintable(m_options.lockPath), O_RDWR | O_CREAT, 0600);
            flock(file, LOCK_EX);
            [[maybe_unused]] const auto told = write(ready[1], "x", 1);
            pause();
        }
        char byte = 0;
        QCOMPARE(read(ready[0], &byte, 1), 1);
        kill(child, SIGKILL);
        const int mine = ::open(qPrintable(m_options.lockPath), O_RDWR | O_CREAT, 0600);
        QVERIFY(sql::sqlcipher::waitForTurn(mine, std::chrono::seconds(5)).ok());
        ::close(mine);
        waitpid(child, nullptr, 0);
    }

private:
    void make()
    {
        Options options = m_options;
        options.create = true;
        auto db = SqlCipherConnection::open(options);
        QVERIFY2(db.ok(), db.ok() ? "" : qPrintable(db.error().message));
        QVERIFY(db.value()->script("CREATE TABLE secret (text TEXT)").ok());
    }
    std::unique_ptr<Connection> open() { return SqlCipherConnection::open(m_options).value(); }
    ErrorCode refusal()
    {
        const auto db = SqlCipherConnection::open(m_options);
        return db.ok() ? ErrorCode::Internal : db.error().code;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Options m_options;
};

QTEST_GUILESS_MAIN(SqlCipher)
#include "tst_sqlcipher.moc"
