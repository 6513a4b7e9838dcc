// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/policy.h"

#include <deque>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace hall::queue {

/// Somebody in a line that is only thought of: services and classes are indexes, times seconds from any zero.
struct Waiter
{
    int id = 0;           ///< in the order of arrival; breaks ties
    int service = 0;
    int priorityClass = 0;
    double countsFrom = 0;
    double gone = 1e300;  ///< after that moment they are not there any more
    int slot = 0;         ///< for whoever keeps more about them
};

/// What a class weighs (Policy::effective, in the same order as the indexes).
struct ClassWeight
{
    int rank = 0;
    double rate = 1;
    double headStart = 0;
};

/// The rule by which the line chooses, in memory: the same as queue::kClaimStatement says in SQL (a test holds the two
/// against each other on random lines). The best by (past the bound first, rank, claim, countsFrom, id) among the heads of
/// each service and class.
class Scheduler
{
public:
    Scheduler(std::vector<ClassWeight> classes, int services, double bound);

    /// Waiters of a service and class must come in the order of countsFrom, then id; one that does not is put in its place.
    void join(const Waiter& waiter);
    /// Takes out whoever a desk with these services calls at `now`. Whoever would have been called and is gone is dropped.
    std::optional<Waiter> takeBest(std::span<const int> services, double now);
    /// Who was dropped since the last time of asking.
    std::vector<Waiter> takeDropped() { return std::exchange(m_dropped, {}); }
    bool hasDropped() const { return !m_dropped.empty(); }
    /// All who stand in the books, gone or not, in no particular order.
    std::vector<Waiter> everybody() const;
    int waiting() const { return m_waiting; }
    void clear();

private:
    struct Order
    {
        int rank;
        double minusClaim;
        double countsFrom;
        int id;
        auto operator<=>(const Order&) const = default;
    };
    std::deque<Waiter>& queueOf(int service, int priorityClass);
    Order orderOf(const Waiter& waiter, double now) const;

    std::vector<ClassWeight> m_classes;
    std::vector<std::deque<Waiter>> m_queues; ///< service × class
    double m_bound;
    int m_waiting = 0;
    std::vector<Waiter> m_dropped;
};

/// The weights of a policy's classes, in its order.
std::vector<ClassWeight> weightsOf(const Policy& policy);

} // namespace hall::queue
