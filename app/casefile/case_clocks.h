// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"

namespace hall::casefile {

/// Green; yellow from the last fifth of the time on; red when a duty is over its time; stopped by an entry; standing while
/// suspended; lapsed when a right or a possibility is over, for which nobody is late.
enum class Light { Green, Yellow, Red, Stopped, Standing, Lapsed };

/// "green", "yellow", "red", "stopped", "suspended", "lapsed".
QString lightName(Light light);

/// A clock of a case, read on a certain day.
struct ClockReading
{
    rules::CaseClock clock;
    rules::Reckoning reckoning;
    QDate due;        ///< with the days that it stood still; an extended right or duty is counted by its rule first
    qint64 daysLeft = 0; ///< calendar days to `due`; below 0: late
    Light light = Light::Green;
};

/// Errors: RuleUnknown, InvalidArgument (a day that cannot be counted).
base::Result<ClockReading> readClock(const rules::CaseClock& clock, QDate today, const rules::DeadlineBook& book,
                                     const rules::Calendar& calendar);

} // namespace hall::casefile
