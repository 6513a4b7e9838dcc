// SPDX-License-Identifier: GPL-3.0-or-later
// The line under many programs at once, and under programs that die. HALL_KILLS and HALL_OPERATIONS make it longer: the
// full measure is 50 kills during 10,000 issues and calls.
#include "tests/support/line_fixture.h"

#include <QSet>
#include <QTest>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace hall;
using queue::TicketId;
using tests::LineFixture;

namespace {

const QString kClerk = QStringLiteral("clerk");

/// What a program tells the world once the line has answered: the visitor holds the ticket, the board shows the call.
struct Shown
{
    enum Kind : qint32 { Issued, Called, Refused };
    Kind kind;
    qint32 serial; ///< of the ticket's number
    qint64 ticket;
};

/// Issues and calls without end; every answer goes into the pipe before the next step.
[[noreturn]] void program(const store::HallPlace& place, int desk, int pipe, int operations)
{
    auto store = LineFixture::open(place);
    const base::SystemClock clock;
    queue::Queue queue(store.connection(), clock);
    const auto tell = [&](Shown shown) {
        if (write(pipe, &shown, sizeof shown) != sizeof shown)
            _exit(2);
    };
    for (int i = 0; i < operations; ++i) {
        if (i % 2 == 0) {
            queue::IssueRequest request;
            request.key = QUuid::createUuid();
            request.service = i % 4 ? QStringLiteral("A1") : QStringLiteral("A2");
            const auto issued = queue.issue(request);
            if (issued.ok())
                tell({Shown::Issued, issued->ticket.number.mid(1).toInt(), issued->ticket.id.value()});
            else
                tell({Shown::Refused, 0, 0});
            continue;
        }
        const auto called = queue.callNext(desk, kClerk);
        if (!called.ok()) {
            // A program that died here left its visitor in front of the desk: the next one finds and finishes them.
            const auto left = queue.current(desk);
            if (left.ok() && *left)
                (void)queue.finish((*left)->id, kClerk);
            else
                tell({Shown::Refused, 0, 0});
        } else if (called->ticket) {
            tell({Shown::Called, called->ticket->number.mid(1).toInt(), called->ticket->id.value()});
            if (!queue.finish(called->ticket->id, kClerk).ok())
                tell({Shown::Refused, 0, 0});
        }
    }
    _exit(0);
}

} // namespace

class QueueProcesses : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        {
            LineFixture hall(LineFixture::onServer() ? store::HallPlace(LineFixture::cluster().url(LineFixture::cluster().createDatabase()))
                                                     : store::HallPlace(m_folder->path()));
            m_place = hall.place();
            for (int desk = 3; desk <= kPrograms; ++desk) {
                (void)hall.line().execute("INSERT INTO desk (number, name) VALUES ($1, '{}') ON CONFLICT DO NOTHING", desk);
                QVERIFY(hall.desks.open(desk, {QStringLiteral("A1"), QStringLiteral("A2")}, kClerk).ok());
            }
        }
        QCOMPARE(pipe(m_pipe), 0);
        m_shown.clear();
    }
    void cleanup()
    {
        ::close(m_pipe[0]);
        ::close(m_pipe[1]);
    }

    void manyProgramsAtOnce()
    {
        std::vector<pid_t> children;
        for (int desk = 1; desk <= kPrograms; ++desk)
            children.push_back(start(desk, 60));
        while (!children.empty()) {
            drain();
            children.erase(std::remove_if(children.begin(), children.end(),
                                          [](pid_t child) { return waitpid(child, nullptr, WNOHANG) == child; }),
                           children.end());
            usleep(2000);
        }
        drain();
        QCOMPARE(count(Shown::Refused), 0);
        QCOMPARE(count(Shown::Issued), kPrograms * 30);
        checkBooks();
    }

    void programsThatDie()
    {
        const int kills = qEnvironmentVariableIntValue("HALL_KILLS") > 0 ? qEnvironmentVariableIntValue("HALL_KILLS") : 12;
        const int operations =
            qEnvironmentVariableIntValue("HALL_OPERATIONS") > 0 ? qEnvironmentVariableIntValue("HALL_OPERATIONS") : 600;
        std::mt19937 random(20260305);
        std::vector<pid_t> children(kPrograms);
        for (int desk = 1; desk <= kPrograms; ++desk)
            children[static_cast<size_t>(desk - 1)] = start(desk, 1'000'000);
        for (int killed = 0; killed < kills || m_shown.size() < operations; ++killed) {
            usleep(std::uniform_int_distribution<useconds_t>(1000, 60'000)(random));
            drain();
            const size_t victim = std::uniform_int_distribution<size_t>(0, kPrograms - 1)(random);
            kill(children[victim], SIGKILL);
            waitpid(children[victim], nullptr, 0);
            children[victim] = start(static_cast<int>(victim) + 1, 1'000'000);
        }
        for (const pid_t child : children) {
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
        }
        drain();
        QCOMPARE(count(Shown::Refused), 0);
        checkBooks();
    }

private:
    static constexpr int kPrograms = 6;

    pid_t start(int desk, int operations)
    {
        const pid_t child = fork();
        if (child == 0)
            program(*m_place, desk, m_pipe[1], operations);
        return child;
    }

    void drain()
    {
        // The writing end stays open here, so the end of what is there is told by the pipe's count of bytes.
        Shown shown;
        while (true) {
            fd_set set;
            FD_ZERO(&set);
            FD_SET(m_pipe[0], &set);
            timeval none = {0, 0};
            if (select(m_pipe[0] + 1, &set, nullptr, nullptr, &none) <= 0)
                return;
            QCOMPARE(read(m_pipe[0], &shown, sizeof shown), ssize_t(sizeof shown));
            m_shown.append(shown);
        }
    }

    int count(Shown::Kind kind) const
    {
        return static_cast<int>(std::count_if(m_shown.begin(), m_shown.end(),
                                              [&](const Shown& shown) { return shown.kind == kind; }));
    }

    /// What was shown is there; nobody has a number twice, nobody was called twice, no number is missing.
    void checkBooks()
    {
        store::LineStore opened = LineFixture::open(*m_place);
        sql::Connection& line = opened.connection();
        QVERIFY(line.integrityComplaints()->isEmpty());
        QSet<qint64> issued;
        QSet<qint64> called;
        for (const Shown& shown : m_shown) {
            if (shown.kind == Shown::Refused)
                continue;
            const auto number = line.value<QString>("SELECT number FROM ticket WHERE id = $1", shown.ticket);
            QVERIFY(number->has_value());
            QCOMPARE((*number)->mid(1).toInt(), shown.serial);
            QSet<qint64>& seen = shown.kind == Shown::Issued ? issued : called;
            QVERIFY(!seen.contains(shown.ticket));
            seen.insert(shown.ticket);
        }
        const auto number = [&](std::string_view sql) { return line.value<qint64>(sql).value().value_or(-1); };
        QCOMPARE(number("SELECT count(*) FROM ticket"), number("SELECT sum(last) FROM series"));
        QCOMPARE(number("SELECT count(DISTINCT number) FROM ticket"), number("SELECT count(*) FROM ticket"));
        QCOMPARE(number("SELECT count(*) FROM (SELECT ticket FROM ticket_event WHERE kind = 'called' GROUP BY ticket "
                        "HAVING count(*) > 1) AS twice"),
                 0);
        QCOMPARE(number("SELECT count(*) FROM ticket WHERE state = 'waiting' AND id IN "
                        "(SELECT ticket FROM ticket_event WHERE kind = 'called')"),
                 0);
        QCOMPARE(number("SELECT count(*) FROM ticket t WHERE (SELECT count(*) FROM ticket_event e WHERE "
                        "e.ticket = t.id AND e.kind = 'issued') <> 1"),
                 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<store::HallPlace> m_place;
    int m_pipe[2] = {-1, -1};
    QList<Shown> m_shown;
};

QTEST_GUILESS_MAIN(QueueProcesses)
#include "tst_queue_processes.moc"
