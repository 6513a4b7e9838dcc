// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_gateway.h"

#include <QTimer>

namespace hall::desk {

/// Keeps what the window shows of the hall up to date: reads anew when the hall says that something changed, at most one
/// reading at a time, and keeps the last picture when the store is away.
class LineWatch : public QObject
{
    Q_OBJECT

public:
    LineWatch(DeskGateway& gateway, QObject* parent = nullptr);

    bool connected() const { return m_gateway.connection() == DeskGateway::Connection::Connected; }
    bool hasPicture() const { return m_hasPicture; }
    const Picture& picture() const { return m_picture; }
    const CatalogueView& catalogue() const { return m_catalogue; }
    const QList<queue::TicketEvent>& history() const { return m_history; }
    const QList<DayEntry>& day() const { return m_day; }
    queue::TicketId followed() const { return m_followed; }

    void setDesk(int desk);
    /// Whose history is kept: the visitor at the desk, else the one selected in the line.
    void follow(queue::TicketId ticket);
    void setDay(const QDate& day);
    /// The picture, history and day; several requests while one is under way become one more.
    void refresh();
    void readCatalogue();
    /// Shows the outcome of a step at once; the next reading confirms it.
    void apply(const queue::Ticket& ticket);
    /// Forgets what only a signed-in person may see.
    void forget();

signals:
    void pictureChanged();
    void historyChanged();
    void dayChanged();
    void catalogueChanged();
    void connectionChanged();

private:
    void readPicture();
    void readHistory();
    void readDay();

    DeskGateway& m_gateway;
    QTimer m_pulse; ///< the order of the line changes with time alone
    Picture m_picture;
    CatalogueView m_catalogue;
    QList<queue::TicketEvent> m_history;
    QList<DayEntry> m_day;
    queue::TicketId m_followed;
    QDate m_dayShown;
    int m_desk = 0;
    quint64 m_epoch = 0; ///< answers that belong to an earlier person are dropped
    bool m_active = false;
    bool m_hasPicture = false;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace hall::desk
