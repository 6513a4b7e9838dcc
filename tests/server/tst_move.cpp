// SPDX-License-Identifier: GPL-3.0-or-later
// A hall moves from a folder to a server: all of it, or nothing.
#include "app/ctl/hall_maker.h"
#include "app/queue/desk_register.h"
#include "app/queue/queue.h"
#include "app/sql/postgres/postgres_connection.h"
#include "app/store/hall_move.h"
#include "app/store/intake_custody.h"
#include "tests/server/server_hall.h"

#include <QJsonArray>
#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace hall;
using namespace hall::store;
using base::ErrorCode;

class TestMove : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_cluster.isRunning(), qPrintable(m_cluster.complaint())); }
    void init();
    void everyTableIsNamed();
    void theTablesAreTheSame();
    void theWholeHallIsThere();
    void anOpenDeskStopsIt();
    void aServerThatHoldsAHallIsRefused();
    void onlyFromAFolderToAServer();
    void itIsKilledOnTheWay();
    void theServerDiesOnTheWay();
    void oneChangedByteIsSeen();
    void aBrokenTrailIsNotMoved();

private:
    HallPlace target()
    {
        m_database = m_cluster.createDatabase();
        return {m_cluster.url(m_database), m_temporary->filePath(QStringLiteral("admin-of-") + m_database)};
    }
    void mustStillWork()
    {
        auto line = LineStore::open(m_from).value();
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = QStringLiteral("legal-advice");
        QVERIFY(queue::Queue(line.connection(), m_clock).issue(request).ok());
    }

    base::SystemClock m_clock;
    tests::PrivateCluster m_cluster;
    QString m_database;
    std::unique_ptr<QTemporaryDir> m_temporary;
    HallPlace m_from = HallPlace(QString());
    QString m_passphrase; ///< of li
};

/// The demo hall: a year of history, staff of every role, sealed intakes; its day is over.
void TestMove::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_from = HallPlace(m_temporary->filePath(QStringLiteral("hall")));
    const auto made = ctl::makeHallFor({m_from, true, {}}, m_clock);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const QJsonArray staff = made->json.toObject().value(QLatin1StringView("staff")).toArray();
    for (const QJsonValue& person : staff) {
        if (person.toObject().value(QLatin1StringView("name")) == QLatin1StringView("li"))
            m_passphrase = person.toObject().value(QLatin1StringView("passphrase")).toString();
    }
    auto line = LineStore::open(m_from).value();
    QVERIFY(queue::Queue(line.connection(), m_clock).closeDay(base::hallDay(m_clock.now()), {}).ok());
}

void TestMove::everyTableIsNamed()
{
    auto line = LineStore::open(m_from).value();
    auto cases = CaseStore::open(m_from).value();
    const std::pair<const char*, sql::Connection*> parts[] = {{"line", &line.connection()}, {"case", &cases.connection()}};
    for (const auto& [part, store] : parts) {
        QStringList there;
        auto rows = store->query("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'hall_version'").value();
        while (rows.next().value())
            there << rows.get<QString>(0);
        QStringList named = tablesOf(QString::fromLatin1(part));
        there.sort();
        named.sort();
        QCOMPARE(named, there);
    }
}

// What the migrations of the two engines make may differ in its types, and in nothing else.
void TestMove::theTablesAreTheSame()
{
    const HallPlace to = target();
    QVERIFY(makeHall(tests::ServerHall::plan(to), m_clock).ok());
    auto line = LineStore::open(m_from).value();
    auto cases = CaseStore::open(m_from).value();
    auto newLine = LineStore::open(to).value();
    auto newCases = CaseStore::open(to).value();
    const std::tuple<QString, sql::Connection*, sql::Connection*> parts[] = {
        {QStringLiteral("line"), &line.connection(), &newLine.connection()},
        {QStringLiteral("case"), &cases.connection(), &newCases.connection()}};
    for (const auto& [part, here, there] : parts) {
        for (const QString& table : tablesOf(part)) {
            QStringList columns = here->columnsOf(table).value();
            if (table == QLatin1StringView("ticket_event"))
                columns << QStringLiteral("login"); // the folder knows no accounts
            QVERIFY2(!columns.isEmpty(), qPrintable(table));
            QCOMPARE(there->columnsOf(table).value(), columns);
        }
    }
}

void TestMove::theWholeHallIsThere()
{
    const HallPlace to = target();
    const auto moved = moveHall(m_from, to, m_clock);
    QVERIFY2(moved.ok(), moved.ok() ? "" : qPrintable(moved.error().message));
    QVERIFY(std::any_of(moved->begin(), moved->end(), [](const MovedTable& t) { return t.name == QLatin1StringView("ticket") && t.rows > 9000; }));
    // Work goes on there: somebody signs in, a ticket is issued with a new id, and called.
    const auto office = CaseOffice::open(to, m_clock);
    QVERIFY2(office.ok(), office.ok() ? "" : qPrintable(office.error().message));
    QVERIFY((*office)->staff().signIn(QStringLiteral("li"), seal::SecretBuffer::copyOf(m_passphrase.toUtf8())).ok());
    QVERIFY((*office)->audit().verify()->broken.isEmpty());
    auto line = LineStore::open(to).value();
    queue::Queue queue(line.connection(), m_clock);
    QVERIFY(queue::DeskRegister(line.connection(), m_clock).open(3, {QStringLiteral("legal-advice")}, QStringLiteral("zhang")).ok());
    queue::IssueRequest request;
    request.key = QUuid::createUuid();
    request.service = QStringLiteral("legal-advice");
    const auto issued = queue.issue(request);
    QVERIFY2(issued.ok(), issued.ok() ? "" : qPrintable(issued.error().message));
    QCOMPARE(queue.callNext(3, QStringLiteral("zhang"))->ticket->id, issued->ticket.id);
    // The old folder says where it went, to whoever opens it and to whoever has it open.
    const auto old = LineStore::open(m_from);
    QCOMPARE(old.error().code, ErrorCode::StoreUnavailable);
    QVERIFY(old.error().message.contains(to.shown()));
    QCOMPARE(moveHall(m_from, target(), m_clock).error().code, ErrorCode::StoreUnavailable);
}

void TestMove::anOpenDeskStopsIt()
{
    {
        auto line = LineStore::open(m_from).value();
        QVERIFY(queue::DeskRegister(line.connection(), m_clock).open(3, {QStringLiteral("legal-advice")}, QStringLiteral("zhang")).ok());
    }
    const HallPlace to = target();
    const auto refused = moveHall(m_from, to, m_clock);
    QCOMPARE(refused.error().code, ErrorCode::DeskBusy);
    QCOMPARE(LineStore::open(to).error().code, ErrorCode::StoreNotFound);
    mustStillWork();
}

void TestMove::aServerThatHoldsAHallIsRefused()
{
    const HallPlace to = target();
    QVERIFY(makeHall(tests::ServerHall::plan(to), m_clock).ok());
    QCOMPARE(moveHall(m_from, to, m_clock).error().code, ErrorCode::StoreExists);
    QVERIFY(LineStore::open(to).ok());
    mustStillWork();
}

void TestMove::onlyFromAFolderToAServer()
{
    QCOMPARE(moveHall(m_from, HallPlace(m_temporary->filePath(QStringLiteral("other"))), m_clock).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(moveHall(target(), target(), m_clock).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(moveHall(HallPlace(m_temporary->filePath(QStringLiteral("nothing"))), target(), m_clock).error().code, ErrorCode::StoreNotFound);
}

void TestMove::itIsKilledOnTheWay()
{
    const HallPlace to = target();
    int pipe[2];
    QCOMPARE(::pipe(pipe), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        (void)moveHall(m_from, to, m_clock, [&](const MovedTable& table) {
            if (table.name == QLatin1StringView("ticket"))
                (void)!::write(pipe[1], "x", 1);
        });
        ::_exit(0);
    }
    char half = 0;
    QCOMPARE(::read(pipe[0], &half, 1), 1);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(pipe[0]);
    ::close(pipe[1]);
    QCOMPARE(LineStore::open(to).error().code, ErrorCode::StoreNotFound); // unfinished is not there
    mustStillWork();
    const auto again = moveHall(m_from, to, m_clock);
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
    QVERIFY(LineStore::open(to).ok());
}

void TestMove::theServerDiesOnTheWay()
{
    const HallPlace to = target();
    const auto cut = moveHall(m_from, to, m_clock, [&](const MovedTable& table) {
        if (table.name == QLatin1StringView("ticket"))
            m_cluster.stop(tests::PrivateCluster::Stop::Immediate);
    });
    QCOMPARE(cut.error().code, ErrorCode::StoreUnavailable);
    mustStillWork();
    QVERIFY(m_cluster.start());
    const auto again = moveHall(m_from, to, m_clock);
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
}

void TestMove::oneChangedByteIsSeen()
{
    auto line = LineStore::open(m_from).value();
    const QString ticket = QStringLiteral("ticket");
    const QStringList columns = line.connection().columnsOf(ticket).value();
    const auto before = weigh(line.connection(), QStringLiteral("line"), ticket, columns).value();
    for (const char* change : {"UPDATE ticket SET receipt_code = substr(receipt_code, 1, 7) || '*' WHERE id = 5000",
                               "UPDATE ticket SET arrived = arrived + 1 WHERE id = 5000", "UPDATE ticket SET due = 1 WHERE id = 5000",
                               "UPDATE ticket SET predicted_p50 = predicted_p50 + 1e-9 WHERE id = 5000",
                               "UPDATE ticket SET key = x'00112233445566778899aabbccddeeff' WHERE id = 5000"}) {
        const base::Status undone = line.connection().transaction(sql::Mode::Write, [&]() -> base::Status {
            HALL_TRY(line.connection().execute(change));
            HALL_ASSIGN(const auto after, weigh(line.connection(), QStringLiteral("line"), ticket, columns));
            return base::Error{after == before ? ErrorCode::Internal : ErrorCode::Cancelled, {}};
        });
        QVERIFY2(undone.error().code == ErrorCode::Cancelled, change);
    }
    QVERIFY(weigh(line.connection(), QStringLiteral("line"), ticket, columns).value() == before);
}

void TestMove::aBrokenTrailIsNotMoved()
{
    {
        auto cases = CaseStore::open(m_from).value();
        QVERIFY(cases.connection().execute("DROP TRIGGER audit_unchanged").ok());
        QVERIFY(cases.connection().execute("UPDATE audit SET record = x'00' WHERE seq = 3").ok());
    }
    const HallPlace to = target();
    QCOMPARE(moveHall(m_from, to, m_clock).error().code, ErrorCode::SignatureInvalid);
    QCOMPARE(LineStore::open(to).error().code, ErrorCode::StoreNotFound);
}

QTEST_GUILESS_MAIN(TestMove)
#include "tst_move.moc"
