// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/queue/estimator.h"
#include "app/queue/ticket.h"

#include <QHash>
#include <QMap>

namespace hall::sql {
class Connection;
}

namespace hall::queue {

/// Wait estimates from the store. An estimate costs more than a ticket does, so it is made outside the transaction, from a
/// picture of the line that is at most two seconds old, and shared by those who ask the same at that moment.
/// It knows the desks' skills and visits under way, the classes, who is parked or booked and when they return, and leaves
/// out desks on pause. Lengths of visits are those seen lately, service by service.
class Forecast
{
public:
    Forecast(sql::Connection& line, const base::Clock& clock);

    /// Expected wait of somebody who joins now; an empty range for a service or class that the hall does not know.
    base::Result<WaitRange> newcomer(const QString& service, const QString& priorityClass);
    /// Expected rest of the wait of a ticket in the line.
    base::Result<WaitRange> remaining(const Ticket& ticket);
    /// How good the ranges were that visitors of a day were told.
    base::Result<EstimatorAccuracy> accuracy(const QDate& day);

private:
    base::Status refresh();
    base::Status readWeights();
    base::Status readTimes();
    base::Status readLine(qint64 now);
    base::Status readDesks(qint64 now);
    base::Status readArrivals(qint64 now);
    double seconds(qint64 ms) const { return static_cast<double>(ms - m_zero) / 1000.0; }
    WaitRange estimate(const Waiter& me) const;

    sql::Connection& m_line;
    const base::Clock& m_clock;
    std::optional<base::Timestamp> m_madeAt;
    std::optional<base::Timestamp> m_timesReadAt;
    qint64 m_zero = 0;
    QMap<QString, int> m_services;
    QMap<qint64, int> m_serviceIds;
    QMap<QString, int> m_classes;
    QMap<qint64, int> m_classIds;
    std::vector<ServiceTimes> m_times;
    LineSnapshot m_snapshot;
    QHash<QPair<QString, QString>, WaitRange> m_newcomers;
};

} // namespace hall::queue
