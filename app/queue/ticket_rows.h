// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/queue/ticket.h"
#include "app/sql/connection.h"

/// How tickets and their events stand in the line's tables. For the room's own files.
namespace hall::queue {

/// Columns and joins of a whole ticket; append "WHERE t.…".
inline constexpr std::string_view kSelectTicket =
    "SELECT t.id, t.key, t.number, t.day, t.block, s.code, c.code, t.evidence, t.party_size, t.language, t.state, "
    "t.arrived, t.counts_from, t.due, t.return_at, t.called_at, t.served_at, t.ended_at, t.desk, t.calls, "
    "t.out_of_turn, EXISTS (SELECT 1 FROM intake i WHERE i.ticket = t.id), t.receipt_code "
    "FROM ticket t JOIN service s ON s.id = t.service JOIN priority_class c ON c.id = t.class ";

Ticket ticketFrom(const sql::Rows& rows);
/// TicketNotFound names the id.
base::Result<Ticket> readTicket(sql::Connection& line, TicketId id);
base::Result<std::optional<Ticket>> findTicket(sql::Connection& line, std::string_view where, const auto&... args)
{
    HALL_ASSIGN(auto rows, line.query(std::string(kSelectTicket) + std::string(where), args...));
    HALL_ASSIGN(const bool found, rows.next());
    return found ? std::optional(ticketFrom(rows)) : std::nullopt;
}

/// Writes what a step may change: state, service, desk, calls, and the moments.
base::Status writeSteps(sql::Connection& line, const Ticket& ticket);

/// What undo needs to put a ticket back, and its way back.
QJsonObject snapshot(const Ticket& ticket);
void restore(Ticket& ticket, const QJsonObject& before);

base::Status addEvent(sql::Connection& line, TicketId ticket, const QString& kind, base::Timestamp now, int desk,
                      const QString& actor, const QJsonObject& detail);
TicketEvent eventFrom(const sql::Rows& rows);
inline constexpr std::string_view kSelectEvent = "SELECT e.id, e.ticket, e.kind, e.at, e.desk, e.actor, e.detail "
                                                 "FROM ticket_event e ";

/// The line's own time: the clock's, but never before the newest event, so that a clock set back turns no wait negative
/// and opens no day twice. A clock more than half a day behind was wrong before and is believed now.
base::Result<base::Timestamp> lineNow(sql::Connection& line, const base::Clock& clock);

/// {"zh","en"} as the desk table keeps names.
struct DeskNames
{
    QString zh;
    QString en;
};
DeskNames deskNames(const QString& json);

} // namespace hall::queue
