// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>
#include <memory>

namespace hall::sql {
class Connection;
}

namespace hall::store {

/// Names of the files of a hall's folder (the embedded engine).
struct HallFiles
{
    QString folder;
    QString line() const { return folder + QStringLiteral("/line.db"); }
    QString lineLock() const { return folder + QStringLiteral("/line.lock"); }
    QString lineBell() const { return folder + QStringLiteral("/line.bell"); }
    QString cases() const { return folder + QStringLiteral("/case.db"); }
    QString casesLock() const { return folder + QStringLiteral("/case.lock"); }
    QString casesBell() const { return folder + QStringLiteral("/case.bell"); }
    QString keys() const { return folder + QStringLiteral("/keys"); }
};

/// The line of a hall: the part of the store that kiosk, boards and desks open. Keys are raw, 32 bytes.
/// Errors: those of sql::sqlcipher::SqlCipherConnection::open, and StoreNewer.
class LineStore
{
public:
    static base::Result<LineStore> create(const QString& folder, const QByteArray& key);
    static base::Result<LineStore> open(const QString& folder, const QByteArray& key);

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
    static base::Result<LineStore> start(const QString& folder, const QByteArray& key, bool create);

    std::unique_ptr<sql::Connection> m_connection;
};

} // namespace hall::store
