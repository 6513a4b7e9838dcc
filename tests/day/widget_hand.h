// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace hall::tests {

/// A clerk's hands and eyes at a window of widgets: finds what is visible by objectName, clicks it, types keys.
class WidgetHand
{
public:
    explicit WidgetHand(QWidget* window)
        : m_window(window)
    {
    }

    /// The visible, enabled widget of this name; waits up to `waitMs`. nullptr when there is none.
    QWidget* find(const QString& name, int waitMs = 5000) const;
    bool sees(const QString& name, int waitMs = 0) const { return find(name, waitMs) != nullptr; }
    bool click(const QString& name, int waitMs = 5000) const;
    /// Clicks into the field, replaces what it holds.
    bool fill(const QString& name, const QString& text, int waitMs = 5000) const;
    /// A key for whatever has the focus, as the shortcuts expect it.
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const;
    /// Whether a visible label or button that contains `part` is there within `waitMs`.
    bool reads(const QString& part, int waitMs = 3000) const;
    QImage look() const;
    QStringList clickable() const;

private:
    QWidget* m_window;
};

} // namespace hall::tests
