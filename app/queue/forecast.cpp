// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/forecast.h"

#include "app/sql/connection.h"

#include <algorithm>
#include <cmath>

namespace hall::queue {

using base::Result;
using base::Status;
using base::Timestamp;
using sql::Mode;

namespace {

constexpr auto kFresh = std::chrono::seconds(2);
constexpr auto kTimesFresh = std::chrono::minutes(2);
constexpr double kExpectedVisit = 900; ///< seconds, of a service that nobody has used yet
constexpr unsigned kSeed = 17;

} // namespace

Forecast::Forecast(sql::Connection& line, const base::Clock& clock)
    : m_line(line)
    , m_clock(clock)
{
}

Status Forecast::readWeights()
{
    m_services.clear();
    m_serviceIds.clear();
    m_classes.clear();
    m_classIds.clear();
    m_snapshot.classes.clear();
    {
        HALL_ASSIGN(auto rows, m_line.query("SELECT id, code FROM service ORDER BY id"));
        while (true) {
            HALL_ASSIGN(const bool more, rows.next());
            if (!more)
                break;
            const auto index = static_cast<int>(m_services.size());
            m_serviceIds.insert(rows.get<qint64>(0), index);
            m_services.insert(rows.get<QString>(1), index);
        }
    }
    HALL_ASSIGN(auto rows, m_line.query("SELECT id, code, rank, rate, head_start FROM priority_class ORDER BY id"));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        const auto index = static_cast<int>(m_classes.size());
        m_classIds.insert(rows.get<qint64>(0), index);
        m_classes.insert(rows.get<QString>(1), index);
        m_snapshot.classes.push_back({rows.get<int>(2), rows.get<double>(3), rows.get<double>(4)});
    }
    m_snapshot.services = static_cast<int>(m_services.size());
    HALL_ASSIGN(const auto bound, m_line.value<double>("SELECT bound_s FROM policy"));
    m_snapshot.bound = bound.value_or(0);
    return {};
}

/// The lengths of the latest visits: the newest events alone are looked at, whatever the history holds.
Status Forecast::readTimes()
{
    m_times.assign(static_cast<size_t>(m_snapshot.services), ServiceTimes(kExpectedVisit));
    HALL_ASSIGN(auto rows, m_line.query("SELECT service, length FROM recent_visit ORDER BY id"));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return {};
        if (const auto service = m_serviceIds.find(rows.get<qint64>(0)); service != m_serviceIds.end())
            m_times[static_cast<size_t>(*service)].add(rows.get<double>(1) / 1000.0);
    }
}

Status Forecast::readLine(qint64 now)
{
    m_snapshot.waiting.clear();
    m_snapshot.coming.clear();
    m_snapshot.joinsAt.clear();
    HALL_ASSIGN(auto rows,
                m_line.query("SELECT t.id, t.service, t.class, t.counts_from, t.return_at FROM ticket t WHERE t.id IN "
                             "(SELECT id FROM ticket WHERE state = 'waiting' UNION ALL "
                             "SELECT id FROM ticket WHERE state = 'parked')"));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            break;
        Waiter waiter;
        waiter.id = rows.get<int>(0);
        waiter.service = m_serviceIds.value(rows.get<qint64>(1));
        waiter.priorityClass = m_classIds.value(rows.get<qint64>(2));
        waiter.countsFrom = seconds(rows.get<qint64>(3));
        if (rows.isNull(4)) {
            m_snapshot.waiting.push_back(waiter);
        } else {
            m_snapshot.coming.push_back(waiter);
            m_snapshot.joinsAt.push_back(seconds(std::max(now, rows.get<qint64>(4))));
        }
    }
    constexpr qint64 kAhead = 3LL * 3600 * 1000;
    constexpr qint64 kLate = 15LL * 60 * 1000; // who is later than that is not expected any more
    HALL_ASSIGN(auto bookings, m_line.query("SELECT service, due FROM appointment WHERE due > $1 AND due < $2 "
                                            "AND state = 'booked'",
                                            now - kLate, now + kAhead));
    const auto booked = m_classes.find(QStringLiteral("booked"));
    while (booked != m_classes.end()) {
        HALL_ASSIGN(const bool more, bookings.next());
        if (!more)
            break;
        const double due = seconds(std::max(now, bookings.get<qint64>(1)));
        m_snapshot.coming.push_back({0, m_serviceIds.value(bookings.get<qint64>(0)), *booked, due});
        m_snapshot.joinsAt.push_back(due);
    }
    return {};
}

Status Forecast::readDesks(qint64 now)
{
    m_snapshot.desks.clear();
    QMap<int, size_t> places;
    HALL_ASSIGN(auto rows, m_line.query("SELECT d.number, ds.service, t.service, coalesce(t.served_at, t.called_at) "
                                        "FROM desk d JOIN desk_service ds ON ds.desk = d.number "
                                        "LEFT JOIN ticket t ON t.desk = d.number AND t.state IN ('called', 'serving') "
                                        "WHERE d.state = 'open' ORDER BY d.number"));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return {};
        const int number = rows.get<int>(0);
        if (!places.contains(number)) {
            places.insert(number, m_snapshot.desks.size());
            LineSnapshot::Desk desk;
            if (!rows.isNull(2)) {
                desk.busyWith = m_serviceIds.value(rows.get<qint64>(2));
                desk.elapsed = std::max(0.0, static_cast<double>(now - rows.get<qint64>(3)) / 1000.0);
            }
            m_snapshot.desks.push_back(desk);
        }
        m_snapshot.desks[places.value(number)].services.push_back(m_serviceIds.value(rows.get<qint64>(1)));
    }
}

/// Who came in the last half hour is who may come in the next.
Status Forecast::readArrivals(qint64 now)
{
    constexpr qint64 kWindow = 30LL * 60 * 1000;
    m_snapshot.arrivalsPerSecond.assign(static_cast<size_t>(m_snapshot.services) * m_snapshot.classes.size(), 0.0);
    HALL_ASSIGN(auto rows, m_line.query("SELECT service, class, count(*) FROM recent_arrival WHERE at > $1 GROUP BY service, class",
                                        now - kWindow));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return {};
        const auto service = static_cast<size_t>(m_serviceIds.value(rows.get<qint64>(0)));
        const auto priorityClass = static_cast<size_t>(m_classIds.value(rows.get<qint64>(1)));
        m_snapshot.arrivalsPerSecond[service * m_snapshot.classes.size() + priorityClass] =
            rows.get<double>(2) / (static_cast<double>(kWindow) / 1000.0);
    }
}

Status Forecast::refresh()
{
    const Timestamp now = m_clock.now();
    if (m_madeAt && now - *m_madeAt < kFresh && now >= *m_madeAt)
        return {};
    return m_line.transaction(Mode::Read, [&]() -> Status {
        const qint64 ms = base::toMs(now);
        m_zero = ms;
        m_snapshot.now = 0;
        HALL_TRY(readWeights());
        if (!m_timesReadAt || now - *m_timesReadAt > kTimesFresh || m_times.size() != static_cast<size_t>(m_services.size())) {
            HALL_TRY(readTimes());
            m_timesReadAt = now;
        }
        HALL_TRY(readLine(ms));
        HALL_TRY(readDesks(ms));
        HALL_TRY(readArrivals(ms));
        m_snapshot.times = m_times;
        m_newcomers.clear();
        m_madeAt = now;
        return {};
    });
}

WaitRange Forecast::estimate(const Waiter& me) const
{
    LineSnapshot snapshot = m_snapshot;
    const auto serves = [&](const LineSnapshot::Desk& desk) {
        return std::find(desk.services.begin(), desk.services.end(), me.service) != desk.services.end();
    };
    // Where no open desk serves it, one will have to: the wait is what it would be with one desk for this service.
    if (std::none_of(snapshot.desks.begin(), snapshot.desks.end(), serves))
        snapshot.desks.push_back({{me.service}, -1, 0, -1e300, 1e300});
    const WaitRange range = estimateWait(snapshot, me, kSeed, 1500);
    return {std::round(range.p50), std::round(range.p90)};
}

Result<WaitRange> Forecast::newcomer(const QString& service, const QString& priorityClass)
{
    HALL_TRY(refresh());
    const QPair<QString, QString> key(service, priorityClass);
    if (const auto known = m_newcomers.constFind(key); known != m_newcomers.constEnd())
        return *known;
    if (!m_services.contains(service) || !m_classes.contains(priorityClass))
        return WaitRange();
    const WaitRange range = estimate({1'999'999'999, m_services.value(service), m_classes.value(priorityClass), 0});
    m_newcomers.insert(key, range);
    return range;
}

Result<WaitRange> Forecast::remaining(const Ticket& ticket)
{
    HALL_TRY(refresh());
    if (!m_services.contains(ticket.service) || !m_classes.contains(ticket.priorityClass))
        return WaitRange();
    const auto id = static_cast<int>(ticket.id.value());
    const bool inPicture = std::any_of(m_snapshot.waiting.begin(), m_snapshot.waiting.end(),
                                       [&](const Waiter& waiter) { return waiter.id == id; });
    if (!inPicture) // it joined after the picture was made
        return newcomer(ticket.service, ticket.priorityClass);
    LineSnapshot without = m_snapshot;
    std::erase_if(without.waiting, [&](const Waiter& waiter) { return waiter.id == id; });
    const Waiter me{id, m_services.value(ticket.service), m_classes.value(ticket.priorityClass),
                    seconds(base::toMs(ticket.countsFrom))};
    std::swap(m_snapshot, without);
    const WaitRange range = estimate(me);
    std::swap(m_snapshot, without);
    return range;
}

Result<EstimatorAccuracy> Forecast::accuracy(const QDate& day)
{
    HALL_ASSIGN(auto rows, m_line.query("SELECT predicted_p50, predicted_p90, first_called_at - arrived FROM ticket "
                                        "WHERE day = $1 AND first_called_at IS NOT NULL AND predicted_p50 IS NOT NULL "
                                        "AND out_of_turn = 0 AND due IS NULL",
                                        day));
    EstimatorAccuracy accuracy;
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return accuracy;
        accuracy.add({rows.get<double>(0), rows.get<double>(1)}, rows.get<double>(2) / 1000.0);
    }
}

} // namespace hall::queue
