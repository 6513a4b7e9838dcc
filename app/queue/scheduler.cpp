// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/scheduler.h"

#include <algorithm>

namespace hall::queue {

Scheduler::Scheduler(std::vector<ClassWeight> classes, int services, double bound)
    : m_classes(std::move(classes))
    , m_queues(m_classes.size() * static_cast<size_t>(services))
    , m_bound(bound)
{
}

std::deque<Waiter>& Scheduler::queueOf(int service, int priorityClass)
{
    return m_queues[static_cast<size_t>(service) * m_classes.size() + static_cast<size_t>(priorityClass)];
}

void Scheduler::join(const Waiter& waiter)
{
    std::deque<Waiter>& queue = queueOf(waiter.service, waiter.priorityClass);
    const auto before = [](const Waiter& a, const Waiter& b) {
        return a.countsFrom != b.countsFrom ? a.countsFrom < b.countsFrom : a.id < b.id;
    };
    if (queue.empty() || before(queue.back(), waiter))
        queue.push_back(waiter);
    else
        queue.insert(std::upper_bound(queue.begin(), queue.end(), waiter, before), waiter);
    ++m_waiting;
}

Scheduler::Order Scheduler::orderOf(const Waiter& waiter, double now) const
{
    const double waited = now - waiter.countsFrom;
    if (m_bound > 0 && waited >= m_bound)
        return {-1, 0, waiter.countsFrom, waiter.id};
    const ClassWeight& weight = m_classes[static_cast<size_t>(waiter.priorityClass)];
    return {weight.rank, -(weight.rate * waited + weight.headStart), waiter.countsFrom, waiter.id};
}

std::optional<Waiter> Scheduler::takeBest(std::span<const int> services, double now)
{
    std::deque<Waiter>* best = nullptr;
    Order bestOrder{};
    if (m_waiting == 0)
        return std::nullopt;
    for (const int service : services) {
        for (size_t c = 0; c < m_classes.size(); ++c) {
            std::deque<Waiter>& queue = queueOf(service, static_cast<int>(c));
            while (!queue.empty() && queue.front().gone < now) {
                m_dropped.push_back(queue.front());
                queue.pop_front();
                --m_waiting;
            }
            if (queue.empty())
                continue;
            const Order order = orderOf(queue.front(), now);
            if (!best || order < bestOrder) {
                best = &queue;
                bestOrder = order;
            }
        }
    }
    if (!best)
        return std::nullopt;
    const Waiter chosen = best->front();
    best->pop_front();
    --m_waiting;
    return chosen;
}

std::vector<Waiter> Scheduler::everybody() const
{
    std::vector<Waiter> all;
    all.reserve(static_cast<size_t>(m_waiting));
    for (const auto& queue : m_queues)
        all.insert(all.end(), queue.begin(), queue.end());
    return all;
}

void Scheduler::clear()
{
    for (auto& queue : m_queues)
        queue.clear();
    m_waiting = 0;
    m_dropped.clear();
}

std::vector<ClassWeight> weightsOf(const Policy& policy)
{
    std::vector<ClassWeight> weights;
    for (const ClassRule& rule : policy.classes) {
        const ClassRule effective = policy.effective(rule);
        weights.push_back({effective.rank, effective.rate, effective.headStart});
    }
    return weights;
}

} // namespace hall::queue
