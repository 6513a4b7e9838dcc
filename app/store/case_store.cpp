// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/case_store.h"

#include "app/store/key_ring.h"
#include "app/store/store_part.h"

static void initCaseMigrations()
{
    Q_INIT_RESOURCE(case_migrations);
}

namespace hall::store {

void CaseStore::prepare()
{
    initCaseMigrations();
}

CaseStore::CaseStore(std::unique_ptr<sql::Connection> connection)
    : m_connection(std::move(connection))
{
}

CaseStore::CaseStore(CaseStore&&) noexcept = default;
CaseStore& CaseStore::operator=(CaseStore&&) noexcept = default;
CaseStore::~CaseStore() = default;

base::Result<CaseStore> CaseStore::create(const QString& folder, const QByteArray& key, int upTo)
{
    initCaseMigrations();
    HALL_ASSIGN(auto connection, StorePart::cases().openFile(folder, key, true, upTo));
    return CaseStore(std::move(connection));
}

base::Result<CaseStore> CaseStore::open(const QString& folder, const QByteArray& key)
{
    initCaseMigrations();
    HALL_ASSIGN(auto connection, StorePart::cases().openFile(folder, key, false));
    return CaseStore(std::move(connection));
}

base::Result<CaseStore> CaseStore::open(const HallPlace& place)
{
    if (place.onServer()) {
        initCaseMigrations();
        HALL_ASSIGN(auto connection, StorePart::cases().openOn(place, false));
        return CaseStore(std::move(connection));
    }
    HALL_ASSIGN(const seal::SecretBuffer secret, KeyRing(place.files()).read(KeyName::Case));
    QByteArray key = secret.view().toByteArray();
    auto cases = open(place.url(), key);
    key.fill('\0');
    return cases;
}

base::Result<CaseStore> CaseStore::createOn(const HallPlace& server, int upTo)
{
    initCaseMigrations();
    HALL_ASSIGN(auto connection, StorePart::cases().openOn(server, true, upTo));
    return CaseStore(std::move(connection));
}

base::Status CaseStore::removeFrom(const HallPlace& server)
{
    return StorePart::cases().removeFrom(server);
}

} // namespace hall::store
