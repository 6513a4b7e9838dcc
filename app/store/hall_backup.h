// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/store/hall_place.h"
#include "app/store/table_rows.h"

namespace hall::store {

struct BackupReport
{
    qint64 records = 0;    ///< rows of all tables
    QByteArray checksum;   ///< BLAKE2b-256 of the file
    QString keyFile;       ///< to be kept apart from it
    QList<MovedTable> tables;
};

/// Where a backup lies, and the key that opens it; empty: beside it, with ".key" behind the name.
struct BackupPlace
{
    QString file;
    QString keyFile;
    QString key() const { return keyFile.isEmpty() ? file + QStringLiteral(".key") : keyFile; }
};

/// Writes everything that a hall is (both parts, as they stood at one moment, and its keys) into one sealed file, while the
/// hall works. The line is read as it stood a moment before the case store, so it never remembers an audit record that the
/// other lacks. The file appears whole or not at all. The backup itself is an audit record.
/// Errors: InvalidArgument (the file is there already), DiskFull, FileUnreadable (it cannot be written there), StoreExists (the key file is
/// another hall's), SignatureInvalid (the audit trail was cut), and the stores'.
base::Result<BackupReport> backUpHall(const HallPlace& hall, const BackupPlace& to, const QString& actor, const base::Clock& clock);

/// Makes a hall of a backup, on either engine, whichever it came from. The whole file is checked before anything is made; then
/// every table is weighed against what was written, and roster and audit trail are walked, before the hall appears.
/// Errors: NotAPackage, SealInvalid (damaged, cut off, another key), StoreNewer, KeyMissing, StoreExists, StoreDamaged (the new
/// store does not hold what the backup holds), SignatureInvalid, DiskFull, and the stores'.
base::Result<BackupReport> restoreHall(const BackupPlace& from, const HallPlace& to, const base::Clock& clock);

} // namespace hall::store
