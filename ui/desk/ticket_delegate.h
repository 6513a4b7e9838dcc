// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace hall::desk {

class Look;

/// One ticket of the line: a mark in the block's hue, the number, the class where it counts, the service, and on the right
/// how long it has waited (or until when it is parked).
class TicketDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TicketDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int paintBadge(QPainter& painter, QPoint leftMiddle, const QString& text) const;

    const Look& m_look;
};

} // namespace hall::desk
