// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

namespace hall::store {

class CaseOffice;
class LineStore;
struct SignedIn;

/// The line and the case store are two files with two rights, so each is a witness against whoever changes the other alone.
/// Asked whenever somebody signs in:
/// - the roster begins with the record that founded the hall, and the station's key is the one of that day;
/// - kiosks seal to the keys that this person's blocks hold, and to no other;
/// - the audit trail goes on from the newest record that any desk saw: a case store that was put back to an older state does
///   not. The newest record is then remembered in the line, and by this account of the machine outside of both
///   (trail_memory.h), since both may be put back together.
/// Errors: SignatureInvalid, and the stores'.
base::Status compareWithLine(LineStore& line, CaseOffice& office, const SignedIn& person);

/// The audit trail alone: it goes on from the newest record that the line and this account remember, which is then the newest there is. To be
/// called after every entry of a case, so that what was written today cannot be rolled back tomorrow.
base::Status compareTrailWithLine(LineStore& line, CaseOffice& office);

} // namespace hall::store
