// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QSet>
#include <QTime>
#include <optional>

namespace hall::rules {

struct Interval
{
    QTime from;
    QTime to;
    bool operator==(const Interval&) const = default;
};

/// When the hall is open, in the hall's own time: a plan of the week, days off, and make-up workdays, which follow
/// Monday's plan.
struct OpeningHours
{
    QMap<int, QList<Interval>> week; ///< 1 = Monday … 7 = Sunday; a missing day is closed
    QSet<QDate> daysOff;
    QSet<QDate> workdays;            ///< make-up workdays (调休)

    QList<Interval> on(const QDate& day) const;
    bool isOpen(const QDateTime& moment) const;
    /// The next opening after `moment`, within a year; nothing if there is none.
    std::optional<QDateTime> nextOpening(const QDateTime& moment) const;
    /// When it closes for good that day; nothing on a day off.
    std::optional<QTime> closingOn(const QDate& day) const;
    bool operator==(const OpeningHours&) const = default;
};

} // namespace hall::rules
