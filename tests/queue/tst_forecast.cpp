// SPDX-License-Identifier: GPL-3.0-or-later
// The wait that a visitor is told: what it knows of the hall, and how good it was.
#include "app/queue/forecast.h"
#include "tests/support/line_fixture.h"

#include <QTest>

using namespace hall;
using namespace hall::queue;
using namespace std::chrono_literals;

namespace {

const QString kClerk = QStringLiteral("clerk");

/// A hall with two busy desks and `waiting` visitors for A1.
class BusyHall : public tests::LineFixture
{
public:
    explicit BusyHall(int waiting)
    {
        for (int desk : {1, 2}) {
            const Ticket visit = issue();
            const auto called = queue.callNext(desk, kClerk);
            Q_ASSERT(called.ok() && called->ticket->id == visit.id);
            const auto served = queue.serve(visit.id, kClerk);
            Q_ASSERT(served.ok());
        }
        for (int i = 0; i < waiting; ++i)
            issue();
    }
    /// A new picture each time: the forecast keeps one for two seconds.
    WaitRange told(const char* service = "A1", const char* priorityClass = "ordinary")
    {
        Forecast forecast(line(), clock);
        const auto range = forecast.newcomer(QString::fromLatin1(service), QString::fromLatin1(priorityClass));
        Q_ASSERT(range.ok());
        return *range;
    }
};

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private slots:
    void aFreeDeskMeansNoWait()
    {
        tests::LineFixture hall;
        Forecast forecast(hall.line(), hall.clock);
        const auto range = forecast.newcomer(QStringLiteral("A1"), QStringLiteral("ordinary"));
        QVERIFY(range.ok());
        QVERIFY2(range->p90 < 60, qPrintable(QString::number(range->p90)));
    }

    void theRangeGrowsWithTheLine()
    {
        double before = -1;
        for (const int waiting : {0, 4, 12, 30}) {
            const WaitRange range = BusyHall(waiting).told();
            QVERIFY(range.p50 <= range.p90);
            QVERIFY2(range.p50 > before, qPrintable(QString::number(range.p50)));
            before = range.p50;
        }
    }

    void aDeskOnPauseIsLeftOut()
    {
        BusyHall hall(12);
        const WaitRange both = hall.told();
        QVERIFY(hall.desks.pause(2, kClerk).ok());
        const WaitRange one = hall.told();
        QVERIFY2(one.p50 > both.p50 * 1.5, qPrintable(QStringLiteral("%1 %2").arg(both.p50).arg(one.p50)));
    }

    void aDeskWithoutTheSkillIsNoHelp()
    {
        BusyHall hall(12);
        const WaitRange before = hall.told();
        QVERIFY(hall.desks.open(3, {QStringLiteral("B1")}, kClerk).ok());
        QVERIFY(qAbs(hall.told().p50 - before.p50) < before.p50 * 0.15); // the draw of a random sample apart
        QVERIFY(hall.desks.open(3, {QStringLiteral("A1")}, kClerk).ok());
        QVERIFY(hall.told().p50 < before.p50 * 0.9);
    }

    void aHeadStartShortens()
    {
        BusyHall hall(12);
        const WaitRange ordinary = hall.told();
        const WaitRange elderly = hall.told("A1", "elderly");
        QVERIFY2(elderly.p50 < ordinary.p50, qPrintable(QStringLiteral("%1 %2").arg(elderly.p50).arg(ordinary.p50)));
    }

    void whoIsParkedComesBack()
    {
        BusyHall hall(6);
        const WaitRange before = hall.told();
        // Ten of another hall's worth, parked and due in a minute: they go before a newcomer.
        for (int i = 0; i < 10; ++i) {
            const Ticket visitor = hall.issue();
            QVERIFY(hall.line().execute("UPDATE ticket SET state = 'parked', return_at = $1 WHERE id = $2",
                                        hall.clock.now() + 60s, visitor.id).ok());
        }
        const WaitRange after = hall.told();
        QVERIFY2(after.p50 > before.p50 * 1.3, qPrintable(QStringLiteral("%1 %2").arg(before.p50).arg(after.p50)));
    }

    void whoIsBookedIsExpected()
    {
        BusyHall hall(6);
        const WaitRange before = hall.told();
        for (int i = 0; i < 8; ++i)
            QVERIFY(hall.appointments.book(QStringLiteral("A1"), hall.clock.now() + 5min, kClerk).ok());
        const WaitRange after = hall.told();
        QVERIFY2(after.p50 > before.p50 * 1.2, qPrintable(QStringLiteral("%1 %2").arg(before.p50).arg(after.p50)));
    }

    void thoseInTheLineAreToldLessAsTheyMoveUp()
    {
        BusyHall hall(8);
        const auto waiting = hall.queue.list({});
        QVERIFY(waiting.ok());
        Forecast forecast(hall.line(), hall.clock);
        double before = -1;
        for (const Ticket& ticket : *waiting) {
            if (ticket.state != TicketState::Waiting)
                continue;
            const auto range = forecast.remaining(ticket);
            QVERIFY(range.ok());
            QVERIFY2(range->p50 >= before, qPrintable(ticket.number));
            before = range->p50;
        }
        QVERIFY(before > 0);
    }

    // Five visitors, by hand: told 60, 60, 60, 300 and 600 s, called after 60, 100, 200, 900 and 500 s. |errors| 0, 40, 140,
    // 600, 100: mean 176; three within 120 s; p90 (twice p50) held for 60 ≤ 120, 100 ≤ 120 and 500 ≤ 1200.
    void accuracyByHand()
    {
        tests::LineFixture hall;
        const std::vector<std::pair<double, int>> toldAndWaited{{60, 60}, {60, 100}, {60, 200}, {300, 900}, {600, 500}};
        for (const auto& [told, waited] : toldAndWaited) {
            const Ticket ticket = hall.issue();
            QVERIFY(hall.line().execute("UPDATE ticket SET predicted_p50 = $1, predicted_p90 = $2, first_called_at = arrived + $3, "
                                        "state = 'finished' WHERE id = $4", told, told * 2, waited * 1000, ticket.id).ok());
        }
        // Who was called out of turn, booked, or never called says nothing about the estimate.
        const Ticket jumped = hall.issue();
        QVERIFY(hall.line().execute("UPDATE ticket SET predicted_p50 = 1, predicted_p90 = 2, first_called_at = arrived + 9000000, "
                                    "out_of_turn = 1, state = 'finished' WHERE id = $1", jumped.id).ok());
        const Ticket booked = hall.issue();
        QVERIFY(hall.line().execute("UPDATE ticket SET predicted_p50 = 1, predicted_p90 = 2, first_called_at = arrived + 9000000, "
                                    "due = arrived, state = 'finished' WHERE id = $1", booked.id).ok());
        hall.issue();
        const auto accuracy = Forecast(hall.line(), hall.clock).accuracy(base::hallDay(hall.clock.now()));
        QVERIFY(accuracy.ok());
        QCOMPARE(accuracy->count, 5);
        QCOMPARE(accuracy->meanAbsoluteError, 176.0);
        QCOMPARE(accuracy->within120, 0.6);
        QCOMPARE(accuracy->p90Coverage, 0.6);
        QCOMPARE(Forecast(hall.line(), hall.clock).accuracy(QDate(2020, 1, 1))->count, 0);
    }

    // The step that takes the ticket refuses it, with words; an estimate must not get in its way.
    void whatTheHallDoesNotKnowHasNoRange()
    {
        BusyHall hall(3);
        QCOMPARE(hall.told("none"), WaitRange());
        QCOMPARE(hall.told("A1", "emperor"), WaitRange());
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
