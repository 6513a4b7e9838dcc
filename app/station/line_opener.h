// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/station/line_worker.h"

namespace hall::station {

/// Opens the line of the configured hall with the key that this account may read.
base::Result<store::LineStore> openLine(const StationConfig& config);
OpenSession lineOpener(const StationConfig& config, const base::Clock& clock);

} // namespace hall::station
