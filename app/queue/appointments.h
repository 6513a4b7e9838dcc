// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/queue/ticket.h"

namespace hall::sql {
class Connection;
}

namespace hall::queue {

struct Appointment {
    AppointmentId id;
    QString service;
    base::Timestamp due;
    QString code;        ///< what the visitor shows at the kiosk: six digits, unique among the open ones
    QString state;       ///< "booked", "arrived", "cancelled", "missed"
    TicketId ticket;     ///< once arrived
    bool operator==(const Appointment&) const = default;
};

/// Booked visits. They join the line through Queue::issue with `appointment` set and wait among the walk-ins.
class Appointments
{
public:
    Appointments(sql::Connection& line, const base::Clock& clock);

    base::Result<Appointment> book(const QString& service, base::Timestamp due, const QString& actor);
    base::Status cancel(AppointmentId id, const QString& actor);
    base::Result<std::optional<Appointment>> byCode(const QString& code);
    base::Result<QList<Appointment>> ofDay(const QDate& day);

private:
    sql::Connection& m_line;
    const base::Clock& m_clock;
};

} // namespace hall::queue
