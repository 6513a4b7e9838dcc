// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QGuiApplication;

namespace hall::theme {

/// Sets the application's font family for QML and Widgets alike; the size stays the platform's. Call once in main.
void useFonts(QGuiApplication& application, const Tokens& tokens = Tokens::builtIn());

/// How Widgets look: palette, style sheet and fonts from the tokens, for a theme and a text size. Applying it again
/// changes every window at once. `changed` tells those who paint themselves (delegates, icons) to do it anew.
class WidgetsTheme : public QObject
{
    Q_OBJECT

public:
    enum class Name { Light, Dark, HighContrast };
    Q_ENUM(Name)
    enum class Text { Number, Title, Heading, Body, Small };

    explicit WidgetsTheme(QApplication& application, QObject* parent = nullptr);

    Name name() const { return m_name; }
    int textPercent() const { return m_percent; }
    /// `percent` from 100 to 200.
    void apply(Name name, int percent);

    const Palette& palette() const { return m_palette; }
    QPalette qtPalette() const;
    /// A font of the desk's scale at the present text size; numbers align (the family's figures are tabular).
    QFont font(Text text) const;
    /// A distance that grows with the text: pixels at 100 % and 96 dpi.
    int scaled(int pixels) const;
    /// Hue and tint of a block; ink and surface for a code that is unknown.
    QColor blockColour(const QString& block) const;
    QColor blockSoft(const QString& block) const;
    QString blockIcon(const QString& block) const;
    const Tokens& tokens() const { return m_tokens; }

signals:
    void changed();

private:
    const BlockLook* look(const QString& block) const;

    QApplication& m_application;
    const Tokens m_tokens;
    Name m_name = Name::Light;
    int m_percent = 100;
    Palette m_palette;
};

} // namespace hall::theme
