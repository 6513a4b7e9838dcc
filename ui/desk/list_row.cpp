// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/list_row.h"

#include "ui/desk/look.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace hall::desk {

void paintListRow(QPainter& painter, const Look& look, const QStyleOptionViewItem& option, const QColor& block, int inset)
{
    const auto& c = look.colours();
    const QRectF box = QRectF(option.rect).adjusted(2, 1, -2, -1);
    if (option.state & QStyle::State_Selected) {
        painter.setBrush(c.primarySoft);
        painter.setPen(QPen(c.primary, look.highContrast() || (option.state & QStyle::State_HasFocus) ? 2 : 1));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.setBrush(c.paper);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(box, 8, 8);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(block);
    painter.drawRoundedRect(QRectF(box.left() + 7, box.top() + look.px(inset), 4, box.height() - look.px(2 * inset)), 2, 2);
}

} // namespace hall::desk
