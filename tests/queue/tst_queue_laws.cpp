// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the line that hold after any sequence of steps, allowed or refused.
#include "tests/support/line_fixture.h"

#include <QMap>
#include <QTest>
#include <rapidcheck.h>

using namespace hall;
using namespace std::chrono_literals;
using queue::Ticket;
using queue::TicketState;
using tests::LineFixture;

namespace {

const QString kClerk = QStringLiteral("clerk");

struct Move
{
    int kind = 0;   ///< which step
    int pick = 0;   ///< which ticket or desk
    int seconds = 0;///< that pass before it
};

} // namespace

namespace rc {

template <>
struct Arbitrary<Move>
{
    static Gen<Move> arbitrary()
    {
        return gen::build<Move>(gen::set(&Move::kind, gen::inRange(0, 13)), gen::set(&Move::pick, gen::inRange(0, 40)),
                                gen::set(&Move::seconds, gen::inRange(0, 400)));
    }
};

} // namespace rc

class QueueLaws : public QObject
{
    Q_OBJECT

private slots:
    void anySequenceOfStepsKeepsTheBooks()
    {
        QVERIFY(rc::check("books", [](const std::vector<Move>& moves) {
            LineFixture hall;
            QList<Ticket> tickets;
            for (const Move& move : moves) {
                hall.clock.advance(std::chrono::seconds(move.seconds));
                play(hall, tickets, move);
            }
            checkBooks(hall, tickets);
        }));
    }

    void undoPutsATicketBackAsItWas()
    {
        QVERIFY(rc::check("undo", [](const std::vector<Move>& before, const Move& step) {
            LineFixture hall;
            QList<Ticket> tickets{hall.issue(), hall.issue(QStringLiteral("A2"))};
            for (const Move& move : before)
                play(hall, tickets, move);
            QMap<qint64, Ticket> then;
            QMap<qint64, qsizetype> events;
            for (const Ticket& t : tickets) {
                then.insert(t.id.value(), hall.queue.ticket(t.id).value());
                events.insert(t.id.value(), hall.queue.history(t.id)->size());
            }
            play(hall, tickets, step);
            for (auto [id, old] : then.asKeyValueRange()) {
                const auto history = hall.queue.history(queue::TicketId(id));
                if (history->size() != events[id] + 1 || history->last().kind == QLatin1StringView("undone"))
                    continue;
                const auto undone = hall.queue.undo(queue::TicketId(id), kClerk);
                RC_ASSERT(undone.ok());
                RC_ASSERT(undone.value() == old);
            }
        }));
    }

    void theListIsTheOrderOfTheCalls()
    {
        QVERIFY(rc::check("order", [](const std::vector<Move>& arrivals) {
            LineFixture hall;
            static const QStringList classes = {QStringLiteral("ordinary"), QStringLiteral("elderly"),
                                                QStringLiteral("booked")};
            for (const Move& move : arrivals) {
                hall.clock.advance(std::chrono::seconds(move.seconds));
                hall.issue(move.pick % 2 ? QStringLiteral("A1") : QStringLiteral("A2"), classes.at(move.kind % 3));
            }
            const auto listed = hall.queue.list({});
            for (const Ticket& expected : *listed) {
                const auto standing = hall.queue.standing(expected.id);
                RC_ASSERT(standing->position == 1);
                const auto called = hall.queue.callNext(1, kClerk);
                RC_ASSERT(called->ticket->id == expected.id);
                RC_ASSERT(hall.queue.finish(expected.id, kClerk).ok());
            }
        }));
    }

private:
    static void play(LineFixture& hall, QList<Ticket>& tickets, const Move& move)
    {
        queue::Queue& q = hall.queue;
        if (move.kind <= 2 || tickets.isEmpty()) {
            static const QStringList services = {QStringLiteral("A1"), QStringLiteral("A2"), QStringLiteral("B1")};
            tickets.append(hall.issue(services.at(move.pick % 3)));
            return;
        }
        const queue::TicketId id = tickets.at(move.pick % tickets.size()).id;
        const int desk = 1 + move.pick % 3;
        switch (move.kind) {
        case 3: case 4: (void)q.callNext(desk, kClerk); break;
        case 5: (void)q.serve(id, kClerk); break;
        case 6: (void)q.finish(id, kClerk); break;
        case 7: (void)q.park(id, hall.clock.now() + 10min, kClerk); break;
        case 8: (void)q.resume(id, kClerk); break;
        case 9: (void)q.transfer(id, move.pick % 2 ? QStringLiteral("A2") : QStringLiteral("B1"), kClerk); break;
        case 10: (void)q.noShow(id, kClerk, true); break;
        case 11: (void)q.cancel(id, kClerk); break;
        default: (void)q.callOutOfTurn(desk, id, QStringLiteral("reason"), kClerk); break;
        }
    }

    static void checkBooks(LineFixture& hall, const QList<Ticket>& tickets)
    {
        const auto number = [&](std::string_view sql) { return hall.line().value<qint64>(sql).value().value_or(0); };
        RC_ASSERT(number("SELECT count(*) FROM ticket") == tickets.size());
        RC_ASSERT(number("SELECT coalesce(sum(last), 0) FROM series") == tickets.size());
        // a desk has at most one visitor, and only called or served visitors have a desk in front of them
        RC_ASSERT(number("SELECT count(*) FROM (SELECT desk FROM ticket WHERE state IN ('called', 'serving') "
                         "GROUP BY desk HAVING count(*) > 1) AS twice")
                  == 0);
        RC_ASSERT(number("SELECT count(*) FROM ticket WHERE state IN ('called', 'serving') AND desk = 0") == 0);
        RC_ASSERT(number("SELECT count(*) FROM ticket WHERE state = 'parked' AND return_at IS NULL") == 0);
        RC_ASSERT(number("SELECT count(*) FROM ticket WHERE (ended_at IS NULL) <> "
                         "(state IN ('waiting', 'called', 'serving', 'parked'))")
                  == 0);
        // the history tells the state
        static const QMap<QString, QString> stateAfter = {
            {QStringLiteral("issued"), QStringLiteral("waiting")},     {QStringLiteral("called"), QStringLiteral("called")},
            {QStringLiteral("serving"), QStringLiteral("serving")},    {QStringLiteral("finished"), QStringLiteral("finished")},
            {QStringLiteral("parked"), QStringLiteral("parked")},      {QStringLiteral("resumed"), QStringLiteral("waiting")},
            {QStringLiteral("transferred"), QStringLiteral("waiting")},{QStringLiteral("no-show"), QStringLiteral("no-show")},
            {QStringLiteral("cancelled"), QStringLiteral("cancelled")}};
        for (const Ticket& t : tickets) {
            const Ticket now = hall.queue.ticket(t.id).value();
            RC_ASSERT(now.number == t.number);
            RC_ASSERT(now.arrived == t.arrived);
            RC_ASSERT(now.countsFrom == t.countsFrom);
            RC_ASSERT(stateAfter.value(hall.queue.history(t.id)->last().kind) == queue::stateName(now.state));
        }
        const auto closing = hall.queue.closeDay(base::hallDay(hall.clock.now()), kClerk);
        RC_ASSERT(number("SELECT count(*) FROM ticket WHERE state IN ('waiting', 'called', 'serving', 'parked')") == 0);
        RC_ASSERT(number("SELECT count(*) FROM ticket WHERE state = 'unserved'") == closing->unserved);
    }
};

QTEST_GUILESS_MAIN(QueueLaws)
#include "tst_queue_laws.moc"
