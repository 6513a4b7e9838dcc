// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace hall::seal {

/// Starts libsodium once; the program ends where it cannot be started, for nothing could be kept secret. From then on a crash
/// of the program leaves no core file, in which a secret could lie.
void requireSodium();

/// Known answers of everything this room uses: a library that computes wrongly is noticed at start, not by a reader of
/// what it should have hidden.
base::Status selfTest();

// As libsodium takes bytes.
inline const unsigned char* bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}
inline unsigned char* bytes(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}
inline unsigned long long length(QByteArrayView view)
{
    return static_cast<unsigned long long>(view.size());
}

} // namespace hall::seal
