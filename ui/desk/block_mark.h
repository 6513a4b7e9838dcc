// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hall::desk {

class Look;

/// The block's drawing on its hue: the same mark as at the kiosk and on the board. Decorative; the name stands beside it.
class BlockMark : public QWidget
{
    Q_OBJECT

public:
    BlockMark(const Look& look, int size, QWidget* parent = nullptr);
    void setBlock(const QString& block);
    /// A drawing instead of a block's, quiet: for empty states.
    void setIcon(const QString& icon);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& m_look;
    const int m_size;
    QString m_block;
    QString m_icon;
};

} // namespace hall::desk
