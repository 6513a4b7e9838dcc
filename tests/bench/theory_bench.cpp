// SPDX-License-Identifier: GPL-3.0-or-later
// theory_bench [visitors]: the line's scheduler against queueing theory on 20 million visitors for each policy.
#include "tests/support/theory.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <cstdlib>

using hall::tests::Theory;

int main(int argc, char** argv)
{
    const int visitors = argc > 1 ? atoi(argv[1]) : 20'000'000;
    QJsonObject all{{QStringLiteral("visitors"), visitors}};
    const std::pair<const char*, Theory> policies[] = {
        {"fifo", Theory::Fifo}, {"strict", Theory::Strict}, {"accumulating", Theory::Accumulating}};
    for (const auto& [name, policy] : policies) {
        const auto result = hall::tests::runTheory(policy, visitors, 20260305);
        const auto off = [&](size_t c) { return result.measured[c] / result.expected[c] - 1; };
        all.insert(QString::fromLatin1(name),
                   QJsonObject{{QStringLiteral("preferred_wait"), result.measured[0]},
                               {QStringLiteral("preferred_theory"), result.expected[0]},
                               {QStringLiteral("preferred_off"), off(0)},
                               {QStringLiteral("other_wait"), result.measured[1]},
                               {QStringLiteral("other_theory"), result.expected[1]},
                               {QStringLiteral("other_off"), off(1)},
                               {QStringLiteral("conserved_off"), result.conserved / hall::tests::kTheoryConserved - 1},
                               {QStringLiteral("visitors_per_second"), result.perSecond}});
    }
    std::fputs(QJsonDocument(all).toJson().constData(), stdout);
    return 0;
}
