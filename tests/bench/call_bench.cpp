// SPDX-License-Identifier: GPL-3.0-or-later
// Issue and call-next against the bare engine, in one run, as ratios:
//   call_bench contention [calls] [processes]   16 processes calling without pause, 500 waiting
//   call_bench cost [rounds]                    one process: our code against the same rows written bare
#include "tests/bench/bare_line.h"
#include "tests/support/line_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <new>
#include <numeric>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace hall;
using bench::BareLine;
using tests::LineFixture;

namespace {

constexpr int kWaiting = 500;
constexpr int kMostCalls = 200'000;
const QString kClerk = QStringLiteral("clerk");

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What the processes share.
struct Board
{
    std::atomic<int> ready;
    std::atomic<bool> go;
    std::atomic<int> taken;  ///< calls begun
    std::atomic<int> errors; ///< any error shown to a caller
    std::atomic<int> empty;  ///< calls that found nobody
    std::atomic<int> done;
    float seconds[kMostCalls];
};

Board* newBoard()
{
    void* memory = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return new (memory) Board{};
}

/// A hall with `desks` open desks and 500 visitors waiting, closed again before anybody forks.
void prepare(const QString& folder, int desks)
{
    LineFixture hall(folder);
    for (int desk = 1; desk <= desks; ++desk) {
        if (desk > 3)
            (void)hall.line().execute("INSERT INTO desk (number, name) VALUES ($1, '{}')", desk);
        (void)hall.desks.open(desk, {QStringLiteral("A1"), QStringLiteral("A2")}, kClerk);
    }
    for (int i = 0; i < kWaiting; ++i)
        hall.issue(i % 2 ? QStringLiteral("A1") : QStringLiteral("A2"),
                   i % 3 ? QStringLiteral("ordinary") : QStringLiteral("elderly"));
}

qint64 nowMs()
{
    return base::toMs(base::SystemClock().now());
}

/// call → finish → a new visitor, so that 500 go on waiting. Only the call is timed.
template <class Call, class Rest>
void work(Board* board, int calls, Call call, Rest rest)
{
    ++board->ready;
    while (!board->go)
        usleep(100);
    while (true) {
        const int mine = board->taken++;
        if (mine >= calls)
            return;
        const auto start = std::chrono::steady_clock::now();
        const auto ticket = call();
        board->seconds[mine] = static_cast<float>(secondsSince(start));
        rest(ticket);
        ++board->done;
    }
}

void ours(Board* board, const QString& folder, int desk, int calls)
{
    auto store = store::LineStore::open(folder, LineFixture::key()).value();
    const base::SystemClock clock;
    queue::Queue queue(store.connection(), clock);
    work(
        board, calls,
        [&] {
            const auto called = queue.callNext(desk, kClerk);
            board->errors += called.ok() ? 0 : 1;
            return called.ok() && called->ticket ? called->ticket->id : queue::TicketId();
        },
        [&](queue::TicketId ticket) {
            if (ticket.isNull()) {
                ++board->empty;
                return;
            }
            board->errors += queue.finish(ticket, kClerk).ok() ? 0 : 1;
            queue::IssueRequest request;
            request.key = QUuid::createUuid();
            request.service = QStringLiteral("A1");
            board->errors += queue.issue(request).ok() ? 0 : 1;
        });
}

void bare(Board* board, const QString& folder, int desk, int calls)
{
    BareLine line(folder, LineFixture::key(), BareLine::Turn::Flock);
    work(
        board, calls, [&] { return line.callNext(desk, nowMs()); },
        [&](qint64 ticket) {
            line.finish(ticket, desk, nowMs());
            line.issue(nowMs());
        });
}

struct Contention
{
    double perSecond = 0;
    double p99 = 0;
    double slowest = 0;
    int errors = 0;
    int empty = 0;
};

template <class Worker>
Contention contend(Worker worker, const QString& folder, int processes, int calls)
{
    prepare(folder, processes);
    Board* board = newBoard();
    for (int desk = 1; desk <= processes; ++desk) {
        if (fork() == 0) {
            worker(board, folder, desk, calls);
            _exit(0);
        }
    }
    while (board->ready < processes)
        usleep(1000);
    const auto start = std::chrono::steady_clock::now();
    board->go = true;
    while (wait(nullptr) > 0) {
    }
    Contention result;
    result.perSecond = calls / secondsSince(start);
    std::sort(board->seconds, board->seconds + calls);
    result.p99 = board->seconds[calls * 99 / 100];
    result.slowest = board->seconds[calls - 1];
    result.errors = board->errors + (calls - board->done);
    result.empty = board->empty;
    munmap(board, sizeof(Board));
    return result;
}

/// The accounts of the whole run: every visitor called at most once, and nobody neither waiting nor called.
QJsonObject books(const QString& folder, int calls)
{
    auto store = store::LineStore::open(folder, LineFixture::key()).value();
    const auto count = [&](std::string_view sql) { return store.connection().value<int>(sql).value().value_or(-1); };
    return {{QStringLiteral("called"), count("SELECT count(*) FROM ticket_event WHERE kind = 'called'")},
            {QStringLiteral("expected_calls"), calls},
            {QStringLiteral("called_twice"), count("SELECT count(*) FROM (SELECT ticket FROM ticket_event WHERE "
                                                   "kind = 'called' GROUP BY ticket HAVING count(*) > 1)")},
            {QStringLiteral("lost"),
             count("SELECT count(*) FROM ticket WHERE state NOT IN ('waiting', 'finished')")
                 + count("SELECT abs((SELECT count(*) FROM ticket) - (SELECT sum(last) FROM series))")},
            {QStringLiteral("waiting"), count("SELECT count(*) FROM ticket WHERE state = 'waiting'")},
            {QStringLiteral("integrity_complaints"), static_cast<int>(store.connection().integrityComplaints()->size())}};
}

QJsonObject contention(int calls, int processes)
{
    QTemporaryDir ourFolder;
    QTemporaryDir bareFolder;
    const Contention mine = contend(ours, ourFolder.path(), processes, calls);
    const Contention floor = contend(bare, bareFolder.path(), processes, calls);
    return {{QStringLiteral("processes"), processes},
            {QStringLiteral("calls"), calls},
            {QStringLiteral("calls_per_second"), mine.perSecond},
            {QStringLiteral("bare_calls_per_second"), floor.perSecond},
            {QStringLiteral("throughput_ratio"), mine.perSecond / floor.perSecond},
            {QStringLiteral("p99_ms"), mine.p99 * 1000},
            {QStringLiteral("slowest_ms"), mine.slowest * 1000},
            {QStringLiteral("bare_slowest_ms"), floor.slowest * 1000},
            {QStringLiteral("errors"), mine.errors},
            {QStringLiteral("empty"), mine.empty},
            {QStringLiteral("books"), books(ourFolder.path(), calls)}};
}

double median(std::vector<double>& values)
{
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

template <class F>
void timed(std::vector<double>& into, F f)
{
    const auto start = std::chrono::steady_clock::now();
    f();
    into.push_back(secondsSince(start));
}

/// Ours and bare take turns, so that whatever the machine does meanwhile meets both.
QJsonObject cost(int rounds)
{
    QTemporaryDir ourFolder;
    QTemporaryDir bareFolder;
    prepare(ourFolder.path(), 1);
    prepare(bareFolder.path(), 1);
    auto store = store::LineStore::open(ourFolder.path(), LineFixture::key()).value();
    const base::SystemClock clock;
    queue::Queue queue(store.connection(), clock);
    BareLine line(bareFolder.path(), LineFixture::key(), BareLine::Turn::EngineOnly);
    std::vector<double> ourIssue, bareIssue, ourCall, bareCall;
    for (int i = 0; i < rounds; ++i) {
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = QStringLiteral("A1");
        timed(ourIssue, [&] { (void)queue.issue(request); });
        qint64 bareTicket = 0;
        timed(bareIssue, [&] { bareTicket = line.writeIssueRows(nowMs(), kWaiting + 1 + i); });
        queue::TicketId ticket;
        timed(ourCall, [&] { ticket = queue.callNext(1, kClerk)->ticket->id; });
        timed(bareCall, [&] { line.writeCallRows(bareTicket, 1, nowMs()); });
        (void)queue.finish(ticket, kClerk);
        line.finish(bareTicket, 1, nowMs());
    }
    const double issueRatio = median(ourIssue) / median(bareIssue);
    const double callRatio = median(ourCall) / median(bareCall);
    return {{QStringLiteral("rounds"), rounds},
            {QStringLiteral("issue_ms"), median(ourIssue) * 1000},
            {QStringLiteral("bare_issue_ms"), median(bareIssue) * 1000},
            {QStringLiteral("issue_ratio"), issueRatio},
            {QStringLiteral("call_ms"), median(ourCall) * 1000},
            {QStringLiteral("bare_call_ms"), median(bareCall) * 1000},
            {QStringLiteral("call_ratio"), callRatio}};
}

} // namespace

int main(int argc, char** argv)
{
    const auto number = [&](int index, int otherwise) { return argc > index ? atoi(argv[index]) : otherwise; };
    const QByteArray mode = argc > 1 ? argv[1] : "";
    QJsonObject result;
    if (mode == "contention")
        result = contention(std::min(number(2, 100'000), kMostCalls), number(3, 16));
    else if (mode == "cost")
        result = cost(number(2, 3000));
    else {
        std::fputs("usage: call_bench contention [calls] [processes] | cost [rounds]\n", stderr);
        return 2;
    }
    std::fputs(QJsonDocument(result).toJson().constData(), stdout);
    return 0;
}
