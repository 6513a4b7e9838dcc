// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/postgres/station_accounts.h"

#include "app/sql/postgres/postgres_connection.h"
#include "app/sql/texts.h"

#include <QRegularExpression>

namespace hall::sql::postgres {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

/// A statement that takes no parameters, written by the server, which knows how to quote.
template <class... Args>
Status executeWritten(Connection& connection, std::string_view format, const Args&... args)
{
    HALL_ASSIGN(const auto statement, connection.value<QString>(format, args...));
    return connection.script(statement.value_or(QString()).toUtf8());
}

} // namespace

StationAccounts::StationAccounts(std::unique_ptr<PostgresConnection> connection)
    : m_connection(std::move(connection))
{
}

StationAccounts::StationAccounts(StationAccounts&&) noexcept = default;
StationAccounts& StationAccounts::operator=(StationAccounts&&) noexcept = default;
StationAccounts::~StationAccounts() = default;

Result<StationAccounts> StationAccounts::open(const QString& url)
{
    HALL_ASSIGN(auto connection, PostgresConnection::open({.url = url}));
    return StationAccounts(std::unique_ptr<PostgresConnection>(static_cast<PostgresConnection*>(connection.release())));
}

QStringList StationAccounts::kinds()
{
    return {QStringLiteral("kiosk"), QStringLiteral("board"), QStringLiteral("desk"), QStringLiteral("admin")};
}

Status StationAccounts::add(const QString& login, const QString& kind, const QByteArray& password)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z][a-z0-9_-]{0,40}$"));
    if (!pattern.match(login).hasMatch() || login.startsWith(QLatin1StringView("hall_")) || login.startsWith(QLatin1StringView("pg_")))
        return Error{ErrorCode::InvalidArgument,
                     tr("\"%1\" cannot be a station's login. Use small letters, digits, - and _, for example kiosk-1.").arg(login)};
    if (!kinds().contains(kind))
        return Error{ErrorCode::InvalidArgument, tr("A station is one of: %1.").arg(kinds().join(QLatin1StringView(", ")))};
    HALL_ASSIGN(const auto taken, m_connection->value<int>("SELECT 1 FROM pg_roles WHERE rolname = $1", login));
    if (taken)
        return Error{ErrorCode::StaffExists, tr("There is a login \"%1\" on this server already. Choose another name.").arg(login)};
    HALL_ASSIGN(const QString secret, m_connection->scram(login, password));
    return m_connection->transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(executeWritten(*m_connection, "SELECT format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE %I', $1, $2, $3)", login,
                                secret, QStringLiteral("hall_") + kind));
        return executeWritten(*m_connection, "SELECT format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), $1)", login);
    });
}

Status StationAccounts::remove(const QString& login)
{
    HALL_ASSIGN(const auto accounts, list());
    const bool isStation = std::any_of(accounts.begin(), accounts.end(), [&](const Account& a) { return a.login == login; });
    if (!isStation)
        return Error{ErrorCode::StaffUnknown, tr("This hall has no station \"%1\". See: hallctl station list").arg(login)};
    // Afterwards its connections have no name any more, only this.
    HALL_ASSIGN(const auto id, m_connection->value<qint64>("SELECT oid::bigint FROM pg_roles WHERE rolname = $1", login));
    HALL_TRY(m_connection->transaction(Mode::Write, [&]() -> Status {
        HALL_TRY(executeWritten(*m_connection, "SELECT format('REVOKE ALL ON DATABASE %I FROM %I', current_database(), $1)", login));
        return executeWritten(*m_connection, "SELECT format('DROP ROLE %I', $1)", login);
    }));
    return m_connection->execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usesysid = $1::oid", id.value_or(0));
}

Result<QList<StationAccounts::Account>> StationAccounts::list()
{
    QList<Account> accounts;
    HALL_ASSIGN(auto rows, m_connection->query(
                               "SELECT m.rolname, substr(g.rolname, 6), EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.usename = "
                               "m.rolname AND a.datname = current_database()) FROM pg_auth_members x JOIN pg_roles g ON g.oid = x.roleid "
                               "JOIN pg_roles m ON m.oid = x.member WHERE g.rolname IN ('hall_kiosk', 'hall_board', 'hall_desk', "
                               "'hall_admin') AND m.rolcanlogin AND NOT m.rolsuper AND has_database_privilege(m.oid, current_database(), "
                               "'CONNECT') ORDER BY 2, 1"));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return accounts;
        accounts.append({rows.get<QString>(0), rows.get<QString>(1), rows.get<int>(2) != 0});
    }
}

} // namespace hall::sql::postgres
