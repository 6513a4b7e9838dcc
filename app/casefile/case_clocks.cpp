// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_clocks.h"

namespace hall::casefile {

using base::Result;

namespace {

constexpr int kYellowShare = 5; // the last fifth

Light lightOf(const ClockReading& reading)
{
    if (reading.clock.stoppedBy != 0)
        return Light::Stopped;
    if (reading.clock.standing)
        return Light::Standing;
    if (reading.daysLeft < 0)
        return reading.reckoning.rule.lapses ? Light::Lapsed : Light::Red;
    const qint64 whole = reading.clock.trigger.day.daysTo(reading.due);
    return reading.daysLeft * kYellowShare <= whole ? Light::Yellow : Light::Green;
}

} // namespace

QString lightName(Light light)
{
    switch (light) {
    case Light::Green: return QStringLiteral("green");
    case Light::Yellow: return QStringLiteral("yellow");
    case Light::Red: return QStringLiteral("red");
    case Light::Stopped: return QStringLiteral("stopped");
    case Light::Standing: return QStringLiteral("suspended");
    case Light::Lapsed: return QStringLiteral("lapsed");
    }
    return {};
}

Result<ClockReading> readClock(const rules::CaseClock& clock, QDate today, const rules::DeadlineBook& book,
                               const rules::Calendar& calendar)
{
    HALL_ASSIGN(const rules::DeadlineRule rule, book.find(clock.rule));
    ClockReading reading;
    reading.clock = clock;
    HALL_ASSIGN(reading.reckoning, rules::reckon(rule, clock.trigger, clock.extended, calendar));
    reading.due = clock.dueDay(book, calendar);
    reading.daysLeft = today.daysTo(reading.due);
    reading.light = lightOf(reading);
    return reading;
}

} // namespace hall::casefile
