// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/ticket.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QTranslator>
#include <QVariantMap>

namespace hall::board {

/// A text twice: the language that the hall reads first, and the other one beneath it.
struct TwoTexts {
    QString first;
    QString second;
    bool operator==(const TwoTexts&) const = default;
};
/// As the screens read it: {first, second}.
inline QVariantMap asMap(const TwoTexts& texts)
{
    return {{QStringLiteral("first"), texts.first}, {QStringLiteral("second"), texts.second}};
}

/// A desk's name taken apart, so that its number can be set large: "3 号窗口" is {"3", "号窗口", false}, "Desk 3" is
/// {"3", "Desk", true}; a name without a number, or with words on both sides of it, is all words.
struct DeskParts {
    QString number;
    QString words;
    bool wordsLead = false;
    bool operator==(const DeskParts&) const = default;
};
DeskParts deskParts(const QString& name);

/// Everything the board says, in Chinese and English at once. English is the source; the Chinese comes from
/// translations/board_zh_CN.ts, read beside the application's own translators because a board shows both.
class BoardWords : public QObject
{
    Q_OBJECT

public:
    explicit BoardWords(QObject* parent = nullptr);

    /// "zh" or "en": which one is large.
    void setFirstLanguage(const QString& language);
    QString firstLanguage() const { return m_first; }

    /// By key, for QML: {key: {first, second}}.
    QVariantMap all() const;
    TwoTexts pair(const QString& zh, const QString& en) const;
    TwoTexts waiting() const;
    /// "约 10–25 分钟" and "about 10–25 min"; says when nobody waits or no desk is open.
    TwoTexts wait(const queue::BlockLoad& load) const;
    /// "2026年3月5日 周四" and "Thu 5 Mar 2026".
    TwoTexts date(const QDate& day) const;
    /// "现在显示的是 09:12 的情况" with its age in minutes.
    TwoTexts lastKnown(const QTime& at, int minutes) const;
    TwoTexts opensAgain(const QDateTime& now, const QDateTime& opening) const;

private:
    TwoTexts text(const char* source) const;
    QString chinese(const char* source) const;

    QTranslator m_chinese;
    QString m_first = QStringLiteral("zh");
};

} // namespace hall::board
