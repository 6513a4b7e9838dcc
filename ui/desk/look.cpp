// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/look.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>

namespace hall::desk {

Look::Look(QApplication& application, Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_preferences(preferences)
    , m_theme(application)
{
    connect(&m_preferences, &Preferences::lookChanged, this, &Look::apply);
    theme::useFonts(application);
    apply();
}

QFont Look::font(double pixels, QFont::Weight weight) const
{
    QFont font = m_theme.font(theme::WidgetsTheme::Text::Body);
    font.setPixelSize(px(pixels));
    font.setWeight(weight);
    return font;
}

void Look::apply()
{
    using Name = theme::WidgetsTheme::Name;
    m_theme.apply(highContrast()                                         ? Name::HighContrast
                  : m_preferences.look() == Preferences::Look::Dark ? Name::Dark
                                                                         : Name::Light,
                  m_preferences.textPercent());
    m_application.setStyleSheet(m_application.styleSheet() + additions());
    emit changed();
}

QString Look::additions() const
{
    QFile file(QStringLiteral(":/hall/desk/desk.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString sheet = QString::fromUtf8(file.readAll());
    // $name is a colour of the palette; @15 is 15 px at 100 %, grown with the text.
    static const QRegularExpression token(QStringLiteral("\\$([A-Za-z]+)|@(\\d+)"));
    QString grown;
    qsizetype from = 0;
    for (auto it = token.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        grown += QStringView(sheet).mid(from, match.capturedStart() - from);
        grown += match.hasCaptured(1) ? theme::colourNamed(colours(), match.captured(1)).name()
                                      : QString::number(px(match.captured(2).toInt())) + QStringLiteral("px");
        from = match.capturedEnd();
    }
    grown += QStringView(sheet).mid(from);
    return grown;
}

} // namespace hall::desk
