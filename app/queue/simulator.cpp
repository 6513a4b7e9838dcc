// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/simulator.h"

#include <algorithm>
#include <cmath>

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
        , desks(setup.desks.size())
    {
        for (size_t d = 0; d < setup.desks.size(); ++d)
            openings.push_back(d);
        std::stable_sort(openings.begin(), openings.end(),
                         [&](size_t a, size_t b) { return setup.desks[a].from < setup.desks[b].from; });
    }

    struct Guest
    {
        SimulatedVisitor visitor;
        WaitRange told;
        qint64 index = 0;
    };
    struct DeskNow
    {
        double busyUntil = kNever; ///< kNever: not busy
        double idleSince = -1;     ///< −1: not open, or busy
        int slot = -1;             ///< of its guest
        double servedFrom = 0;
    };

    double nextOpening() const { return opened < openings.size() ? setup.desks[openings[opened]].from : kNever; }
    void open(double now);
    void release(double now);
    void arrive(const SimulatedVisitor& visitor);
    void choose(double now);
    bool serveNext(size_t desk, double now);
    void noteDropped(double now);
    void sayWhoRemained();
    int newSlot();
    WaitRange tell(const SimulatedVisitor& visitor, const Waiter& waiter);

    Setup setup;
    Scheduler scheduler;
    std::vector<ServiceTimes> times;
    LeavingHabit leaving;
    ArrivalRates rates;
    std::vector<DeskNow> desks;
    double nextDeparture = kNever;
    int idle = 0;
    std::vector<size_t> byIdleTime; ///< kept for its room
    std::vector<size_t> openings;
    size_t opened = 0;
    std::vector<Guest> guests; ///< by slot; slots are used again
    std::vector<int> freeSlots;
    qint64 arrivals = 0;
    qint64 left = 0;
    qint64 unserved = 0;
    EstimatorAccuracy accuracy;
    const Sink* sink = nullptr;
};

WaitRange Simulator::State::tell(const SimulatedVisitor& visitor, const Waiter& waiter)
{
    LineSnapshot snapshot;
    const double now = visitor.arrival;
    snapshot.now = now;
    snapshot.services = setup.services;
    snapshot.classes = setup.classes;
    snapshot.bound = setup.bound;
    snapshot.waiting = scheduler.everybody();
    for (Waiter& other : snapshot.waiting)
        other.gone = kNever; // when somebody will lose patience is written on nobody
    for (size_t d = 0; d < desks.size(); ++d) {
        const SimulatedDesk& plan = setup.desks[d];
        if (now >= plan.to)
            continue;
        LineSnapshot::Desk desk{plan.services, -1, 0, plan.from, plan.to};
        if (desks[d].slot >= 0) {
            desk.busyWith = guests[static_cast<size_t>(desks[d].slot)].visitor.service;
            desk.elapsed = now - desks[d].servedFrom;
        }
        snapshot.desks.push_back(std::move(desk));
    }
    snapshot.times = times;
    snapshot.arrivalsPerSecond = rates.perSecond(now);
    snapshot.leavesPerSecond = leaving.perSecond();
    return estimateWait(snapshot, waiter, setup.seed + static_cast<unsigned>(arrivals));
}

int Simulator::State::newSlot()
{
    if (freeSlots.empty()) {
        guests.push_back({});
        return static_cast<int>(guests.size()) - 1;
    }
    const int slot = freeSlots.back();
    freeSlots.pop_back();
    return slot;
}

void Simulator::State::open(double now)
{
    for (; nextOpening() <= now; ++opened) {
        desks[openings[opened]].idleSince = now;
        ++idle;
    }
}

/// Ends the visits that end now.
void Simulator::State::release(double now)
{
    nextDeparture = kNever;
    for (DeskNow& desk : desks) {
        if (desk.busyUntil > now) {
            nextDeparture = std::min(nextDeparture, desk.busyUntil);
            continue;
        }
        if (setup.estimate) {
            const SimulatedVisitor& visitor = guests[static_cast<size_t>(desk.slot)].visitor;
            times[static_cast<size_t>(visitor.service)].add(visitor.length);
        }
        freeSlots.push_back(desk.slot);
        desk = {kNever, now, -1, 0};
        ++idle;
    }
}

void Simulator::State::arrive(const SimulatedVisitor& visitor)
{
    const int slot = newSlot();
    const Waiter waiter{static_cast<int>(arrivals), visitor.service, visitor.priorityClass, visitor.arrival,
                        visitor.arrival + visitor.patience, slot};
    Guest& guest = guests[static_cast<size_t>(slot)];
    guest.visitor = visitor;
    guest.index = arrivals;
    if (setup.estimate) {
        guest.told = tell(visitor, waiter);
        rates.note(visitor);
    }
    ++arrivals;
    scheduler.join(waiter);
}

/// Every idle desk takes whom it may, the longest idle first.
void Simulator::State::choose(double now)
{
    if (idle == 0 || scheduler.waiting() == 0)
        return;
    byIdleTime.clear();
    for (size_t d = 0; d < desks.size(); ++d) {
        if (desks[d].idleSince >= 0)
            byIdleTime.push_back(d);
    }
    std::stable_sort(byIdleTime.begin(), byIdleTime.end(),
                     [&](size_t a, size_t b) { return desks[a].idleSince < desks[b].idleSince; });
    for (const size_t desk : byIdleTime) {
        // A visit of no length at all leaves the desk free for the next one.
        while (scheduler.waiting() > 0 && serveNext(desk, now) && desks[desk].busyUntil <= now)
            release(now);
    }
}

bool Simulator::State::serveNext(size_t desk, double now)
{
    const SimulatedDesk& plan = setup.desks[desk];
    if (now >= plan.to)
        return false;
    const auto next = scheduler.takeBest(plan.services, now);
    if (scheduler.hasDropped())
        noteDropped(now);
    if (!next)
        return false;
    const Guest& guest = guests[static_cast<size_t>(next->slot)];
    desks[desk] = {now + guest.visitor.length, -1, next->slot, now};
    nextDeparture = std::min(nextDeparture, desks[desk].busyUntil);
    --idle;
    const double waited = now - guest.visitor.arrival;
    if (setup.estimate) {
        accuracy.add(guest.told, waited);
        leaving.stayed(waited);
    }
    (*sink)({guest.index, SimulatedOutcome::End::Served, now, plan.number, waited, guest.told}, guest.visitor);
    return true;
}

/// Those who were not there when they would have been called.
void Simulator::State::noteDropped(double now)
{
    for (const Waiter& waiter : scheduler.takeDropped()) {
        const Guest& guest = guests[static_cast<size_t>(waiter.slot)];
        ++left;
        leaving.gone(now - guest.visitor.arrival);
        (*sink)({guest.index, SimulatedOutcome::End::Left, -1, 0, guest.visitor.patience, guest.told}, guest.visitor);
        freeSlots.push_back(waiter.slot);
    }
}

/// After the last desk has closed: who lost patience, and who stands there still.
void Simulator::State::sayWhoRemained()
{
    for (const Waiter& waiter : scheduler.everybody()) {
        const Guest& guest = guests[static_cast<size_t>(waiter.slot)];
        const bool gone = waiter.gone < kNever;
        ++(gone ? left : unserved);
        (*sink)({guest.index, gone ? SimulatedOutcome::End::Left : SimulatedOutcome::End::Unserved, -1, 0,
                 gone ? guest.visitor.patience : 0.0, guest.told},
                guest.visitor);
    }
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
        const double arrival = more ? visitor.arrival : kNever;
        const double now = std::min({arrival, s.nextDeparture, s.nextOpening()});
        if (now >= kNever)
            break;
        if (s.nextOpening() <= now)
            s.open(now);
        if (s.nextDeparture <= now)
            s.release(now);
        while (more && visitor.arrival <= now) {
            s.arrive(visitor);
            more = source(visitor);
        }
        s.choose(now);
    }
    s.sayWhoRemained();
}

qint64 Simulator::abandoned() const
{
    return m_state->left;
}

qint64 Simulator::unserved() const
{
    return m_state->unserved;
}

const EstimatorAccuracy& Simulator::accuracy() const
{
    return m_state->accuracy;
}

} // namespace hall::queue
