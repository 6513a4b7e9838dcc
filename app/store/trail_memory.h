// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/audit_trail.h"
#include "app/store/hall_place.h"

namespace hall::store {

class CaseOffice;

/// This account's own folder for everything about halls, below the system's data folder.
QString accountFolder();

/// A name for this hall in this place: two copies of a hall in two places are two stores, each with a trail of its own.
QString placeMark(const HallPlace& place, const QByteArray& rosterRoot);

/// The newest record of a trail that goes on from one that was seen before. Errors: SignatureInvalid (the store was rolled back
/// to an older copy, or its trail was cut or rewritten).
base::Result<AuditTrail::Head> continued(AuditTrail& audit, const AuditTrail::Head& seen);

/// A witness outside the store, for whoever signs in or verifies: the audit trail goes on from the newest record that this
/// account of the machine saw of this hall in this place, and its newest one is remembered (number and hash, in a plain file
/// below accountFolder()). An account that can keep nothing witnesses nothing.
/// Errors: SignatureInvalid, and the store's.
base::Status compareWithAccount(CaseOffice& office);

} // namespace hall::store
