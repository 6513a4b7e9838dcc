// SPDX-License-Identifier: GPL-3.0-or-later
// estimator_bench [visitors]: how good the told waits are, and what one costs, on lines of several kinds.
#include "app/queue/simulator.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>

using namespace hall::queue;

namespace {

constexpr double kForever = 1e300;
using Random = std::mt19937_64;

double unit(Random& random)
{
    return std::uniform_real_distribution<double>(0, 1)(random);
}

/// A visit of this mean whose length varies as visits do (log-normal, coefficient of variation 0.7).
double visit(Random& random, double mean)
{
    const double sigma = std::sqrt(std::log(1 + 0.7 * 0.7));
    return std::lognormal_distribution<double>(std::log(mean) - sigma * sigma / 2, sigma)(random);
}

struct Scene
{
    Simulator::Setup setup;
    std::function<void(Random&, SimulatedVisitor&, double now)> draw; ///< all but the arrival
    std::function<double(double now)> arrivalsPerSecond;
};

Scene sixDesks(double meanLength)
{
    Scene scene;
    for (int d = 1; d <= 6; ++d)
        scene.setup.desks.push_back({d, {0}, 0, kForever});
    scene.setup.classes = {{0, 1, 0}, {0, 1, 900}};
    scene.draw = [meanLength](Random& random, SimulatedVisitor& v, double) {
        v.length = std::exponential_distribution<double>(1 / meanLength)(random);
        v.priorityClass = unit(random) < 0.2 ? 1 : 0;
    };
    scene.arrivalsPerSecond = [meanLength](double) { return 6 * 0.85 / meanLength; };
    return scene;
}

/// Four blocks, eight desks with skills, a rush in the morning and one after the break; each day is eight hours.
Scene hallDay()
{
    Scene scene;
    scene.setup.services = 4;
    for (int d = 1; d <= 8; ++d) {
        std::vector<int> skills;
        if (d <= 4)
            skills = {0};
        if (d == 4 || d == 5)
            skills.push_back(1);
        if (d >= 6)
            skills = {2};
        if (d >= 7)
            skills.push_back(3);
        scene.setup.desks.push_back({d, skills, 0, kForever});
    }
    scene.setup.classes = {{0, 1, 0}, {0, 1, 900}, {0, 1, 1200}};
    scene.setup.bound = 3600;
    scene.draw = [](Random& random, SimulatedVisitor& v, double) {
        const double share = unit(random);
        v.service = share < 0.5 ? 0 : share < 0.65 ? 1 : share < 0.9 ? 2 : 3;
        constexpr double kMeans[] = {720, 900, 1500, 1200};
        v.length = visit(random, kMeans[v.service]);
        const double p = unit(random);
        v.priorityClass = p < 0.17 ? 1 : p < 0.25 ? 2 : 0;
    };
    scene.arrivalsPerSecond = [](double now) {
        const double hour = std::fmod(now / 3600, 8.0);
        return (hour < 2.5 ? 34.0 : hour < 4 ? 14 : hour < 6 ? 26 : 10) / 3600;
    };
    return scene;
}

Scene impatient()
{
    Scene scene = sixDesks(600);
    const auto draw = scene.draw;
    scene.draw = [draw](Random& random, SimulatedVisitor& v, double now) {
        draw(random, v, now);
        v.patience = 300 + std::exponential_distribution<double>(1.0 / 1500)(random);
    };
    scene.arrivalsPerSecond = [](double) { return 6 * 1.1 / 600; };
    return scene;
}

QJsonObject play(Scene scene, int visitors)
{
    scene.setup.estimate = true;
    Simulator simulator(scene.setup);
    Random random(20260305);
    double now = 0;
    int made = 0;
    double waited = 0;
    const auto begin = std::chrono::steady_clock::now();
    simulator.run(
        [&](SimulatedVisitor& v) {
            now += std::exponential_distribution<double>(scene.arrivalsPerSecond(now))(random);
            v = {};
            scene.draw(random, v, now);
            v.arrival = now;
            return made++ < visitors;
        },
        [&](const SimulatedOutcome& outcome, const SimulatedVisitor&) {
            if (outcome.end == SimulatedOutcome::End::Served)
                waited += outcome.waited;
        });
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const EstimatorAccuracy& accuracy = simulator.accuracy();
    return {{QStringLiteral("visitors"), visitors},
            {QStringLiteral("abandoned"), simulator.abandoned()},
            {QStringLiteral("mean_wait_s"), waited / static_cast<double>(accuracy.count)},
            {QStringLiteral("mae_s"), accuracy.meanAbsoluteError},
            {QStringLiteral("within_120s"), accuracy.within120},
            {QStringLiteral("p90_coverage"), accuracy.p90Coverage},
            {QStringLiteral("microseconds_per_estimate"), seconds / visitors * 1e6}};
}

} // namespace

int main(int argc, char** argv)
{
    const int visitors = argc > 1 ? atoi(argv[1]) : 20'000;
    const QJsonObject all{{QStringLiteral("mm6"), play(sixDesks(600), visitors)},
                          {QStringLiteral("mm6_unit"), play(sixDesks(1), visitors)},
                          {QStringLiteral("mm6_first_300"), play(sixDesks(600), 300)},
                          {QStringLiteral("hall_day"), play(hallDay(), visitors)},
                          {QStringLiteral("impatient"), play(impatient(), visitors)}};
    std::fputs(QJsonDocument(all).toJson().constData(), stdout);
    return 0;
}
