// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <chrono>

namespace hall::sql::sqlcipher {

/// Waits for the exclusive advisory lock (flock) on an open file, at most `patience`; StoreLocked after that.
/// The kernel queues those who wait, and frees the lock of a program that dies.
base::Status waitForTurn(int file, std::chrono::milliseconds patience);
void giveTurnBack(int file);

} // namespace hall::sql::sqlcipher
