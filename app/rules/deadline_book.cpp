// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/deadline_book.h"

#include "app/rules/found.h"
#include "app/rules/texts.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// Levenshtein's distance, by one row of the table.
int distance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const int change = diagonal + (a.at(i) == b.at(static_cast<qsizetype>(j) - 1) ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({change, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

} // namespace

const DeadlineRule* DeadlineBook::rule(const QString& id) const
{
    return found(rules, id, &DeadlineRule::id);
}

const Matter* DeadlineBook::matter(const QString& code) const
{
    return found(matters, code, &Matter::code);
}

const Profile* DeadlineBook::profile(const QString& code) const
{
    return found(profiles, code, &Profile::code);
}

bool DeadlineBook::inForce(const DeadlineRule& rule) const
{
    const Profile* its = profile(rule.profile);
    return its && its->on;
}

Result<DeadlineRule> DeadlineBook::find(const QString& id) const
{
    if (const DeadlineRule* known = rule(id))
        return *known;
    QStringList ids;
    for (const DeadlineRule& each : rules)
        ids.append(each.id);
    const QStringList near = spelledAlike(id, ids);
    const QString hint = near.isEmpty() ? tr("hallctl rules list names them all.")
                                        : tr("Near it: %1.").arg(near.join(QStringLiteral(", ")));
    return Error{ErrorCode::RuleUnknown, tr("There is no deadline rule \"%1\". %2").arg(id.left(40), hint)};
}

QStringList spelledAlike(const QString& word, const QStringList& known)
{
    const QString wanted = word.left(40).toUpper();
    QList<std::pair<int, QString>> ranked;
    for (const QString& candidate : known) {
        const QString name = candidate.toUpper();
        const bool within = wanted.size() >= 2 && (name.contains(wanted) || wanted.contains(name));
        const int apart = within ? 1 : distance(wanted, name);
        if (within || apart <= std::max<qsizetype>(2, name.size() / 3))
            ranked.append({apart, candidate});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QStringList words;
    for (qsizetype i = 0; i < std::min<qsizetype>(3, ranked.size()); ++i)
        words.append(ranked.at(i).second);
    return words;
}

Result<QList<MovedDeadline>> movedDeadlines(const QList<OpenDeadline>& open, const DeadlineBook& book,
                                            const Calendar& before, const Calendar& after)
{
    QList<MovedDeadline> moved;
    for (const OpenDeadline& deadline : open) {
        HALL_ASSIGN(const DeadlineRule rule, book.find(deadline.rule));
        HALL_ASSIGN(Reckoning then, reckon(rule, deadline.trigger, deadline.extended, before));
        HALL_ASSIGN(Reckoning now, reckon(rule, deadline.trigger, deadline.extended, after));
        if (then.dueText() != now.dueText())
            moved.append({deadline.key, std::move(then), std::move(now)});
    }
    return moved;
}

} // namespace hall::rules
