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
    /// As an input method puts it in, so in any script; whatever stands in the field stays.
    bool write(const QString& name, const QString& text, int waitMs = 5000) const;
    /// Picks what stands for `code` from a box, as if by hand.
    bool choose(const QString& name, const QString& code, int waitMs = 5000) const;
    QString textOf(const QString& label) const;
    /// Brings it to the upper edge of what scrolls.
    void scrollTo(const QString& name) const;
    /// A key for whatever has the focus, as the shortcuts expect it.
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const;
    /// Whether a visible label or button that contains `part` is there within `waitMs`.
    bool reads(const QString& part, int waitMs = 3000) const;
    /// The same of what `name` contains, and of what a screen reader says of it.
    bool readsIn(const QString& name, const QString& part, int waitMs = 3000) const;
    bool readsAloud(const QString& name, const QString& part, int waitMs = 3000) const;
    QImage look() const;
    QStringList clickable() const;

private:
    static bool readsUnder(const QWidget* top, const QString& part);

    QWidget* m_window;
};

} // namespace hall::tests
