// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/router.h"

#include <QDate>
#include <QJsonObject>

namespace hall::desk {

/// The law as the window needs it; plain values, read on the worker.
struct TalkLaw {
    rules::Router router;
    rules::DeadlineBook book;
    rules::Calendar calendar;
};

/// A limitation date that runs where a talk ends.
struct TalkClock {
    rules::DeadlineRule rule;
    QString fact;                             ///< the date it is counted from
    std::optional<rules::Reckoning> reckoning; ///< nothing while the date is not known
    bool past(QDate today) const { return reckoning && reckoning->due < today; }
};

/// One guided conversation: what was answered, where it stands, where it ends. Answers that are off the way are kept: going
/// another way and coming back finds them again. A plain value; knows no window.
class Talk
{
public:
    Talk() = default;
    explicit Talk(TalkLaw law);

    const TalkLaw& law() const { return m_law; }
    const rules::Facts& facts() const { return m_facts; }
    bool begun() const { return !m_facts.isEmpty(); }

    /// The answered questions up to the one that is asked, or to the end.
    const QList<rules::RouteStep>& path() const { return m_path; }
    /// The question that is asked now; nullptr: the questions have ended.
    const rules::RouterQuestion* question() const { return m_law.router.question(m_asked); }
    const rules::RouterEnd* end() const { return m_asked.isEmpty() ? m_law.router.end(m_end) : nullptr; }
    /// The answer given before to the question that is asked; empty: none.
    QString given() const { return m_facts.value(m_asked); }

    /// Takes an answer to the question that is asked. Later answers that still hold are passed over.
    void answer(const QString& value);
    /// Asks a question of the path again.
    void revisit(const QString& question);
    /// To the question before; false at the first one.
    bool back();
    void restart();

    /// The dates that the end's clocks are counted from, each once.
    QStringList wantedDates() const;
    /// An invalid day: not known.
    void setDate(const QString& fact, QDate day);
    /// By rules::reckon, as `hallctl route` says them.
    QList<TalkClock> clocks() const;

    /// What the entry `talked` says of it: path, facts, end, channel, article and dates, in a language. Empty before the end.
    QJsonObject entry(const QString& language) const;
    /// For the draft.
    QJsonObject saved() const;
    void restore(const QJsonObject& saved);

private:
    void walk();

    TalkLaw m_law;
    rules::Facts m_facts;
    QList<rules::RouteStep> m_path;
    QString m_asked;
    QString m_end;
};

} // namespace hall::desk
