// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_rows.h"
#include "app/store/audit_trail.h"

namespace hall::casefile {

/// How far a vault has come; one row of it. For CaseIndex.
struct VaultProgress
{
    store::AuditTrail::Head audit; ///< the trail was read up to here
    QString keys;                  ///< "block:generation …" that were held
    CasePlace behind;              ///< where a rebuild goes on
    qint64 firstId = 0;            ///< the smallest id given; a rebuild goes down from it
    qint64 lastId = 0;             ///< the greatest one; a change goes up from it
    qint64 total = 0;              ///< cases that the rebuild wants
    qint64 done = 0;
    bool rebuilding = true;
    bool settled = false;          ///< the full text of the rebuild was made one piece
    QByteArray calendar;           ///< hash of the days off with which the clocks were reckoned

    /// Nothing where the vault is new.
    static base::Result<std::optional<VaultProgress>> read(sql::Connection& vault);
    base::Status write(sql::Connection& vault) const;
    static VaultProgress beginning();

    /// Whether both stand at the same place, so that what was read for the one may be written after the other.
    bool isAt(const VaultProgress& other) const;
};

} // namespace hall::casefile
