// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/progress.h"
#include "app/store/countersign.h"

namespace hall::casefile {

/// Something that does not hold, and where.
struct HallFault
{
    enum class Part { Roster, Trail, Countersignature, Case, Witness };
    Part part = Part::Trail;
    qint64 record = 0;   ///< of the audit trail
    QString number;      ///< of the case
    qint64 sequence = 0; ///< of its entry; 0: the case as a whole
    QString why;
    bool operator==(const HallFault&) const = default;
};

struct HallVerdict
{
    qint64 records = 0;
    qint64 cases = 0;
    qint64 entries = 0;
    QList<HallFault> faults;
    std::optional<store::Countersignature> countersigned; ///< the newest that holds
};

/// Everything that an auditor verifies in the case store in one go: the roster, the audit trail and its countersignatures, every
/// case with what the trail knows of it. Where the roster does not hold nobody can be believed, so the cases are left out then. What the
/// line remembers of the trail is asked apart (store::compareTrailWithLine). Errors: Cancelled, and the store's.
base::Result<HallVerdict> verifyHall(store::CaseOffice& office, const base::Progress& progress = {});

} // namespace hall::casefile
