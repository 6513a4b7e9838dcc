// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/line_store.h"

#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/store/migrations.h"

#include <QCoreApplication>

namespace hall::store {

LineStore::LineStore(std::unique_ptr<sql::Connection> connection)
    : m_connection(std::move(connection))
{
}

LineStore::LineStore(LineStore&&) noexcept = default;
LineStore& LineStore::operator=(LineStore&&) noexcept = default;
LineStore::~LineStore() = default;

base::Result<LineStore> LineStore::create(const QString& folder, const QByteArray& key)
{
    return start(folder, key, true);
}

base::Result<LineStore> LineStore::open(const QString& folder, const QByteArray& key)
{
    return start(folder, key, false);
}

base::Result<LineStore> LineStore::start(const QString& folder, const QByteArray& key, bool create)
{
    const HallFiles files{folder};
    sql::sqlcipher::Options options;
    options.path = files.line();
    options.key = key;
    options.create = create;
    options.lockPath = files.lineLock();
    options.bellPath = files.lineBell();
    HALL_ASSIGN(auto connection, sql::sqlcipher::SqlCipherConnection::open(options));
    HALL_TRY(migrate(*connection, QStringLiteral("line")));
    return LineStore(std::move(connection));
}

base::Result<LineStore::BlockKey> LineStore::blockKey(const QString& block)
{
    HALL_ASSIGN(auto rows, m_connection->query("SELECT generation, public_key FROM block_key WHERE block = $1 "
                                               "ORDER BY generation DESC LIMIT 1",
                                               block));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return base::Error{base::ErrorCode::KeyMissing,
                           QCoreApplication::translate("hall::store", "The block \"%1\" has no key yet, so nothing can be "
                                                                      "sealed to it. Ask the system administrator.")
                               .arg(block)};
    return BlockKey{rows.get<int>(0), rows.get<QByteArray>(1)};
}

base::Result<QString> LineStore::setting(const QString& name)
{
    HALL_ASSIGN(const auto value, m_connection->value<QString>("SELECT value FROM setting WHERE name = $1", name));
    return value.value_or(QString());
}

base::Status LineStore::setSetting(const QString& name, const QString& value)
{
    return m_connection->transaction(sql::Mode::Write, [&] {
        return m_connection->execute("INSERT INTO setting (name, value) VALUES ($1, $2) "
                                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                     name, value);
    });
}

} // namespace hall::store
