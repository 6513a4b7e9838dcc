// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/talk/talk.h"

#include <QJsonArray>

namespace hall::desk {

Talk::Talk(TalkLaw law)
    : m_law(std::move(law))
{
    walk();
}

void Talk::walk()
{
    m_path.clear();
    m_asked.clear();
    m_end.clear();
    const auto route = rules::route(m_law.router, m_facts);
    if (!route.ok())
        return; // no router, or a fact that none of it knows: answer() and restore() let in none
    m_path = route->path;
    m_asked = route->next;
    m_end = route->end;
}

void Talk::answer(const QString& value)
{
    const rules::RouterQuestion* asked = question();
    if (!asked || !asked->answer(value))
        return;
    m_facts.insert(asked->code, value);
    walk();
}

void Talk::revisit(const QString& question)
{
    walk();
    for (qsizetype i = 0; i < m_path.size(); ++i) {
        if (m_path[i].question != question)
            continue;
        m_asked = question;
        m_path.resize(i);
        return;
    }
}

bool Talk::back()
{
    if (m_path.isEmpty())
        return false;
    const QString last = m_path.last().question;
    revisit(last);
    return true;
}

void Talk::restart()
{
    m_facts.clear();
    walk();
}

QStringList Talk::wantedDates() const
{
    QStringList wanted;
    if (const rules::RouterEnd* reached = end()) {
        for (const rules::RouterDeadline& deadline : reached->deadlines) {
            if (!wanted.contains(deadline.fact))
                wanted.append(deadline.fact);
        }
    }
    return wanted;
}

void Talk::setDate(const QString& fact, QDate day)
{
    if (!m_law.router.date(fact))
        return;
    if (day.isValid())
        m_facts.insert(fact, day.toString(Qt::ISODate));
    else
        m_facts.remove(fact);
}

QList<TalkClock> Talk::clocks() const
{
    QList<TalkClock> clocks;
    const rules::RouterEnd* reached = end();
    if (!reached)
        return clocks;
    for (const rules::RouterDeadline& deadline : reached->deadlines) {
        const rules::DeadlineRule* rule = m_law.book.rule(deadline.rule);
        if (!rule)
            continue; // readRouter lets none in
        TalkClock clock{*rule, deadline.fact, std::nullopt};
        if (const auto trigger = rules::factTrigger(m_facts, deadline.fact)) {
            if (const auto reckoned = rules::reckon(*rule, *trigger, false, m_law.calendar); reckoned.ok())
                clock.reckoning = *reckoned;
        }
        clocks.append(clock);
    }
    return clocks;
}

QJsonObject Talk::entry(const QString& language) const
{
    const rules::RouterEnd* reached = end();
    if (!reached)
        return {};
    QJsonArray steps;
    QStringList said;
    QJsonObject facts;
    for (const rules::RouteStep& step : m_path) {
        const rules::RouterQuestion* asked = m_law.router.question(step.question);
        const rules::RouterAnswer* chosen = asked->answer(step.answer);
        steps.append(QJsonObject{{QStringLiteral("question"), step.question}, {QStringLiteral("answer"), step.answer}});
        said.append(asked->text.in(language) + QLatin1Char(' ') + chosen->text.in(language));
        facts.insert(step.question, step.answer);
    }
    QJsonArray dates;
    QStringList dated;
    for (const TalkClock& clock : clocks()) {
        QJsonObject date{{QStringLiteral("rule"), clock.rule.id}, {QStringLiteral("fact"), clock.fact}};
        if (clock.reckoning) {
            date.insert(QStringLiteral("from"), m_facts.value(clock.fact));
            date.insert(QStringLiteral("due"), clock.reckoning->dueText());
            facts.insert(clock.fact, m_facts.value(clock.fact));
            dated.append(clock.rule.note.in(language) + QStringLiteral(" → ") + clock.reckoning->dueText());
        }
        dates.append(date);
    }
    return {{QStringLiteral("path"), said.join(QLatin1Char('\n'))},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("facts"), facts},
            {QStringLiteral("end"), reached->code},
            {QStringLiteral("channel"), m_law.router.channel(reached->channel)->name.in(language)},
            {QStringLiteral("channel_code"), reached->channel},
            {QStringLiteral("article"), reached->article.in(language)},
            {QStringLiteral("clocks"), dates},
            {QStringLiteral("dates"), dated.join(QLatin1Char('\n'))}};
}

QJsonObject Talk::saved() const
{
    QJsonObject facts;
    for (auto it = m_facts.begin(); it != m_facts.end(); ++it)
        facts.insert(it.key(), it.value());
    return {{QStringLiteral("facts"), facts}, {QStringLiteral("asked"), m_asked}};
}

void Talk::restore(const QJsonObject& saved)
{
    m_facts.clear();
    const QJsonObject facts = saved.value(QLatin1StringView("facts")).toObject();
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        // The router may have changed since: what it does not know any more is asked again.
        const rules::RouterQuestion* asked = m_law.router.question(it.key());
        const bool known = asked ? asked->answer(it->toString()) != nullptr
                                 : m_law.router.date(it.key()) && rules::factTrigger({{it.key(), it->toString()}}, it.key());
        if (known)
            m_facts.insert(it.key(), it->toString());
    }
    walk();
    revisit(saved.value(QLatin1StringView("asked")).toString());
}

} // namespace hall::desk
