// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/day/widget_hand.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace hall::tests {

QWidget* WidgetHand::find(const QString& name, int waitMs) const
{
    QWidget* found = nullptr;
    const auto look = [&] {
        const auto candidates = m_window->findChildren<QWidget*>(name);
        for (QWidget* candidate : candidates) {
            if (candidate->isVisible() && candidate->isEnabled()) {
                found = candidate;
                return true;
            }
        }
        return false;
    };
    if (!look() && waitMs > 0)
        (void)QTest::qWaitFor(look, waitMs);
    return found;
}

bool WidgetHand::click(const QString& name, int waitMs) const
{
    QWidget* widget = find(name, waitMs);
    if (!widget)
        return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    QTest::qWait(30);
    return true;
}

bool WidgetHand::fill(const QString& name, const QString& text, int waitMs) const
{
    QWidget* widget = find(name, waitMs);
    if (!widget)
        return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
    return true;
}

void WidgetHand::key(int key, Qt::KeyboardModifiers modifiers) const
{
    // Shortcuts are for the window in front; the kiosk's and the board's are open beside it.
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window);
    QWidget* target = QApplication::focusWidget();
    QTest::keyClick(target && m_window->isAncestorOf(target) ? target : m_window, static_cast<Qt::Key>(key), modifiers);
    QTest::qWait(30);
}

bool WidgetHand::reads(const QString& part, int waitMs) const
{
    const auto look = [&] {
        const auto all = m_window->findChildren<QWidget*>();
        for (const QWidget* widget : all) {
            if (widget->isVisible() && widget->property("text").toString().contains(part))
                return true;
        }
        return false;
    };
    return look() || QTest::qWaitFor(look, waitMs);
}

QImage WidgetHand::look() const
{
    QTest::qWait(150);
    return m_window->grab().toImage();
}

QStringList WidgetHand::clickable() const
{
    QStringList names;
    const auto all = m_window->findChildren<QWidget*>();
    for (const QWidget* widget : all) {
        if (widget->isVisible() && widget->isEnabled() && !widget->objectName().isEmpty())
            names << widget->objectName();
    }
    return names;
}

} // namespace hall::tests
