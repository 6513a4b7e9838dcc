// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_part.h"

#include "app/sql/postgres/postgres_connection.h"
#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/store/migrations.h"

namespace hall::store {

namespace {

StorePart::Opened migrated(StorePart::Opened opened, const QString& part, int upTo)
{
    HALL_ASSIGN(auto connection, std::move(opened));
    HALL_TRY(migrate(*connection, part, upTo));
    return connection;
}

} // namespace

StorePart::Opened StorePart::openFile(const QString& folder, const QByteArray& key, bool create, int upTo) const
{
    const HallFiles files{folder};
    sql::sqlcipher::Options options;
    options.path = (files.*file)();
    options.key = key;
    options.create = create;
    options.lockPath = (files.*lock)();
    options.bellPath = (files.*bell)();
    return migrated(sql::sqlcipher::SqlCipherConnection::open(options), name, upTo);
}

StorePart::Opened StorePart::openOn(const HallPlace& server, bool create, int upTo) const
{
    return migrated(sql::postgres::PostgresConnection::open({.url = server.url(), .schema = schema, .create = create}), name, upTo);
}

base::Status StorePart::removeFrom(const HallPlace& server) const
{
    return sql::postgres::PostgresConnection::dropSchema({.url = server.url(), .schema = schema});
}

const StorePart& StorePart::line()
{
    static const StorePart part{QStringLiteral("line"), QStringLiteral("hall_line"), &HallFiles::line, &HallFiles::lineLock, &HallFiles::lineBell};
    return part;
}

const StorePart& StorePart::cases()
{
    static const StorePart part{QStringLiteral("case"), QStringLiteral("hall_case"), &HallFiles::cases, &HallFiles::casesLock, &HallFiles::casesBell};
    return part;
}

} // namespace hall::store
