// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_words.h"

#include "app/station/translations.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace hall::board {
namespace {

constexpr auto kContext = "Board";

struct Word {
    const char* key;
    const char* source;
};

// What QML shows as it stands.
constexpr Word kWords[] = {
    {"nowCalled", QT_TRANSLATE_NOOP("Board", "Please go to the desk")},
    {"again", QT_TRANSLATE_NOOP("Board", "Second call")},
    {"listen", QT_TRANSLATE_NOOP("Board", "Please watch for your number")},
    {"listenMore", QT_TRANSLATE_NOOP("Board", "Numbers are shown here and called aloud.")},
    {"closed", QT_TRANSLATE_NOOP("Board", "The hall is closed")},
    {"closedMore", QT_TRANSLATE_NOOP("Board", "Thank you for coming. Please come again during opening hours.")},
    {"starting", QT_TRANSLATE_NOOP("Board", "One moment, please")},
    {"away", QT_TRANSLATE_NOOP("Board", "Calls are not being updated")},
    {"awayMore", QT_TRANSLATE_NOOP("Board", "Please listen to the staff or ask at the guide desk.")},
    {"noCalls", QT_TRANSLATE_NOOP("Board", "No calls yet")},
    {"hall", QT_TRANSLATE_NOOP("Board", "Petition and mediation hall")},
};

constexpr const char* kWeekdays[] = {
    QT_TRANSLATE_NOOP("Board", "Mon"), QT_TRANSLATE_NOOP("Board", "Tue"), QT_TRANSLATE_NOOP("Board", "Wed"),
    QT_TRANSLATE_NOOP("Board", "Thu"), QT_TRANSLATE_NOOP("Board", "Fri"), QT_TRANSLATE_NOOP("Board", "Sat"),
    QT_TRANSLATE_NOOP("Board", "Sun")};

/// Up to a quarter of an hour by the minute, beyond it by five.
int roundedMinutes(double seconds)
{
    const int minutes = static_cast<int>(std::ceil(seconds / 60.0));
    return minutes <= 15 ? std::max(minutes, 1) : (minutes + 4) / 5 * 5;
}

} // namespace

DeskParts deskParts(const QString& name)
{
    static const QRegularExpression pattern(QStringLiteral("^(.*?)\\s*([0-9]+)\\s*(.*)$"));
    const QRegularExpressionMatch match = pattern.match(name);
    if (!match.hasMatch() || (!match.captured(1).isEmpty() && !match.captured(3).isEmpty()))
        return {{}, name, false};
    return {match.captured(2), match.captured(1) + match.captured(3), !match.captured(1).isEmpty()};
}

BoardWords::BoardWords(QObject* parent)
    : QObject(parent)
{
    const station::Translations compiledIn; // makes the messages known to the program
    // Without the file English stands in both places: the board still says where to go.
    (void)m_chinese.load(QStringLiteral(":/i18n/board_zh_CN.qm"));
}

void BoardWords::setFirstLanguage(const QString& language)
{
    m_first = language.startsWith(QStringLiteral("en")) ? QStringLiteral("en") : QStringLiteral("zh");
}

QString BoardWords::chinese(const char* source) const
{
    const QString text = m_chinese.translate(kContext, source);
    return text.isEmpty() ? QString::fromUtf8(source) : text;
}

TwoTexts BoardWords::pair(const QString& zh, const QString& en) const
{
    return m_first == QStringLiteral("en") ? TwoTexts{en, zh} : TwoTexts{zh, en};
}

TwoTexts BoardWords::text(const char* source) const
{
    return pair(chinese(source), QString::fromUtf8(source));
}

QVariantMap BoardWords::all() const
{
    QVariantMap words;
    for (const Word& word : kWords)
        words.insert(QString::fromLatin1(word.key), asMap(text(word.source)));
    return words;
}

TwoTexts BoardWords::waiting() const
{
    return text(QT_TRANSLATE_NOOP("Board", "waiting"));
}

TwoTexts BoardWords::wait(const queue::BlockLoad& load) const
{
    constexpr double kTooLong = 4 * 3600;
    if (load.desksOpen == 0)
        return text(QT_TRANSLATE_NOOP("Board", "no desk open now"));
    if (load.waiting == 0 && load.wait.p90 < 60)
        return text(QT_TRANSLATE_NOOP("Board", "no wait"));
    if (!(load.wait.p90 < kTooLong))
        return text(QT_TRANSLATE_NOOP("Board", "more than 4 hours"));
    const int from = roundedMinutes(load.wait.p50);
    const int to = roundedMinutes(load.wait.p90);
    if (from >= to) {
        const char* source = QT_TRANSLATE_NOOP("Board", "about %1 min");
        return pair(chinese(source).arg(to), QString::fromUtf8(source).arg(to));
    }
    const char* source = QT_TRANSLATE_NOOP("Board", "about %1–%2 min");
    return pair(chinese(source).arg(from).arg(to), QString::fromUtf8(source).arg(from).arg(to));
}

TwoTexts BoardWords::date(const QDate& day) const
{
    const char* weekday = kWeekdays[day.dayOfWeek() - 1];
    const QString zh = QStringLiteral("%1年%2月%3日 %4").arg(day.year()).arg(day.month()).arg(day.day()).arg(chinese(weekday));
    const QString en = QString::fromUtf8(weekday) + QLocale::c().toString(day, QStringLiteral(" d MMM yyyy"));
    return pair(zh, en);
}

TwoTexts BoardWords::lastKnown(const QTime& at, int minutes) const
{
    const char* source = minutes < 1 ? QT_TRANSLATE_NOOP("Board", "State of %1, just now")
                                     : QT_TRANSLATE_NOOP("Board", "State of %1, %2 min ago");
    const QString clock = at.toString(QStringLiteral("HH:mm"));
    const auto filled = [&](const QString& text) { return minutes < 1 ? text.arg(clock) : text.arg(clock).arg(minutes); };
    return pair(filled(chinese(source)), filled(QString::fromUtf8(source)));
}

TwoTexts BoardWords::opensAgain(const QDateTime& now, const QDateTime& opening) const
{
    const QString clock = opening.time().toString(QStringLiteral("HH:mm"));
    const qint64 days = now.date().daysTo(opening.date());
    if (days == 0 || days == 1) {
        const char* source = days == 0 ? QT_TRANSLATE_NOOP("Board", "Opens today at %1")
                                       : QT_TRANSLATE_NOOP("Board", "Opens tomorrow at %1");
        return pair(chinese(source).arg(clock), QString::fromUtf8(source).arg(clock));
    }
    const char* source = QT_TRANSLATE_NOOP("Board", "Opens on %1 at %2");
    const TwoTexts day = date(opening.date());
    const bool isEnglishFirst = m_first == QStringLiteral("en");
    return pair(chinese(source).arg(isEnglishFirst ? day.second : day.first, clock),
                QString::fromUtf8(source).arg(isEnglishFirst ? day.first : day.second, clock));
}

} // namespace hall::board
