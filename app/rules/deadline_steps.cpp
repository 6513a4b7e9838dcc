// SPDX-License-Identifier: GPL-3.0-or-later
// A reckoning in plain sentences.
#include "app/rules/deadline_book.h"

#include <algorithm>

namespace hall::rules {

namespace {

/// Days off of one name that follow each other.
struct Span {
    QDate from;
    QDate to;
    QString name;
};

class StepWriter
{
public:
    StepWriter(const Reckoning& reckoning, const DeadlineBook& book, const Calendar& calendar, const QString& language)
        : m_r(reckoning)
        , m_book(book)
        , m_calendar(calendar)
        , m_language(language)
    {
    }

    QStringList write()
    {
        term();
        switch (m_r.rule.unit) {
        case TermUnit::Hour:
            hours();
            break;
        case TermUnit::WorkingDay:
            workingDays();
            break;
        case TermUnit::CalendarDay:
            calendarDays();
            break;
        case TermUnit::Month:
        case TermUnit::Year:
            months();
            break;
        }
        if (m_r.rule.unit != TermUnit::WorkingDay && m_r.rule.unit != TermUnit::Hour)
            lastDay();
        doubts();
        return m_steps;
    }

private:
    QString say(const char* code, const QStringList& values = {}) const
    {
        return m_book.wording.say(QString::fromLatin1(code), m_language, values);
    }
    void step(const char* code, const QStringList& values = {}) { m_steps.append(say(code, values)); }
    QString day(QDate date) const { return m_book.wording.day(date, m_language); }
    QString in(const Text& text) const { return text.in(m_language); }
    /// "30 calendar days".
    QString amount(int n) const
    {
        const QString code = termUnitName(m_r.rule.unit) + (n == 1 ? QStringLiteral("-one") : QString());
        return m_book.wording.say(code, m_language, {QString::number(n)});
    }
    QString joined(const QStringList& parts) const
    {
        QString text = parts.value(0);
        for (qsizetype i = 1; i < parts.size(); ++i)
            text = say("and", {text, parts.at(i)});
        return text;
    }
    QString moment(base::Timestamp at) const
    {
        const QDateTime local = base::toHallTime(at);
        return day(local.date()) + QLatin1Char(' ') + local.toString(QStringLiteral("HH:mm:ss"));
    }

    void term()
    {
        const DeadlineRule& rule = m_r.rule;
        step("term", {rule.id, amount(rule.length), in(rule.trigger), in(rule.actor)});
        if (m_r.extended)
            step("extended", {QString::number(rule.length), QString::number(rule.extension), amount(m_r.length),
                              in(rule.condition)});
        else if (m_r.asked && !rule.condition.en.isEmpty())
            step("extension-open", {in(rule.condition)});
        else if (m_r.asked)
            step("extension-none");
    }

    void hours()
    {
        if (!m_r.trigger.moment)
            step("hours-from-midnight", {day(m_r.trigger.day)});
        const base::Timestamp from = *m_r.dueMoment - std::chrono::hours(m_r.length);
        step("count-hours", {moment(from), amount(m_r.length), moment(*m_r.dueMoment)});
    }

    void firstDay()
    {
        if (m_r.trigger.moment)
            step("time-unused");
        step("first-day", {day(m_r.trigger.day)});
    }

    void calendarDays()
    {
        firstDay();
        step("count-calendar", {m_r.trigger.day.toString(Qt::ISODate), amount(m_r.length), day(m_r.lastDay)});
    }

    void months()
    {
        firstDay();
        const QString from = m_r.trigger.day.toString(Qt::ISODate);
        if (m_r.clipped)
            step("count-clipped", {from, amount(m_r.length), day(m_r.lastDay)});
        else
            step("count-months", {from, amount(m_r.length), day(m_r.lastDay)});
    }

    void workingDays()
    {
        firstDay();
        int weekends = 0;
        QList<Span> spans;
        QStringList makeUps;
        for (QDate d = m_r.trigger.day.addDays(1); d <= m_r.due; d = d.addDays(1)) {
            const CalendarDay* special = m_calendar.special(d);
            if (m_calendar.isWorkday(d)) {
                if (d.dayOfWeek() >= Qt::Saturday)
                    makeUps.append(day(d));
            } else if (!special) {
                ++weekends;
            } else if (!spans.isEmpty() && spans.last().to.addDays(1) == d && spans.last().name == in(special->name)) {
                spans.last().to = d;
            } else {
                spans.append({d, d, in(special->name)});
            }
        }
        if (weekends > 0)
            step("skipped-weekend", {QString::number(weekends)});
        QStringList names;
        for (const Span& span : std::as_const(spans))
            names.append(say("span", {span.name, span.from.toString(Qt::ISODate), span.to.toString(Qt::ISODate),
                                      QString::number(span.from.daysTo(span.to) + 1)}));
        if (!names.isEmpty())
            step("skipped-special", {joined(names)});
        if (!makeUps.isEmpty())
            step("make-up", {joined(makeUps)});
        step("count-working", {amount(m_r.length), day(m_r.due)});
    }

    /// Why that day is off.
    QString reason(QDate date) const
    {
        const CalendarDay* special = m_calendar.special(date);
        return special && special->off && !special->name.en.isEmpty() ? in(special->name) : say("weekend");
    }

    void lastDay()
    {
        const bool off = !m_calendar.isWorkday(m_r.lastDay);
        if (!m_r.rule.rolls && off)
            step("duty-day-off", {day(m_r.lastDay), reason(m_r.lastDay)});
        else if (!m_r.rule.rolls)
            step("duty", {day(m_r.lastDay)});
        else if (off)
            step("right-moved", {day(m_r.lastDay), reason(m_r.lastDay), day(m_r.due)});
        else
            step("right", {day(m_r.lastDay)});
    }

    void uncertainYears()
    {
        if (m_r.certainty == Certainty::Published)
            return;
        const bool working = m_r.rule.unit == TermUnit::WorkingDay;
        const QDate from = working ? m_r.trigger.day.addDays(1) : m_r.lastDay;
        for (const auto& [certainty, code] :
             {std::pair(Certainty::Provisional, "provisional"), {Certainty::Unknown, "unknown"}}) {
            QStringList years;
            for (int year = from.year(); year <= m_r.due.year(); ++year) {
                if (m_calendar.certainty(year) == certainty)
                    years.append(QString::number(year));
            }
            if (!years.isEmpty())
                step(code, {joined(years)});
        }
    }

    void doubts()
    {
        uncertainYears();
        const DeadlineRule& rule = m_r.rule;
        if (!m_book.inForce(rule)) {
            const Profile* profile = m_book.profile(rule.profile);
            step("profile-off", {profile ? in(profile->name) : rule.profile});
        }
        for (const char* mark : {"V2", "K", "?"}) {
            if (rule.mark.section(QLatin1Char(' '), 0, 0).remove(QLatin1Char(';')) == QLatin1StringView(mark))
                step(("mark-" + std::string(mark)).c_str());
        }
        if (!rule.doubt.en.isEmpty())
            step("doubt", {in(rule.doubt)});
        if (!rule.note.en.isEmpty())
            step("note", {in(rule.note)});
        const QString due = m_r.dueMoment ? moment(*m_r.dueMoment) : day(m_r.due);
        step("due", {due, in(rule.basis)});
    }

    const Reckoning& m_r;
    const DeadlineBook& m_book;
    const Calendar& m_calendar;
    const QString& m_language;
    QStringList m_steps;
};

} // namespace

QStringList explain(const Reckoning& reckoning, const DeadlineBook& book, const Calendar& calendar,
                    const QString& language)
{
    return StepWriter(reckoning, book, calendar, language).write();
}

} // namespace hall::rules
