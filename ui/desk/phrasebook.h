// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "ui/desk/desk_types.h"

#include <QCoreApplication>
#include <QHash>

namespace hall::desk {

/// Says things as people here say them: names from the catalogue in the language in use, dates and durations, the steps
/// of a ticket as a story, and what to do about an error.
class Phrasebook
{
    Q_DECLARE_TR_FUNCTIONS(hall::desk::Phrasebook)

public:
    void setChinese(bool chinese) { m_chinese = chinese; }
    bool chinese() const { return m_chinese; }
    /// For the rules' texts: "zh" or "en".
    QString language() const { return m_chinese ? QStringLiteral("zh") : QStringLiteral("en"); }
    void setCatalogue(const CatalogueView& catalogue);

    QString text(const Bilingual& text) const { return text.in(m_chinese); }
    QString service(const QString& code) const;
    QString block(const QString& code) const;
    QString blockOfService(const QString& code) const; ///< code of the block
    QString priorityClass(const QString& code) const;
    QString shortClass(const QString& code) const; ///< without what stands in brackets
    QString desk(int number) const;
    QString state(queue::TicketState state) const;
    QString deskState(queue::DeskState state) const;
    QString role(Role role) const;
    QString party(int size) const;
    /// "李娜、王强"; "Li Na, Wang Qiang".
    QString joined(const QStringList& words) const { return words.join(m_chinese ? QStringLiteral("、") : QStringLiteral(", ")); }
    /// The display name of a login; what is nobody's login (a kiosk's name) stands for itself.
    QString person(const QString& login) const { return m_people.value(login, login); }

    QString clock(base::Timestamp t) const;             ///< 09:41
    QString date(const QDate& day) const;               ///< 2026年3月5日 周四; Thu 5 Mar 2026
    QString day(const QDate& day) const;                ///< without the day of the week, where there is little room
    QString duration(base::Milliseconds d) const;       ///< 12 min; 1 h 05 min
    QString stopwatch(base::Milliseconds d) const;      ///< 12:05; 1:02:05
    QString waitRange(const queue::WaitRange& range) const;

    /// "Called to desk 3 by Li Na" of a history; `event` of any kind the queue writes.
    QString story(const queue::TicketEvent& event) const;
    /// A short form for "my day": "Finished", "Parked until 14:30".
    QString deed(const queue::TicketEvent& event) const;
    /// Why this visitor was called, in one sentence.
    QString why(const queue::Why& why) const;
    /// What went wrong and what to do now.
    QString remedy(const base::Error& error) const;

private:
    bool m_chinese = true;
    QHash<QString, Bilingual> m_services;
    QHash<QString, QString> m_blockOfService;
    QHash<QString, Bilingual> m_blocks;
    QHash<QString, Bilingual> m_classes;
    QHash<int, Bilingual> m_desks;
    QHash<QString, QString> m_people;
};

/// The "why" that a called event of the history keeps.
std::optional<queue::Why> whyOf(const queue::TicketEvent& event);
/// The reason of the newest call in a history, oldest first as the queue gives it.
std::optional<queue::Why> lastWhy(const QList<queue::TicketEvent>& history);

} // namespace hall::desk
