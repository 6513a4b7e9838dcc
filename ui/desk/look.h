// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/preferences.h"
#include "ui/theme/widgets_theme.h"

class QApplication;

namespace hall::desk {

/// The house's theme with what the desk adds to it. Sizes are asked here, never written into a widget, so that 100 to
/// 200 % holds everywhere.
class Look : public QObject
{
    Q_OBJECT

public:
    Look(QApplication& application, Preferences& preferences, QObject* parent = nullptr);

    const theme::Palette& colours() const { return m_theme.palette(); }
    const theme::WidgetsTheme& theme() const { return m_theme; }
    bool highContrast() const { return m_preferences.look() == Preferences::Look::HighContrast; }
    double scale() const { return m_preferences.textPercent() / 100.0; }
    /// A length that grows with the text.
    int px(double atHundred) const { return qRound(atHundred * scale()); }
    QFont font(double pixels, QFont::Weight weight = QFont::Normal) const;

signals:
    void changed();

private:
    void apply();
    QString additions() const;

    QApplication& m_application;
    Preferences& m_preferences;
    theme::WidgetsTheme m_theme;
};

} // namespace hall::desk
