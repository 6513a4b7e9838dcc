// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/estimator.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hall::queue {

namespace {

constexpr size_t kRemembered = 240;
constexpr size_t kEnough = 30;   ///< visits seen after which they alone are drawn from
constexpr double kPriorWeight = 2; ///< visits that the expectation counts for: it is soon outweighed
constexpr double kShortest = 1e-3; ///< seconds; a mean below it would divide by nothing
constexpr double kHorizon = 24 * 3600;
constexpr double kLongAfter = 1e300;
constexpr int kLater = 2'000'000'000; ///< id of those who come later; nobody's own

/// One playing of the line.
class Play
{
public:
    Play(const LineSnapshot& snapshot, const Waiter& me, std::mt19937& random)
        : m_snapshot(snapshot)
        , m_random(random)
        , m_scheduler(snapshot.classes, snapshot.services, snapshot.bound)
        , m_rates(snapshot.arrivalsPerSecond)
        , m_rate(0)
    {
        for (size_t i = 0; i < m_rates.size(); ++i) {
            if (!mayOvertake(static_cast<int>(i % snapshot.classes.size()), me.priorityClass))
                m_rates[i] = 0;
            m_rate += m_rates[i];
        }
    }

    double waitOf(const Waiter& me, int& effort);

private:
    /// Who comes later goes first only by a better rank, a faster claim or a longer head start.
    bool mayOvertake(int other, int mine) const
    {
        const ClassWeight& theirs = m_snapshot.classes[static_cast<size_t>(other)];
        const ClassWeight& own = m_snapshot.classes[static_cast<size_t>(mine)];
        return theirs.rank < own.rank
            || (theirs.rank == own.rank && (theirs.rate > own.rate || theirs.headStart > own.headStart));
    }
    double nextArrival(double from) const;
    void arrive(double when);
    void join(Waiter waiter, double since)
    {
        if (m_snapshot.leavesPerSecond > 0)
            waiter.gone = since + std::exponential_distribution<double>(m_snapshot.leavesPerSecond)(m_random);
        m_scheduler.join(waiter);
    }
    void start();

    const LineSnapshot& m_snapshot;
    std::mt19937& m_random;
    Scheduler m_scheduler;
    std::vector<double> m_rates;
    double m_rate;
    std::vector<double> m_freeAt;
    std::vector<size_t> m_coming;
    size_t m_nextComing = 0;
};

double Play::nextArrival(double from) const
{
    if (m_rate <= 0)
        return 1e300;
    return from + std::exponential_distribution<double>(m_rate)(m_random);
}

void Play::arrive(double when)
{
    double pick = std::uniform_real_distribution<double>(0, m_rate)(m_random);
    for (size_t i = 0; i < m_rates.size(); ++i) {
        pick -= m_rates[i];
        if (m_rates[i] <= 0 || (pick > 0 && i + 1 < m_rates.size()))
            continue;
        const auto classes = static_cast<int>(m_snapshot.classes.size());
        join({kLater, static_cast<int>(i) / classes, static_cast<int>(i) % classes, when}, when);
        return;
    }
}

void Play::start()
{
    m_scheduler.clear();
    for (const Waiter& waiter : m_snapshot.waiting)
        join(waiter, waiter.countsFrom);
    m_freeAt.clear();
    for (const LineSnapshot::Desk& desk : m_snapshot.desks) {
        const double free = desk.busyWith < 0
            ? m_snapshot.now
            : m_snapshot.now + m_snapshot.times[static_cast<size_t>(desk.busyWith)].sampleRest(desk.elapsed, m_random);
        m_freeAt.push_back(std::max(free, desk.opensAt));
    }
    m_coming.resize(m_snapshot.coming.size());
    for (size_t i = 0; i < m_coming.size(); ++i)
        m_coming[i] = i;
    std::sort(m_coming.begin(), m_coming.end(),
              [&](size_t a, size_t b) { return m_snapshot.joinsAt[a] < m_snapshot.joinsAt[b]; });
    m_nextComing = 0;
}

double Play::waitOf(const Waiter& me, int& effort)
{
    start();
    Waiter patient = me;
    patient.gone = kLongAfter; // the wait of one who stays, whatever is known of this one
    m_scheduler.join(patient);
    double arrival = nextArrival(m_snapshot.now);
    while (true) {
        const auto desk = static_cast<size_t>(std::min_element(m_freeAt.begin(), m_freeAt.end()) - m_freeAt.begin());
        const double now = m_freeAt[desk];
        if (now - m_snapshot.now > kHorizon)
            return kHorizon;
        for (; arrival <= now; arrival = nextArrival(arrival))
            arrive(arrival);
        for (; m_nextComing < m_coming.size() && m_snapshot.joinsAt[m_coming[m_nextComing]] <= now; ++m_nextComing)
            join(m_snapshot.coming[m_coming[m_nextComing]], m_snapshot.joinsAt[m_coming[m_nextComing]]);
        const LineSnapshot::Desk& plan = m_snapshot.desks[desk];
        const auto next = now >= plan.closesAt ? std::nullopt : m_scheduler.takeBest(plan.services, now);
        --effort;
        if (!next) {
            // Nobody for this desk until somebody joins: what other desks do gives it no work.
            double change = arrival;
            if (m_nextComing < m_coming.size())
                change = std::min(change, m_snapshot.joinsAt[m_coming[m_nextComing]]);
            m_freeAt[desk] = now >= plan.closesAt ? kLongAfter : std::min(change, kLongAfter);
            continue;
        }
        if (next->id == me.id)
            return now - m_snapshot.now;
        m_freeAt[desk] = now + m_snapshot.times[static_cast<size_t>(next->service)].sample(m_random);
    }
}

} // namespace

ServiceTimes::ServiceTimes(double expected)
    : m_expected(expected)
{
}

void ServiceTimes::add(double seconds)
{
    if (m_seen.size() < kRemembered) {
        m_seen.push_back(seconds);
        m_sum += seconds;
        return;
    }
    m_sum += seconds - m_seen[m_next];
    m_seen[m_next] = seconds;
    m_next = (m_next + 1) % kRemembered;
}

double ServiceTimes::mean() const
{
    const auto seen = static_cast<double>(m_seen.size());
    return m_seen.size() >= kEnough ? m_sum / seen : (kPriorWeight * m_expected + m_sum) / (kPriorWeight + seen);
}

double ServiceTimes::sample(std::mt19937& random) const
{
    const bool seen = m_seen.size() >= kEnough
        || std::uniform_int_distribution<size_t>(0, kEnough - 1)(random) < m_seen.size();
    if (seen)
        return m_seen[std::uniform_int_distribution<size_t>(0, m_seen.size() - 1)(random)];
    return std::exponential_distribution<double>(1 / std::max(kShortest, mean()))(random);
}

double ServiceTimes::sampleRest(double elapsed, std::mt19937& random) const
{
    constexpr int kTries = 12;
    for (int i = 0; i < kTries; ++i) {
        if (const double whole = sample(random); whole > elapsed)
            return whole - elapsed;
    }
    // Longer than nearly all: what is left is anybody's guess, on the scale of a visit.
    return std::exponential_distribution<double>(2 / std::max(kShortest, mean()))(random);
}

namespace {

/// A desk stands free for `me` and for nobody else.
bool goesStraightIn(const LineSnapshot& snapshot, const Waiter& me)
{
    const auto serves = [](const LineSnapshot::Desk& desk, int service) {
        return std::find(desk.services.begin(), desk.services.end(), service) != desk.services.end();
    };
    const double now = snapshot.now;
    return std::any_of(snapshot.desks.begin(), snapshot.desks.end(), [&](const LineSnapshot::Desk& desk) {
        const auto wanted = [&](const Waiter& waiter) { return serves(desk, waiter.service); };
        bool due = false;
        for (size_t i = 0; i < snapshot.coming.size(); ++i)
            due = due || (snapshot.joinsAt[i] <= now && wanted(snapshot.coming[i]));
        return desk.busyWith < 0 && desk.opensAt <= now && now < desk.closesAt && serves(desk, me.service) && !due
            && std::none_of(snapshot.waiting.begin(), snapshot.waiting.end(), wanted);
    });
}

/// The middle and the ninth tenth of `waits`; where the line was too long to play it often, of the normal law around them.
WaitRange rangeOf(std::vector<double>& waits)
{
    constexpr size_t kEnoughToRank = 25;
    constexpr double kNinthTenth = 1.2816;
    const auto count = static_cast<double>(waits.size());
    if (waits.size() < kEnoughToRank) {
        const double mean = std::accumulate(waits.begin(), waits.end(), 0.0) / count;
        double square = 0;
        for (const double wait : waits)
            square += (wait - mean) * (wait - mean);
        return {mean, mean + kNinthTenth * std::sqrt(square / (count - 1))};
    }
    std::sort(waits.begin(), waits.end());
    const auto at = [&](double share) {
        const double place = share * (count + 1) - 1;
        const auto low = static_cast<size_t>(std::clamp(place, 0.0, static_cast<double>(waits.size() - 1)));
        const size_t high = std::min(low + 1, waits.size() - 1);
        return waits[low] + (waits[high] - waits[low]) * std::clamp(place - static_cast<double>(low), 0.0, 1.0);
    };
    return {at(0.5), at(0.9)};
}

} // namespace

WaitRange estimateWait(const LineSnapshot& snapshot, const Waiter& me, unsigned seed, int effort)
{
    constexpr size_t kFewest = 8;
    constexpr size_t kMost = 160;
    if (snapshot.desks.empty() || goesStraightIn(snapshot, me))
        return {};
    std::mt19937 random(seed);
    Play play(snapshot, me, random);
    std::vector<double> waits;
    waits.reserve(kMost);
    while (waits.size() < kFewest || (effort > 0 && waits.size() < kMost))
        waits.push_back(play.waitOf(me, effort));
    return rangeOf(waits);
}

void EstimatorAccuracy::add(const WaitRange& told, double waited)
{
    ++count;
    m_errors += std::abs(told.p50 - waited);
    m_within += std::abs(told.p50 - waited) <= 120 ? 1 : 0;
    m_covered += waited <= told.p90 ? 1 : 0;
    const auto n = static_cast<double>(count);
    meanAbsoluteError = m_errors / n;
    within120 = static_cast<double>(m_within) / n;
    p90Coverage = static_cast<double>(m_covered) / n;
}

} // namespace hall::queue
