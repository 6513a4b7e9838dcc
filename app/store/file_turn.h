// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QFile>
#include <memory>

namespace hall::store {

/// One program at a time: waits at most `patience` for the file at `path`, which stays, and holds it until it goes. The kernel
/// frees it when its program dies, at whatever moment.
/// Errors: StoreLocked, StoreUnavailable.
base::Result<std::unique_ptr<QFile>> takeTurn(const QString& path, base::Milliseconds patience);

} // namespace hall::store
