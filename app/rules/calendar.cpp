// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/calendar.h"

#include <algorithm>

namespace hall::rules {

namespace {

/// A calendar in which nobody ever works must not hang the program that asks for a working day.
constexpr int kFarthestDays = 3660;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

} // namespace

QDate dayFromIso(const QString& text)
{
    // QDate reads the first ten characters and does not mind what follows them.
    const QDate day = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    return day.isValid() && day.year() >= kFirstYear && day.year() <= kLastYear ? day : QDate();
}

QString certaintyName(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Published:
        return QStringLiteral("published");
    case Certainty::Provisional:
        return QStringLiteral("provisional");
    case Certainty::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

Calendar::Calendar(QMap<QDate, CalendarDay> days)
    : m_days(std::move(days))
{
    for (auto it = m_days.cbegin(); it != m_days.cend(); ++it) {
        Certainty& year = m_years[it.key().year()];
        year = std::max(year, it->certainty);
    }
}

const CalendarDay* Calendar::special(QDate day) const
{
    const auto it = m_days.constFind(day);
    return it == m_days.cend() ? nullptr : &*it;
}

bool Calendar::isWorkday(QDate day) const
{
    if (const CalendarDay* row = special(day))
        return !row->off;
    return day.dayOfWeek() < Qt::Saturday;
}

Certainty Calendar::certainty(int year) const
{
    return m_years.value(year, Certainty::Unknown);
}

Certainty Calendar::certainty(QDate from, QDate to) const
{
    Certainty least = Certainty::Published;
    for (int year = from.year(); year <= to.year(); ++year)
        least = std::max(least, certainty(year));
    return least;
}

QDate Calendar::workdayFrom(QDate day) const
{
    for (int ahead = 0; ahead <= kFarthestDays; ++ahead) {
        if (isWorkday(day.addDays(ahead)))
            return day.addDays(ahead);
    }
    return {};
}

QDate Calendar::workdayAfter(QDate day, int n) const
{
    for (int counted = 0; counted < n && day.isValid(); ++counted)
        day = workdayFrom(day.addDays(1));
    return day;
}

} // namespace hall::rules
