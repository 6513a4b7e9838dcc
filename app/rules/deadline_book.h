// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/deadline.h"

#include <QHash>
#include <QStringList>

namespace hall::rules {

/// Sentences with places for values (%1 …), in both languages, so that a printed notice can be in the visitor's
/// language whatever the window speaks (resources/rules/wording.yaml).
class Wording
{
public:
    /// The sentences that the steps of a reckoning are made of, and how many values each takes.
    static const QHash<QString, int>& wanted();

    void add(const QString& code, const Text& text) { m_sentences.insert(code, text); }
    bool contains(const QString& code) const { return m_sentences.contains(code); }
    QString say(const QString& code, const QString& language, const QStringList& values = {}) const;
    /// "2026-03-05 (Thursday)".
    QString day(QDate date, const QString& language) const;
    bool operator==(const Wording&) const = default;

private:
    QHash<QString, Text> m_sentences;
};

struct Matter {
    QString code;
    Text name;
    bool operator==(const Matter&) const = default;
};

/// A set of rules that a hall switches on as a whole.
struct Profile {
    QString code;
    Text name;
    bool on = false;
    bool operator==(const Profile&) const = default;
};

/// All the rules, and the words to explain them with. A plain value.
struct DeadlineBook {
    QList<Profile> profiles;
    QList<Matter> matters;
    QList<DeadlineRule> rules;
    Wording wording;

    const DeadlineRule* rule(const QString& id) const;
    const Matter* matter(const QString& code) const;
    const Profile* profile(const QString& code) const;
    /// Whether a rule applies in this hall: its profile is switched on. Others can be computed, and say so.
    bool inForce(const DeadlineRule& rule) const;
    /// The rule, or RuleUnknown with the ids that are spelt alike.
    base::Result<DeadlineRule> find(const QString& id) const;
    bool operator==(const DeadlineBook&) const = default;
};

/// Reads deadlines.yaml and wording.yaml of a folder; a file that is not there is the one that the programs come with.
/// Every fault is named as "file:line: reason" (FileInvalid).
base::Result<DeadlineBook> readDeadlineBook(const QString& folder);
/// The words of `known` that are spelt most like `word`, at most three.
QStringList spelledAlike(const QString& word, const QStringList& known);

/// The arithmetic of a date in plain sentences, with the articles that it rests on.
QStringList explain(const Reckoning& reckoning, const DeadlineBook& book, const Calendar& calendar,
                    const QString& language);

/// A deadline that still runs, as a case file keeps it.
struct OpenDeadline {
    QString key; ///< the caller's own name for it
    QString rule;
    Trigger trigger;
    bool extended = false;
};

/// What a changed calendar did to one of them.
struct MovedDeadline {
    QString key;
    Reckoning before;
    Reckoning after;
    bool operator==(const MovedDeadline&) const = default;
};

/// Which of the open deadlines end on another day by the new calendar than by the old, in their order. RuleUnknown
/// where the book lacks one of their rules: a deadline is never left out silently.
base::Result<QList<MovedDeadline>> movedDeadlines(const QList<OpenDeadline>& open, const DeadlineBook& book,
                                                  const Calendar& before, const Calendar& after);

} // namespace hall::rules
