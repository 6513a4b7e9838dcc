// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/deadline.h"

#include "app/rules/texts.h"

#include <array>
#include <utility>

namespace hall::rules {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::array<std::pair<TermUnit, const char*>, 5> kUnits = {{{TermUnit::CalendarDay, "calendar_day"},
                                                                     {TermUnit::WorkingDay, "working_day"},
                                                                     {TermUnit::Hour, "hour"},
                                                                     {TermUnit::Month, "month"},
                                                                     {TermUnit::Year, "year"}}};

base::Timestamp startOf(const Trigger& trigger)
{
    if (trigger.moment)
        return *trigger.moment;
    return base::timestampFromMs(QDateTime(trigger.day, QTime(0, 0), base::hallTimeZone()).toMSecsSinceEpoch());
}

void count(Reckoning& r, const Calendar& calendar)
{
    const QDate from = r.trigger.day;
    switch (r.rule.unit) {
    case TermUnit::CalendarDay:
        r.lastDay = from.addDays(r.length);
        break;
    case TermUnit::WorkingDay:
        r.lastDay = calendar.workdayAfter(from, r.length);
        break;
    case TermUnit::Hour:
        r.dueMoment = startOf(r.trigger) + std::chrono::hours(r.length);
        r.lastDay = base::hallDay(*r.dueMoment);
        break;
    case TermUnit::Month:
    case TermUnit::Year:
        // QDate takes the month's last day where it lacks the number.
        r.lastDay = r.rule.unit == TermUnit::Month ? from.addMonths(r.length) : from.addYears(r.length);
        r.clipped = r.lastDay.day() != from.day();
        break;
    }
}

} // namespace

QString termUnitName(TermUnit unit)
{
    for (const auto& [value, name] : kUnits) {
        if (value == unit)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<TermUnit> termUnitFromName(const QString& name)
{
    for (const auto& [value, word] : kUnits) {
        if (name == QLatin1StringView(word))
            return value;
    }
    return std::nullopt;
}

QString Reckoning::dueText() const
{
    if (!dueMoment)
        return due.toString(Qt::ISODate);
    QString text = base::toIso(*dueMoment);
    return text.replace(QStringLiteral(".000"), QString());
}

base::Result<Reckoning> reckon(const DeadlineRule& rule, const Trigger& trigger, bool extend, const Calendar& calendar)
{
    if (!dayFromIso(trigger.day.toString(Qt::ISODate)).isValid())
        return Error{ErrorCode::InvalidArgument,
                     tr("The day of the trigger must be a date of the years 1900 to 2199.")};
    Reckoning r;
    r.rule = rule;
    r.trigger = trigger;
    r.asked = extend;
    r.extended = extend && rule.extension > 0;
    r.length = rule.length + (r.extended ? rule.extension : 0);
    count(r, calendar);
    r.due = r.lastDay;
    const bool rolls = rule.rolls && rule.unit != TermUnit::Hour;
    if (rolls && r.due.isValid())
        r.due = calendar.workdayFrom(r.lastDay);
    if (!r.due.isValid())
        return Error{ErrorCode::InvalidArgument,
                     tr("The calendar has not enough working days after %1 to count %2. Check the calendar.")
                         .arg(trigger.day.toString(Qt::ISODate), rule.id)};
    if (rule.unit == TermUnit::WorkingDay)
        r.certainty = calendar.certainty(trigger.day.addDays(1), r.due);
    else if (rolls)
        r.certainty = calendar.certainty(r.lastDay, r.due);
    return r;
}

} // namespace hall::rules
