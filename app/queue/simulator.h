// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/estimator.h"

#include <functional>
#include <memory>

namespace hall::queue {

/// Seconds throughout.
struct SimulatedVisitor
{
    double arrival = 0;
    double length = 0;      ///< of the visit
    double patience = 1e300;///< leaves when it is not called within this time
    int service = 0;
    int priorityClass = 0;
};

struct SimulatedDesk
{
    int number = 0;
    std::vector<int> services;
    double from = 0;
    double to = 1e300;
};

struct SimulatedOutcome
{
    enum class End { Served, Left, Unserved }; ///< Unserved: still there when the last desk had closed
    qint64 index = 0;
    End end = End::Served;
    double start = -1;  ///< −1: never
    int desk = 0;
    double waited = 0;  ///< until the visit, or until they left; of the unserved 0
    WaitRange told;     ///< when they came
};

/// Plays arrivals through the line's own scheduler and estimator in virtual time. What the estimator knows is what a hall
/// would know at that moment: the lengths of visits that have ended, who was not there when called; nothing that is to come.
/// At one moment desks become free first, then all who arrive then join, then the desks choose, longest idle first.
class Simulator
{
public:
    struct Setup
    {
        std::vector<SimulatedDesk> desks;
        std::vector<ClassWeight> classes;
        int services = 1;
        double bound = 0;
        double expectedLength = 600; ///< of a visit, before any has ended
        bool estimate = false;
        unsigned seed = 1;
    };

    /// The next visitor, in the order of arrival; false at the end.
    using Source = std::function<bool(SimulatedVisitor&)>;
    using Sink = std::function<void(const SimulatedOutcome&, const SimulatedVisitor&)>;

    explicit Simulator(Setup setup);
    ~Simulator();

    void run(const Source& source, const Sink& sink);
    qint64 abandoned() const;
    qint64 unserved() const;
    const EstimatorAccuracy& accuracy() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace hall::queue
