// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/line_fixture.h"

#include <QTest>

using namespace hall;
using namespace std::chrono_literals;
using base::ErrorCode;
using queue::Ticket;
using queue::TicketState;
using tests::LineFixture;

namespace {

const QString kClerk = QStringLiteral("clerk");

} // namespace

/// A ticket's whole way: every step, what it keeps, what it refuses, and what can be taken back.
class QueueSteps : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hall = std::make_unique<LineFixture>(); }
    void cleanup() { m_hall.reset(); }

    void numbersRunPerBlockAndDay()
    {
        QCOMPARE(m_hall->issue().number, QStringLiteral("A001"));
        QCOMPARE(m_hall->issue(QStringLiteral("A2")).number, QStringLiteral("A002"));
        QCOMPARE(m_hall->issue(QStringLiteral("B1")).number, QStringLiteral("B001"));
        m_hall->clock.advance(24h);
        QCOMPARE(m_hall->issue().number, QStringLiteral("A001"));
    }

    void theSameKeyIsTheSameTicket()
    {
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = QStringLiteral("A1");
        const auto first = m_hall->queue.issue(request);
        const auto second = m_hall->queue.issue(request);
        QVERIFY(first.ok() && second.ok());
        QCOMPARE(second->ticket, first->ticket);
        QVERIFY(!first->repeated && second->repeated);
        QCOMPARE(m_hall->issue().number, QStringLiteral("A002"));
    }

    void badRequestsAreNamedAndTakeNoNumber()
    {
        const auto refused = [&](auto change) {
            queue::IssueRequest request;
            request.key = QUuid::createUuid();
            request.service = QStringLiteral("A1");
            change(request);
            return m_hall->queue.issue(request).error().code;
        };
        QCOMPARE(refused([](auto& r) { r.key = QUuid(); }), ErrorCode::InvalidArgument);
        QCOMPARE(refused([](auto& r) { r.service = QStringLiteral("Z9"); }), ErrorCode::ServiceUnknown);
        QCOMPARE(refused([](auto& r) { r.priorityClass = QStringLiteral("king"); }), ErrorCode::PriorityClassUnknown);
        QCOMPARE(refused([](auto& r) { r.partySize = 0; }), ErrorCode::InvalidArgument);
        QCOMPARE(refused([](auto& r) { r.partySize = 1000; }), ErrorCode::InvalidArgument);
        QCOMPARE(refused([](auto& r) { r.appointment = queue::AppointmentId(77); }), ErrorCode::AppointmentNotFound);
        QCOMPARE(refused([](auto& r) { r.sealedIntake = QByteArray((1 << 20) + 1, 'x'); }), ErrorCode::TextTooLong);
        QCOMPARE(m_hall->issue().number, QStringLiteral("A001"));
    }

    void theWholeWay()
    {
        const Ticket issued = m_hall->issue();
        m_hall->clock.advance(3min);
        const auto called = m_hall->queue.callNext(1, kClerk);
        QVERIFY(called.ok() && called->ticket);
        QCOMPARE(called->ticket->id, issued.id);
        QCOMPARE(called->why.rule, QStringLiteral("accumulating"));
        QCOMPARE(called->why.waited, 180.0);
        QCOMPARE(called->why.score, 180.0);
        QCOMPARE(m_hall->queue.current(1)->value().number, issued.number);
        QCOMPARE(m_hall->queue.recall(issued.id, kClerk)->calls, 2);
        QCOMPARE(m_hall->queue.serve(issued.id, kClerk)->state, TicketState::Serving);
        m_hall->clock.advance(10min);
        const auto finished = m_hall->queue.finish(issued.id, kClerk);
        QCOMPARE(finished->state, TicketState::Finished);
        QStringList kinds;
        const auto history = m_hall->queue.history(issued.id);
        for (const auto& event : *history)
            kinds << event.kind;
        QCOMPARE(kinds, QStringList({QStringLiteral("issued"), QStringLiteral("called"), QStringLiteral("recalled"),
                                     QStringLiteral("serving"), QStringLiteral("finished")}));
        QVERIFY(!m_hall->queue.current(1)->has_value());
    }

    void stepsOutOfOrderAreRefused()
    {
        const Ticket waiting = m_hall->issue();
        QCOMPARE(m_hall->queue.serve(waiting.id, kClerk).error().code, ErrorCode::TicketStateConflict);
        QCOMPARE(m_hall->queue.recall(waiting.id, kClerk).error().code, ErrorCode::TicketStateConflict);
        QCOMPARE(m_hall->queue.finish(waiting.id, kClerk).error().code, ErrorCode::TicketStateConflict);
        QCOMPARE(m_hall->queue.resume(waiting.id, kClerk).error().code, ErrorCode::TicketStateConflict);
        QCOMPARE(m_hall->queue.noShow(waiting.id, kClerk).error().code, ErrorCode::TicketStateConflict);
        QCOMPARE(m_hall->queue.serve(queue::TicketId(4711), kClerk).error().code, ErrorCode::TicketNotFound);
        QCOMPARE(m_hall->queue.ticket(waiting.id).value(), waiting);
    }

    void aDeskServesOneVisitorAtATime()
    {
        m_hall->issue();
        m_hall->issue();
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        QCOMPARE(m_hall->queue.callNext(1, kClerk).error().code, ErrorCode::DeskBusy);
        QVERIFY(m_hall->queue.callNext(2, kClerk)->ticket);
        QVERIFY(!m_hall->desks.close(1, kClerk).ok());
        QCOMPARE(m_hall->queue.callNext(3, kClerk).error().code, ErrorCode::DeskClosed);
        QCOMPARE(m_hall->queue.callNext(9, kClerk).error().code, ErrorCode::DeskUnknown);
    }

    void aDeskCallsOnlyWhatItServes()
    {
        m_hall->issue(QStringLiteral("B1"));
        QVERIFY(!m_hall->queue.callNext(1, kClerk)->ticket);
        QVERIFY(m_hall->desks.open(3, {QStringLiteral("B1")}, kClerk).ok());
        QCOMPARE(m_hall->queue.callNext(3, kClerk)->ticket->number, QStringLiteral("B001"));
    }

    void aPausedDeskDoesNotCall()
    {
        m_hall->issue();
        QVERIFY(m_hall->desks.pause(1, kClerk).ok());
        QCOMPARE(m_hall->queue.callNext(1, kClerk).error().code, ErrorCode::DeskClosed);
        QVERIFY(m_hall->desks.resume(1, kClerk).ok());
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
    }

    void headStartsLetTheElderlyGoFirstButNotForever()
    {
        const Ticket early = m_hall->issue();
        m_hall->clock.advance(9min);
        const Ticket elderly = m_hall->issue(QStringLiteral("A1"), QStringLiteral("elderly"));
        m_hall->clock.advance(1min);
        const auto first = m_hall->queue.callNext(1, kClerk);
        QCOMPARE(first->ticket->id, elderly.id);
        QCOMPARE(first->why.runnersUp.size(), 1);
        QCOMPARE(first->why.runnersUp.first().number, early.number);
        m_hall->clock.advance(2min);
        m_hall->issue(QStringLiteral("A1"), QStringLiteral("elderly"));
        QCOMPARE(m_hall->queue.callNext(2, kClerk)->ticket->id, early.id);
    }

    void whoWaitedPastTheBoundGoesFirstOfAll()
    {
        QVERIFY(m_hall->line().execute("UPDATE policy SET bound_s = 300").ok());
        const Ticket patient = m_hall->issue();
        m_hall->clock.advance(6min);
        m_hall->issue(QStringLiteral("A1"), QStringLiteral("booked"));
        const auto called = m_hall->queue.callNext(1, kClerk);
        QCOMPARE(called->ticket->id, patient.id);
        QCOMPARE(called->why.rule, QStringLiteral("bound"));
    }

    void parkedVisitorsComeBackByThemselvesOrByHand()
    {
        const Ticket first = m_hall->issue();
        const auto back = m_hall->clock.now() + 10min;
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        QCOMPARE(m_hall->queue.park(first.id, m_hall->clock.now(), kClerk).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m_hall->queue.park(first.id, back, kClerk)->state, TicketState::Parked);
        QVERIFY(!m_hall->queue.callNext(1, kClerk)->ticket);
        m_hall->clock.advance(10min);
        const auto again = m_hall->queue.callNext(1, kClerk);
        QCOMPARE(again->ticket->id, first.id);
        QCOMPARE(again->why.waited, 600.0);
        QVERIFY(m_hall->queue.park(first.id, m_hall->clock.now() + 1h, kClerk).ok());
        QCOMPARE(m_hall->queue.resume(first.id, kClerk)->state, TicketState::Waiting);
        QCOMPARE(m_hall->queue.callNext(1, kClerk)->ticket->id, first.id);
    }

    void aTransferKeepsNumberAndArrival()
    {
        const Ticket first = m_hall->issue();
        m_hall->clock.advance(5min);
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        const auto moved = m_hall->queue.transfer(first.id, QStringLiteral("B1"), kClerk);
        QCOMPARE(moved->number, first.number);
        QCOMPARE(moved->arrived, first.arrived);
        QCOMPARE(moved->countsFrom, first.countsFrom);
        QCOMPARE(moved->service, QStringLiteral("B1"));
        QCOMPARE(moved->state, TicketState::Waiting);
        QCOMPARE(m_hall->queue.transfer(first.id, QStringLiteral("B1"), kClerk).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m_hall->queue.transfer(first.id, QStringLiteral("??"), kClerk).error().code, ErrorCode::ServiceUnknown);
    }

    void noShowWaitsForThePolicy()
    {
        const Ticket t = m_hall->issue();
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        QCOMPARE(m_hall->queue.noShow(t.id, kClerk).error().code, ErrorCode::TicketStateConflict);
        QVERIFY(m_hall->queue.recall(t.id, kClerk).ok());
        QCOMPARE(m_hall->queue.noShow(t.id, kClerk).error().code, ErrorCode::TicketStateConflict);
        m_hall->clock.advance(60s);
        QCOMPARE(m_hall->queue.noShow(t.id, kClerk)->state, TicketState::NoShow);
    }

    void outOfTurnNeedsAReasonAndIsMarked()
    {
        const Ticket first = m_hall->issue();
        const Ticket second = m_hall->issue();
        QCOMPARE(m_hall->queue.callOutOfTurn(1, second.id, QStringLiteral("  "), kClerk).error().code,
                 ErrorCode::ReasonMissing);
        const auto called = m_hall->queue.callOutOfTurn(1, second.id, QStringLiteral("feels faint"), kClerk);
        QVERIFY(called->ticket->outOfTurn);
        QCOMPARE(called->why.rule, QStringLiteral("out-of-turn"));
        QCOMPARE(called->why.runnersUp.first().ticket, first.id);
        const auto history = m_hall->queue.history(second.id);
        QCOMPARE(history->last().detail.value(QLatin1StringView("why")).toObject().value(QLatin1StringView("reason")),
                 QJsonValue(QStringLiteral("feels faint")));
        QCOMPARE(m_hall->queue.callOutOfTurn(2, second.id, QStringLiteral("again"), kClerk).error().code,
                 ErrorCode::TicketStateConflict);
    }

    void aMisclickCanBeTakenBackForFiveSeconds()
    {
        const Ticket t = m_hall->issue();
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        QCOMPARE(m_hall->announcements.pending(QStringLiteral("b"))->size(), 1);
        QCOMPARE(m_hall->queue.undo(t.id, QStringLiteral("somebody")).error().code, ErrorCode::UndoExpired);
        const auto back = m_hall->queue.undo(t.id, kClerk);
        QCOMPARE(back->state, TicketState::Waiting);
        QCOMPARE(back->calls, 0);
        QVERIFY(m_hall->announcements.pending(QStringLiteral("b"))->isEmpty());
        QCOMPARE(m_hall->queue.undo(t.id, kClerk).error().code, ErrorCode::UndoExpired);
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        QVERIFY(m_hall->queue.finish(t.id, kClerk).ok());
        m_hall->clock.advance(4s);
        QCOMPARE(m_hall->queue.undo(t.id, kClerk)->state, TicketState::Called);
        QVERIFY(m_hall->queue.finish(t.id, kClerk).ok());
        m_hall->clock.advance(6s);
        QCOMPARE(m_hall->queue.undo(t.id, kClerk).error().code, ErrorCode::UndoExpired);
    }

    void undoDoesNotTakeADeskFromTheNextVisitor()
    {
        const Ticket first = m_hall->issue();
        m_hall->issue();
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        QVERIFY(m_hall->queue.finish(first.id, kClerk).ok());
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        QCOMPARE(m_hall->queue.undo(first.id, kClerk).error().code, ErrorCode::DeskBusy);
        QCOMPARE(m_hall->queue.ticket(first.id)->state, TicketState::Finished);
    }

    void bookedVisitorsCountFromTheirTime()
    {
        const auto due = m_hall->clock.now() + 30min;
        const auto booking = m_hall->appointments.book(QStringLiteral("A1"), due, kClerk);
        QVERIFY(booking.ok());
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = QStringLiteral("A1");
        request.priorityClass = QStringLiteral("booked");
        request.appointment = m_hall->appointments.byCode(booking->code)->value().id;
        const auto issued = m_hall->queue.issue(request);
        QCOMPARE(issued->ticket.countsFrom, due);
        QCOMPARE(issued->ticket.due, std::optional(due));
        const Ticket walkIn = m_hall->issue();
        QCOMPARE(m_hall->queue.callNext(1, kClerk)->ticket->id, walkIn.id);
        QVERIFY(!m_hall->appointments.byCode(booking->code)->has_value());
        request.key = QUuid::createUuid();
        QCOMPARE(m_hall->queue.issue(request).error().code, ErrorCode::AppointmentNotFound);
    }

    void aClockSetBackTurnsNothingAround()
    {
        const Ticket first = m_hall->issue();
        m_hall->clock.advance(-1h);
        const Ticket second = m_hall->issue();
        QCOMPARE(second.number, QStringLiteral("A002"));
        QVERIFY(second.countsFrom >= first.countsFrom);
        const auto called = m_hall->queue.callNext(1, kClerk);
        QCOMPARE(called->ticket->id, first.id);
        QVERIFY(called->why.waited >= 0);
    }

    void closingTheDayLosesNobody()
    {
        const Ticket waiting = m_hall->issue();
        const Ticket served = m_hall->issue(QStringLiteral("A2"));
        QVERIFY(m_hall->queue.callOutOfTurn(2, served.id, QStringLiteral("ready"), kClerk).ok());
        QVERIFY(m_hall->queue.finish(served.id, kClerk).ok());
        const auto closing = m_hall->queue.closeDay(base::hallDay(m_hall->clock.now()), kClerk);
        QCOMPARE(closing->finished, 1);
        QCOMPARE(closing->unserved, 1);
        QCOMPARE(closing->unservedTickets.first().id, waiting.id);
        QCOMPARE(m_hall->queue.ticket(waiting.id)->state, TicketState::Unserved);
        QCOMPARE(m_hall->queue.history(waiting.id)->last().kind, QStringLiteral("unserved"));
        const auto desks = m_hall->desks.list();
        for (const auto& desk : *desks)
            QCOMPARE(desk.state, queue::DeskState::Closed);
    }

    void positionsFollowTheClaim()
    {
        m_hall->issue();
        m_hall->issue(QStringLiteral("A2"));
        m_hall->issue(QStringLiteral("B1")); // another pool of desks
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = QStringLiteral("A1");
        QCOMPARE(m_hall->queue.issue(request)->position, 3);
        request.key = QUuid::createUuid();
        request.priorityClass = QStringLiteral("elderly");
        const auto elderly = m_hall->queue.issue(request);
        QCOMPARE(elderly->position, 1);
        const auto listed = m_hall->queue.list({});
        QCOMPARE(listed->size(), 5);
        QCOMPARE(listed->first().id, elderly->ticket.id);
    }

    void boardsAcknowledgeForThemselves()
    {
        const Ticket t = m_hall->issue();
        QVERIFY(m_hall->queue.callNext(1, kClerk)->ticket);
        const auto first = m_hall->announcements.pending(QStringLiteral("east"));
        QCOMPARE(first->size(), 1);
        QCOMPARE(first->first().deskNameEn, QStringLiteral("Desk 1"));
        QVERIFY(m_hall->announcements.acknowledge(first->first().id, QStringLiteral("east")).ok());
        QVERIFY(m_hall->announcements.acknowledge(first->first().id, QStringLiteral("east")).ok());
        QVERIFY(m_hall->announcements.pending(QStringLiteral("east"))->isEmpty());
        QCOMPARE(m_hall->announcements.pending(QStringLiteral("west"))->size(), 1);
        QVERIFY(m_hall->queue.recall(t.id, kClerk).ok());
        QVERIFY(m_hall->announcements.pending(QStringLiteral("east"))->first().repeat);
        QCOMPARE(m_hall->announcements.latest(5)->size(), 1);
    }

private:
    std::unique_ptr<LineFixture> m_hall;
};

QTEST_GUILESS_MAIN(QueueSteps)
#include "tst_queue_steps.moc"
