// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/call_statements.h"
#include "app/queue/queue.h"
#include "app/queue/texts.h"
#include "app/queue/ticket_rows.h"

#include <algorithm>

namespace hall::queue {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using base::Timestamp;
using sql::Mode;

namespace {

/// The best of the line, as call_statements.h writes them.
struct Heads
{
    explicit Heads(const QString& text)
    {
        for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
            const QList<QStringView> head = line.split(u'|');
            // Who was booked for later has not waited yet.
            list.append({TicketId(head.value(0).toLongLong()), head.value(1).toString(), head.value(2).toDouble(),
                         std::max(0.0, head.value(3).toDouble() / 1000.0)});
            if (list.size() == 1)
                firstIsOverdue = head.value(4).toInt() < 0;
        }
    }
    QList<RunnerUp> list;
    bool firstIsOverdue = false;
};

} // namespace

Status Queue::deskMayCall(int desk)
{
    HALL_ASSIGN(auto rows, m_line.query("SELECT state, (SELECT number FROM ticket WHERE desk = $1 "
                                        "AND state IN ('called', 'serving')) FROM desk WHERE number = $1 AND retired = 0",
                                        desk));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return Error{ErrorCode::DeskUnknown, tr("There is no desk %1. Choose one of the catalogue.").arg(desk)};
    const QString state = rows.get<QString>(0);
    if (state == QLatin1StringView("closed"))
        return Error{ErrorCode::DeskClosed, tr("Desk %1 is closed. Open it first.").arg(desk)};
    if (state == QLatin1StringView("paused"))
        return Error{ErrorCode::DeskClosed, tr("Desk %1 is on pause. End the pause first.").arg(desk)};
    if (!rows.isNull(1))
        return Error{ErrorCode::DeskBusy, tr("Desk %1 still has %2. Finish, park or transfer that visit first.")
                                              .arg(desk)
                                              .arg(rows.get<QString>(1))};
    return {};
}

/// Parked visitors whose time has come wait again, with the claim they had.
Status Queue::resumeDue(Timestamp now)
{
    QList<std::pair<TicketId, int>> due;
    {
        HALL_ASSIGN(auto rows, m_line.query("SELECT id, desk FROM ticket WHERE state = 'parked' AND return_at <= $1", now));
        while (true) {
            HALL_ASSIGN(const bool more, rows.next());
            if (!more)
                break;
            due.append({rows.get<TicketId>(0), rows.get<int>(1)});
        }
    }
    for (const auto& [id, desk] : due) {
        HALL_TRY(m_line.execute("UPDATE ticket SET state = 'waiting', desk = 0, return_at = NULL WHERE id = $1", id));
        HALL_TRY(addEvent(m_line, id, QStringLiteral("resumed"), now, desk, QString(),
                          {{QStringLiteral("because"), QStringLiteral("return-time")}}));
    }
    return {};
}

Result<Called> Queue::callNext(int desk, const QString& actor)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Called> {
        HALL_TRY(deskMayCall(desk));
        HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
        HALL_TRY(resumeDue(now));
        return claimBest(desk, now, actor);
    });
}

Result<Called> Queue::claimBest(int desk, Timestamp now, const QString& actor)
{
    Called called;
    TicketId id;
    bool overdue = false;
    {
        HALL_ASSIGN(auto rows, m_line.query(kClaimStatement, desk, now));
        HALL_ASSIGN(const bool found, rows.next());
        if (!found)
            return called;
        id = rows.get<TicketId>(0);
        called.why.rule = rows.get<QString>(1);
        const Heads heads(rows.get<QString>(2));
        overdue = heads.firstIsOverdue;
        called.why.runnersUp = heads.list;
    }
    const RunnerUp chosen = called.why.runnersUp.takeFirst();
    Q_ASSERT(chosen.ticket == id);
    called.why.score = chosen.score;
    called.why.waited = chosen.waited;
    if (overdue)
        called.why.rule = QStringLiteral("bound");
    HALL_ASSIGN(const Ticket ticket, readTicket(m_line, id));
    Ticket before = ticket;
    before.state = TicketState::Waiting;
    before.desk = 0;
    before.calls -= 1;
    if (before.calls == 0)
        before.calledAt.reset();
    HALL_TRY(writeCall(ticket, snapshot(before), called.why, now, actor));
    called.ticket = ticket;
    return called;
}

Status Queue::writeCall(const Ticket& called, const QJsonObject& before, const Why& why, Timestamp now,
                        const QString& actor)
{
    HALL_TRY(addEvent(m_line, called.id, QStringLiteral("called"), now, called.desk, actor,
                      {{QStringLiteral("why"), toJson(why)}, {QStringLiteral("before"), before}}));
    return m_line.execute("INSERT INTO announcement (ticket, desk, at) VALUES ($1, $2, $3)", called.id, called.desk, now);
}

Result<Called> Queue::callOutOfTurn(int desk, TicketId id, const QString& reason, const QString& actor)
{
    const QString given = reason.trimmed();
    if (given.isEmpty())
        return Error{ErrorCode::ReasonMissing, tr("Calling out of turn needs a reason. Write why this visitor goes first.")};
    return m_line.transaction(Mode::Write, [&]() -> Result<Called> {
        HALL_TRY(deskMayCall(desk));
        HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
        HALL_ASSIGN(Ticket ticket, readTicket(m_line, id));
        if (ticket.state != TicketState::Waiting && ticket.state != TicketState::Parked)
            return Error{ErrorCode::TicketStateConflict,
                         tr("%1 is not waiting any more (%2).").arg(ticket.number, stateName(ticket.state))};
        Called called;
        HALL_ASSIGN(const auto heads, m_line.value<QString>(kHeadsStatement, desk, now));
        called.why.runnersUp = Heads(heads.value_or(QString())).list;
        called.why.runnersUp.removeIf([&](const RunnerUp& r) { return r.ticket == id; });
        called.why.rule = QStringLiteral("out-of-turn");
        called.why.reason = given;
        called.why.waited = std::max(0.0, base::toSeconds(now - ticket.countsFrom));
        const QJsonObject before = snapshot(ticket);
        ticket.state = TicketState::Called;
        ticket.desk = desk;
        ticket.calls += 1;
        ticket.calledAt = now;
        ticket.returnAt.reset();
        ticket.outOfTurn = true;
        HALL_TRY(writeSteps(m_line, ticket));
        HALL_TRY(writeCall(ticket, before, called.why, now, actor));
        called.ticket = ticket;
        return called;
    });
}

} // namespace hall::queue
