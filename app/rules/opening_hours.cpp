// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/opening_hours.h"

#include <QTimeZone>

namespace hall::rules {

namespace {

/// The moment of a time of that day in the zone of `like`.
QDateTime at(const QDate& day, const QTime& time, const QDateTime& like)
{
    return QDateTime(day, time, like.timeZone());
}

} // namespace

QList<Interval> OpeningHours::on(const QDate& day) const
{
    if (daysOff.contains(day))
        return {};
    if (workdays.contains(day) && week.value(day.dayOfWeek()).isEmpty())
        return week.value(Qt::Monday);
    return week.value(day.dayOfWeek());
}

bool OpeningHours::isOpen(const QDateTime& moment) const
{
    for (const Interval& interval : on(moment.date())) {
        if (moment.time() >= interval.from && moment.time() < interval.to)
            return true;
    }
    return false;
}

std::optional<QDateTime> OpeningHours::nextOpening(const QDateTime& moment) const
{
    for (int ahead = 0; ahead <= 366; ++ahead) {
        const QDate day = moment.date().addDays(ahead);
        for (const Interval& interval : on(day)) {
            if (const QDateTime opening = at(day, interval.from, moment); opening > moment)
                return opening;
        }
    }
    return std::nullopt;
}

std::optional<QTime> OpeningHours::closingOn(const QDate& day) const
{
    const QList<Interval> intervals = on(day);
    if (intervals.isEmpty())
        return std::nullopt;
    return intervals.last().to;
}

} // namespace hall::rules
