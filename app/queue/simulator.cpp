// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/simulator.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace hall::queue {

namespace {

constexpr double kNever = 1e300;
constexpr double kRateMemory = 1800; ///< seconds over which arrivals are remembered

/// Arrivals per second of each service and class, with a memory that fades.
class ArrivalRates
{
public:
    ArrivalRates(int services, size_t classes)
        : m_weights(static_cast<size_t>(services) * classes, 0.0)
        , m_classes(classes)
    {
    }
    void note(const SimulatedVisitor& visitor)
    {
        fade(visitor.arrival);
        m_weights[static_cast<size_t>(visitor.service) * m_classes + static_cast<size_t>(visitor.priorityClass)] += 1;
    }
    std::vector<double> perSecond(double now)
    {
        fade(now);
        std::vector<double> rates = m_weights;
        const double memory = std::min(kRateMemory, std::max(60.0, now - m_start));
        for (double& rate : rates)
            rate /= memory;
        return rates;
    }

private:
    void fade(double now)
    {
        if (m_start < 0)
            m_start = m_last = now;
        const double factor = std::exp((m_last - now) / kRateMemory);
        for (double& weight : m_weights)
            weight *= factor;
        m_last = now;
    }
    std::vector<double> m_weights;
    size_t m_classes;
    double m_start = -1;
    double m_last = 0;
};

} // namespace

struct Simulator::State
{
    explicit State(Setup given)
        : setup(std::move(given))
        , scheduler(setup.classes, setup.services, setup.bound)
        , times(static_cast<size_t>(setup.services), ServiceTimes(setup.expectedLength))
        , rates(setup.services, setup.classes.size())
        , busyUntil(setup.desks.size(), kNever)
        , idleSince(setup.desks.size(), -1.0)
        , serving(setup.desks.size(), -1)
    {
        for (size_t d = 0; d < setup.desks.size(); ++d)
            openings.push_back(d);
        std::sort(openings.begin(), openings.end(),
                  [&](size_t a, size_t b) { return setup.desks[a].from < setup.desks[b].from; });
    }

    void arrive(const SimulatedVisitor& visitor);
    void freeDesk(size_t desk, double now);
    bool serveNext(size_t desk, double now);
    WaitRange tell(const SimulatedVisitor& visitor, const Waiter& waiter);
    size_t nextDeparture() const
    {
        return static_cast<size_t>(std::min_element(busyUntil.begin(), busyUntil.end()) - busyUntil.begin());
    }

    struct Guest
    {
        SimulatedVisitor visitor;
        WaitRange told;
    };

    Setup setup;
    Scheduler scheduler;
    std::vector<ServiceTimes> times;
    ArrivalRates rates;
    std::vector<double> busyUntil; ///< kNever: not busy
    std::vector<double> idleSince; ///< −1: not open or busy
    std::vector<int> serving;      ///< place of the guest in `guests`, counted from firstGuest
    std::vector<double> servedFrom = std::vector<double>(setup.desks.size(), 0.0);
    std::vector<size_t> openings;
    size_t nextOpening = 0;
    std::vector<Guest> guests;     ///< by slot; slots are used again
    std::vector<int> freeSlots;
    std::vector<qint64> slotIndex;
    qint64 arrivals = 0;
    qint64 started = 0;
    EstimatorAccuracy accuracy;
    const Sink* sink = nullptr;
};

WaitRange Simulator::State::tell(const SimulatedVisitor& visitor, const Waiter& waiter)
{
    LineSnapshot snapshot;
    snapshot.now = visitor.arrival;
    snapshot.services = setup.services;
    snapshot.classes = setup.classes;
    snapshot.bound = setup.bound;
    snapshot.waiting = scheduler.everybody(visitor.arrival);
    for (size_t d = 0; d < setup.desks.size(); ++d) {
        if (visitor.arrival >= setup.desks[d].to)
            continue;
        LineSnapshot::Desk desk{setup.desks[d].services, -1, 0, setup.desks[d].from, setup.desks[d].to};
        if (serving[d] >= 0) {
            desk.busyWith = guests[static_cast<size_t>(serving[d])].visitor.service;
            desk.elapsed = visitor.arrival - servedFrom[d];
        }
        snapshot.desks.push_back(std::move(desk));
    }
    snapshot.times = times;
    snapshot.arrivalsPerSecond = rates.perSecond(visitor.arrival);
    return estimateWait(snapshot, waiter, setup.seed + static_cast<unsigned>(arrivals));
}

void Simulator::State::arrive(const SimulatedVisitor& visitor)
{
    int slot = 0;
    if (freeSlots.empty()) {
        slot = static_cast<int>(guests.size());
        guests.push_back({});
        slotIndex.push_back(0);
    } else {
        slot = freeSlots.back();
        freeSlots.pop_back();
    }
    const Waiter waiter{static_cast<int>(arrivals), visitor.service, visitor.priorityClass, visitor.arrival,
                        visitor.arrival + visitor.patience, slot};
    Guest& guest = guests[static_cast<size_t>(slot)];
    guest.visitor = visitor;
    if (setup.estimate) {
        guest.told = tell(visitor, waiter);
        rates.note(visitor);
    }
    slotIndex[static_cast<size_t>(slot)] = arrivals++;
    scheduler.join(waiter);

    size_t chosen = setup.desks.size();
    for (size_t d = 0; d < setup.desks.size(); ++d) {
        if (idleSince[d] < 0 || visitor.arrival >= setup.desks[d].to
            || std::find(setup.desks[d].services.begin(), setup.desks[d].services.end(), visitor.service)
                == setup.desks[d].services.end())
            continue;
        if (chosen == setup.desks.size() || idleSince[d] < idleSince[chosen])
            chosen = d;
    }
    if (chosen < setup.desks.size())
        serveNext(chosen, visitor.arrival);
}

bool Simulator::State::serveNext(size_t desk, double now)
{
    if (now >= setup.desks[desk].to)
        return false;
    const auto next = scheduler.takeBest(setup.desks[desk].services, now);
    if (!next)
        return false;
    const Guest& guest = guests[static_cast<size_t>(next->slot)];
    busyUntil[desk] = now + guest.visitor.length;
    idleSince[desk] = -1;
    serving[desk] = next->slot;
    servedFrom[desk] = now;
    ++started;
    SimulatedOutcome outcome;
    outcome.index = slotIndex[static_cast<size_t>(next->slot)];
    outcome.start = now;
    outcome.desk = setup.desks[desk].number;
    outcome.waited = now - guest.visitor.arrival;
    outcome.told = guest.told;
    if (setup.estimate)
        accuracy.add(guest.told, outcome.waited);
    (*sink)(outcome, guest.visitor);
    return true;
}

void Simulator::State::freeDesk(size_t desk, double now)
{
    if (serving[desk] >= 0) {
        const Guest& guest = guests[static_cast<size_t>(serving[desk])];
        if (setup.estimate)
            times[static_cast<size_t>(guest.visitor.service)].add(guest.visitor.length);
        freeSlots.push_back(serving[desk]);
        serving[desk] = -1;
    }
    busyUntil[desk] = kNever;
    idleSince[desk] = now;
    serveNext(desk, now);
}

Simulator::Simulator(Setup setup)
    : m_state(std::make_unique<State>(std::move(setup)))
{
}

Simulator::~Simulator() = default;

void Simulator::run(const Source& source, const Sink& sink)
{
    State& s = *m_state;
    s.sink = &sink;
    SimulatedVisitor visitor;
    bool more = source(visitor);
    while (true) {
        const double opening =
            s.nextOpening < s.openings.size() ? s.setup.desks[s.openings[s.nextOpening]].from : kNever;
        const size_t desk = s.nextDeparture();
        const double departure = s.busyUntil.empty() ? kNever : s.busyUntil[desk];
        const double arrival = more ? visitor.arrival : kNever;
        if (arrival >= kNever && departure >= kNever && opening >= kNever)
            return;
        if (opening <= departure && opening <= arrival) {
            s.freeDesk(s.openings[s.nextOpening++], opening);
        } else if (departure <= arrival) {
            s.freeDesk(desk, departure);
        } else {
            s.arrive(visitor);
            more = source(visitor);
        }
    }
}

int Simulator::abandoned() const
{
    // Who lost patience is noticed when a desk would have called them; at the end, everybody who still stands there.
    int late = 0;
    for (const Waiter& waiter : m_state->scheduler.everybody(-kNever))
        late += waiter.gone < kNever ? 1 : 0;
    return m_state->scheduler.abandoned() + late;
}

int Simulator::unserved() const
{
    return static_cast<int>(m_state->arrivals - m_state->started) - abandoned();
}

const EstimatorAccuracy& Simulator::accuracy() const
{
    return m_state->accuracy;
}

} // namespace hall::queue
