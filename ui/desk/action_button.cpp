// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/action_button.h"

#include "ui/desk/look.h"
#include "ui/desk/parts.h"
#include "ui/theme/icons.h"

#include <QPainter>
#include <algorithm>

namespace hall::desk {

ActionButton::ActionButton(Action action, const Look& look, QWidget* parent)
    : QPushButton(parent)
    , m_action(action)
    , m_look(look)
{
    setObjectName(Actions::objectName(action));
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void ActionButton::setOffer(const Offer& offer)
{
    m_offer = offer;
    setEnabled(offer.enabled);
    retranslate();
    updateGeometry();
    update();
}

void ActionButton::setSuggested(bool suggested)
{
    if (suggested == m_suggested)
        return;
    m_suggested = suggested;
    update();
}

void ActionButton::setTall(bool tall)
{
    m_tall = tall;
    updateGeometry();
}

void ActionButton::retranslate()
{
    const auto label = Actions::label(m_action);
    const auto key = keyText(Actions::shortcut(m_action));
    setText(label);
    setAccessibleName(label);
    const auto said = m_offer.enabled || m_offer.reason.isEmpty() ? Actions::explanation(m_action) : m_offer.reason;
    setAccessibleDescription(said + QStringLiteral(" (") + key + u')');
    setToolTip(said + QStringLiteral("  ") + key);
}

QFont ActionButton::labelFont() const { return m_look.font(m_tall ? 17 : 15, m_suggested ? QFont::Bold : QFont::DemiBold); }
QFont ActionButton::smallFont() const { return m_look.font(12, QFont::Medium); }

QSize ActionButton::sizeHint() const
{
    const QFontMetrics label(m_look.font(m_tall ? 17 : 15, QFont::Bold));
    const QFontMetrics small(smallFont());
    const auto key = keyText(Actions::shortcut(m_action));
    const int width = m_look.px(12) * 2 + m_look.px(20) + m_look.px(8) + label.horizontalAdvance(text()) + m_look.px(10)
                      + small.horizontalAdvance(key) + m_look.px(12);
    return {width, m_look.px(m_tall ? 60 : 46)};
}

QColor ActionButton::foreground() const
{
    const auto& c = m_look.colours();
    if (!isEnabled())
        return c.onDisabled;
    return m_suggested ? c.onPrimary : c.ink;
}

void ActionButton::paintFrame(QPainter& painter, const QRectF& box) const
{
    const auto& c = m_look.colours();
    QColor fill = c.surface;
    QColor edge = c.outline;
    if (!isEnabled()) {
        fill = m_look.highContrast() ? c.surface : c.disabled;
        edge = m_look.highContrast() ? c.outline : c.disabled;
    } else if (m_suggested) {
        fill = isDown() || underMouse() ? c.primaryPressed : c.primary;
        edge = fill;
    } else if (underMouse() || isDown()) {
        fill = c.primarySoft;
        edge = c.primary;
    } else if (m_look.highContrast()) {
        edge = c.primary;
    }
    painter.setBrush(fill);
    QPen pen(edge, 1);
    if (!isEnabled() && m_look.highContrast())
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(box.adjusted(3.5, 3.5, -3.5, -3.5), 9, 9);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.focus, 3));
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 11, 11);
    }
}

void ActionButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, QRectF(rect()));

    const QColor ink = foreground();
    const QFontMetrics small(smallFont());
    const auto key = keyText(Actions::shortcut(m_action));
    const int margin = m_look.px(12);
    const int icon = m_look.px(20);
    theme::paintIcon(painter, QRectF(margin, (height() - icon) / 2.0, icon, icon), Actions::iconName(m_action), ink);

    // The key, or while it is not possible the note that says what is missing.
    const bool note = !m_offer.note.isEmpty() && !isEnabled();
    const auto cap = note ? m_offer.note : key;
    const int capWidth = small.horizontalAdvance(cap) + m_look.px(12);
    const int capHeight = small.height() + m_look.px(2);
    const QRectF capBox(width() - margin - capWidth + 0.5, (height() - capHeight) / 2 + 0.5, capWidth, capHeight);
    painter.setFont(smallFont());
    if (!note) {
        painter.setBrush(Qt::NoBrush);
        QColor edge = ink;
        edge.setAlphaF(m_look.highContrast() ? 1.0F : 0.45F);
        painter.setPen(QPen(edge, 1));
        painter.drawRoundedRect(capBox, 4, 4);
    }
    painter.setPen(ink);
    painter.drawText(capBox, Qt::AlignCenter, cap);

    painter.setFont(labelFont());
    const int left = margin + icon + m_look.px(8);
    painter.drawText(QRect(left, 0, static_cast<int>(capBox.left()) - left - 4, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace hall::desk
