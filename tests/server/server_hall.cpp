// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/server_hall.h"

#include "app/queue/catalogue_shelf.h"
#include "app/sql/postgres/station_accounts.h"

#include <QDir>
#include <QFile>

namespace hall::tests {

using base::Status;
namespace role = store::role;

ServerHall::ServerHall(const base::Clock& clock, Servers servers)
{
    const Status made = make(clock, servers);
    m_complaint = made.ok() ? QString() : made.error().message;
}

store::HallPlan ServerHall::plan(const store::HallPlace& place)
{
    store::HallPlan plan;
    plan.place = place;
    plan.name = QStringLiteral("试验大厅");
    plan.cost = seal::KdfCost::cheapForTests();
    plan.blocks = {QStringLiteral("reception"), QStringLiteral("mediation")};
    const auto add = [&](const char* login, const QString& roleCode, const QStringList& blocks) {
        plan.people.push_back({{QString::fromLatin1(login), QString::fromLatin1(login), {roleCode}, blocks, true},
                               seal::SecretBuffer::copyOf(QByteArrayView(login))});
    };
    add("sys", role::kSystem, {});
    add("sec", role::kSecurity, {});
    add("aud", role::kAudit, {});
    add("li", role::kReception, {QStringLiteral("reception")});
    add("zhao", role::kMediator, {QStringLiteral("mediation")});
    return plan;
}

QString ServerHall::url(const QString& login) const
{
    return m_standby ? PrivateCluster::urlOfBoth(m_cluster, *m_standby, m_database, login) : m_cluster.url(m_database, login);
}

Status ServerHall::make(const base::Clock& clock, Servers servers)
{
    if (!m_cluster.isRunning())
        return base::Error{base::ErrorCode::StoreUnavailable, m_cluster.complaint()};
    m_database = m_cluster.createDatabase();
    if (servers == Servers::Two && !(m_standby = m_cluster.makeStandby()))
        return base::Error{base::ErrorCode::StoreUnavailable, QStringLiteral("no standby")};
    store::HallPlan hall = plan(place());
    hall.furnish = [&](store::LineStore& line) -> Status {
        HALL_ASSIGN(const auto catalogue, rules::readCatalogue(QStringLiteral(":/catalogue")));
        QFile file(QStringLiteral(":/catalogue/policy.json"));
        if (!file.open(QIODevice::ReadOnly))
            return base::Error{base::ErrorCode::Internal, {}};
        HALL_ASSIGN(const auto policy, queue::readPolicy(file.readAll(), QStringLiteral("policy.json")));
        HALL_TRY(queue::CatalogueShelf(line.connection(), clock).publish(catalogue, policy, {}));
        for (const rules::Service& service : catalogue.services)
            m_services.insert(service.block, service.code);
        return {};
    };
    HALL_TRY(store::makeHall(hall, clock));
    HALL_ASSIGN(auto accounts, sql::postgres::StationAccounts::open(url()));
    for (const QString& kind : sql::postgres::StationAccounts::kinds()) {
        const QString login = kind + QStringLiteral("-1");
        HALL_TRY(accounts.add(login, kind, "not-asked-for-here"));
        // Desks and administrators hold the station's key; nothing else is carried to another machine.
        const store::HallFiles own = place(login).files();
        if (kind == QLatin1StringView("desk") || kind == QLatin1StringView("admin")) {
            QDir().mkpath(own.keys());
            QFile::copy(place().files().keys() + QStringLiteral("/station.key"), own.keys() + QStringLiteral("/station.key"));
        }
    }
    return {};
}

store::HallPlace ServerHall::place(const QString& login) const
{
    return {url(login), m_folders.filePath(login.isEmpty() ? QStringLiteral("owner") : login)};
}

station::StationConfig ServerHall::config(const QString& login, const QString& stationName) const
{
    station::StationConfig config;
    config.storeUrl = url(login);
    // A kiosk's folder is its machine's; desks find the station's key in theirs.
    config.ownFolder = login.startsWith(QLatin1StringView("kiosk")) ? m_folders.filePath(stationName) : place(login).files().folder;
    config.stationName = stationName;
    return config;
}

} // namespace hall::tests
