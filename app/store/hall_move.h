// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/store/hall_place.h"
#include "app/store/table_rows.h"

#include <functional>

namespace hall::store {

/// Moves a hall from a folder of this machine to a server: copies every row, weighs both sides against each other, walks the
/// roster and the audit trail on the other side, carries the station's key over. Then the folder says where the hall went and
/// takes no step any more; it is kept as it is otherwise. Whatever fails or breaks off before leaves the folder in force, and
/// the next attempt begins anew.
/// Errors: InvalidArgument (not from a folder to a server), DeskBusy (a desk is open: the day must be closed first),
/// StoreExists, StoreDamaged (a side does not hold what the other holds), SignatureInvalid, and the stores'.
base::Result<QList<MovedTable>> moveHall(const HallPlace& from, const HallPlace& to, const base::Clock& clock,
                                         const std::function<void(const MovedTable&)>& copied = {});

} // namespace hall::store
