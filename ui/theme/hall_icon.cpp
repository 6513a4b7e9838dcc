// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/hall_icon.h"

#include "ui/theme/icons.h"

namespace hall::theme {

HallIcon::HallIcon(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setImplicitSize(24, 24);
}

void HallIcon::setName(const QString& name)
{
    if (name != m_name) {
        m_name = name;
        update();
        emit nameChanged();
    }
}

void HallIcon::setColour(const QColor& colour)
{
    if (colour != m_colour) {
        m_colour = colour;
        update();
        emit colourChanged();
    }
}

void HallIcon::paint(QPainter* painter)
{
    paintIcon(*painter, boundingRect(), m_name, m_colour);
}

} // namespace hall::theme
