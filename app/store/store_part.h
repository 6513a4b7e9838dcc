// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/connection.h"
#include "app/store/hall_place.h"

namespace hall::store {

/// One of the two parts of a hall's store, on either engine; brought to the newest version when it is opened. For the room's
/// own files. Errors: those of the engines' open, and of migrate().
struct StorePart
{
    using Opened = base::Result<std::unique_ptr<sql::Connection>>;

    QString name;   ///< of its migrations: "line", "case"
    QString schema; ///< its tables on a server
    QString (HallFiles::*file)() const;
    QString (HallFiles::*lock)() const;
    QString (HallFiles::*bell)() const;

    /// `upTo`: as in migrate().
    Opened openFile(const QString& folder, const QByteArray& key, bool create, int upTo = 0) const;
    Opened openOn(const HallPlace& server, bool create, int upTo = 0) const;
    base::Status removeFrom(const HallPlace& server) const;

    static const StorePart& line();
    static const StorePart& cases();
};

} // namespace hall::store
