// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/simulator.h"

#include <array>
#include <chrono>
#include <cmath>
#include <random>

/// M/M/6 at ρ = 0.85 through the line's own scheduler, and what theory says of it. Half of the visitors are of each class.
namespace hall::tests {

enum class Theory { Fifo, Strict, Accumulating };

inline constexpr int kServers = 6;
inline constexpr double kLoad = 0.85;

/// Erlang's C: the chance to wait. Mean wait of all, in service times: C / (c (1 − ρ)) = 0.6934.
inline double erlangC()
{
    const double a = kServers * kLoad;
    double term = 1;
    double sum = 1;
    for (int k = 1; k < kServers; ++k)
        sum += term *= a / k;
    const double last = term * a / kServers / (1 - kLoad);
    return last / (sum + last);
}
inline const double kTheoryFifo = erlangC() / (kServers * (1 - kLoad));
/// Σ ρᵢ Wᵢ.
inline const double kTheoryConserved = kLoad * kTheoryFifo;

struct TheoryResult
{
    std::array<double, 2> measured{}; ///< class 0 is the preferred one
    std::array<double, 2> expected{};
    double conserved = 0;
    double perSecond = 0;
};

inline std::array<double, 2> expectedWaits(Theory policy)
{
    const double half = kLoad / 2;
    const double start = erlangC() / kServers; // C / (c μ)
    if (policy == Theory::Fifo)
        return {kTheoryFifo, kTheoryFifo};
    if (policy == Theory::Strict) // Cobham 1954
        return {start / (1 - half), start / ((1 - half) * (1 - kLoad))};
    // Kleinrock 1964, rates 1 and 0.25: the slower class first, for nobody is below it.
    constexpr double ratio = 0.25;
    const double slow = kTheoryFifo / (1 - half * (1 - ratio));
    const double fast = kTheoryFifo - half * slow * (1 - ratio);
    return {fast, slow};
}

inline TheoryResult runTheory(Theory policy, int visitors, unsigned seed)
{
    queue::Simulator::Setup setup;
    for (int d = 1; d <= kServers; ++d)
        setup.desks.push_back({d, {0}, 0, 1e300});
    switch (policy) {
    case Theory::Fifo: setup.classes = {{0, 1, 0}, {0, 1, 0}}; break;
    case Theory::Strict: setup.classes = {{0, 1, 0}, {1, 1, 0}}; break;
    case Theory::Accumulating: setup.classes = {{0, 1, 0}, {0, 0.25, 0}}; break;
    }
    queue::Simulator simulator(setup);
    std::mt19937_64 random(seed);
    std::exponential_distribution<double> gap(kServers * kLoad);
    std::exponential_distribution<double> length(1.0);
    double now = 0;
    int made = 0;
    std::array<double, 2> sum{};
    std::array<qint64, 2> count{};
    const auto begin = std::chrono::steady_clock::now();
    simulator.run(
        [&](queue::SimulatedVisitor& visitor) {
            now += gap(random);
            visitor.arrival = now;
            visitor.length = length(random);
            visitor.patience = 1e300;
            visitor.service = 0;
            visitor.priorityClass = static_cast<int>(random() & 1);
            return made++ < visitors;
        },
        [&](const queue::SimulatedOutcome& outcome, const queue::SimulatedVisitor& visitor) {
            sum[static_cast<size_t>(visitor.priorityClass)] += outcome.waited;
            ++count[static_cast<size_t>(visitor.priorityClass)];
        });
    TheoryResult result;
    result.perSecond = visitors / std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    result.expected = expectedWaits(policy);
    for (size_t c = 0; c < 2; ++c) {
        result.measured[c] = sum[c] / static_cast<double>(count[c]);
        result.conserved += kLoad / 2 * result.measured[c];
    }
    return result;
}

} // namespace hall::tests
