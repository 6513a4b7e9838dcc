// SPDX-License-Identifier: GPL-3.0-or-later
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

Error conflict(const Ticket& ticket, const QString& step)
{
    return {ErrorCode::TicketStateConflict,
            tr("%1 cannot take the step \"%2\" now: it is %3. Look at the list again; somebody may have been faster.")
                .arg(ticket.number, step, stateName(ticket.state))};
}

/// The board must not go on announcing somebody who is no longer called.
Status withdrawAnnouncements(sql::Connection& line, TicketId ticket)
{
    return line.execute("UPDATE announcement SET withdrawn = 1 WHERE ticket = $1 AND withdrawn = 0", ticket);
}

void end(Ticket& ticket, TicketState state, Timestamp now)
{
    ticket.state = state;
    ticket.endedAt = now;
    ticket.returnAt.reset();
}

} // namespace

template <class Change>
Result<Ticket> Queue::step(TicketId id, const QString& kind, const QString& actor,
                           std::initializer_list<TicketState> from, Change change)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Ticket> {
        HALL_ASSIGN(Ticket ticket, readTicket(m_line, id));
        if (std::find(from.begin(), from.end(), ticket.state) == from.end())
            return conflict(ticket, kind);
        HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
        QJsonObject detail{{QStringLiteral("before"), snapshot(ticket)}};
        const int desk = ticket.desk;
        HALL_TRY(change(ticket, now, detail));
        HALL_TRY(writeSteps(m_line, ticket));
        HALL_TRY(addEvent(m_line, id, kind, now, desk, actor, detail));
        return ticket;
    });
}

Result<Ticket> Queue::recall(TicketId id, const QString& actor)
{
    return step(id, QStringLiteral("recalled"), actor, {TicketState::Called},
                [&](Ticket& ticket, Timestamp now, QJsonObject&) -> Status {
                    ticket.calls += 1;
                    ticket.calledAt = now;
                    return m_line.execute("INSERT INTO announcement (ticket, desk, at, repeat) VALUES ($1, $2, $3, 1)",
                                          id, ticket.desk, now);
                });
}

Result<Ticket> Queue::serve(TicketId id, const QString& actor)
{
    return step(id, QStringLiteral("serving"), actor, {TicketState::Called},
                [](Ticket& ticket, Timestamp now, QJsonObject&) -> Status {
                    ticket.state = TicketState::Serving;
                    ticket.servedAt = now;
                    return {};
                });
}

Result<Ticket> Queue::finish(TicketId id, const QString& actor)
{
    return step(id, QStringLiteral("finished"), actor, {TicketState::Called, TicketState::Serving},
                [](Ticket& ticket, Timestamp now, QJsonObject&) -> Status {
                    if (!ticket.servedAt)
                        ticket.servedAt = ticket.calledAt;
                    end(ticket, TicketState::Finished, now);
                    return {};
                });
}

Result<Ticket> Queue::park(TicketId id, Timestamp returnAt, const QString& actor)
{
    return step(id, QStringLiteral("parked"), actor,
                {TicketState::Waiting, TicketState::Called, TicketState::Serving},
                [&](Ticket& ticket, Timestamp now, QJsonObject& detail) -> Status {
                    if (returnAt <= now)
                        return Error{ErrorCode::InvalidArgument,
                                     tr("The visitor's return must lie in the future. Choose a later time.")};
                    ticket.state = TicketState::Parked;
                    ticket.returnAt = returnAt;
                    detail.insert(QStringLiteral("return_at"), base::toIso(returnAt));
                    return withdrawAnnouncements(m_line, id);
                });
}

Result<Ticket> Queue::resume(TicketId id, const QString& actor)
{
    return step(id, QStringLiteral("resumed"), actor, {TicketState::Parked},
                [](Ticket& ticket, Timestamp, QJsonObject&) -> Status {
                    ticket.state = TicketState::Waiting;
                    ticket.desk = 0;
                    ticket.returnAt.reset();
                    return {};
                });
}

Result<Ticket> Queue::noShow(TicketId id, const QString& actor, bool force)
{
    return step(id, QStringLiteral("no-show"), actor, {TicketState::Called},
                [&](Ticket& ticket, Timestamp now, QJsonObject& detail) -> Status {
                    HALL_ASSIGN(auto rule, m_line.query("SELECT no_show_calls, no_show_seconds FROM policy"));
                    HALL_ASSIGN(const bool found, rule.next());
                    const int calls = found ? rule.get<int>(0) : 1;
                    const double seconds = found ? rule.get<double>(1) : 0;
                    const double since = base::toSeconds(now - ticket.calledAt.value_or(now));
                    if (!force && (ticket.calls < calls || since < seconds))
                        return Error{ErrorCode::TicketStateConflict,
                                     tr("%1 was called %2 of %3 times, last %4 of %5 seconds ago. Recall, or wait.")
                                         .arg(ticket.number)
                                         .arg(ticket.calls)
                                         .arg(calls)
                                         .arg(static_cast<int>(since))
                                         .arg(static_cast<int>(seconds))};
                    if (force)
                        detail.insert(QStringLiteral("forced"), true);
                    end(ticket, TicketState::NoShow, now);
                    return withdrawAnnouncements(m_line, id);
                });
}

Result<Ticket> Queue::cancel(TicketId id, const QString& actor)
{
    return step(id, QStringLiteral("cancelled"), actor,
                {TicketState::Waiting, TicketState::Called, TicketState::Serving, TicketState::Parked},
                [&](Ticket& ticket, Timestamp now, QJsonObject&) -> Status {
                    end(ticket, TicketState::Cancelled, now);
                    return withdrawAnnouncements(m_line, id);
                });
}

Result<Ticket> Queue::transfer(TicketId id, const QString& service, const QString& actor)
{
    return step(id, QStringLiteral("transferred"), actor,
                {TicketState::Waiting, TicketState::Called, TicketState::Serving, TicketState::Parked},
                [&](Ticket& ticket, Timestamp, QJsonObject& detail) -> Status {
                    HALL_ASSIGN(const auto open,
                                m_line.value<int>("SELECT 1 FROM service WHERE code = $1 AND retired = 0", service));
                    if (!open)
                        return Error{ErrorCode::ServiceUnknown,
                                     tr("There is no service \"%1\". Choose one of the catalogue.").arg(service)};
                    if (service == ticket.service)
                        return Error{ErrorCode::InvalidArgument,
                                     tr("%1 is in this service's line already. Choose another service.")
                                         .arg(ticket.number)};
                    detail.insert(QStringLiteral("from"), ticket.service);
                    detail.insert(QStringLiteral("to"), service);
                    ticket.service = service;
                    ticket.state = TicketState::Waiting;
                    ticket.desk = 0;
                    ticket.returnAt.reset();
                    ticket.servedAt.reset();
                    return withdrawAnnouncements(m_line, id);
                });
}

Result<Ticket> Queue::undo(TicketId id, const QString& actor)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Ticket> {
        HALL_ASSIGN(Ticket ticket, readTicket(m_line, id));
        HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
        TicketEvent last;
        {
            HALL_ASSIGN(auto rows, m_line.query(std::string(kSelectEvent)
                                                    + "WHERE e.ticket = $1 ORDER BY e.id DESC LIMIT 1",
                                                id));
            HALL_ASSIGN(const bool found, rows.next());
            if (found)
                last = eventFrom(rows);
        }
        const QJsonObject before = last.detail.value(QLatin1StringView("before")).toObject();
        if (before.isEmpty() || last.actor != actor)
            return Error{ErrorCode::UndoExpired, tr("There is no step of yours to take back on %1.").arg(ticket.number)};
        HALL_ASSIGN(const auto limit, m_line.value<double>("SELECT undo_seconds FROM policy"));
        if (base::toSeconds(now - last.at) > limit.value_or(0))
            return Error{ErrorCode::UndoExpired,
                         tr("The time for taking back the last step of %1 is over.").arg(ticket.number)};
        restore(ticket, before);
        if (ticket.desk != 0 && (ticket.state == TicketState::Called || ticket.state == TicketState::Serving)) {
            HALL_ASSIGN(const auto other, current(ticket.desk));
            if (other && other->id != id)
                return Error{ErrorCode::DeskBusy, tr("Desk %1 has called %2 in the meantime.")
                                                      .arg(ticket.desk)
                                                      .arg(other->number)};
        }
        HALL_TRY(writeSteps(m_line, ticket));
        HALL_TRY(m_line.execute("UPDATE announcement SET withdrawn = 1 WHERE ticket = $1 AND at >= $2", id, last.at));
        HALL_TRY(addEvent(m_line, id, QStringLiteral("undone"), now, last.desk, actor,
                          {{QStringLiteral("undid"), last.kind}}));
        return ticket;
    });
}

} // namespace hall::queue
