// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QVariantMap>
#include <qqml.h>

class QQmlEngine;

namespace hall::theme {

// The gadgets of tokens.h, made known to QML and to its linter.
struct PaletteForeign {
    Q_GADGET
    QML_FOREIGN(hall::theme::Palette)
    QML_VALUE_TYPE(hallPalette)
};
struct TypeScaleForeign {
    Q_GADGET
    QML_FOREIGN(hall::theme::TypeScale)
    QML_VALUE_TYPE(hallTypeScale)
};
struct BoardTypeForeign {
    Q_GADGET
    QML_FOREIGN(hall::theme::BoardType)
    QML_VALUE_TYPE(hallBoardType)
};
struct SpaceForeign {
    Q_GADGET
    QML_FOREIGN(hall::theme::Space)
    QML_VALUE_TYPE(hallSpace)
};
struct SizeForeign {
    Q_GADGET
    QML_FOREIGN(hall::theme::Size)
    QML_VALUE_TYPE(hallSize)
};
struct MotionForeign {
    Q_GADGET
    QML_FOREIGN(hall::theme::Motion)
    QML_VALUE_TYPE(hallMotion)
};

/// The QML singleton `Theme`: the design tokens for the theme, text scale and screen of this window.
/// Everything scaled is in pixels of the screen: text × unit × textScale, distances × unit.
class Theme : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    // clang-format off
    Q_PROPERTY(Name name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(qreal unit READ unit WRITE setUnit NOTIFY changed)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY changed)
    Q_PROPERTY(bool elder READ elder WRITE setElder NOTIFY changed)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed)
    Q_PROPERTY(hall::theme::Palette colour READ colour NOTIFY changed)
    Q_PROPERTY(hall::theme::TypeScale type READ type NOTIFY changed)
    Q_PROPERTY(hall::theme::BoardType board READ board NOTIFY changed)
    Q_PROPERTY(hall::theme::Space space READ space NOTIFY changed)
    Q_PROPERTY(hall::theme::Size size READ size NOTIFY changed)
    Q_PROPERTY(hall::theme::Motion motion READ motion NOTIFY changed)
    Q_PROPERTY(QVariantMap blocks READ blocks NOTIFY changed)
    Q_PROPERTY(QStringList blockCodes READ blockCodes CONSTANT)
    Q_PROPERTY(QString fontFamily READ fontFamily CONSTANT)
    // clang-format on

public:
    enum Name { Light, Dark, BoardDark, HighContrast };
    Q_ENUM(Name)

    explicit Theme(QObject* parent = nullptr);

    /// The singleton of an engine, to set theme and scale from C++.
    static Theme* of(QQmlEngine& engine);

    Name name() const { return m_name; }
    void setName(Name name);
    qreal unit() const { return m_unit; }
    /// Pixels of the screen for one pixel of the design (kiosk: shorter side ÷ 1080).
    void setUnit(qreal unit);
    qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);
    bool elder() const { return m_textScale >= m_tokens.elderScale; }
    /// The elder view: text × 1.35 (tokens: elderScale).
    void setElder(bool elder);
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    const Palette& colour() const { return m_palette; }
    const TypeScale& type() const { return m_type; }
    const BoardType& board() const { return m_board; }
    const Space& space() const { return m_space; }
    const Size& size() const { return m_size; }
    const Motion& motion() const { return m_motion; }
    /// By code: {letter, icon, colour, soft, zh, en}.
    QVariantMap blocks() const { return m_blocks; }
    QStringList blockCodes() const;
    /// Keeps the hall's own words whole when a line breaks (theme::unbroken).
    Q_INVOKABLE QString unbroken(const QString& text) const { return theme::unbroken(text, m_tokens.unbroken); }
    QString fontFamily() const { return m_tokens.families.first(); }

signals:
    void changed();

private:
    void refresh();

    const Tokens m_tokens;
    Name m_name = Light;
    qreal m_unit = 1;
    qreal m_textScale = 1;
    bool m_reducedMotion = false;
    Palette m_palette;
    TypeScale m_type;
    BoardType m_board;
    Space m_space;
    Size m_size;
    Motion m_motion;
    QVariantMap m_blocks;
};

} // namespace hall::theme
