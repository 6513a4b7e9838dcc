// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/case_store.h"

#include "app/sql/sqlcipher/sqlcipher_connection.h"
#include "app/store/line_store.h"
#include "app/store/migrations.h"

static void initCaseMigrations()
{
    Q_INIT_RESOURCE(case_migrations);
}

namespace hall::store {

CaseStore::CaseStore(std::unique_ptr<sql::Connection> connection)
    : m_connection(std::move(connection))
{
}

CaseStore::CaseStore(CaseStore&&) noexcept = default;
CaseStore& CaseStore::operator=(CaseStore&&) noexcept = default;
CaseStore::~CaseStore() = default;

base::Result<CaseStore> CaseStore::create(const QString& folder, const QByteArray& key)
{
    return start(folder, key, true);
}

base::Result<CaseStore> CaseStore::open(const QString& folder, const QByteArray& key)
{
    return start(folder, key, false);
}

base::Result<CaseStore> CaseStore::start(const QString& folder, const QByteArray& key, bool create)
{
    initCaseMigrations();
    const HallFiles files{folder};
    sql::sqlcipher::Options options;
    options.path = files.cases();
    options.key = key;
    options.create = create;
    options.lockPath = files.casesLock();
    options.bellPath = files.casesBell();
    HALL_ASSIGN(auto connection, sql::sqlcipher::SqlCipherConnection::open(options));
    HALL_TRY(migrate(*connection, QStringLiteral("case")));
    return CaseStore(std::move(connection));
}

} // namespace hall::store
