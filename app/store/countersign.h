// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/hall_folder.h"

#include <chrono>
#include <optional>

namespace hall::store {

/// The audit administrator's signature under the audit trail: once a day they look through it and sign its newest
/// record, and with it everything before. Whoever has the station's key can write records; without this signature
/// nobody can write others in place of those that were seen.
struct Countersignature {
    qint64 seq = 0; ///< the newest record that it covers
    base::Timestamp at;
    QString signer;
    bool operator==(const Countersignature&) const = default;
};

/// Somebody who is not the audit administrator tried to read or to countersign the trail.
inline const QString kAuditRefused = QStringLiteral("audit-refused");

/// Older than this, the newest countersignature is overdue.
inline constexpr auto kCountersignedWithin = std::chrono::hours(24);

/// Walks the trail and signs its newest record. The act is itself a record, behind the one that was signed.
/// Errors: PermissionDenied (not the audit administrator), SignatureInvalid (the trail does not hold; nothing is
/// signed), Cancelled.
base::Result<Countersignature> countersign(CaseOffice& office, const SignedIn& auditor, const base::Progress& progress = {});

struct CountersignVerdict {
    std::optional<Countersignature> newest;
    QList<qint64> broken; ///< records whose countersignature does not hold: changed since, or signed by somebody else
};
/// Each signature against the trail as it stands and against the roster: it counts when its signer held the audit role.
base::Result<CountersignVerdict> verifyCountersignatures(CaseOffice& office);

} // namespace hall::store
