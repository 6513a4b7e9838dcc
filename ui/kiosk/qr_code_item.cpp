// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/qr_code_item.h"

#include "app/device/qr_code.h"

#include <QPainter>

namespace hall::kiosk {

QrCodeItem::QrCodeItem(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
}

void QrCodeItem::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_image = {};
    if (!text.isEmpty()) {
        if (const auto matrix = device::qrCode(text.toUtf8()))
            m_image = device::qrImage(*matrix, 1);
    }
    emit textChanged();
    update();
}

void QrCodeItem::paint(QPainter* painter)
{
    painter->fillRect(QRectF(0, 0, width(), height()), Qt::white);
    if (m_image.isNull())
        return;
    const int module = std::max(1, static_cast<int>(std::min(width(), height())) / m_image.width());
    const int side = module * m_image.width();
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(QRect((static_cast<int>(width()) - side) / 2, (static_cast<int>(height()) - side) / 2, side, side),
                       m_image);
}

} // namespace hall::kiosk
