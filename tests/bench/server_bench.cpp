// SPDX-License-Identifier: GPL-3.0-or-later
// A hall on PostgreSQL, with a server of its own on this machine that writes through to the disk.
//   server_bench calls [--calls N]                     call and finish through our code, against the same statements bare
//   server_bench day [--stations N] [--seconds S]      a hall day, compressed: how long a call takes when everybody is at it.
//     Eight hours in ten minutes: a second is 48. A visit takes a quarter of an hour, a call is answered within the minute,
//     and the kiosks let in as many as the desks serve. Desks do not re-read their lists at each change, as windows do.
#include "app/queue/call_statements.h"
#include "app/station/line_worker.h"
#include "tests/support/line_fixture.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <barrier>
#include <cmath>
#include <functional>
#include <libpq-fe.h>
#include <mutex>
#include <random>
#include <thread>

using namespace hall;
using tests::LineFixture;
using tests::PrivateCluster;

namespace {

const QString kClerk = QStringLiteral("clerk");
// What our code sends for a call and a finish, statement by statement.
const std::string kBegin = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(1212238924, 1)";
const std::string kCommit = "SELECT pg_notify('hall_changed', current_schema()) WHERE pg_current_xact_id_if_assigned() IS NOT NULL; COMMIT";
const std::string kMayCall = "SELECT state, (SELECT number FROM ticket WHERE desk = $1 AND state IN ('called', 'serving')) FROM desk "
                             "WHERE number = $1 AND retired = 0";
const std::string kNow = "SELECT at FROM line_clock";
const std::string kDue = "SELECT id, desk FROM ticket WHERE state = 'parked' AND return_at <= $1";
const std::string kTicket =
    "SELECT t.id, t.key, t.number, t.day, t.block, s.code, c.code, t.evidence, t.party_size, t.language, t.state, "
    "t.arrived, t.counts_from, t.due, t.return_at, t.called_at, t.served_at, t.ended_at, t.desk, t.calls, "
    "t.out_of_turn, EXISTS (SELECT 1 FROM intake i WHERE i.ticket = t.id), t.receipt_code "
    "FROM ticket t JOIN service s ON s.id = t.service JOIN priority_class c ON c.id = t.class WHERE t.id = $1";
const std::string kEvent = "INSERT INTO ticket_event (ticket, kind, at, desk, actor, detail) VALUES ($1, $2, $3, $4, $5, $6)";
const std::string kAnnounce = "INSERT INTO announcement (ticket, desk, at) VALUES ($1, $2, $3)";
const std::string kFinish = "UPDATE ticket SET state = $2, service = (SELECT id FROM service WHERE code = $3), desk = $4, calls = $5, "
                            "return_at = $6, called_at = $7, served_at = $8, ended_at = $9, out_of_turn = $10, "
                            "first_called_at = coalesce(first_called_at, $7) WHERE id = $1";
const std::string kCallDetail(760, 'w'); // as long as the JSON that our code keeps with a call
const std::string kFinishDetail(190, 'w');

/// The same work on libpq alone.
class BareDesk
{
public:
    explicit BareDesk(const QString& url)
        : m_handle(PQconnectdb(url.toUtf8().constData()))
    {
        run("SET search_path = hall_line");
        run("SET jit = off");
    }
    ~BareDesk() { PQfinish(m_handle); }
    BareDesk(const BareDesk&) = delete;
    BareDesk& operator=(const BareDesk&) = delete;

    void callAndFinish(const std::string& desk, const std::string& now)
    {
        run(kBegin);
        ask(kMayCall, {desk});
        ask(kNow, {});
        ask(kDue, {now});
        const std::string id = ask(queue::kClaimStatement, {desk, now});
        ask(kTicket, {id});
        ask(kEvent, {id, "called", now, desk, "clerk", kCallDetail});
        ask(kAnnounce, {id, desk, now});
        run(kCommit);
        run(kBegin);
        ask(kTicket, {id});
        ask(kNow, {});
        ask(kFinish, {id, "finished", "A1", desk, "1", {}, now, now, now, "0"});
        ask(kEvent, {id, "finished", now, desk, "clerk", kFinishDetail});
        run(kCommit);
    }

private:
    void run(const std::string& sql)
    {
        PGresult* result = PQexec(m_handle, sql.c_str());
        if (PQresultStatus(result) != PGRES_COMMAND_OK && PQresultStatus(result) != PGRES_TUPLES_OK)
            qFatal("bare loop: %s", PQerrorMessage(m_handle));
        PQclear(result);
    }
    /// An empty value is NULL. The first column of the first row.
    std::string ask(const std::string& sql, const std::vector<std::string>& values)
    {
        std::string& name = m_prepared[sql];
        if (name.empty()) {
            name = "s" + std::to_string(m_prepared.size());
            PQclear(PQprepare(m_handle, name.c_str(), sql.c_str(), 0, nullptr));
        }
        std::vector<const char*> bytes;
        for (const std::string& value : values)
            bytes.push_back(value.empty() ? nullptr : value.c_str());
        PGresult* result = PQexecPrepared(m_handle, name.c_str(), static_cast<int>(bytes.size()), bytes.data(), nullptr, nullptr, 0);
        if (PQresultStatus(result) != PGRES_COMMAND_OK && PQresultStatus(result) != PGRES_TUPLES_OK)
            qFatal("bare loop: %s: %s", sql.c_str(), PQerrorMessage(m_handle));
        const std::string first = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
        PQclear(result);
        return first;
    }

    PGconn* m_handle;
    std::map<std::string, std::string> m_prepared;
};

/// A fresh hall with desks that are open and visitors that wait.
struct Hall
{
    Hall(PrivateCluster& cluster, int desks, int waiting)
        : fixture(store::HallPlace(cluster.url(cluster.createDatabase())))
    {
        const base::SystemClock clock;
        fixture.clock.set(clock.now());
        for (int desk = 1; desk <= desks; ++desk) {
            (void)fixture.line().execute("INSERT INTO desk (number, name) VALUES ($1, '{}') ON CONFLICT DO NOTHING", desk);
            if (!fixture.desks.open(desk, {QStringLiteral("A1"), QStringLiteral("A2")}, desk <= 2 ? QStringLiteral("clerk") : kClerk).ok())
                qFatal("desk %d does not open", desk);
        }
        const base::Status filled = fixture.line().transaction(sql::Mode::Write, [&] {
            return fixture.line().execute(
                "INSERT INTO ticket (key, day, number, block, service, class, state, arrived, counts_from, receipt_code) "
                "SELECT decode(lpad(to_hex(n), 32, '0'), 'hex'), '2000-01-01', 'X' || n, 'reception', 1 + n % 2, 1 + n % 2, 'waiting', "
                "$1 - 1000 * n, $1 - 1000 * n, 'R' || n FROM generate_series(1, $2) n",
                clock.now(), waiting);
        });
        if (!filled.ok())
            qFatal("%s", qPrintable(filled.error().message));
        (void)fixture.line().script("ANALYZE");
    }
    LineFixture fixture;
};

/// Calls per second with so many connections, all beginning at once.
double rate(int connections, int calls, const std::function<std::function<void(int)>(int)>& makeDesk)
{
    std::barrier ready(connections + 1);
    std::vector<std::jthread> threads;
    for (int desk = 1; desk <= connections; ++desk) {
        threads.emplace_back([&, desk] {
            const auto step = makeDesk(desk);
            ready.arrive_and_wait();
            for (int i = 0; i < calls / connections; ++i)
                step(desk);
        });
    }
    ready.arrive_and_wait();
    QElapsedTimer time;
    time.start();
    threads.clear();
    return 1000.0 * (calls / connections * connections) / static_cast<double>(std::max<qint64>(1, time.elapsed()));
}

std::function<void(int)> ourDesk(const store::HallPlace& place)
{
    struct Own
    {
        explicit Own(const store::HallPlace& hall)
            : store(LineFixture::open(hall))
            , queue(store.connection(), clock)
        {
        }
        base::SystemClock clock;
        store::LineStore store;
        queue::Queue queue;
    };
    return [own = std::make_shared<Own>(place)](int desk) {
        const auto called = own->queue.callNext(desk, kClerk);
        if (!called.ok() || !called->ticket || !own->queue.finish(called->ticket->id, kClerk).ok())
            qFatal("our loop: %s", called.ok() ? "nobody" : qPrintable(called.error().message));
    };
}

std::function<void(int)> bareDesk(const store::HallPlace& place)
{
    return [bare = std::make_shared<BareDesk>(place.url())](int desk) {
        bare->callAndFinish(std::to_string(desk), std::to_string(base::toMs(base::SystemClock().now())));
    };
}

int runCalls(int calls)
{
    PrivateCluster cluster({QStringLiteral("fsync=on"), QStringLiteral("max_connections=100"), QStringLiteral("shared_buffers=256MB")});
    QJsonArray rows;
    bool passed = cluster.isRunning();
    for (const int connections : {1, 4, 8, 32}) {
        QList<double> ours;
        QList<double> bares;
        for (int round = 0; round < 3; ++round) { // in turn, so that what else the machine does meets both
            Hall hall(cluster, connections, 2 * calls + 500);
            bares << rate(connections, calls, [&](int) { return bareDesk(hall.fixture.place()); });
            ours << rate(connections, calls, [&](int) { return ourDesk(hall.fixture.place()); });
        }
        std::sort(ours.begin(), ours.end());
        std::sort(bares.begin(), bares.end());
        const double ratio = ours[1] / bares[1];
        passed = passed && ratio >= 0.8;
        rows.append(QJsonObject{{QStringLiteral("connections"), connections},
                                {QStringLiteral("calls_per_s"), std::round(ours[1])},
                                {QStringLiteral("bare_per_s"), std::round(bares[1])},
                                {QStringLiteral("ratio"), std::round(ratio * 100) / 100}});
    }
    QTextStream(stdout) << QJsonDocument(QJsonObject{{QStringLiteral("bench"), QStringLiteral("server_calls")},
                                                     {QStringLiteral("calls"), calls},
                                                     {QStringLiteral("rows"), rows}}).toJson();
    return passed ? 0 : 1;
}

/// How long each step took, in milliseconds, and what went wrong.
class Log
{
public:
    void add(const char* step, double ms)
    {
        const std::scoped_lock lock(m_mutex);
        m_times[step].append(ms);
    }
    void fail(const base::Error& error)
    {
        const std::scoped_lock lock(m_mutex);
        if (++m_errors < 5)
            qWarning("%s", qPrintable(error.message));
    }
    int errors() const { return m_errors; }
    double p99(const char* step)
    {
        QList<double>& times = m_times[step];
        std::sort(times.begin(), times.end());
        return times.isEmpty() ? 0 : times[std::min(times.size() - 1, static_cast<qsizetype>(std::ceil(0.99 * double(times.size()))))];
    }
    QJsonObject json()
    {
        QJsonObject all;
        for (auto& [step, times] : m_times) {
            std::sort(times.begin(), times.end());
            all.insert(QString::fromStdString(step), QJsonObject{{QStringLiteral("count"), times.size()},
                                                                 {QStringLiteral("p50_ms"), times[times.size() / 2]},
                                                                 {QStringLiteral("p99_ms"), p99(step.c_str())},
                                                                 {QStringLiteral("max_ms"), times.last()}});
        }
        return all;
    }

private:
    std::mutex m_mutex;
    std::map<std::string, QList<double>, std::less<>> m_times;
    int m_errors = 0;
};

template <class F>
auto timed(Log& log, const char* step, F f)
{
    QElapsedTimer time;
    time.start();
    auto outcome = f();
    log.add(step, std::round(static_cast<double>(time.nsecsElapsed()) / 1e4) / 100);
    if (!outcome.ok())
        log.fail(outcome.error());
    return outcome;
}

void pauseFor(std::mt19937& random, double meanSeconds)
{
    const double seconds = std::exponential_distribution<double>(1 / meanSeconds)(random);
    std::this_thread::sleep_for(std::chrono::duration<double>(std::min(seconds, 4 * meanSeconds)));
}

/// One station's thread, with a connection of its own.
void runDesk(const store::HallPlace& place, int desk, Log& log, const std::atomic<bool>& over)
{
    const base::SystemClock clock;
    store::LineStore store = LineFixture::open(place);
    queue::Queue queue(store.connection(), clock);
    std::mt19937 random(static_cast<unsigned>(desk));
    while (!over) {
        pauseFor(random, 1.5);
        const auto called = timed(log, "call", [&] { return queue.callNext(desk, kClerk); });
        if (!called.ok() || !called->ticket)
            continue;
        pauseFor(random, 1);
        (void)timed(log, "serve", [&] { return queue.serve(called->ticket->id, kClerk); });
        pauseFor(random, 17);
        (void)timed(log, "finish", [&] { return queue.finish(called->ticket->id, kClerk); });
    }
}

void runKiosk(const store::HallPlace& place, int kiosk, double everySeconds, Log& log, const std::atomic<bool>& over)
{
    const base::SystemClock clock;
    store::LineStore store = LineFixture::open(place);
    queue::Queue queue(store.connection(), clock);
    std::mt19937 random(static_cast<unsigned>(1000 + kiosk));
    while (!over) {
        pauseFor(random, everySeconds);
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = random() % 2 ? QStringLiteral("A1") : QStringLiteral("A2");
        request.priorityClass = random() % 5 ? QStringLiteral("ordinary") : QStringLiteral("elderly");
        (void)timed(log, "issue", [&] { return queue.issue(request); });
    }
}

int runDay(int stations, int seconds)
{
    PrivateCluster cluster({QStringLiteral("fsync=on"), QStringLiteral("max_connections=%1").arg(stations + 20),
                            QStringLiteral("shared_buffers=256MB"), QStringLiteral("autovacuum=on")});
    const int kiosks = std::max(1, stations / 20);
    const int boards = std::max(1, stations / 10);
    const int desks = stations - kiosks - boards;
    Hall hall(cluster, desks, 200);
    Log log;
    std::atomic<bool> over = false;
    const base::SystemClock clock;
    // Boards read what they show whenever somebody else changed something.
    std::vector<std::unique_ptr<station::LineWorker>> workers;
    for (int i = 0; i < boards; ++i) {
        station::StationConfig config;
        config.storeUrl = hall.fixture.folder();
        config.stationName = QStringLiteral("board-%1").arg(i);
        workers.push_back(std::make_unique<station::LineWorker>(config, clock));
        station::LineWorker* worker = workers.back().get();
        QObject::connect(worker, &station::LineWorker::changed, qApp, [worker, &log](station::Topics topics) {
            if (topics.testFlag(station::Topic::Announcements))
                worker->run([&log](station::Line& line) { return timed(log, "board", [&] { return line.announcements.latest(5); }); });
        });
    }
    std::vector<std::jthread> threads;
    for (int desk = 1; desk <= desks; ++desk) { // they open one after the other, as in the morning
        threads.emplace_back([&, desk] { runDesk(hall.fixture.place(), desk, log, over); });
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
    }
    const double every = 19.5 * kiosks / desks;
    for (int kiosk = 0; kiosk < kiosks; ++kiosk)
        threads.emplace_back([&, kiosk] { runKiosk(hall.fixture.place(), kiosk, every, log, over); });
    QTimer::singleShot(seconds * 1000, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    over = true;
    threads.clear();
    workers.clear();
    const double p99 = log.p99("call");
    QTextStream(stdout) << QJsonDocument(QJsonObject{{QStringLiteral("bench"), QStringLiteral("server_day")},
                                                     {QStringLiteral("stations"), stations},
                                                     {QStringLiteral("seconds"), seconds},
                                                     {QStringLiteral("errors"), log.errors()},
                                                     {QStringLiteral("steps"), log.json()}}).toJson();
    return log.errors() == 0 && p99 < 50 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("HALL_KEYRING", "file");
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("what"), QStringLiteral("calls or day"));
    parser.addOptions({{QStringLiteral("calls"), QStringLiteral("how many"), QStringLiteral("N"), QStringLiteral("2000")},
                       {QStringLiteral("stations"), QStringLiteral("how many"), QStringLiteral("N"), QStringLiteral("200")},
                       {QStringLiteral("seconds"), QStringLiteral("how long"), QStringLiteral("S"), QStringLiteral("600")}});
    parser.process(application);
    if (parser.positionalArguments().value(0) == QLatin1StringView("day"))
        return runDay(parser.value(QStringLiteral("stations")).toInt(), parser.value(QStringLiteral("seconds")).toInt());
    return runCalls(parser.value(QStringLiteral("calls")).toInt());
}
