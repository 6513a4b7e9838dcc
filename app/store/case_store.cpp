// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/case_store.h"

#include "app/sql/postgres/postgres_connection.h"
#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/store/key_ring.h"
#include "app/store/migrations.h"

static void initCaseMigrations()
{
    Q_INIT_RESOURCE(case_migrations);
}

namespace hall::store {

namespace {

base::Result<std::unique_ptr<sql::Connection>> openCaseFile(const QString& folder, const QByteArray& key, bool create)
{
    const HallFiles files{folder};
    sql::sqlcipher::Options options;
    options.path = files.cases();
    options.key = key;
    options.create = create;
    options.lockPath = files.casesLock();
    options.bellPath = files.casesBell();
    return sql::sqlcipher::SqlCipherConnection::open(options);
}

sql::postgres::Options schemaAt(const HallPlace& server, bool create = false)
{
    return {.url = server.url(), .schema = QStringLiteral("hall_case"), .create = create};
}

} // namespace

CaseStore::CaseStore(std::unique_ptr<sql::Connection> connection)
    : m_connection(std::move(connection))
{
}

CaseStore::CaseStore(CaseStore&&) noexcept = default;
CaseStore& CaseStore::operator=(CaseStore&&) noexcept = default;
CaseStore::~CaseStore() = default;

base::Result<CaseStore> CaseStore::create(const QString& folder, const QByteArray& key)
{
    return start(openCaseFile(folder, key, true));
}

base::Result<CaseStore> CaseStore::open(const QString& folder, const QByteArray& key)
{
    return start(openCaseFile(folder, key, false));
}

base::Result<CaseStore> CaseStore::open(const HallPlace& place)
{
    if (place.onServer())
        return start(sql::postgres::PostgresConnection::open(schemaAt(place)));
    HALL_ASSIGN(const seal::SecretBuffer secret, KeyRing(place.files()).read(KeyName::Case));
    QByteArray key = secret.view().toByteArray();
    auto cases = open(place.url(), key);
    key.fill('\0');
    return cases;
}

base::Result<CaseStore> CaseStore::createOn(const HallPlace& server)
{
    return start(sql::postgres::PostgresConnection::open(schemaAt(server, true)));
}

base::Status CaseStore::removeFrom(const HallPlace& server)
{
    return sql::postgres::PostgresConnection::dropSchema(schemaAt(server));
}

base::Result<CaseStore> CaseStore::start(base::Result<std::unique_ptr<sql::Connection>> connection)
{
    HALL_ASSIGN(auto opened, std::move(connection));
    initCaseMigrations();
    HALL_TRY(migrate(*opened, QStringLiteral("case")));
    return CaseStore(std::move(opened));
}

} // namespace hall::store
