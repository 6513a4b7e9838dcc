// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/queue.h"
#include "app/queue/ticket_rows.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace hall::queue {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using base::Timestamp;
using sql::Mode;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::queue", text);
}

constexpr int kMostPeople = 999;
constexpr qsizetype kLargestIntake = 1 << 20;

/// Eight of thirty letters and digits that are not taken for each other on paper: 39 bits.
QString newReceiptCode()
{
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString code;
    for (int i = 0; i < 8; ++i)
        code += QLatin1Char(alphabet[QRandomGenerator::system()->bounded(static_cast<quint32>(alphabet.size()))]);
    return code;
}

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

/// Nothing when the key is known.
Result<std::optional<Ticket>> Queue::writeTicket(const IssueRequest& request, const WaitRange& told)
{
    HALL_ASSIGN(const auto known, m_line.value<TicketId>("SELECT id FROM ticket WHERE key = $1", request.key));
    if (known)
        return std::optional<Ticket>();
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
    t.receiptCode = newReceiptCode();
    if (!request.appointment.isNull()) {
        HALL_ASSIGN(t.due, bookedTime(request));
    }
    t.countsFrom = t.due ? std::max(t.arrived, *t.due) : t.arrived;

    HALL_ASSIGN(const auto serial,
                m_line.value<int>("INSERT INTO series (block, day, last) VALUES ($1, $2, 1) "
                                  "ON CONFLICT (block, day) DO UPDATE SET last = series.last + 1 RETURNING last",
                                  service.block, t.day));
    t.number = service.prefix + QStringLiteral("%1").arg(serial.value_or(0), 3, 10, QLatin1Char('0'));
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
