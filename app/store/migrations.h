// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QStringList>

namespace hall::sql {
class Connection;
}

namespace hall::store {

/// Brings a store to the newest version this program knows: the numbered files `:/migrations/<part>/NNNN_*.sql` (for
/// PostgreSQL those of `<part>/postgresql`), each in a transaction of its own that also notes the number. Several programs may do it at once; one does the work.
/// A store that is newer than the program is refused (StoreNewer) and left as it is; one that is older needs its owner
/// (PermissionDenied).
/// `upTo`: no further than this number (a backup of an older version is put back as it was); 0: the newest.
base::Status migrate(sql::Connection& connection, const QString& part, int upTo = 0);

/// The highest number among the part's files for this engine.
int newestVersion(sql::Connection& connection, const QString& part);
/// What the migrations up to a number are about ("case_files"): what two engines have in common, where their numbers differ.
QStringList migrationNames(sql::Connection& connection, const QString& part, int upTo);
/// Up to which number a store must be brought so that it has these and nothing later. Errors: StoreNewer for a name that neither
/// engine of this program knows.
base::Result<int> versionWith(QLatin1StringView engine, const QString& part, const QStringList& names);
/// The version of an open store; 0 for an empty one.
base::Result<int> storeVersion(sql::Connection& connection);

} // namespace hall::store
