// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/widgets_theme.h"

#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>

namespace hall::theme {
namespace {

QString keyOf(WidgetsTheme::Name name)
{
    switch (name) {
    case WidgetsTheme::Name::Light:
        return QStringLiteral("light");
    case WidgetsTheme::Name::Dark:
        return QStringLiteral("dark");
    case WidgetsTheme::Name::HighContrast:
        break;
    }
    return QStringLiteral("highContrast");
}

} // namespace

void useFonts(QGuiApplication& application, const Tokens& tokens)
{
    QFont font = application.font();
    font.setFamilies(tokens.families);
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (auto* widgets = qobject_cast<QApplication*>(&application))
        widgets->setFont(font);
    else
        application.setFont(font);
}

WidgetsTheme::WidgetsTheme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_tokens(Tokens::builtIn())
    , m_palette(m_tokens.palettes.value(keyOf(m_name)))
{
}

void WidgetsTheme::apply(Name name, int percent)
{
    m_name = name;
    m_percent = std::clamp(percent, 100, 200);
    m_palette = m_tokens.palettes.value(keyOf(name));
    m_application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_application.setPalette(qtPalette());
    m_application.setFont(font(Text::Body));
    m_application.setStyleSheet(styleSheet(m_palette, m_tokens, m_percent));
    emit changed();
}

QPalette WidgetsTheme::qtPalette() const
{
    const Palette& p = m_palette;
    QPalette qt;
    qt.setColor(QPalette::Window, p.paper);
    qt.setColor(QPalette::WindowText, p.ink);
    qt.setColor(QPalette::Base, p.surface);
    qt.setColor(QPalette::AlternateBase, p.paper);
    qt.setColor(QPalette::Text, p.ink);
    qt.setColor(QPalette::PlaceholderText, p.inkMuted);
    qt.setColor(QPalette::Button, p.surface);
    qt.setColor(QPalette::ButtonText, p.ink);
    qt.setColor(QPalette::BrightText, p.danger);
    qt.setColor(QPalette::ToolTipBase, p.ink);
    qt.setColor(QPalette::ToolTipText, p.paper);
    qt.setColor(QPalette::Link, p.primary);
    qt.setColor(QPalette::LinkVisited, p.primary);
    qt.setColor(QPalette::Highlight, p.primary);
    qt.setColor(QPalette::HighlightedText, p.onPrimary);
    qt.setColor(QPalette::Light, p.surface);
    qt.setColor(QPalette::Midlight, p.hairline);
    qt.setColor(QPalette::Mid, p.outline);
    qt.setColor(QPalette::Dark, p.inkMuted);
    qt.setColor(QPalette::Shadow, p.ink);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        qt.setColor(QPalette::Disabled, role, p.onDisabled);
    qt.setColor(QPalette::Disabled, QPalette::Button, p.disabled);
    qt.setColor(QPalette::Disabled, QPalette::Base, p.disabled);
    return qt;
}

QFont WidgetsTheme::font(Text text) const
{
    QFont font = m_application.font();
    font.setFamilies(m_tokens.families);
    font.setHintingPreference(QFont::PreferNoHinting);
    const DeskType& type = m_tokens.desk;
    const auto points = [&] {
        switch (text) {
        case Text::Number:
            return type.number;
        case Text::Title:
            return type.title;
        case Text::Heading:
            return type.heading;
        case Text::Body:
            return type.body;
        case Text::Small:
            break;
        }
        return type.small;
    }();
    font.setPointSizeF(points * m_percent / 100.0);
    font.setWeight(text == Text::Body || text == Text::Small ? QFont::Normal : QFont::Bold);
    return font;
}

int WidgetsTheme::scaled(int pixels) const
{
    return pixels * m_percent / 100;
}

const BlockLook* WidgetsTheme::look(const QString& block) const
{
    for (const BlockLook& known : m_tokens.blocks) {
        if (known.code == block)
            return &known;
    }
    return nullptr;
}

QColor WidgetsTheme::blockColour(const QString& block) const
{
    const BlockLook* known = look(block);
    return known ? colourNamed(m_palette, known->colour) : m_palette.ink;
}

QColor WidgetsTheme::blockSoft(const QString& block) const
{
    const BlockLook* known = look(block);
    return known ? colourNamed(m_palette, known->soft) : m_palette.surface;
}

QString WidgetsTheme::blockIcon(const QString& block) const
{
    const BlockLook* known = look(block);
    return known ? known->icon : QStringLiteral("ticket");
}

} // namespace hall::theme
