// SPDX-License-Identifier: GPL-3.0-or-later
// The rule of the line stands twice: in SQL, where it chooses and claims in one statement, and in memory, where it is
// simulated and waits are estimated. On random lines both must call the same visitors in the same order.
#include "app/queue/scheduler.h"
#include "tests/support/line_fixture.h"

#include <QTest>
#include <random>

using namespace hall;
using namespace hall::queue;
using tests::LineFixture;

class SchedulerAgrees : public QObject
{
    Q_OBJECT

private slots:
    void callsTheSame_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"accumulating", "strict", "fifo"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void callsTheSame()
    {
        QFETCH(QString, kind);
        for (unsigned seed = 1; seed <= 2; ++seed)
            playOne(*policyFromName(kind), seed);
    }

private:
    static Policy policyOf(PolicyKind kind, std::mt19937& random)
    {
        const double rates[] = {0.25, 0.5, 1.0, 2.0};
        Policy policy;
        policy.kind = kind;
        policy.bound = random() % 3 ? 2400 : 0;
        int rank = 0;
        for (const char* code : {"ordinary", "elderly", "booked"})
            policy.classes.append({QString::fromLatin1(code), rates[random() % 4], 300.0 * static_cast<double>(random() % 5), rank++});
        return policy;
    }

    void playOne(PolicyKind kind, unsigned seed)
    {
        std::mt19937 random(seed);
        const Policy policy = policyOf(kind, random);
        LineFixture hall;
        QVERIFY(hall.line().execute("UPDATE policy SET bound_s = $1", policy.bound).ok());
        for (const ClassRule& rule : policy.classes) {
            const ClassRule e = policy.effective(rule);
            QVERIFY(hall.line().execute("UPDATE priority_class SET rank = $2, rate = $3, head_start = $4 WHERE code = $1",
                                        e.code, e.rank, e.rate, e.headStart).ok());
        }
        const QStringList services = {QStringLiteral("A1"), QStringLiteral("A2"), QStringLiteral("B1")};
        QVERIFY(hall.desks.open(3, {QStringLiteral("A2"), QStringLiteral("B1")}, QStringLiteral("clerk")).ok());
        const std::vector<std::vector<int>> skills = {{0, 1}, {0, 1}, {1, 2}};

        Scheduler scheduler(weightsOf(policy), 3, policy.bound);
        int now = 0;
        int calls = 0;
        for (int step = 0; step < 120; ++step) {
            const int passed = static_cast<int>(random() % 4) * 60; // whole minutes: many claims are equal
            hall.clock.advance(std::chrono::seconds(passed));
            now += passed;
            if (random() % 5 < 3) {
                const int service = static_cast<int>(random() % 3);
                const int priorityClass = static_cast<int>(random() % 3);
                const Ticket ticket = hall.issue(services.at(service), policy.classes.at(priorityClass).code);
                scheduler.join({static_cast<int>(ticket.id.value()), service, priorityClass, double(now)});
                continue;
            }
            const int desk = static_cast<int>(random() % 3) + 1;
            const auto called = hall.queue.callNext(desk, QStringLiteral("clerk"));
            QVERIFY2(called.ok(), called.ok() ? "" : qPrintable(called.error().message));
            const auto expected = scheduler.takeBest(skills[static_cast<size_t>(desk - 1)], now);
            QCOMPARE(called->ticket.has_value(), expected.has_value());
            if (!expected)
                continue;
            ++calls;
            QCOMPARE(called->ticket->id.value(), qint64(expected->id));
            QVERIFY(hall.queue.finish(called->ticket->id, QStringLiteral("clerk")).ok());
        }
        QVERIFY(calls > 15);
    }
};

QTEST_GUILESS_MAIN(SchedulerAgrees)
#include "tst_scheduler_agrees.moc"
