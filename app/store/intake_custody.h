// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/audit_trail.h"
#include "app/store/line_store.h"
#include "app/store/staff.h"

namespace hall::store {

/// What visitors typed at the kiosk, once the desk has taken it over from the line. Still sealed; each opening is an audit
/// record. Errors: PermissionDenied (another block's), SealInvalid (changed), NotAPackage (never was sealed),
/// TicketNotFound (nothing was typed).
class IntakeCustody
{
public:
    IntakeCustody(sql::Connection& cases, const base::Clock& clock, AuditTrail& audit);

    /// Keeps a copy that survives the line; repeated, it changes nothing. Afterwards the line may forget its own.
    base::Status take(qint64 ticket, const QString& block, int generation, const QByteArray& sealed, const QString& actor);
    base::Result<bool> holds(qint64 ticket);
    /// Opens with the keys of whoever is signed in.
    base::Result<seal::SecretBuffer> open(qint64 ticket, const SignedIn& reader);
    /// A visitor who is sent on to another block does not type everything again: whoever may open the intake seals a copy to
    /// that block's key. An audit record; repeated, it changes nothing.
    base::Status handOver(qint64 ticket, const SignedIn& reader, const QString& block, const LineStore::BlockKey& key);

private:
    base::Status keep(qint64 ticket, const QString& block, int generation, const QByteArray& sealed, const QString& actor);

    sql::Connection& m_cases;
    const base::Clock& m_clock;
    AuditTrail& m_audit;
};

} // namespace hall::store
