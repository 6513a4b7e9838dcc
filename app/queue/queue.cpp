// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/queue.h"

#include "app/queue/ticket_rows.h"

#include <limits>

// What the line answers without changing. Issuing stands in queue_issue.cpp, calling in queue_call.cpp, the steps of a
// ticket in queue_steps.cpp.
namespace hall::queue {

using base::Result;
using base::Timestamp;
using sql::Mode;

namespace {

/// Who waits, in the order in which the policy would call at $1. The inner SELECT reads the index of those who wait; a
/// plain condition would read the whole history.
constexpr std::string_view kSelectByClaim =
    "SELECT t.id, t.key, t.number, t.day, t.block, s.code, c.code, t.evidence, t.party_size, t.language, t.state, "
    "t.arrived, t.counts_from, t.due, t.return_at, t.called_at, t.served_at, t.ended_at, t.desk, t.calls, "
    "t.out_of_turn, EXISTS (SELECT 1 FROM intake i WHERE i.ticket = t.id), t.receipt_code "
    "FROM policy p CROSS JOIN ticket t JOIN service s ON s.id = t.service JOIN priority_class c ON c.id = t.class "
    "WHERE t.id IN (SELECT id FROM ticket WHERE state = 'waiting') "
    "ORDER BY CASE WHEN p.bound_s > 0 AND $1 - t.counts_from >= p.bound_s * 1000 THEN -1 ELSE c.rank END, "
    "CASE WHEN p.bound_s > 0 AND $1 - t.counts_from >= p.bound_s * 1000 THEN 0.0 "
    "ELSE -(c.rate * ($1 - t.counts_from) / 1000.0 + c.head_start) END, t.counts_from, t.id";

bool wanted(const Ticket& ticket, const Queue::Filter& filter)
{
    return (filter.services.isEmpty() || filter.services.contains(ticket.service))
        && (filter.desk == 0 || ticket.desk == filter.desk)
        && (filter.states.isEmpty() || filter.states.contains(ticket.state));
}

} // namespace

Queue::Queue(sql::Connection& line, const base::Clock& clock)
    : m_line(line)
    , m_clock(clock)
    , m_forecast(line, clock)
{
}

Result<Ticket> Queue::ticket(TicketId id)
{
    return readTicket(m_line, id);
}

Result<std::optional<Ticket>> Queue::ticketByKey(const QUuid& key)
{
    return findTicket(m_line, "WHERE t.key = $1", key);
}

Result<std::optional<Ticket>> Queue::ticketByNumber(const QDate& day, const QString& number)
{
    return findTicket(m_line, "WHERE t.day = $1 AND t.number = $2", day, number);
}

Result<std::optional<Ticket>> Queue::ticketByReceipt(const QDate& day, const QString& code)
{
    return findTicket(m_line, "WHERE t.day = $1 AND t.receipt_code = $2", day, code.trimmed().toUpper());
}

Result<std::optional<Ticket>> Queue::current(int desk)
{
    return findTicket(m_line, "WHERE t.desk = $1 AND t.state IN ('called', 'serving')", desk);
}

Result<QList<Ticket>> Queue::list(const Filter& filter)
{
    return m_line.transaction(Mode::Read, [&]() -> Result<QList<Ticket>> {
        HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
        const QDate day = filter.day.value_or(base::hallDay(now));
        QList<Ticket> tickets;
        const auto collect = [&](sql::Rows rows) -> base::Status {
            while (tickets.size() < filter.limit) {
                HALL_ASSIGN(const bool more, rows.next());
                if (!more)
                    break;
                if (const Ticket t = ticketFrom(rows); wanted(t, filter))
                    tickets.append(t);
            }
            return {};
        };
        if (filter.states.isEmpty() || filter.states.contains(TicketState::Waiting)) {
            HALL_ASSIGN(auto waiting, m_line.query(kSelectByClaim, now));
            HALL_TRY(collect(std::move(waiting)));
            if (filter.day) // visitors of another day stay in the line until the day is closed
                tickets.removeIf([&](const Ticket& t) { return t.day != *filter.day; });
        }
        HALL_ASSIGN(auto others,
                    m_line.query(std::string(kSelectTicket)
                                     + "WHERE t.day = $1 AND t.state <> 'waiting' ORDER BY t.id DESC",
                                 day));
        HALL_TRY(collect(std::move(others)));
        return tickets;
    });
}

Result<QList<TicketEvent>> Queue::history(TicketId ticket)
{
    HALL_TRY(readTicket(m_line, ticket));
    HALL_ASSIGN(auto rows, m_line.query(std::string(kSelectEvent) + "WHERE e.ticket = $1 ORDER BY e.id", ticket));
    QList<TicketEvent> events;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return events;
        events.append(eventFrom(rows));
    }
}

Result<QList<TicketEvent>> Queue::dayOf(int desk, const QDate& day)
{
    const QDateTime start = day.startOfDay(base::hallTimeZone());
    HALL_ASSIGN(auto rows, m_line.query(std::string(kSelectEvent)
                                            + "WHERE e.desk = $1 AND e.desk > 0 AND e.at >= $2 AND e.at < $3 "
                                              "ORDER BY e.id DESC",
                                        desk, start.toMSecsSinceEpoch(), start.addDays(1).toMSecsSinceEpoch()));
    QList<TicketEvent> events;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return events;
        events.append(eventFrom(rows));
    }
}

Result<QList<BlockLoad>> Queue::loads()
{
    constexpr std::string_view kBlocks =
        "SELECT b.code, "
        "(SELECT count(*) FROM ticket t JOIN service s ON s.id = t.service WHERE t.state = 'waiting' AND s.block = b.code), "
        "(SELECT count(*) FROM ticket t JOIN service s ON s.id = t.service WHERE t.state = 'parked' AND s.block = b.code), "
        "(SELECT count(DISTINCT d.number) FROM desk d JOIN desk_service ds ON ds.desk = d.number "
        "  JOIN service s ON s.id = ds.service WHERE d.state = 'open' AND s.block = b.code), "
        "(SELECT s.code FROM service s LEFT JOIN desk_service ds ON ds.service = s.id "
        "  LEFT JOIN desk d ON d.number = ds.desk AND d.state = 'open' WHERE s.block = b.code AND s.retired = 0 "
        "  GROUP BY s.id ORDER BY count(d.number) DESC, s.position LIMIT 1) "
        "FROM block b WHERE EXISTS (SELECT 1 FROM service s WHERE s.block = b.code AND s.retired = 0) "
        "ORDER BY b.position";
    QList<BlockLoad> loads;
    QStringList services;
    {
        HALL_ASSIGN(auto rows, m_line.query(kBlocks));
        while (true) {
            HALL_ASSIGN(const bool more, rows.next());
            if (!more)
                break;
            loads.append({rows.get<QString>(0), rows.get<int>(1), rows.get<int>(2), rows.get<int>(3), {}});
            services.append(rows.get<QString>(4));
        }
    }
    for (qsizetype i = 0; i < loads.size(); ++i) {
        // A block is as long as its best staffed service: that is the one a newcomer most likely joins.
        HALL_ASSIGN(loads[i].wait, m_forecast.newcomer(services.at(i), QStringLiteral("ordinary")));
    }
    return loads;
}

Result<WaitRange> Queue::expectedWait(const QString& service, const QString& priorityClass)
{
    return m_forecast.newcomer(service, priorityClass);
}

Result<EstimatorAccuracy> Queue::estimatorAccuracy(const QDate& day)
{
    return m_forecast.accuracy(day);
}

Result<Issued> Queue::standing(TicketId ticket)
{
    HALL_ASSIGN(const Ticket found, readTicket(m_line, ticket));
    return standingOf(found, true);
}

/// How many would go first if nobody else came: those who wait for a desk that could serve this ticket and have the
/// better claim at this moment. Within a class the claim is a matter of counts_from alone, so for each class there is a
/// moment before which everybody is ahead, and an index counts them.
Result<Issued> Queue::standingOf(const Ticket& ticket, bool repeated)
{
    constexpr std::string_view kMine =
        "SELECT c.rank, c.rate * ($2 - $3) / 1000.0 + c.head_start, p.bound_s FROM policy p CROSS JOIN priority_class c "
        "WHERE c.code = $1";
    // $1 ticket, $2 its service, $3 now, $4 its counts_from, $5 rank, $6 claim, $7 who counts from before it is past the
    // bound, $8 whether the ticket itself is
    constexpr std::string_view kAhead =
        "WITH own AS (SELECT id FROM service WHERE code = $2), "
        "pool AS (SELECT DISTINCT b.service AS service FROM desk_service a "
        "  JOIN desk d ON d.number = a.desk AND d.state <> 'closed' JOIN desk_service b ON b.desk = a.desk "
        "  WHERE a.service = (SELECT id FROM own) UNION SELECT id FROM own) "
        "SELECT sum((SELECT count(*) FROM ticket w WHERE w.state = 'waiting' AND w.service = pool.service "
        "  AND w.class = c.id AND (w.counts_from, w.id) < (CASE WHEN $8 = 1 THEN $4 WHEN c.rank > $5 THEN $7 "
        "  WHEN c.rank < $5 THEN 9223372036854775807 "
        "  WHEN c.before > $7 THEN c.before ELSE $7 END, $1))) "
        "FROM pool CROSS JOIN (SELECT id, rank, CAST(round($3 - ($6 - head_start) / rate * 1000) AS BIGINT) AS before "
        "  FROM priority_class) c";
    Issued issued;
    issued.ticket = ticket;
    issued.repeated = repeated;
    if (ticket.state != TicketState::Waiting)
        return issued;
    HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
    int rank = 0;
    double claim = 0;
    double bound = 0;
    {
        HALL_ASSIGN(auto rows, m_line.query(kMine, ticket.priorityClass, now, ticket.countsFrom));
        HALL_ASSIGN(const bool found, rows.next());
        if (found) {
            rank = rows.get<int>(0);
            claim = rows.get<double>(1);
            bound = rows.get<double>(2);
        }
    }
    const auto boundMs = static_cast<qint64>(bound * 1000);
    const qint64 pastBound = bound > 0 ? base::toMs(now) - boundMs + 1 : std::numeric_limits<qint64>::min();
    const bool isPast = bound > 0 && base::toMs(ticket.countsFrom) < pastBound;
    HALL_ASSIGN(const auto ahead, m_line.value<int>(kAhead, ticket.id, ticket.service, now, ticket.countsFrom, rank, claim,
                                                    pastBound, isPast));
    issued.ahead = ahead.value_or(0);
    issued.position = issued.ahead + 1;
    HALL_ASSIGN(issued.wait, m_forecast.remaining(ticket));
    return issued;
}

Result<std::pair<QByteArray, int>> Queue::sealedIntake(TicketId ticket)
{
    HALL_TRY(readTicket(m_line, ticket));
    HALL_ASSIGN(auto rows, m_line.query("SELECT sealed, generation FROM intake WHERE ticket = $1", ticket));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return std::pair(QByteArray(), 0);
    return std::pair(rows.get<QByteArray>(0), rows.get<int>(1));
}

base::Status Queue::forgetIntake(TicketId ticket)
{
    return m_line.execute("UPDATE intake SET sealed = $2 WHERE ticket = $1", ticket, QByteArray(""));
}

Result<Queue::Closing> Queue::closeDay(const QDate& day, const QString& actor)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Closing> {
        HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
        Closing closing;
        {
            HALL_ASSIGN(auto open,
                        m_line.query(std::string(kSelectTicket)
                                         + "WHERE t.id IN (SELECT id FROM ticket WHERE state = 'waiting' UNION ALL "
                                           "SELECT id FROM ticket WHERE state = 'parked' UNION ALL "
                                           "SELECT id FROM ticket WHERE state IN ('called', 'serving')) "
                                           "AND t.day <= $1 ORDER BY t.id",
                                     day));
            while (true) {
                HALL_ASSIGN(const bool more, open.next());
                if (!more)
                    break;
                closing.unservedTickets.append(ticketFrom(open));
            }
        }
        for (Ticket& ticket : closing.unservedTickets) {
            const QJsonObject before = snapshot(ticket);
            const int desk = ticket.desk;
            ticket.state = TicketState::Unserved;
            ticket.endedAt = now;
            ticket.desk = 0;
            HALL_TRY(writeSteps(m_line, ticket));
            HALL_TRY(addEvent(m_line, ticket.id, QStringLiteral("unserved"), now, desk, actor,
                              {{QStringLiteral("before"), before}}));
            HALL_TRY(m_line.execute("UPDATE announcement SET withdrawn = 1 WHERE ticket = $1", ticket.id));
        }
        closing.unserved = static_cast<int>(closing.unservedTickets.size());
        HALL_TRY(m_line.execute("UPDATE appointment SET state = 'missed' WHERE state = 'booked' AND due < $1",
                                day.addDays(1).startOfDay(base::hallTimeZone()).toMSecsSinceEpoch()));
        HALL_TRY(m_line.execute("UPDATE desk SET state = 'closed', staff = '', since = $1, version = version + 1 "
                                "WHERE state <> 'closed'",
                                now));
        HALL_ASSIGN(const auto finished,
                    m_line.value<int>("SELECT count(*) FROM ticket WHERE day = $1 AND state = 'finished'", day));
        closing.finished = finished.value_or(0);
        return closing;
    });
}

} // namespace hall::queue
