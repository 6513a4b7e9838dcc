// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/rules/catalogue.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>

namespace hall::rules {

/// How sure one can be of a date that depends on days off. The later a value stands, the less is known.
enum class Certainty {
    Published, ///< the State Council has published that year's days off and make-up workdays
    Provisional, ///< only the statutory days are known (全国年节及纪念日放假办法); the arrangement may still move some
    Unknown, ///< the calendar has no row of that year: Saturdays and Sundays alone are taken as days off
};

/// "published", "provisional", "unknown".
QString certaintyName(Certainty certainty);

/// A day that differs from its weekday.
struct CalendarDay {
    bool off = true; ///< a day off; else a make-up workday (调休上班)
    Text name;       ///< "Spring Festival"
    Certainty certainty = Certainty::Published;
    bool operator==(const CalendarDay&) const = default;
};

/// The working days by law: Monday to Friday, less the days off, plus the make-up workdays.
/// This is the calendar of deadlines; when a hall is open is its own affair (OpeningHours).
class Calendar
{
public:
    Calendar() = default;
    explicit Calendar(QMap<QDate, CalendarDay> days);

    bool isWorkday(QDate day) const;
    /// The row of that day; nullptr where it follows its weekday.
    const CalendarDay* special(QDate day) const;
    Certainty certainty(int year) const;
    /// The least certain of the years from the one day to the other, both included.
    Certainty certainty(QDate from, QDate to) const;
    /// The first working day at or after `day`; an invalid date where ten years hold none.
    QDate workdayFrom(QDate day) const;
    /// The n-th working day after `day`; an invalid date where there are not so many.
    QDate workdayAfter(QDate day, int n) const;

    const QMap<QDate, CalendarDay>& days() const { return m_days; }
    bool operator==(const Calendar&) const = default;

private:
    QMap<QDate, CalendarDay> m_days;
    QMap<int, Certainty> m_years;
};

/// "2026-03-05" and nothing else, of the years 1900 to 2199; an invalid date otherwise.
QDate dayFromIso(const QString& text);

/// Reads `date,kind,name,status[,name_zh]`, a row a day: kind `off` or `work`, status `published` or `provisional`
/// (published where the column is missing). Every fault is reported as "file:line: reason" (FileInvalid); nothing is
/// left out silently.
base::Result<Calendar> parseCalendar(const QByteArray& text, const QString& file);
base::Result<Calendar> readCalendar(const QString& path);
/// The folder of the law that the programs come with (resources/rules).
QString shippedLaw();
/// `folder`/`name` where that file exists, else the one that the programs come with.
QString lawFile(const QString& folder, const QString& name);

} // namespace hall::rules
