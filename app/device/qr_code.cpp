// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/qr_code.h"

#include <QCoreApplication>
#include <QPainter>
#include <memory>
#include <qrencode.h>

namespace hall::device {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int kQuietModules = 4;       // ISO/IEC 18004: four modules on each side
constexpr qsizetype kMostBytes = 2331; // version 40 at correction level M

} // namespace

Result<QrMatrix> qrCode(const QByteArray& text)
{
    if (text.isEmpty())
        return Error{ErrorCode::InvalidArgument,
                     QCoreApplication::translate("hall::device", "A QR code needs at least one byte.")};
    if (text.size() > kMostBytes)
        return Error{ErrorCode::TextTooLong,
                     QCoreApplication::translate("hall::device", "A QR code holds %1 bytes; these are %2.")
                         .arg(kMostBytes)
                         .arg(text.size())};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(text.size()), reinterpret_cast<const unsigned char*>(text.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return Error{ErrorCode::Internal, QCoreApplication::translate("hall::device", "The QR code could not be made.")};
    QrMatrix matrix;
    matrix.size = code->width;
    matrix.modules.resize(qsizetype(code->width) * code->width);
    for (qsizetype i = 0; i < matrix.modules.size(); ++i)
        matrix.modules.setBit(i, (code->data[i] & 1) != 0);
    return matrix;
}

QImage qrImage(const QrMatrix& matrix, int moduleSize)
{
    const int side = (matrix.size + 2 * kQuietModules) * moduleSize;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 0; y < matrix.size; ++y) {
        for (int x = 0; x < matrix.size; ++x) {
            if (matrix.at(x, y))
                painter.fillRect((x + kQuietModules) * moduleSize, (y + kQuietModules) * moduleSize, moduleSize,
                                 moduleSize, Qt::black);
        }
    }
    return image;
}

} // namespace hall::device
