// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/station_config.h"
#include "app/store/hall_folder.h"
#include "tests/support/private_cluster.h"

#include <QMap>
#include <QTemporaryDir>

namespace hall::tests {

/// A hall on a server of one's own: the hall's own catalogue, three administrators, a clerk of the reception (li), one of
/// mediation (zhao), whose passphrases are their logins; desks 1 to 8, of which none is open; a login "NAME-1" for each kind of
/// station. Every station has a folder of its own, as machines have.
class ServerHall
{
public:
    enum class Servers { One, Two };
    explicit ServerHall(const base::Clock& clock, Servers servers = Servers::One);

    /// Empty when all went well.
    QString complaint() const { return m_complaint; }
    PrivateCluster& cluster() { return m_cluster; }
    /// The second server, which has everything that the first acknowledged.
    PrivateCluster& standby() { return *m_standby; }
    /// For a login of the server: "kiosk-1", "board-1", "desk-1", "admin-1"; empty: the owner.
    store::HallPlace place(const QString& login = {}) const;
    station::StationConfig config(const QString& login, const QString& stationName) const;
    QString url(const QString& login = {}) const;
    /// One service of each block.
    QString service(const QString& block) const { return m_services.value(block); }

    static store::HallPlan plan(const store::HallPlace& place);

private:
    base::Status make(const base::Clock& clock, Servers servers);

    PrivateCluster m_cluster;
    std::unique_ptr<PrivateCluster> m_standby;
    QTemporaryDir m_folders;
    QString m_database;
    QString m_complaint;
    QMap<QString, QString> m_services;
};

} // namespace hall::tests
