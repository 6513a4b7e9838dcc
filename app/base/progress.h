// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <functional>

namespace hall::base {

/// Told by what takes long, on its own thread. false: stop; the work ends with Cancelled and keeps nothing.
using Progress = std::function<bool(qint64 done, qint64 whole)>;

} // namespace hall::base
