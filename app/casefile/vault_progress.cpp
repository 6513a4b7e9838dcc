// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/vault_progress.h"

#include "app/sql/connection.h"

namespace hall::casefile {

using base::Result;
using base::Status;

namespace {

/// Room for four thousand million cases below and any number of changes above.
constexpr qint64 kMiddle = qint64(1) << 32;
constexpr qint64 kLatest = qint64(1) << 60; // milliseconds; later than any change

} // namespace

VaultProgress VaultProgress::beginning()
{
    VaultProgress progress;
    progress.behind.changedAt = base::timestampFromMs(kLatest);
    progress.firstId = kMiddle;
    progress.lastId = kMiddle - 1;
    return progress;
}

Result<std::optional<VaultProgress>> VaultProgress::read(sql::Connection& vault)
{
    HALL_ASSIGN(auto rows, vault.query("SELECT audit_seq, audit_hash, keys, before_at, before_number, first_id, last_id, total, done, "
                                       "rebuilding, settled, calendar FROM progress"));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return std::optional<VaultProgress>();
    return std::optional(VaultProgress{{rows.get<qint64>(0), rows.get<QByteArray>(1)},
                                       rows.get<QString>(2),
                                       {rows.get<base::Timestamp>(3), rows.get<QString>(4)},
                                       rows.get<qint64>(5),
                                       rows.get<qint64>(6),
                                       rows.get<qint64>(7),
                                       rows.get<qint64>(8),
                                       rows.get<bool>(9),
                                       rows.get<bool>(10),
                                       rows.get<QByteArray>(11)});
}

Status VaultProgress::write(sql::Connection& vault) const
{
    return vault.execute("INSERT OR REPLACE INTO progress (only, audit_seq, audit_hash, keys, before_at, before_number, first_id, "
                         "last_id, total, done, rebuilding, settled, calendar) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                         audit.seq, audit.hash, keys, behind.changedAt, behind.number, firstId, lastId, total, done, rebuilding, settled,
                         calendar);
}

bool VaultProgress::isAt(const VaultProgress& other) const
{
    return audit.seq == other.audit.seq && audit.hash == other.audit.hash && keys == other.keys && firstId == other.firstId
        && lastId == other.lastId && done == other.done && behind.number == other.behind.number && rebuilding == other.rebuilding;
}

} // namespace hall::casefile
