// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/line_store.h"

#include "app/store/key_ring.h"
#include "app/store/store_part.h"
#include "app/store/texts.h"

#include <QFile>

namespace hall::store {

using base::Error;
using base::ErrorCode;

LineStore::LineStore(std::unique_ptr<sql::Connection> connection)
    : m_connection(std::move(connection))
{
}

LineStore::LineStore(LineStore&&) noexcept = default;
LineStore& LineStore::operator=(LineStore&&) noexcept = default;
LineStore::~LineStore() = default;

base::Result<LineStore> LineStore::create(const QString& folder, const QByteArray& key, int upTo)
{
    HALL_ASSIGN(auto connection, StorePart::line().openFile(folder, key, true, upTo));
    return LineStore(std::move(connection));
}

base::Result<LineStore> LineStore::open(const QString& folder, const QByteArray& key)
{
    HALL_ASSIGN(auto connection, StorePart::line().openFile(folder, key, false));
    return LineStore(std::move(connection));
}

base::Result<LineStore> LineStore::open(const HallPlace& place)
{
    return place.onServer() ? openOnServer(place) : openInFolder(place);
}

base::Result<LineStore> LineStore::openOnServer(const HallPlace& place)
{
    HALL_ASSIGN(auto connection, StorePart::line().openOn(place, false));
    LineStore line(std::move(connection));
    HALL_ASSIGN(const QString id, line.setting(QStringLiteral("hall_id")));
    if (id.isEmpty())
        return Error{ErrorCode::StoreNotFound, tr("The hall at %1 was not finished. Make it again with: hallctl init").arg(place.shown())};
    return line;
}

base::Result<LineStore> LineStore::openInFolder(const HallPlace& place)
{
    if (!QFile::exists(place.files().line()))
        return Error{ErrorCode::StoreNotFound, tr("There is no hall in %1.").arg(place.url())};
    HALL_ASSIGN(const seal::SecretBuffer secret, KeyRing(place.files()).read(KeyName::Line));
    QByteArray key = secret.view().toByteArray();
    auto opened = open(place.url(), key);
    key.fill('\0');
    HALL_ASSIGN(LineStore line, std::move(opened));
    HALL_ASSIGN(const QString movedTo, line.setting(QStringLiteral("moved_to")));
    if (!movedTo.isEmpty())
        return Error{ErrorCode::StoreUnavailable,
                     tr("This hall has moved to %1. Write that address into this station's configuration.").arg(movedTo)};
    return line;
}

base::Result<LineStore> LineStore::createOn(const HallPlace& server, int upTo)
{
    HALL_ASSIGN(auto connection, StorePart::line().openOn(server, true, upTo));
    return LineStore(std::move(connection));
}

base::Status LineStore::removeFrom(const HallPlace& server)
{
    return StorePart::line().removeFrom(server);
}

base::Result<LineStore::BlockKey> LineStore::blockKey(const QString& block)
{
    HALL_ASSIGN(auto rows, m_connection->query("SELECT generation, public_key FROM block_key WHERE block = $1 "
                                               "ORDER BY generation DESC LIMIT 1",
                                               block));
    HALL_ASSIGN(const bool found, rows.next());
    if (!found)
        return Error{ErrorCode::KeyMissing,
                     tr("The block \"%1\" has no key yet, so nothing can be sealed to it. Ask the system administrator.").arg(block)};
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
