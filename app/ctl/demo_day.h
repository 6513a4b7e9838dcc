// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/rules/catalogue.h"
#include "app/store/line_store.h"

namespace hall::ctl {

/// A morning that is under way in the demo hall: seven of the eight desks open (the first stays free for whoever tries the
/// program), some visitors served, some called, about twenty waiting with what they typed sealed to their block, and a few
/// bookings for the rest of the day.
base::Status startDemoDay(store::LineStore& line, const rules::Catalogue& catalogue, const base::Clock& clock);

} // namespace hall::ctl
