// SPDX-License-Identifier: GPL-3.0-or-later
// The server that writes dies in the middle of a hall day, the one that follows it takes over. What was acknowledged is there,
// none twice, and every program goes on by itself.
#include "app/queue/announcements.h"
#include "app/sql/connection.h"
#include "app/station/desk_worker.h"
#include "tests/server/server_hall.h"
#include "ui/kiosk/station_hall.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <QTimer>

using namespace hall;
using kiosk::GivenTicket;
using queue::TicketId;
using station::LineWorker;

namespace {

/// A program of the hall, and when it last did something.
struct Program
{
    explicit Program(QString programName)
        : name(std::move(programName))
    {
    }
    void worked() { last.start(); }
    QString name;
    QElapsedTimer last;
};

/// A visitor every moment; what the visitors hold in their hands.
class Kiosk : public QObject
{
public:
    Kiosk(const tests::ServerHall& hall, const QString& name, const base::Clock& clock)
        : program(name)
        , m_hall(hall)
        , m_worker(hall.config(QStringLiteral("kiosk-1"), name), clock)
        , m_gateway(m_worker, clock, nullptr)
    {
    }
    bool isReady() const { return m_worker.state() == LineWorker::State::Connected; }
    void start(int everyMs)
    {
        connect(&m_timer, &QTimer::timeout, this, &Kiosk::visit);
        m_timer.start(everyMs);
    }
    void stop() { m_timer.stop(); }

    Program program;
    QMap<QString, QString> shown; ///< number by receipt
    int refused = 0;
    int apart = 0;
    int asked = 0;

private:
    void visit()
    {
        kiosk::VisitRequest wanted;
        wanted.key = QUuid::createUuid();
        wanted.block = ++asked % 2 ? QStringLiteral("reception") : QStringLiteral("mediation");
        wanted.service = m_hall.service(wanted.block);
        wanted.priorityClass = QStringLiteral("ordinary");
        m_gateway.issue(wanted).then(this, [this](const base::Result<GivenTicket>& given) {
            if (!given.ok()) {
                ++refused;
                return;
            }
            apart += given->apart ? 1 : 0;
            if (!given->apart)
                program.worked();
            shown.insert(given->receiptCode, given->number);
        });
    }

    const tests::ServerHall& m_hall;
    LineWorker m_worker;
    kiosk::StationHall m_gateway;
    QTimer m_timer;
};

/// Calls, serves, writes down, finishes, without a pause.
class Desk : public QObject
{
public:
    Desk(const tests::ServerHall& hall, int number, const base::Clock& clock)
        : program(QStringLiteral("desk-%1").arg(number))
        , m_number(number)
        , m_worker(hall.config(QStringLiteral("desk-1"), program.name), clock)
    {
        connect(&m_worker, &LineWorker::stateChanged, this, [this](LineWorker::State state) {
            if (state == LineWorker::State::Connected)
                serveNext();
        });
    }
    bool isReady() const { return m_worker.state() == LineWorker::State::Connected; }
    void stop() { m_stopped = true; }

    Program program;
    QSet<qint64> finished; ///< acknowledged
    QSet<QString> entries; ///< acknowledged records of the case store
    int failures = 0;

private:
    void serveNext()
    {
        if (m_stopped || m_busy)
            return;
        m_busy = true;
        const auto work = [number = m_number](station::DeskRoom& room) -> base::Result<TicketId> {
            queue::Queue& queue = room.line.queue;
            const QString clerk = QStringLiteral("clerk-%1").arg(number);
            // Somebody whom this desk called before it lost the server may still stand in front of it.
            HALL_ASSIGN(auto visitor, queue.current(number));
            if (!visitor) {
                HALL_ASSIGN(const auto called, queue.callNext(number, clerk));
                if (!called.ticket)
                    return TicketId();
                visitor = called.ticket;
            }
            HALL_TRY(room.office.audit().append(QStringLiteral("test"), clerk, QString::number(visitor->id.value())));
            HALL_TRY(queue.finish(visitor->id, clerk));
            return visitor->id;
        };
        m_worker.serve(work).then(this, [this](const base::Result<TicketId>& done) {
            m_busy = false;
            if (!done.ok()) {
                ++failures;
                return; // goes on when it is connected again
            }
            program.worked();
            if (!done->isNull()) {
                finished.insert(done->value());
                entries.insert(QString::number(done->value()));
            }
            QTimer::singleShot(done->isNull() ? 20 : 0, this, [this] { serveNext(); });
        });
    }

    int m_number;
    bool m_busy = false;
    bool m_stopped = false;
    station::DeskWorker m_worker;
};

/// Reads what a board shows whenever it is told of a change.
class Board : public QObject
{
public:
    Board(const tests::ServerHall& hall, const base::Clock& clock)
        : program(QStringLiteral("board"))
        , m_worker(hall.config(QStringLiteral("board-1"), QStringLiteral("board")), clock)
    {
        connect(&m_worker, &LineWorker::changed, this, [this] {
            m_worker.run([](station::Line& line) { return line.announcements.latest(5); })
                .then(this, [this](const base::Result<QList<queue::Announcement>>& calls) {
                    if (calls.ok())
                        program.worked();
                });
        });
    }
    bool isReady() const { return m_worker.state() == LineWorker::State::Connected; }
    Program program;

private:
    LineWorker m_worker;
};

} // namespace

class TestFailover : public QObject
{
    Q_OBJECT

private slots:
    void thePrimaryDiesAndTheStandbyTakesOver();

private:
    void open(const tests::ServerHall& hall);
    qint64 killAndPromote(tests::ServerHall& hall, const QList<Program*>& programs);
    void close();
    void checkTickets(queue::Queue& queue);
    void checkVisits(store::LineStore& store, queue::Queue& queue);
    void checkEntries(const tests::ServerHall& hall);

    static constexpr int kDesks = 4;
    base::SystemClock m_clock;
    std::vector<std::unique_ptr<Kiosk>> m_kiosks;
    std::vector<std::unique_ptr<Desk>> m_desks;
};

void TestFailover::thePrimaryDiesAndTheStandbyTakesOver()
{
    tests::ServerHall hall(m_clock, tests::ServerHall::Servers::Two);
    QVERIFY2(hall.complaint().isEmpty(), qPrintable(hall.complaint()));
    open(hall);
    Board board(hall, m_clock);
    const auto ready = [](const auto& programs) {
        return std::all_of(programs.begin(), programs.end(), [](const auto& program) { return program->isReady(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(ready(m_kiosks) && ready(m_desks) && board.isReady(), 15'000);
    QTest::qWait(1000); // reserves are filled
    QList<Program*> programs{&board.program};
    for (const auto& kiosk : m_kiosks) {
        programs << &kiosk->program;
        kiosk->start(350);
    }
    for (const auto& desk : m_desks)
        programs << &desk->program;
    QTest::qWait(3000);
    const qint64 back = killAndPromote(hall, programs);
    QVERIFY2(back > 0 && back < 10'000, qPrintable(QString::number(back)));
    QTest::qWait(2000);
    close();
    auto store = store::LineStore::open(hall.place()).value();
    queue::Queue queue(store.connection(), m_clock);
    checkTickets(queue);
    checkVisits(store, queue);
    checkEntries(hall);
}

void TestFailover::open(const tests::ServerHall& hall)
{
    auto store = store::LineStore::open(hall.place()).value();
    queue::DeskRegister desks(store.connection(), m_clock);
    const QStringList services{hall.service(QStringLiteral("reception")), hall.service(QStringLiteral("mediation"))};
    for (int desk = 1; desk <= kDesks; ++desk) {
        QVERIFY(desks.open(desk, services, QStringLiteral("clerk-%1").arg(desk)).ok());
        m_desks.push_back(std::make_unique<Desk>(hall, desk, m_clock));
    }
    for (int kiosk = 1; kiosk <= 2; ++kiosk)
        m_kiosks.push_back(std::make_unique<Kiosk>(hall, QStringLiteral("kiosk-%1").arg(kiosk), m_clock));
}

/// How long it took until every program had done something again, in milliseconds; 0 when one did not.
qint64 TestFailover::killAndPromote(tests::ServerHall& hall, const QList<Program*>& programs)
{
    hall.cluster().stop(tests::PrivateCluster::Stop::Immediate);
    QElapsedTimer since;
    since.start();
    QTest::qWait(500); // whoever watches the servers needs a moment, too
    if (!hall.standby().promote())
        return 0;
    const qint64 promoted = since.elapsed();
    const auto worksAgain = [&](const Program* program) {
        return program->last.isValid() && since.elapsed() - program->last.elapsed() > promoted;
    };
    const auto allWork = [&] { return std::all_of(programs.begin(), programs.end(), worksAgain); };
    if (!QTest::qWaitFor(allWork, 20'000))
        return 0;
    qInfo("the standby wrote after %lld ms, every program after %lld ms", promoted, since.elapsed());
    return since.elapsed();
}

void TestFailover::close()
{
    for (const auto& kiosk : m_kiosks)
        kiosk->stop();
    QTest::qWait(1500);
    for (const auto& desk : m_desks)
        desk->stop();
    QTest::qWait(500);
}

/// Each ticket in a visitor's hand is in the line once, under its number; every number is accounted for.
void TestFailover::checkTickets(queue::Queue& queue)
{
    const QDate today = base::hallDay(m_clock.now());
    int tickets = 0;
    for (const auto& kiosk : m_kiosks) {
        QCOMPARE(kiosk->refused, 0);
        for (auto it = kiosk->shown.cbegin(); it != kiosk->shown.cend(); ++it, ++tickets) {
            const auto ticket = queue.ticketByReceipt(today, it.key()).value();
            QVERIFY2(ticket.has_value(), qPrintable(it.value()));
            QCOMPARE(ticket->number, it.value());
        }
    }
    QVERIFY(tickets > 10);
    const auto books = queue.books(today).value();
    for (const queue::SeriesBooks& block : books)
        QCOMPARE(block.missing, 0);
}

/// What a desk was told is done is done, by one desk and once.
void TestFailover::checkVisits(store::LineStore& store, queue::Queue& queue)
{
    QSet<qint64> finished;
    for (const auto& desk : m_desks) {
        QVERIFY(!finished.intersects(desk->finished));
        finished.unite(desk->finished);
    }
    QVERIFY(finished.size() > 5);
    for (const qint64 id : std::as_const(finished))
        QCOMPARE(queue.ticket(TicketId(id))->state, queue::TicketState::Finished);
    const auto number = [&](std::string_view sql) { return store.connection().value<int>(sql).value().value_or(-1); };
    QCOMPARE(number("SELECT count(*) FROM (SELECT ticket FROM ticket_event WHERE kind IN ('called', 'finished') GROUP BY ticket, kind "
                    "HAVING count(*) > 1) AS twice"), 0);
    QCOMPARE(number("SELECT count(*) - count(DISTINCT number) FROM ticket"), 0);
}

void TestFailover::checkEntries(const tests::ServerHall& hall)
{
    const auto office = store::CaseOffice::open(hall.place(), m_clock).value();
    QVERIFY(office->audit().verify()->broken.isEmpty());
    const auto records = office->audit().list(100'000).value();
    QSet<QString> kept;
    for (const store::AuditRecord& record : records)
        kept.insert(record.kind == QLatin1StringView("test") ? record.subject : QString());
    for (const auto& desk : m_desks)
        QVERIFY(kept.contains(desk->entries));
}

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
