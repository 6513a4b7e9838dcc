// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/deadline_book.h"

namespace hall::rules {

const QHash<QString, int>& Wording::wanted()
{
    static const QHash<QString, int> sentences = [] {
        QHash<QString, int> codes{
            {QStringLiteral("date"), 5},
            {QStringLiteral("span"), 4},
            {QStringLiteral("and"), 2},
            {QStringLiteral("term"), 4},
            {QStringLiteral("extended"), 4},
            {QStringLiteral("extension-open"), 1},
            {QStringLiteral("extension-none"), 0},
            {QStringLiteral("first-day"), 1},
            {QStringLiteral("time-unused"), 0},
            {QStringLiteral("count-calendar"), 3},
            {QStringLiteral("count-working"), 2},
            {QStringLiteral("skipped-weekend"), 1},
            {QStringLiteral("skipped-special"), 1},
            {QStringLiteral("make-up"), 1},
            {QStringLiteral("count-months"), 3},
            {QStringLiteral("count-clipped"), 3},
            {QStringLiteral("count-hours"), 3},
            {QStringLiteral("hours-from-midnight"), 1},
            {QStringLiteral("duty"), 1},
            {QStringLiteral("duty-day-off"), 2},
            {QStringLiteral("right"), 1},
            {QStringLiteral("right-moved"), 3},
            {QStringLiteral("weekend"), 0},
            {QStringLiteral("provisional"), 1},
            {QStringLiteral("unknown"), 1},
            {QStringLiteral("profile-off"), 1},
            {QStringLiteral("mark-V2"), 0},
            {QStringLiteral("mark-K"), 0},
            {QStringLiteral("mark-?"), 0},
            {QStringLiteral("doubt"), 1},
            {QStringLiteral("note"), 1},
            {QStringLiteral("due"), 2},
        };
        for (int day = 1; day <= 7; ++day)
            codes.insert(QStringLiteral("weekday-%1").arg(day), 0);
        for (const TermUnit unit :
             {TermUnit::CalendarDay, TermUnit::WorkingDay, TermUnit::Hour, TermUnit::Month, TermUnit::Year}) {
            codes.insert(termUnitName(unit), 1);
            codes.insert(termUnitName(unit) + QStringLiteral("-one"), 1);
        }
        return codes;
    }();
    return sentences;
}

QString Wording::say(const QString& code, const QString& language, const QStringList& values) const
{
    const QString sentence = m_sentences.value(code).in(language);
    QString text;
    // In one pass: a value may hold a "%1" of its own.
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place =
            sentence.at(i) == QLatin1Char('%') && i + 1 < sentence.size() ? sentence.at(i + 1).digitValue() : -1;
        if (place < 1 || place > values.size()) {
            text += sentence.at(i);
            continue;
        }
        text += values.at(place - 1);
        ++i;
    }
    return text;
}

QString Wording::day(QDate date, const QString& language) const
{
    return say(QStringLiteral("date"), language,
               {date.toString(Qt::ISODate), QString::number(date.year()), QString::number(date.month()),
                QString::number(date.day()), say(QStringLiteral("weekday-%1").arg(date.dayOfWeek()), language)});
}

} // namespace hall::rules
