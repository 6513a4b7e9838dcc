// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <memory>

namespace hall::sql::postgres {

class PostgresConnection;

/// Logins of stations on the server, each a member of one of the four groups that the migrations make and grant to:
/// "kiosk", "board", "desk", "admin". Whoever uses it may make logins there.
/// Errors: those of PostgresConnection::open; StaffExists (the login is taken), StaffUnknown, InvalidArgument.
class StationAccounts
{
public:
    struct Account
    {
        QString login;
        QString kind;
        bool connected = false; ///< has at least one connection to this hall at this moment
        bool operator==(const Account&) const = default;
    };

    static base::Result<StationAccounts> open(const QString& url);
    StationAccounts(StationAccounts&&) noexcept;
    StationAccounts& operator=(StationAccounts&&) noexcept;
    ~StationAccounts();

    static QStringList kinds();
    /// The password leaves this machine only as what the server compares with (SCRAM).
    base::Status add(const QString& login, const QString& kind, const QByteArray& password);
    /// Ends its connections, too.
    base::Status remove(const QString& login);
    base::Result<QList<Account>> list();

private:
    explicit StationAccounts(std::unique_ptr<PostgresConnection> connection);
    std::unique_ptr<PostgresConnection> m_connection;
};

} // namespace hall::sql::postgres
