// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/queue.h"
#include "app/queue/texts.h"
#include "app/queue/ticket_rows.h"

namespace hall::queue {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using base::Timestamp;
using sql::Mode;

namespace {

constexpr int kMostPeople = 999;
constexpr qsizetype kLargestIntake = 1 << 20;

Status check(const IssueRequest& request)
{
    if (request.key.isNull())
        return Error{ErrorCode::InvalidArgument, tr("A ticket needs an idempotency key. Make a new UUID for each visit.")};
    if (request.partySize < 1 || request.partySize > kMostPeople)
        return Error{ErrorCode::InvalidArgument,
                     tr("A visit has 1 to %1 people, not %2.").arg(kMostPeople).arg(request.partySize)};
    if (request.sealedIntake.size() > kLargestIntake)
        return Error{ErrorCode::TextTooLong, tr("What was typed is too long. Shorten it; the rest can be told at the desk.")};
    return {};
}

struct ServiceRow
{
    qint64 id = 0;
    QString block;
    QString prefix;
};

Result<ServiceRow> serviceRow(sql::Connection& line, const QString& code)
{
    HALL_ASSIGN(auto rows, line.query("SELECT s.id, s.block, b.prefix, s.retired FROM service s "
                                      "JOIN block b ON b.code = s.block WHERE s.code = $1",
                                      code));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return Error{ErrorCode::ServiceUnknown, tr("There is no service \"%1\". Choose one of the catalogue.").arg(code)};
    if (rows.get<int>(3) != 0)
        return Error{ErrorCode::ServiceClosed,
                     tr("The service \"%1\" is no longer offered. Choose another one.").arg(code)};
    return ServiceRow{rows.get<qint64>(0), rows.get<QString>(1), rows.get<QString>(2)};
}

Result<qint64> classId(sql::Connection& line, const QString& code)
{
    HALL_ASSIGN(const auto id,
                line.value<qint64>("SELECT id FROM priority_class WHERE code = $1 AND retired = 0", code));
    if (!id)
        return Error{ErrorCode::PriorityClassUnknown,
                     tr("There is no priority class \"%1\". Choose one of the policy.").arg(code)};
    return *id;
}

} // namespace

Result<Issued> Queue::issue(const IssueRequest& request)
{
    HALL_TRY(check(request));
    // The estimate is made before the transaction: it may take longer than everything else.
    const auto told = m_forecast.newcomer(request.service, request.priorityClass);
    HALL_ASSIGN(const auto written, m_line.transaction(Mode::Write, [&] {
        return writeTicket(request, told.valueOr(WaitRange()));
    }));
    if (written)
        return standingOf(*written, false);
    HALL_ASSIGN(const auto known, ticketByKey(request.key));
    return standingOf(*known, true);
}

/// A number out of the series, or the reserved one that the station gave already.
Result<int> Queue::nextSerial(const IssueRequest& request, const QString& block, const QDate& day)
{
    if (request.reserved > 0) {
        HALL_ASSIGN(const auto own, m_line.value<int>("SELECT 1 FROM reservation WHERE block = $1 AND day = $2 AND first <= $3 "
                                                      "AND last >= $3",
                                                      block, day, request.reserved));
        if (!own)
            return Error{ErrorCode::InvalidArgument,
                         tr("Nobody reserved the number %1 of this block and day.").arg(request.reserved)};
        return request.reserved;
    }
    HALL_ASSIGN(const auto last, m_line.value<int>("INSERT INTO series (block, day, last) VALUES ($1, $2, 1) "
                                                   "ON CONFLICT (block, day) DO UPDATE SET last = series.last + 1 RETURNING last",
                                                   block, day));
    const int serial = last.value_or(0);
    return serial < kFirstReserved ? serial : serial + kLastReserved - kFirstReserved + 1;
}

/// Nothing when the key is known.
Result<std::optional<Ticket>> Queue::writeTicket(const IssueRequest& request, const WaitRange& told)
{
    HALL_ASSIGN(const auto known, m_line.value<TicketId>("SELECT id FROM ticket WHERE key = $1", request.key));
    if (known)
        return std::optional<Ticket>();
    HALL_ASSIGN(const auto withdrawn, m_line.value<int>("SELECT 1 FROM withdrawal WHERE key = $1", request.key));
    if (withdrawn)
        return Error{ErrorCode::Cancelled, tr("This ticket was taken back before it was written. Take a new one.")};
    HALL_ASSIGN(const ServiceRow service, serviceRow(m_line, request.service));
    HALL_ASSIGN(const qint64 priorityClass, classId(m_line, request.priorityClass));
    HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));

    Ticket t;
    t.key = request.key;
    t.arrived = request.at.value_or(now);
    t.day = base::hallDay(t.arrived);
    t.block = service.block;
    t.service = request.service;
    t.priorityClass = request.priorityClass;
    t.evidence = request.evidence;
    t.partySize = request.partySize;
    t.language = request.language;
    t.hasIntake = !request.sealedIntake.isEmpty();
    t.receiptCode = request.receiptCode.isEmpty() ? newReceiptCode() : request.receiptCode;
    if (!request.appointment.isNull()) {
        HALL_ASSIGN(t.due, bookedTime(request));
    }
    t.countsFrom = t.due ? std::max(t.arrived, *t.due) : t.arrived;

    HALL_ASSIGN(const int serial, nextSerial(request, service.block, t.day));
    t.number = ticketNumber(service.prefix, serial);
    HALL_ASSIGN(const auto id,
                m_line.value<TicketId>(
                    "INSERT INTO ticket (key, day, number, block, service, class, evidence, party_size, language, state, "
                    "arrived, counts_from, due, receipt_code, predicted_p50, predicted_p90) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11, $12, $13, $14, $15) RETURNING id",
                    t.key, t.day, t.number, t.block, service.id, priorityClass, t.evidence, t.partySize, t.language,
                    t.arrived, t.countsFrom, t.due, t.receiptCode, told.p50, told.p90));
    t.id = id.value_or(TicketId());
    HALL_TRY(addEvent(m_line, t.id, QStringLiteral("issued"), now, 0, request.actor, {}));
    if (t.hasIntake)
        HALL_TRY(m_line.execute("INSERT INTO intake (ticket, generation, sealed) VALUES ($1, $2, $3)", t.id,
                                request.intakeGeneration, request.sealedIntake));
    if (!request.appointment.isNull())
        HALL_TRY(m_line.execute("UPDATE appointment SET state = 'arrived', ticket = $2 WHERE id = $1",
                                request.appointment, t.id));
    return std::optional(t);
}

Result<bool> Queue::withdraw(const QUuid& key, const QString& actor)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<bool> {
        HALL_ASSIGN(const Timestamp now, lineNow(m_line, m_clock));
        // The store itself cancels the ticket with it: see the migrations.
        HALL_TRY(m_line.execute("INSERT INTO withdrawal (key, at, actor) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", key, now, actor));
        HALL_ASSIGN(const auto ticket, ticketByKey(key));
        return ticket && ticket->state == TicketState::Cancelled;
    });
}

Result<Reservation> Queue::reserve(const QString& block, const QDate& day, int count, const QString& station)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Reservation> {
        Reservation taken{block, {}, day};
        HALL_ASSIGN(const auto prefix, m_line.value<QString>("SELECT prefix FROM block WHERE code = $1", block));
        if (!prefix)
            return Error{ErrorCode::BlockUnknown, tr("There is no block \"%1\".").arg(block)};
        taken.prefix = *prefix;
        HALL_ASSIGN(const auto last,
                    m_line.value<int>("SELECT max(last) FROM reservation WHERE block = $1 AND day = $2", block, day));
        taken.first = last.value_or(kFirstReserved - 1) + 1;
        taken.last = std::min(taken.first + count - 1, kLastReserved);
        if (taken.last < taken.first)
            return taken;
        HALL_TRY(m_line.execute("INSERT INTO reservation (block, day, first, last, station, at) VALUES ($1, $2, $3, $4, $5, $6)",
                                block, day, taken.first, taken.last, station, m_clock.now()));
        return taken;
    });
}

Result<QList<SeriesBooks>> Queue::books(const QDate& day)
{
    // A ticket's serial stands behind its prefix; `house` holds the numbers of the series, `aside` the reserved ones.
    HALL_ASSIGN(auto rows,
                m_line.query("WITH numbered AS (SELECT t.block, CAST(substr(t.number, length(b.prefix) + 1) AS BIGINT) AS serial "
                             "  FROM ticket t JOIN block b ON b.code = t.block WHERE t.day = $1 AND t.number LIKE b.prefix || '%') "
                             "SELECT b.code, coalesce(s.last, 0), "
                             "(SELECT count(*) FROM numbered n WHERE n.block = b.code AND NOT (n.serial BETWEEN $2 AND $3)), "
                             "(SELECT count(*) FROM numbered n WHERE n.block = b.code AND n.serial BETWEEN $2 AND $3), "
                             "(SELECT coalesce(sum(r.last - r.first + 1), 0) FROM reservation r WHERE r.block = b.code AND r.day = $1) "
                             "FROM block b LEFT JOIN series s ON s.block = b.code AND s.day = $1 ORDER BY b.position",
                             day, kFirstReserved, kLastReserved));
    QList<SeriesBooks> books;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return books;
        SeriesBooks block{rows.get<QString>(0)};
        block.given = rows.get<int>(2);
        block.givenReserved = rows.get<int>(3);
        block.unused = rows.get<int>(4) - block.givenReserved;
        block.missing = rows.get<int>(1) - block.given;
        books.append(block);
    }
}

Result<Timestamp> Queue::bookedTime(const IssueRequest& request)
{
    HALL_ASSIGN(auto rows, m_line.query("SELECT a.due, a.state, s.code FROM appointment a "
                                        "JOIN service s ON s.id = a.service WHERE a.id = $1",
                                        request.appointment));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found || rows.get<QString>(1) != QLatin1StringView("booked"))
        return Error{ErrorCode::AppointmentNotFound,
                     tr("This booking is not open: it was used, cancelled or missed. Take an ordinary ticket instead.")};
    if (rows.get<QString>(2) != request.service)
        return Error{ErrorCode::InvalidArgument, tr("The booking is for the service \"%1\".").arg(rows.get<QString>(2))};
    return rows.get<Timestamp>(0);
}

} // namespace hall::queue
