// SPDX-License-Identifier: GPL-3.0-or-later
// The scheduler against queueing theory: M/M/6 at ρ = 0.85, waits in mean service times.
#include "tests/support/theory.h"

#include "app/queue/simulator.h"
#include "app/rules/catalogue.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>

using namespace hall::queue;
using hall::tests::Theory;
using hall::tests::runTheory;

class SimulatorTest : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheory_data()
    {
        QTest::addColumn<int>("policy");
        QTest::newRow("first come, first served") << static_cast<int>(Theory::Fifo);
        QTest::newRow("two strict classes (Cobham)") << static_cast<int>(Theory::Strict);
        QTest::newRow("accumulating priority (Kleinrock)") << static_cast<int>(Theory::Accumulating);
    }
    void agreesWithTheory()
    {
        QFETCH(int, policy);
        const auto result = runTheory(static_cast<Theory>(policy), 1'000'000, 20260305);
        for (int c = 0; c < 2; ++c)
            QVERIFY2(std::abs(result.measured[c] / result.expected[c] - 1) < 0.03,
                     qPrintable(QStringLiteral("class %1: %2, theory %3").arg(c).arg(result.measured[c]).arg(result.expected[c])));
        // Kleinrock's conservation law: no policy changes the sum of ρᵢWᵢ.
        QVERIFY(std::abs(result.conserved / hall::tests::kTheoryConserved - 1) < 0.03);
    }

    void nobodyStarvesUnderTheBound()
    {
        QFile file(QStringLiteral(":/catalogue/policy.json"));
        (void)hall::rules::readCatalogue(QStringLiteral(":/catalogue"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Policy own = readPolicy(file.readAll(), QStringLiteral("policy.json")).value();
        const double longest = longestWalkIn(own);
        // Past the bound a visitor goes first of all: what may be added is the visit under way and those before them in the
        // same case.
        QVERIFY2(longest <= own.bound, qPrintable(QString::number(longest)));
        Policy strict = own;
        strict.kind = PolicyKind::Strict;
        strict.bound = 0;
        strict.classes.clear();
        strict.classes.append({QStringLiteral("booked"), 1, 0, 0});
        strict.classes.append({QStringLiteral("ordinary"), 1, 0, 1});
        const double starved = longestWalkIn(strict);
        QVERIFY2(starved >= 400 * 60, qPrintable(QString::number(starved)));
    }

    void patienceRunsOut()
    {
        Simulator::Setup setup;
        setup.desks = {{1, {0}, 0, 1e300}};
        setup.classes = {{0, 1, 0}};
        Simulator simulator(setup);
        std::vector<SimulatedVisitor> visitors = {{0, 100, 1e300, 0, 0}, {10, 100, 50, 0, 0}, {20, 100, 1e300, 0, 0},
                                                  {390, 10, 1, 0, 0}};
        size_t next = 0;
        QList<SimulatedOutcome> outcomes;
        simulator.run([&](SimulatedVisitor& v) { return next < visitors.size() && (v = visitors[next++], true); },
                      [&](const SimulatedOutcome& o, const SimulatedVisitor&) { outcomes.append(o); });
        QCOMPARE(outcomes.size(), 4);
        QCOMPARE(outcomes.at(1).index, 1);
        QVERIFY(outcomes.at(1).end == SimulatedOutcome::End::Left);
        QCOMPARE(outcomes.at(1).waited, 50.0);
        QCOMPARE(outcomes.at(2).index, 2);
        QCOMPARE(outcomes.at(2).waited, 80.0);
        QCOMPARE(simulator.abandoned(), 1);
        QCOMPARE(simulator.unserved(), 0);
    }

    void theEstimatorIsHonest()
    {
        Simulator::Setup setup;
        for (int d = 1; d <= 6; ++d)
            setup.desks.push_back({d, {0}, 0, 1e300});
        setup.classes = {{0, 1, 0}, {0, 1, 900}};
        setup.estimate = true;
        Simulator simulator(setup);
        std::mt19937 random(7);
        std::exponential_distribution<double> gap(6 * 0.85 / 600);
        std::exponential_distribution<double> length(1.0 / 600);
        double now = 0;
        int left = 6000;
        simulator.run(
            [&](SimulatedVisitor& v) {
                now += gap(random);
                v = {now, length(random), 1e300, 0, std::uniform_real_distribution<>()(random) < 0.2 ? 1 : 0};
                return left-- > 0;
            },
            [](const SimulatedOutcome&, const SimulatedVisitor&) {});
        const EstimatorAccuracy& accuracy = simulator.accuracy();
        QVERIFY2(std::abs(accuracy.p90Coverage - 0.9) < 0.05, qPrintable(QString::number(accuracy.p90Coverage)));
        QVERIFY2(accuracy.meanAbsoluteError < 240, qPrintable(QString::number(accuracy.meanAbsoluteError)));
    }

private:
    /// One desk, a booked visitor every ten minutes whose visit takes nearly as long, and an ordinary walk-in every three
    /// hours or so, for a long day. The longest wait of a walk-in; one never served has waited to the end.
    static double longestWalkIn(const Policy& policy)
    {
        int booked = -1;
        int ordinary = -1;
        for (qsizetype i = 0; i < policy.classes.size(); ++i) {
            if (policy.classes.at(i).code == QLatin1StringView("booked"))
                booked = static_cast<int>(i);
            if (policy.classes.at(i).code == QLatin1StringView("ordinary"))
                ordinary = static_cast<int>(i);
        }
        Simulator::Setup setup;
        setup.desks = {{1, {0}, 0, 1e300}};
        setup.classes = weightsOf(policy);
        setup.bound = policy.bound;
        Simulator simulator(setup);
        std::vector<SimulatedVisitor> visitors;
        std::mt19937 random(5);
        std::uniform_real_distribution<double> length(590, 612);
        for (int i = 0; i < 60; ++i)
            visitors.push_back({i * 600.0, length(random), 1e300, 0, booked});
        for (int i = 0; i < 3; ++i)
            visitors.push_back({1000.0 + i * 9000, 300, 1e300, 0, ordinary});
        std::sort(visitors.begin(), visitors.end(), [](const auto& a, const auto& b) { return a.arrival < b.arrival; });
        size_t next = 0;
        double longest = 0;
        simulator.run([&](SimulatedVisitor& v) { return next < visitors.size() && (v = visitors[next++], true); },
                      [&](const SimulatedOutcome& o, const SimulatedVisitor& v) {
                          if (v.priorityClass == ordinary)
                              longest = std::max(longest, o.waited);
                      });
        return longest;
    }
};

QTEST_GUILESS_MAIN(SimulatorTest)
#include "tst_simulator.moc"
