// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace hall::sql {
class Connection;
}

namespace hall::store {

/// Brings a store to the newest version this program knows: the numbered files `:/migrations/<part>/NNNN_*.sql` (for
/// PostgreSQL those of `<part>/postgresql`), each in a transaction of its own that also notes the number. Several programs may do it at once; one does the work.
/// A store that is newer than the program is refused (StoreNewer) and left as it is; one that is older needs its owner
/// (PermissionDenied).
base::Status migrate(sql::Connection& connection, const QString& part);

/// The highest number among the part's files for this engine.
int newestVersion(sql::Connection& connection, const QString& part);
/// The version of an open store; 0 for an empty one.
base::Result<int> storeVersion(sql::Connection& connection);

} // namespace hall::store
