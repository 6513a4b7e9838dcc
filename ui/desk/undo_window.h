// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "ui/desk/desk_action.h"

#include <QObject>
#include <QTimer>

namespace hall::desk {

/// The few seconds after a step in which it can be taken back.
class UndoWindow : public QObject
{
    Q_OBJECT

public:
    struct Offered {
        queue::TicketId ticket;
        QString number;
        Action action = Action::CallNext;
        base::Timestamp until;
    };

    explicit UndoWindow(const base::Clock& clock, QObject* parent = nullptr);

    void offer(Action action, const queue::Ticket& ticket, double seconds);
    void withdraw();
    const std::optional<Offered>& offered() const { return m_offered; }
    base::Milliseconds left() const;
    double share() const; ///< 1 at the beginning, 0 at the end

signals:
    void changed(); ///< offered, withdrawn or expired
    void tick();    ///< while offered, ten times a second

private:
    const base::Clock& m_clock;
    QTimer m_timer;
    std::optional<Offered> m_offered;
    base::Milliseconds m_length{0};
};

} // namespace hall::desk
