// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/rules/calendar.h"
#include "app/rules/catalogue.h"

#include <QDate>
#include <QList>
#include <QString>
#include <optional>

namespace hall::rules {

/// What a term is counted in.
enum class TermUnit { CalendarDay, WorkingDay, Hour, Month, Year };

/// "calendar_day", "working_day", "hour", "month", "year".
QString termUnitName(TermUnit unit);
std::optional<TermUnit> termUnitFromName(const QString& name);

/// One clock that the law or the practice sets running (resources/rules/deadlines.yaml).
struct DeadlineRule {
    QString id;     ///< "XF-HANDLE"
    QString matter; ///< code of the matter in which it runs
    Text trigger;   ///< the event whose day is not counted
    int length = 0; ///< in `unit`
    TermUnit unit = TermUnit::CalendarDay;
    int extension = 0; ///< what an extension adds to the length, in `unit`; 0: no length is set
    Text condition;    ///< under which it may be extended; empty: it may not
    Text actor;        ///< who must act, or may
    bool rolls =
        false; ///< a citizen's right: an end on a day off moves to the next working day. An agency's duty never does
    bool lapses = false; ///< nobody is late when it is over: a possibility has ended (every right, an organ's objection)
    QString profile; ///< "national", or one that a hall switches on
    Text note;
    Text basis;   ///< the article
    QString mark; ///< how certain the source is, beginning with V, V2, K or ?
    Text doubt;   ///< what is uncertain about it, in words; may be empty
    bool operator==(const DeadlineRule&) const = default;
};

/// What sets a clock running.
struct Trigger {
    QDate day;                             ///< in the hall's own zone
    std::optional<base::Timestamp> moment; ///< for terms in hours; without one they run from the day's first minute
    bool operator==(const Trigger&) const = default;
};

/// A date by law, and everything that its arithmetic went through.
struct Reckoning {
    DeadlineRule rule;
    Trigger trigger;
    bool extended = false; ///< whether an extension was added
    bool asked = false;    ///< whether one was asked for: by agreement, its length is not in the rule
    int length = 0;        ///< with the extension
    bool clipped = false;  ///< the last month lacks the day's number: its last day counts instead
    QDate lastDay;         ///< before it moved
    QDate due;             ///< the day
    std::optional<base::Timestamp> dueMoment;   ///< of a term in hours
    Certainty certainty = Certainty::Published; ///< of the days off that the date depends on; Published where on none

    /// "2026-03-05"; for hours "2026-03-05T09:30:00+08:00".
    QString dueText() const;
    bool operator==(const Reckoning&) const = default;
};

/// Computes a date. `extend` adds the rule's extension to the length before counting.
///  - The day of the trigger is not counted (民法典 201); an hour runs from its minute.
///  - Months and years end on the day of the same number, or the month's last (民法典 202).
///  - A right that ends on a day off ends on the next working day (民法典 203); a duty never ends later.
/// InvalidArgument: a day that is none or outside the years that can be counted.
base::Result<Reckoning> reckon(const DeadlineRule& rule, const Trigger& trigger, bool extend, const Calendar& calendar);

} // namespace hall::rules
