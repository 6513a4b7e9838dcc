// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/idle_guard.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace hall::desk {

IdleGuard::IdleGuard(QObject* parent)
    : QObject(parent)
{
    m_since.start();
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &IdleGuard::check);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleGuard::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    m_timer.setInterval(static_cast<int>(std::clamp<qint64>(limit.count() / 10, 50, 500)));
    touch();
}

void IdleGuard::setRunning(bool running)
{
    if (running == m_timer.isActive())
        return;
    touch();
    if (running)
        m_timer.start();
    else
        m_timer.stop();
}

void IdleGuard::touch()
{
    m_since.restart();
    if (std::exchange(m_warning, false))
        emit warned(0);
}

void IdleGuard::check()
{
    if (m_limit.count() <= 0)
        return;
    const auto left = m_limit - std::chrono::milliseconds(m_since.elapsed());
    if (left.count() <= 0) {
        touch();
        emit expired();
    } else if (left <= std::min(m_before, m_limit / 2)) {
        m_warning = true;
        emit warned(static_cast<int>((left.count() + 999) / 1000));
    }
}

bool IdleGuard::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        touch();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hall::desk
