// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace hall::store {

/// Bytes as they stand in the JSON that is signed.
inline QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

inline QByteArray fromBase64(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace hall::store
