// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QBitArray>
#include <QByteArray>
#include <QImage>

namespace hall::device {

/// The modules of a QR code, row by row, without the quiet zone (four modules on each side).
struct QrMatrix
{
    int size = 0;
    QBitArray modules;
    bool at(int x, int y) const { return modules.testBit(y * size + x); }
    bool operator==(const QrMatrix&) const = default;
};

/// Encodes bytes with error correction M (15 %). TextTooLong beyond what a QR code holds (2,331 bytes), InvalidArgument
/// for nothing at all.
base::Result<QrMatrix> qrCode(const QByteArray& text);

/// Black on white with its quiet zone, `moduleSize` pixels a module: sharp on paper and on screens.
QImage qrImage(const QrMatrix& matrix, int moduleSize);

} // namespace hall::device
