// SPDX-License-Identifier: GPL-3.0-or-later
// What every engine behind app/sql must do alike: each test runs on both.
#include "tests/sql/engine_bench.h"

#include <QTest>
#include <memory>

using namespace hall;
using base::ErrorCode;
using base::Status;
using sql::Connection;
using sql::Mode;

class Conformance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("sqlcipher") << QStringLiteral("sqlcipher");
        QTest::newRow("postgresql") << QStringLiteral("postgresql");
    }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine == u"sqlcipher") {
            m_bench = std::make_unique<tests::SqlCipherBench>();
        } else {
            if (!m_cluster)
                m_cluster = std::make_unique<tests::PrivateCluster>();
            QVERIFY2(m_cluster->isRunning(), qPrintable(m_cluster->complaint()));
            m_bench = std::make_unique<tests::PostgresBench>(*m_cluster);
        }
        m_db = m_bench->connect();
        QVERIFY(m_db);
        QCOMPARE(m_db->engine(), engine);
        QVERIFY(m_db->script("CREATE TABLE thing (" + m_bench->schema() + ")").ok());
    }
    void cleanup()
    {
        m_db.reset();
        m_bench.reset();
    }

    void valuesComeBackAsTheyWent()
    {
        const QString name = QStringLiteral("𠮷㐂 O'Neil 😀") + QChar(0x200b);
        const QByteArray bytes("\0\x01\xff\0", 4);
        QVERIFY(m_db->execute("INSERT INTO thing VALUES ($1, $2, $3, $4)", qint64(1) << 62, name, 0.1, bytes).ok());
        auto rows = m_db->query("SELECT id, name, amount, bytes, NULL FROM thing");
        QVERIFY(rows.ok());
        QVERIFY(rows->next().value());
        QCOMPARE(rows->get<qint64>(0), qint64(1) << 62);
        QCOMPARE(rows->get<QString>(1), name);
        QCOMPARE(rows->get<double>(2), 0.1);
        QCOMPARE(rows->get<QByteArray>(3), bytes);
        QVERIFY(rows->isNull(4));
        QVERIFY(!rows->get<std::optional<qint64>>(4).has_value());
        QVERIFY(!rows->next().value());
    }

    void parametersAreNumberedNotPositional()
    {
        auto rows = m_db->query("SELECT $2, $1, $2", QStringLiteral("a"), QStringLiteral("b"));
        QVERIFY(rows.ok() && rows->next().value());
        QCOMPARE(rows->get<QString>(0), QStringLiteral("b"));
        QCOMPARE(rows->get<QString>(1), QStringLiteral("a"));
        QCOMPARE(rows->get<QString>(2), QStringLiteral("b"));
    }

    void textIsNeverPartOfAStatement()
    {
        const QString evil = QStringLiteral("'); DROP TABLE thing; --");
        QVERIFY(m_db->execute("INSERT INTO thing (name) VALUES ($1)", evil).ok());
        QCOMPARE(m_db->value<QString>("SELECT name FROM thing").value().value(), evil);
    }

    void aFailedBodyLeavesNothing()
    {
        const Status failed = m_db->transaction(Mode::Write, [&]() -> Status {
            HALL_TRY(m_db->execute("INSERT INTO thing (name) VALUES ('x')"));
            return base::Error{ErrorCode::TicketNotFound, QStringLiteral("on purpose")};
        });
        QCOMPARE(failed.error().code, ErrorCode::TicketNotFound);
        QCOMPARE(count(*m_db), 0);
        QVERIFY(m_db->transaction(Mode::Write, [&] { return m_db->execute("INSERT INTO thing (name) VALUES ('y')"); })
                    .ok());
        QCOMPARE(count(*m_db), 1);
    }

    void anInnerTransactionTakesPartInTheOuter()
    {
        const Status failed = m_db->transaction(Mode::Write, [&]() -> Status {
            HALL_TRY(m_db->transaction(Mode::Write,
                                       [&] { return m_db->execute("INSERT INTO thing (name) VALUES ('inner')"); }));
            return base::Error{ErrorCode::Cancelled, {}};
        });
        QVERIFY(!failed.ok());
        QCOMPARE(count(*m_db), 0);
    }

    void theSameStatementCanRunInsideItself()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_db->execute("INSERT INTO thing (name) VALUES ('n')").ok());
        int seen = 0;
        auto outer = m_db->query("SELECT id FROM thing");
        while (outer->next().value()) {
            auto inner = m_db->query("SELECT id FROM thing");
            while (inner->next().value())
                ++seen;
        }
        QCOMPARE(seen, 9);
    }

    void aBrokenRuleIsNamed()
    {
        QVERIFY(m_db->execute("INSERT INTO thing (id) VALUES (1)").ok());
        const Status twice = m_db->execute("INSERT INTO thing (id) VALUES (1)");
        QCOMPARE(twice.error().code, ErrorCode::ConstraintViolated);
    }

    void writersExcludeEachOtherAndReadersSeeTheOldState()
    {
        auto other = m_bench->connect();
        QVERIFY(other);
        const Status outcome = m_db->transaction(Mode::Write, [&]() -> Status {
            HALL_TRY(m_db->execute("INSERT INTO thing (name) VALUES ('mine')"));
            [&] {
                QCOMPARE(count(*other), 0);
                const Status second = other->transaction(Mode::Write, [&]() -> Status { return {}; });
                QVERIFY(!second.ok());
                QCOMPARE(second.error().code, ErrorCode::StoreLocked);
                // A change of its own waits for its turn like one in a transaction.
                const Status alone = other->execute("INSERT INTO thing (name) VALUES ('theirs')");
                QVERIFY(!alone.ok());
                QCOMPARE(alone.error().code, ErrorCode::StoreLocked);
            }();
            return {};
        });
        QVERIFY(outcome.ok());
        QCOMPARE(count(*other), 1);
        QVERIFY(other->transaction(Mode::Write, [&] { return other->execute("DELETE FROM thing"); }).ok());
    }

    void aReadTransactionSeesOneMoment()
    {
        auto other = m_bench->connect();
        const Status outcome = m_db->transaction(Mode::Read, [&]() -> Status {
            [&] {
                QCOMPARE(count(*m_db), 0);
                QVERIFY(other->execute("INSERT INTO thing (name) VALUES ('later')").ok());
                QCOMPARE(count(*m_db), 0);
            }();
            return {};
        });
        QVERIFY(outcome.ok());
        QCOMPARE(count(*m_db), 1);
    }

    void theStampChangesWhenOthersCommit()
    {
        auto other = m_bench->connect();
        const qint64 before = m_db->changeStamp().value();
        QCOMPARE(m_db->changeStamp().value(), before);
        QVERIFY(other->execute("INSERT INTO thing (name) VALUES ('x')").ok());
        QVERIFY(m_db->changeStamp().value() != before);
    }

private:
    static int count(Connection& db) { return db.value<int>("SELECT count(*) FROM thing").value().value(); }

    std::unique_ptr<tests::PrivateCluster> m_cluster;
    std::unique_ptr<tests::EngineBench> m_bench;
    std::unique_ptr<Connection> m_db;
};

QTEST_GUILESS_MAIN(Conformance)
#include "tst_conformance.moc"
