// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace hall::seal {

/// Starts libsodium once; the program ends where it cannot be started, for nothing could be kept secret.
void requireSodium();

/// Known answers of everything this room uses: a library that computes wrongly is noticed at start, not by a reader of
/// what it should have hidden.
base::Status selfTest();

} // namespace hall::seal
