// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/typed_day.h"

#include <QLocale>
#include <QRegularExpression>

namespace hall::desk {

namespace {

int englishMonth(const QString& word)
{
    const QLocale english(QLocale::English);
    for (int month = 1; month <= 12; ++month) {
        if (word.size() >= 3 && english.standaloneMonthName(month).startsWith(word, Qt::CaseInsensitive))
            return month;
    }
    return 0;
}

} // namespace

QDate typedDay(const QString& text, const QDate& today)
{
    static const QRegularExpression whole(
        QStringLiteral("^(?:(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?|(\\d{4})(\\d{2})(\\d{2}))(?:\\s*(?:周|星期)\\S)?$"));
    static const QRegularExpression thisYear(QStringLiteral("^(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日?(?:\\s*(?:周|星期)\\S)?$"));
    static const QRegularExpression english(QStringLiteral("^(?:[A-Za-z]{3,9},?\\s+)?(\\d{1,2})\\s+([A-Za-z]{3,9})\\.?,?\\s+(\\d{4})$"));
    const QString said = text.normalized(QString::NormalizationForm_KC).trimmed();
    if (const auto found = whole.match(said); found.hasMatch()) {
        const int first = found.hasCaptured(1) && !found.captured(1).isEmpty() ? 1 : 4;
        return QDate(found.captured(first).toInt(), found.captured(first + 1).toInt(), found.captured(first + 2).toInt());
    }
    if (const auto found = thisYear.match(said); found.hasMatch())
        return QDate(today.year(), found.captured(1).toInt(), found.captured(2).toInt());
    if (const auto found = english.match(said); found.hasMatch())
        return QDate(found.captured(3).toInt(), englishMonth(found.captured(2)), found.captured(1).toInt());
    return {};
}

} // namespace hall::desk
