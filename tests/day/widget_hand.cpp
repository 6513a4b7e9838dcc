// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/day/widget_hand.h"

#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
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

bool WidgetHand::write(const QString& name, const QString& text, int waitMs) const
{
    QWidget* widget = find(name, waitMs);
    if (!widget)
        return false;
    widget->setFocus();
    QInputMethodEvent typed;
    typed.setCommitString(text);
    return QApplication::sendEvent(widget, &typed);
}

bool WidgetHand::choose(const QString& name, const QString& code, int waitMs) const
{
    auto* box = qobject_cast<QComboBox*>(find(name, waitMs));
    const int place = box ? box->findData(code) : -1;
    if (place < 0)
        return false;
    box->setCurrentIndex(place);
    emit box->activated(place);
    QTest::qWait(30);
    return true;
}

QString WidgetHand::textOf(const QString& label) const
{
    const auto* found = qobject_cast<QLabel*>(find(label));
    return found ? found->text() : QString();
}

void WidgetHand::scrollTo(const QString& name) const
{
    const QWidget* widget = find(name);
    QTest::qWait(150); // what has just appeared finds its place first
    for (QWidget* above = widget ? widget->parentWidget() : nullptr; above; above = above->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            area->verticalScrollBar()->setValue(widget->mapTo(area->widget(), QPoint()).y() - 24);
            return;
        }
    }
}

bool WidgetHand::readsUnder(const QWidget* top, const QString& part)
{
    const auto all = top->findChildren<QWidget*>();
    return std::any_of(all.begin(), all.end(), [&](const QWidget* widget) {
        return widget->isVisible() && widget->property("text").toString().contains(part);
    });
}

bool WidgetHand::reads(const QString& part, int waitMs) const
{
    return QTest::qWaitFor([&] { return readsUnder(m_window, part); }, waitMs);
}

bool WidgetHand::readsIn(const QString& name, const QString& part, int waitMs) const
{
    return QTest::qWaitFor([&] {
        const QWidget* top = find(name, 0);
        return top && readsUnder(top, part);
    }, waitMs);
}

bool WidgetHand::readsAloud(const QString& name, const QString& part, int waitMs) const
{
    return QTest::qWaitFor([&] {
        const QWidget* widget = find(name, 0);
        return widget && widget->accessibleDescription().remove(u'\n').contains(part);
    }, waitMs);
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
