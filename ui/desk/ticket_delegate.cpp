// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/ticket_delegate.h"

#include "ui/desk/line_model.h"
#include "ui/desk/list_row.h"
#include "ui/desk/look.h"

#include <QPainter>

namespace hall::desk {

using queue::TicketState;

TicketDelegate::TicketDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_look.px(220), m_look.px(64)};
}

int TicketDelegate::paintBadge(QPainter& painter, QPoint leftMiddle, const QString& text) const
{
    const auto& c = m_look.colours();
    const QFont font = m_look.font(12, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text) + m_look.px(14);
    const int height = metrics.height() + m_look.px(2);
    const QRectF box(leftMiddle.x() + 0.5, leftMiddle.y() - height / 2 + 0.5, width, height);
    painter.setBrush(c.attentionSoft);
    painter.setPen(m_look.highContrast() ? QPen(c.attention, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(box, height / 2.0, height / 2.0);
    painter.setPen(c.attention);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
    return width;
}

void TicketDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto& c = m_look.colours();
    paintListRow(*painter, m_look, option, m_look.theme().blockColour(index.data(LineModel::BlockRole).toString()), 12);

    const int left = option.rect.left() + m_look.px(10) + 14;
    const int right = option.rect.right() - m_look.px(12);
    const QRect top(left, option.rect.top() + m_look.px(9), right - left, m_look.px(24));
    const QRect bottom(left, option.rect.top() + m_look.px(35), right - left, m_look.px(20));
    const auto state = static_cast<TicketState>(index.data(LineModel::StateRole).toInt());
    const bool late = index.data(LineModel::LateRole).toBool();

    // Top: number, class; right: waited.
    const QFont numberFont = m_look.font(17, QFont::Bold);
    painter->setFont(numberFont);
    painter->setPen(c.ink);
    const auto number = index.data(LineModel::NumberRole).toString();
    painter->drawText(top, Qt::AlignVCenter | Qt::AlignLeft, number);
    int x = left + std::max(QFontMetrics(numberFont).horizontalAdvance(number), QFontMetrics(numberFont).horizontalAdvance(QStringLiteral("A000"))) + m_look.px(10);

    const QFont waitedFont = m_look.font(14, late ? QFont::Bold : QFont::Medium);
    const auto waited = index.data(LineModel::WaitedRole).toString();
    const int waitedWidth = QFontMetrics(waitedFont).horizontalAdvance(waited);
    const auto badge = index.data(LineModel::ClassNameRole).toString();
    const int badgeWidth = QFontMetrics(m_look.font(12, QFont::DemiBold)).horizontalAdvance(badge) + m_look.px(14);
    // A badge that does not fit above stands below, before the service; it is never cut.
    const bool badgeAbove = !badge.isEmpty() && x + badgeWidth + m_look.px(8) <= right - waitedWidth;
    if (badgeAbove)
        paintBadge(*painter, {x, top.center().y()}, badge);
    painter->setFont(waitedFont);
    painter->setPen(late ? c.danger : c.ink);
    painter->drawText(top, Qt::AlignVCenter | Qt::AlignRight, waited);

    // Bottom: service; right: state unless it simply waits.
    int serviceLeft = left;
    if (!badge.isEmpty() && !badgeAbove)
        serviceLeft += paintBadge(*painter, {left, bottom.center().y()}, badge) + m_look.px(8);
    const QFont stateFont = m_look.font(13, QFont::DemiBold);
    int stateWidth = 0;
    if (state != TicketState::Waiting) {
        const auto name = index.data(LineModel::StateNameRole).toString();
        stateWidth = QFontMetrics(stateFont).horizontalAdvance(name) + m_look.px(10);
        painter->setFont(stateFont);
        painter->setPen(state == TicketState::Parked ? c.attention : c.good);
        painter->drawText(bottom, Qt::AlignVCenter | Qt::AlignRight, name);
    }
    const QFont serviceFont = m_look.font(13);
    painter->setFont(serviceFont);
    painter->setPen(c.inkMuted);
    const int room = right - serviceLeft - stateWidth;
    painter->drawText(QRect(serviceLeft, bottom.top(), room, bottom.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(serviceFont).elidedText(index.data(LineModel::ServiceNameRole).toString(), Qt::ElideRight, room));
    painter->restore();
}

} // namespace hall::desk
