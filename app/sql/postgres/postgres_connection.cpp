// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/postgres/postgres_connection.h"

#include "app/base/log.h"
#include "app/sql/postgres/postgres_statement.h"

#include <QCoreApplication>
#include <QHash>
#include <QHostAddress>
#include <libpq-fe.h>

namespace hall::sql::postgres {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

constexpr int kOldestServer = 150'000;
constexpr int kMostAttempts = 5;

using Settings = QHash<QByteArray, QByteArray>;

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::sql", text);
}

base::Result<Settings> parse(const QString& url)
{
    char* complaint = nullptr;
    PQconninfoOption* options = PQconninfoParse(url.toUtf8().constData(), &complaint);
    if (!options) {
        const QString said = QString::fromUtf8(complaint).simplified();
        PQfreemem(complaint);
        return Error{ErrorCode::InvalidArgument,
                     tr("The store's address cannot be read (%1). Write postgresql://user@host/hall.").arg(said)};
    }
    Settings settings;
    for (const PQconninfoOption* option = options; option->keyword; ++option) {
        if (option->val && *option->val)
            settings.insert(option->keyword, option->val);
    }
    PQconninfoFree(options);
    return settings;
}

/// A socket of this machine or its loopback: nothing goes over a wire.
bool staysHere(const Settings& settings)
{
    const QByteArray hosts = settings.value("hostaddr", settings.value("host"));
    for (const QByteArray& host : hosts.split(',')) {
        const bool here = host.isEmpty() || host.startsWith('/') || host.startsWith('@') || host == "localhost"
                       || QHostAddress(QString::fromUtf8(host)).isLoopback();
        if (!here)
            return false;
    }
    return true;
}

Status secure(Settings& settings, bool allowUnverified)
{
    if (staysHere(settings))
        return {};
    const QByteArray mode = settings.value("sslmode", "verify-full");
    if (mode != "verify-full" && !allowUnverified)
        return Error{ErrorCode::InvalidArgument,
                     tr("The store's address asks for sslmode=%1. Over a network only verify-full is used: the server's name and "
                        "certificate are checked. Put the authority's certificate into sslrootcert.")
                         .arg(QString::fromUtf8(mode))};
    settings.insert("sslmode", mode);
    return {};
}

void addDefaults(Settings& settings, const Options& options)
{
    const auto otherwise = [&](const char* key, const QByteArray& value) {
        if (!settings.contains(key))
            settings.insert(key, value);
    };
    otherwise("connect_timeout", QByteArray::number(static_cast<qlonglong>(options.connectTimeout.count())));
    otherwise("target_session_attrs", "read-write");
    otherwise("application_name", QCoreApplication::applicationName().toUtf8());
    // A server that vanished is noticed in seconds, not in the quarter of an hour that TCP takes by itself.
    otherwise("keepalives_idle", "5");
    otherwise("keepalives_interval", "2");
    otherwise("keepalives_count", "3");
    otherwise("tcp_user_timeout", "10000");
    settings.insert("client_encoding", "UTF8");
}

Error whyNotOpen(pg_conn* handle)
{
    const QString said = QString::fromUtf8(PQerrorMessage(handle)).simplified();
    // Before the session stands libpq hands on no SQLSTATE, only words, in the server's language; the two that a person can
    // mend are told apart by what the protocol marks.
    if (PQconnectionNeedsPassword(handle) || PQconnectionUsedPassword(handle))
        return {ErrorCode::PermissionDenied, tr("The store's server refuses this account (%1). Check name and password.").arg(said)};
    if (said.contains(QLatin1StringView("does not exist")) && said.contains(QLatin1StringView("database")))
        return {ErrorCode::StoreNotFound, tr("There is no such store on the server (%1). Check the address, or make a hall there first.").arg(said)};
    return {ErrorCode::StoreUnavailable, tr("The store's server cannot be reached (%1). Check that it runs, and the network.").arg(said)};
}

void ignoreNotice(void*, const PGresult*) {}

} // namespace

PostgresConnection::~PostgresConnection()
{
    forgetStatements();
    PQfinish(m_session.handle);
}

base::Result<std::unique_ptr<Connection>> PostgresConnection::open(const Options& options)
{
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection);
    HALL_TRY(connection->connect(options));
    return std::unique_ptr<Connection>(std::move(connection));
}

Status PostgresConnection::connect(const Options& options)
{
    HALL_ASSIGN(Settings settings, parse(options.url));
    HALL_TRY(secure(settings, options.allowUnverified));
    addDefaults(settings, options);
    std::vector<const char*> keys;
    std::vector<const char*> values;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        keys.push_back(it.key().constData());
        values.push_back(it.value().constData());
    }
    keys.push_back(nullptr);
    values.push_back(nullptr);
    m_session.handle = PQconnectdbParams(keys.data(), values.data(), 0);
    if (PQstatus(m_session.handle) != CONNECTION_OK)
        return whyNotOpen(m_session.handle);
    PQsetNoticeReceiver(m_session.handle, ignoreNotice, nullptr);
    if (PQserverVersion(m_session.handle) < kOldestServer)
        return Error{ErrorCode::StoreUnavailable, tr("The store's server is older than PostgreSQL 15. Update the server.")};
    const QByteArray patience = QByteArray::number(static_cast<qlonglong>(options.patience.count()));
    HALL_TRY(run("SET standard_conforming_strings = on; SET synchronous_commit = on; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'"));
    return run("SET lock_timeout = " + patience + "; SET statement_timeout = 0");
}

Status PostgresConnection::run(const char* sql)
{
    PGresult* result = PQexec(m_session.handle, sql);
    const ExecStatusType status = PQresultStatus(result);
    Status outcome;
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
        outcome = errorOf(m_session, result);
    PQclear(result);
    return outcome;
}

base::Result<std::unique_ptr<Statement>> PostgresConnection::prepare(std::string_view sql)
{
    return std::unique_ptr<Statement>(std::make_unique<PostgresStatement>(m_session, std::string(sql)));
}

Status PostgresConnection::script(const QByteArray& sql)
{
    return run(sql.constData());
}

Status PostgresConnection::begin(Mode mode)
{
    m_session.mayRepeat = false;
    m_writes = mode == Mode::Write;
    if (mode == Mode::Read)
        return run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    HALL_TRY(run("BEGIN ISOLATION LEVEL READ COMMITTED"));
    // The turn comes first; each statement after it sees everything that was committed before.
    Status turn = run("SELECT pg_advisory_xact_lock(x'48414c4c'::bigint)");
    if (!turn.ok())
        rollback();
    return turn;
}

Status PostgresConnection::commit()
{
    if (m_writes)
        HALL_TRY(run("SELECT pg_notify('hall_changed', '') WHERE pg_current_xact_id_if_assigned() IS NOT NULL"));
    return run("COMMIT");
}

void PostgresConnection::rollback()
{
    if (PQtransactionStatus(m_session.handle) == PQTRANS_IDLE)
        return;
    const bool again = m_session.mayRepeat;
    if (!run("ROLLBACK").ok())
        qCWarning(base::logStore, "a transaction could not be rolled back; the server does it when the connection ends");
    m_session.mayRepeat = again;
}

bool PostgresConnection::mayRetry(const Error&, int attempt) const
{
    return m_session.mayRepeat && attempt < kMostAttempts;
}

/// Whose number moves with every transaction of the server that wrote, this connection's own among them.
base::Result<qint64> PostgresConnection::changeStamp()
{
    HALL_ASSIGN(const auto stamp, value<qint64>("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"));
    return stamp.value_or(0);
}

/// The server checks each page by its checksum as it reads it (initdb --data-checksums); what it found broken so far.
base::Result<QStringList> PostgresConnection::integrityComplaints()
{
    QStringList complaints;
    HALL_ASSIGN(const auto sums, value<QString>("SHOW data_checksums"));
    if (sums.value_or(QString()) != QLatin1StringView("on"))
        complaints << tr("The server keeps no page checksums, so damage on its disk goes unnoticed. Run pg_checksums --enable.");
    HALL_ASSIGN(const auto failures,
                value<qint64>("SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()"));
    if (failures.value_or(0) > 0)
        complaints << tr("%1 pages of the store were found damaged.").arg(*failures);
    return complaints;
}

} // namespace hall::sql::postgres
