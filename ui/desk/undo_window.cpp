// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/undo_window.h"

#include <algorithm>

namespace hall::desk {

UndoWindow::UndoWindow(const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (left().count() <= 0)
            withdraw();
        else
            emit tick();
    });
}

void UndoWindow::offer(Action action, const queue::Ticket& ticket, double seconds)
{
    m_length = base::Milliseconds(static_cast<qint64>(seconds * 1000));
    if (m_length.count() <= 0)
        return;
    m_offered = Offered{ticket.id, ticket.number, action, m_clock.now() + m_length};
    m_timer.start();
    emit changed();
}

void UndoWindow::withdraw()
{
    if (!m_offered)
        return;
    m_offered.reset();
    m_timer.stop();
    emit changed();
}

base::Milliseconds UndoWindow::left() const
{
    return m_offered ? std::max(base::Milliseconds(0), m_offered->until - m_clock.now()) : base::Milliseconds(0);
}

double UndoWindow::share() const
{
    return m_length.count() > 0 ? static_cast<double>(left().count()) / static_cast<double>(m_length.count()) : 0;
}

} // namespace hall::desk
