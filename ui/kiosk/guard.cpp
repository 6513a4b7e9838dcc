// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/guard.h"

#include "ui/kiosk/kiosk.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>

namespace hall::kiosk {

Guard::Guard(Kiosk& kiosk, QObject* parent)
    : QObject(parent)
    , m_kiosk(kiosk)
{
    connect(&kiosk, &Kiosk::wiped, this, &Guard::forget);
}

bool Guard::eventFilter(QObject* /*watched*/, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut) || key->matches(QKeySequence::Paste))
            return true;
        [[fallthrough]];
    }
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin: {
        m_swallow = m_kiosk.idle()->warning();
        m_kiosk.touched();
        return m_swallow;
    }
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::TouchUpdate:
        return m_swallow;
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
    case QEvent::KeyRelease:
        return std::exchange(m_swallow, false);
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::Drop:
        return true;
    default:
        return false;
    }
}

void Guard::forget()
{
    QGuiApplication::inputMethod()->reset();
    QClipboard* clipboard = QGuiApplication::clipboard();
    clipboard->clear();
    if (clipboard->supportsSelection())
        clipboard->clear(QClipboard::Selection);
}

} // namespace hall::kiosk
