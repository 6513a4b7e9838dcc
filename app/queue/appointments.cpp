// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/appointments.h"

#include "app/queue/texts.h"
#include "app/queue/ticket_rows.h"

#include <QRandomGenerator>

namespace hall::queue {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using base::Timestamp;
using sql::Mode;

namespace {

constexpr std::string_view kSelectAppointments = "SELECT a.id, s.code, a.due, a.code, a.state, coalesce(a.ticket, 0) "
                                     "FROM appointment a JOIN service s ON s.id = a.service ";

Appointment appointmentFrom(const sql::Rows& rows)
{
    return {rows.get<AppointmentId>(0), rows.get<QString>(1), rows.get<Timestamp>(2),
            rows.get<QString>(3),       rows.get<QString>(4), rows.get<TicketId>(5)};
}

Result<std::optional<Appointment>> find(sql::Connection& line, std::string_view where, const auto& arg)
{
    HALL_ASSIGN(auto rows, line.query(std::string(kSelectAppointments) + std::string(where), arg));
    HALL_ASSIGN(const bool found, rows.next());
    return found ? std::optional(appointmentFrom(rows)) : std::nullopt;
}

/// Six digits that no open booking has.
Result<QString> freeCode(sql::Connection& line)
{
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const QString code = QStringLiteral("%1").arg(QRandomGenerator::system()->bounded(1'000'000), 6, 10,
                                                      QLatin1Char('0'));
        HALL_ASSIGN(const auto taken,
                    line.value<int>("SELECT 1 FROM appointment WHERE code = $1 AND state = 'booked'", code));
        if (!taken)
            return code;
    }
    return Error{ErrorCode::Internal, tr("No free booking code was found. Close past days first.")};
}

} // namespace

Appointments::Appointments(sql::Connection& line, const base::Clock& clock)
    : m_line(line)
    , m_clock(clock)
{
}

Result<Appointment> Appointments::book(const QString& service, Timestamp due, const QString&)
{
    return m_line.transaction(Mode::Write, [&]() -> Result<Appointment> {
        if (due <= m_clock.now())
            return Error{ErrorCode::InvalidArgument, tr("A booking must lie in the future. Choose a later time.")};
        HALL_ASSIGN(const auto serviceId,
                    m_line.value<qint64>("SELECT id FROM service WHERE code = $1 AND retired = 0", service));
        if (!serviceId)
            return Error{ErrorCode::ServiceUnknown,
                         tr("There is no service \"%1\". Choose one of the catalogue.").arg(service)};
        HALL_ASSIGN(const QString code, freeCode(m_line));
        HALL_ASSIGN(const auto id, m_line.value<AppointmentId>("INSERT INTO appointment (service, due, code) "
                                                               "VALUES ($1, $2, $3) RETURNING id",
                                                               *serviceId, due, code));
        return Appointment{id.value_or(AppointmentId()), service, due, code, QStringLiteral("booked"), TicketId()};
    });
}

Status Appointments::cancel(AppointmentId id, const QString&)
{
    return m_line.transaction(Mode::Write, [&]() -> Status {
        HALL_ASSIGN(const auto found, find(m_line, "WHERE a.id = $1", id));
        if (!found || found->state != QLatin1StringView("booked"))
            return Error{ErrorCode::AppointmentNotFound,
                         tr("There is no open booking with the id %1.").arg(id.value())};
        return m_line.execute("UPDATE appointment SET state = 'cancelled' WHERE id = $1", id);
    });
}

Result<std::optional<Appointment>> Appointments::byCode(const QString& code)
{
    return find(m_line, "WHERE a.code = $1 AND a.state = 'booked'", code);
}

Result<QList<Appointment>> Appointments::ofDay(const QDate& day)
{
    const QDateTime start = day.startOfDay(base::hallTimeZone());
    HALL_ASSIGN(auto rows, m_line.query(std::string(kSelectAppointments) + "WHERE a.due >= $1 AND a.due < $2 ORDER BY a.due, a.id",
                                        start.toMSecsSinceEpoch(), start.addDays(1).toMSecsSinceEpoch()));
    QList<Appointment> list;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return list;
        list.append(appointmentFrom(rows));
    }
}

} // namespace hall::queue
