// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/quick_theme.h"

#include <QMetaEnum>
#include <QMetaProperty>
#include <QQmlEngine>

#include <cmath>

namespace hall::theme {
namespace {

/// The same gadget with every number multiplied, rounded to whole pixels unless it is named in `exact`.
template <class Gadget>
Gadget scaled(Gadget gadget, qreal factor, const char* exact = nullptr)
{
    const QMetaObject& meta = Gadget::staticMetaObject;
    for (int index = 0; index < meta.propertyCount(); ++index) {
        const QMetaProperty property = meta.property(index);
        if (exact && qstrcmp(exact, property.name()) == 0)
            continue;
        property.writeOnGadget(&gadget, std::round(property.readOnGadget(&gadget).toDouble() * factor));
    }
    return gadget;
}

QString paletteKey(Theme::Name name)
{
    switch (name) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::BoardDark:
        return QStringLiteral("boardDark");
    case Theme::HighContrast:
        break;
    }
    return QStringLiteral("highContrast");
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_tokens(Tokens::builtIn())
    , m_reducedMotion(systemAsksForLessMotion())
{
    refresh();
}

Theme* Theme::of(QQmlEngine& engine)
{
    return engine.singletonInstance<Theme*>(qmlTypeId("Hall.Theme", 1, 0, "Theme"));
}

void Theme::setName(Name name)
{
    if (name != m_name) {
        m_name = name;
        refresh();
    }
}

void Theme::setUnit(qreal unit)
{
    if (unit > 0 && !qFuzzyCompare(unit, m_unit)) {
        m_unit = unit;
        refresh();
    }
}

void Theme::setTextScale(qreal scale)
{
    scale = std::clamp(scale, 1.0, 2.0);
    if (!qFuzzyCompare(scale, m_textScale)) {
        m_textScale = scale;
        refresh();
    }
}

void Theme::setElder(bool elder)
{
    setTextScale(elder ? m_tokens.elderScale : 1.0);
}

void Theme::setReducedMotion(bool reduced)
{
    if (reduced != m_reducedMotion) {
        m_reducedMotion = reduced;
        refresh();
    }
}

QStringList Theme::blockCodes() const
{
    QStringList codes;
    for (const BlockLook& block : m_tokens.blocks)
        codes.append(block.code);
    return codes;
}

void Theme::refresh()
{
    m_palette = m_tokens.palettes.value(paletteKey(m_name));
    m_type = scaled(m_tokens.type, m_unit * m_textScale, "lineHeight");
    m_board = scaled(m_tokens.board, m_unit * m_textScale);
    m_space = scaled(m_tokens.space, m_unit);
    m_size = scaled(m_tokens.size, m_unit);
    m_size.focusRing = std::max(m_size.focusRing, m_tokens.size.focusRing);
    m_size.stroke = std::max(m_size.stroke, 1.0);
    m_motion = m_reducedMotion ? Motion{} : m_tokens.motion;
    m_blocks.clear();
    for (const BlockLook& block : m_tokens.blocks) {
        m_blocks.insert(block.code, QVariantMap{{QStringLiteral("letter"), block.letter},
                                                {QStringLiteral("icon"), block.icon},
                                                {QStringLiteral("colour"), colourNamed(m_palette, block.colour)},
                                                {QStringLiteral("soft"), colourNamed(m_palette, block.soft)},
                                                {QStringLiteral("zh"), block.zh},
                                                {QStringLiteral("en"), block.en}});
    }
    emit changed();
}

} // namespace hall::theme
