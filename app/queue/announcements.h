// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/queue/ticket.h"

#include <QMap>

namespace hall::sql {
class Connection;
}

namespace hall::queue {

/// One call to be shown and spoken. Written in the transaction that called the visitor.
struct Announcement {
    AnnouncementId id;
    TicketId ticket;
    QString number;
    int desk = 0;
    QString deskName;      ///< in Chinese
    QString deskNameEn;
    QString block;
    QString language;      ///< of the visitor: spoken first
    bool repeat = false;   ///< a recall
    bool withdrawn = false;///< the call was undone, or the visitor is no longer called
    base::Timestamp at;
    bool operator==(const Announcement&) const = default;
};

/// A call, and which boards have shown and spoken it.
struct AnnouncementReport {
    Announcement announcement;
    QMap<QString, base::Timestamp> acknowledged; ///< by board
};

/// The board's side of the line: what to show and speak, in order; each board acknowledges for itself.
class Announcements
{
public:
    Announcements(sql::Connection& line, const base::Clock& clock);

    /// Not yet acknowledged by this board, oldest first. A board that is new starts with the calls of the last two minutes.
    base::Result<QList<Announcement>> pending(const QString& board);
    base::Status acknowledge(AnnouncementId id, const QString& board);
    /// The newest call of each ticket of today, newest first: the list of last calls. Withdrawn ones are left out.
    base::Result<QList<Announcement>> latest(int count);
    /// All calls, newest first, withdrawn ones too, with the boards that acknowledged them.
    base::Result<QList<AnnouncementReport>> report(int count);

private:
    sql::Connection& m_line;
    const base::Clock& m_clock;
};

} // namespace hall::queue
