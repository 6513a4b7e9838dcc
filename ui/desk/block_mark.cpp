// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/block_mark.h"

#include "ui/desk/look.h"
#include "ui/theme/icons.h"

#include <QPainter>

namespace hall::desk {

BlockMark::BlockMark(const Look& look, int size, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_look, &Look::changed, this, [this] { updateGeometry(); });
}

void BlockMark::setBlock(const QString& block)
{
    m_block = block;
    m_icon.clear();
    update();
}

void BlockMark::setIcon(const QString& icon)
{
    m_icon = icon;
    m_block.clear();
    update();
}

QSize BlockMark::sizeHint() const { return {m_look.px(m_size), m_look.px(m_size)}; }

void BlockMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& c = m_look.colours();
    const bool quiet = !m_icon.isEmpty();
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(quiet && m_look.highContrast() ? QPen(c.outline) : QPen(Qt::NoPen));
    painter.setBrush(quiet ? c.primarySoft : m_look.theme().blockColour(m_block));
    painter.drawRoundedRect(box, box.width() / 4, box.width() / 4);
    const qreal inset = box.width() * 0.22;
    theme::paintIcon(painter, box.adjusted(inset, inset, -inset, -inset), quiet ? m_icon : m_look.theme().blockIcon(m_block),
                     quiet ? c.primary : c.onBlock);
}

} // namespace hall::desk
