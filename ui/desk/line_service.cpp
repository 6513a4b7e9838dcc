// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/line_service.h"

namespace hall::desk {

using base::Error;
using base::ErrorCode;
using base::Result;
using queue::TicketState;

namespace {

Result<Outcome> fromCalled(Result<queue::Called> called)
{
    if (!called.ok())
        return called.error();
    return Outcome{called.value().ticket, called.value().why};
}

Result<Outcome> fromTicket(Result<queue::Ticket> ticket)
{
    if (!ticket.ok())
        return ticket.error();
    return Outcome{ticket.value(), {}};
}

} // namespace

Result<Picture> readPicture(queue::Queue& queue, queue::DeskRegister& desks, int desk, base::Timestamp now)
{
    Picture picture;
    picture.at = now;
    queue::Queue::Filter open;
    open.states = {TicketState::Waiting, TicketState::Called, TicketState::Serving, TicketState::Parked};
    HALL_ASSIGN(picture.line, queue.list(open));
    if (desk != 0) {
        HALL_ASSIGN(picture.current, queue.current(desk));
    }
    HALL_ASSIGN(picture.loads, queue.loads());
    HALL_ASSIGN(picture.desks, desks.list());
    return picture;
}

Result<Outcome> takeStep(queue::Queue& queue, const Step& step, const QString& actor)
{
    switch (step.action) {
    case Action::CallNext: return fromCalled(queue.callNext(step.desk, actor));
    case Action::CallOutOfTurn: return fromCalled(queue.callOutOfTurn(step.desk, step.ticket, step.reason, actor));
    case Action::Recall: return fromTicket(queue.recall(step.ticket, actor));
    case Action::Serve: return fromTicket(queue.serve(step.ticket, actor));
    case Action::Park: return fromTicket(queue.park(step.ticket, step.returnAt, actor));
    case Action::Transfer: return fromTicket(queue.transfer(step.ticket, step.service, actor));
    case Action::NoShow: return fromTicket(queue.noShow(step.ticket, actor));
    case Action::Finish: return fromTicket(queue.finish(step.ticket, actor));
    case Action::Resume: return fromTicket(queue.resume(step.ticket, actor));
    case Action::Cancel: return fromTicket(queue.cancel(step.ticket, actor));
    case Action::Undo: return fromTicket(queue.undo(step.ticket, actor));
    case Action::PauseDesk:
    case Action::ResumeDesk:
    case Action::CloseDesk: break;
    }
    return Error{ErrorCode::InvalidArgument, QStringLiteral("This step is the desk's, not a ticket's.")};
}

Result<QList<DayEntry>> readDay(queue::Queue& queue, int desk, const QDate& day)
{
    HALL_ASSIGN(const auto events, queue.dayOf(desk, day));
    QList<DayEntry> entries;
    QHash<queue::TicketId, queue::Ticket> known;
    for (const auto& event : events) {
        auto ticket = known.constFind(event.ticket);
        if (ticket == known.constEnd()) {
            HALL_ASSIGN(const auto read, queue.ticket(event.ticket));
            ticket = known.insert(event.ticket, read);
        }
        entries.append({event, ticket->number, ticket->service, ticket->priorityClass});
    }
    return entries;
}

} // namespace hall::desk
