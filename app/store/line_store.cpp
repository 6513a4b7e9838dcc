// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/line_store.h"

#include "app/sql/postgres/postgres_connection.h"
#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/store/key_ring.h"
#include "app/store/migrations.h"

#include <QCoreApplication>
#include <QFile>

namespace hall::store {

namespace {

base::Result<std::unique_ptr<sql::Connection>> openLineFile(const QString& folder, const QByteArray& key, bool create)
{
    const HallFiles files{folder};
    sql::sqlcipher::Options options;
    options.path = files.line();
    options.key = key;
    options.create = create;
    options.lockPath = files.lineLock();
    options.bellPath = files.lineBell();
    return sql::sqlcipher::SqlCipherConnection::open(options);
}

sql::postgres::Options schemaAt(const HallPlace& server, bool create = false)
{
    return {.url = server.url(), .schema = QStringLiteral("hall_line"), .create = create};
}

} // namespace

LineStore::LineStore(std::unique_ptr<sql::Connection> connection)
    : m_connection(std::move(connection))
{
}

LineStore::LineStore(LineStore&&) noexcept = default;
LineStore& LineStore::operator=(LineStore&&) noexcept = default;
LineStore::~LineStore() = default;

base::Result<LineStore> LineStore::create(const QString& folder, const QByteArray& key)
{
    return start(openLineFile(folder, key, true));
}

base::Result<LineStore> LineStore::open(const QString& folder, const QByteArray& key)
{
    return start(openLineFile(folder, key, false));
}

base::Result<LineStore> LineStore::open(const HallPlace& place)
{
    if (place.onServer()) {
        HALL_ASSIGN(LineStore line, start(sql::postgres::PostgresConnection::open(schemaAt(place))));
        HALL_ASSIGN(const QString id, line.setting(QStringLiteral("hall_id")));
        if (id.isEmpty())
            return base::Error{base::ErrorCode::StoreNotFound,
                               QCoreApplication::translate("hall::store", "The hall at %1 was not finished. Make it again with: "
                                                                          "hallctl init").arg(place.shown())};
        return line;
    }
    if (!QFile::exists(place.files().line()))
        return base::Error{base::ErrorCode::StoreNotFound,
                           QCoreApplication::translate("hall::store", "There is no hall in %1.").arg(place.url())};
    HALL_ASSIGN(const seal::SecretBuffer secret, KeyRing(place.files()).read(KeyName::Line));
    QByteArray key = secret.view().toByteArray();
    auto opened = open(place.url(), key);
    key.fill('\0');
    HALL_ASSIGN(LineStore line, std::move(opened));
    HALL_ASSIGN(const QString movedTo, line.setting(QStringLiteral("moved_to")));
    if (!movedTo.isEmpty())
        return base::Error{base::ErrorCode::StoreUnavailable,
                           QCoreApplication::translate("hall::store", "This hall has moved to %1. Write that address into this "
                                                                      "station's configuration.")
                               .arg(movedTo)};
    return line;
}

base::Result<LineStore> LineStore::createOn(const HallPlace& server)
{
    return start(sql::postgres::PostgresConnection::open(schemaAt(server, true)));
}

base::Status LineStore::removeFrom(const HallPlace& server)
{
    return sql::postgres::PostgresConnection::dropSchema(schemaAt(server));
}

base::Result<LineStore> LineStore::start(base::Result<std::unique_ptr<sql::Connection>> connection)
{
    HALL_ASSIGN(auto opened, std::move(connection));
    HALL_TRY(migrate(*opened, QStringLiteral("line")));
    return LineStore(std::move(opened));
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
