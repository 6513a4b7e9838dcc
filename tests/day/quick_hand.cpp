// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/day/quick_hand.h"

#include <QTest>

namespace hall::tests {
namespace {

/// Visible by itself and by everything it lies in; QQuickItem::isVisible() already counts the parents.
bool isSeen(const QQuickItem* item)
{
    for (const QQuickItem* i = item; i; i = i->parentItem()) {
        if (!i->isVisible() || i->opacity() < 0.05)
            return false;
    }
    return item->width() > 0 && item->height() > 0;
}

QQuickItem* firstBelow(QQuickItem* item, const std::function<bool(QQuickItem*)>& wanted)
{
    if (isSeen(item) && wanted(item))
        return item;
    const QList<QQuickItem*> children = item->childItems();
    // What was added last lies on top.
    for (auto it = children.rbegin(); it != children.rend(); ++it) {
        if (QQuickItem* found = firstBelow(*it, wanted))
            return found;
    }
    return nullptr;
}

void collect(QQuickItem* item, QStringList& names)
{
    if (!isSeen(item))
        return;
    if (!item->objectName().isEmpty() && item->isEnabled())
        names << item->objectName();
    for (QQuickItem* child : item->childItems())
        collect(child, names);
}

} // namespace

QQuickItem* QuickHand::findWhere(const std::function<bool(QQuickItem*)>& wanted) const
{
    QQuickItem* found = firstBelow(m_window->contentItem(), wanted);
    return found;
}

QQuickItem* QuickHand::find(const QString& name, int waitMs) const
{
    QQuickItem* found = nullptr;
    const auto look = [&] {
        found = findWhere([&](QQuickItem* item) { return item->objectName() == name && item->isEnabled(); });
        return found != nullptr;
    };
    if (!look() && waitMs > 0)
        (void)QTest::qWaitFor(look, waitMs);
    return found;
}

bool QuickHand::touch(const QString& name, int waitMs) const
{
    if (!find(name, waitMs))
        return false;
    QTest::qWait(260); // a page that slides in has come to rest
    QQuickItem* item = find(name, waitMs);
    if (!item)
        return false;
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    if (!QRectF(0, 0, m_window->width(), m_window->height()).contains(middle))
        return false;
    QTest::mouseClick(m_window, Qt::LeftButton, {}, middle.toPoint());
    QTest::qWait(30);
    return true;
}

bool QuickHand::reads(const QString& part, int waitMs) const
{
    const auto look = [&] {
        return findWhere([&](QQuickItem* item) { return item->property("text").toString().contains(part); }) != nullptr;
    };
    return look() || QTest::qWaitFor(look, waitMs);
}

void QuickHand::type(const QString& text) const
{
    // By character, not by half of one: 𠮷 takes two places in a QString.
    for (const char32_t c : text.toUcs4())
        QTest::sendKeyEvent(QTest::Click, m_window, Qt::Key_unknown, QString::fromUcs4(&c, 1), {});
}

QImage QuickHand::look() const
{
    QTest::qWait(300);
    return m_window->grabWindow();
}

QStringList QuickHand::touchable() const
{
    QStringList names;
    collect(m_window->contentItem(), names);
    return names;
}

} // namespace hall::tests
