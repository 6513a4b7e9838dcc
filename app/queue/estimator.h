// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/scheduler.h"
#include "app/queue/ticket.h"

#include <random>
#include <span>
#include <vector>

namespace hall::queue {

/// How long visits of one service take: what was seen lately, and an expectation for when little was. Seconds.
class ServiceTimes
{
public:
    explicit ServiceTimes(double expected = 900);
    void add(double seconds);
    /// One of those seen, or one of an exponential law around the mean while few were seen.
    double sample(std::mt19937& random) const;
    /// Rest of a visit that has lasted `elapsed` already.
    double sampleRest(double elapsed, std::mt19937& random) const;
    double mean() const;

private:
    std::vector<double> m_seen; ///< the last kRemembered, as a ring
    size_t m_next = 0;
    double m_sum = 0;
    double m_expected;
};

/// The line at one moment, as far as it bears on waiting. Times are seconds; `now` is zero of nothing in particular.
struct LineSnapshot
{
    struct Desk
    {
        std::vector<int> services;
        int busyWith = -1;    ///< service of its visitor; -1: free
        double elapsed = 0;   ///< how long that visit has lasted
        double opensAt = -1e300;
        double closesAt = 1e300;
    };
    double now = 0;
    int services = 0;
    std::vector<ClassWeight> classes;
    double bound = 0;
    std::vector<Waiter> waiting;
    std::vector<Waiter> coming;           ///< parked visitors and bookings; they join at countsFrom or `joinsAt`
    std::vector<double> joinsAt;          ///< of each in `coming`
    std::vector<Desk> desks;              ///< open ones; desks on pause are left out
    std::span<const ServiceTimes> times;  ///< per service; kept by whoever makes the snapshot
    std::vector<double> arrivalsPerSecond;///< service × class: who may come yet and overtake
    double leavesPerSecond = 0;           ///< how readily those who wait go away unseen (LeavingHabit)
};

/// How readily visitors leave without a word, learned from who was not there when called. Nobody sees them go, so half of
/// the wait until the call is taken as the time that they stayed.
class LeavingHabit
{
public:
    void stayed(double waited) { m_seconds += waited; }
    void gone(double waitedUntilCalled)
    {
        m_seconds += waitedUntilCalled / 2;
        ++m_gone;
    }
    double perSecond() const { return m_gone == 0 ? 0 : static_cast<double>(m_gone) / (m_seconds > 1 ? m_seconds : 1.0); }

private:
    double m_seconds = 0;
    qint64 m_gone = 0;
};

/// Wait of `me`, who joins the snapshot's line at its moment: the line is played to the end of the wait many times by the
/// line's own rule, with drawn service times and arrivals, and the middle and the ninth tenth of the outcomes are told.
/// Deterministic for a seed. `effort` bounds the work (visits drawn in all).
WaitRange estimateWait(const LineSnapshot& snapshot, const Waiter& me, unsigned seed, int effort = 4000);

/// How good the told ranges were.
struct EstimatorAccuracy
{
    qint64 count = 0;
    double meanAbsoluteError = 0; ///< of p50, seconds
    double within120 = 0;         ///< share whose p50 was at most 120 s off
    double p90Coverage = 0;       ///< share that waited at most p90; good is 0.9

    void add(const WaitRange& told, double waited);

private:
    double m_errors = 0;
    qint64 m_within = 0;
    qint64 m_covered = 0;
};

} // namespace hall::queue
