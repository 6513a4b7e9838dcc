// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/hall_place.h"

#include <QByteArray>
#include <QString>
#include <memory>

namespace hall::sql {
class Connection;
}

namespace hall::store {

/// The case store of a hall: the part that desks and hallctl open, and no program of the lobby. Not linked by hall-kiosk
/// and hall-board; a test of the house checks it.
class CaseStore
{
public:
    /// So that its migrations are known before the first of these stores is opened.
    static void prepare();
    /// `upTo`: as in migrate().
    static base::Result<CaseStore> create(const QString& folder, const QByteArray& key, int upTo = 0);
    static base::Result<CaseStore> open(const QString& folder, const QByteArray& key);
    /// With the key that this account may read, or on a server.
    static base::Result<CaseStore> open(const HallPlace& place);
    /// Makes the case store's schema on a server.
    static base::Result<CaseStore> createOn(const HallPlace& server, int upTo = 0);
    static base::Status removeFrom(const HallPlace& server);

    CaseStore(CaseStore&&) noexcept;
    CaseStore& operator=(CaseStore&&) noexcept;
    ~CaseStore();

    sql::Connection& connection() { return *m_connection; }

private:
    explicit CaseStore(std::unique_ptr<sql::Connection> connection);
    std::unique_ptr<sql::Connection> m_connection;
};

} // namespace hall::store
