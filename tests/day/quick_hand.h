// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>

#include <functional>

namespace hall::tests {

/// A visitor's hand and eyes at a Qt Quick window: finds what is visible by objectName, touches it in its middle.
class QuickHand
{
public:
    explicit QuickHand(QQuickWindow* window)
        : m_window(window)
    {
    }

    /// The visible, enabled item of this name; waits up to `waitMs`. nullptr when there is none.
    QQuickItem* find(const QString& name, int waitMs = 5000) const;
    bool sees(const QString& name, int waitMs = 0) const { return find(name, waitMs) != nullptr; }
    /// Touches the item; false when it is not there or its middle lies outside the window.
    bool touch(const QString& name, int waitMs = 5000) const;
    /// The first visible item for which `wanted` holds, in order of the tree.
    QQuickItem* findWhere(const std::function<bool(QQuickItem*)>& wanted) const;
    /// Whether a text that contains `part` is visible.
    bool reads(const QString& part, int waitMs = 2000) const;
    void type(const QString& text) const;
    /// Lets movement end, then looks.
    QImage look() const;
    /// Names of what can be touched at this moment, to say what a screen offered where a step fails.
    QStringList touchable() const;

    QQuickWindow* window() const { return m_window; }

private:
    QQuickWindow* m_window;
};

} // namespace hall::tests
