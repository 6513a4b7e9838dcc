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

/// The line of a hall: the part of the store that kiosk, boards and desks open. Keys of a folder are raw, 32
/// bytes; a server asks for the station's account instead.
/// Errors: those of sql::sqlcipher::SqlCipherConnection::open and sql::postgres::PostgresConnection::open, and StoreNewer.
class LineStore
{
public:
    /// `upTo`: as in migrate().
    static base::Result<LineStore> create(const QString& folder, const QByteArray& key, int upTo = 0);
    static base::Result<LineStore> open(const QString& folder, const QByteArray& key);
    /// With the key that this account may read, or on a server.
    static base::Result<LineStore> open(const HallPlace& place);
    /// Makes the line's schema on a server. Until it says which hall it is (`hall_id`), it counts as unfinished, and open()
    /// does not find it.
    static base::Result<LineStore> createOn(const HallPlace& server, int upTo = 0);
    static base::Status removeFrom(const HallPlace& server);

    LineStore(LineStore&&) noexcept;
    LineStore& operator=(LineStore&&) noexcept;
    ~LineStore();

    sql::Connection& connection() { return *m_connection; }

    /// The newest public key of a block, to which a kiosk seals; KeyMissing when the hall has none.
    struct BlockKey
    {
        int generation = 0;
        QByteArray publicKey;
    };
    base::Result<BlockKey> blockKey(const QString& block);

    /// Small facts about the hall: "hall_name", "hall_id", … Missing ones are empty.
    base::Result<QString> setting(const QString& name);
    base::Status setSetting(const QString& name, const QString& value);

private:
    explicit LineStore(std::unique_ptr<sql::Connection> connection);
    static base::Result<LineStore> openOnServer(const HallPlace& place);
    static base::Result<LineStore> openInFolder(const HallPlace& place);

    std::unique_ptr<sql::Connection> m_connection;
};

} // namespace hall::store
