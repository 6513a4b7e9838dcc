// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/postgres/postgres_connection.h"

#include "app/base/log.h"
#include "app/sql/postgres/postgres_statement.h"
#include "app/sql/texts.h"

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
constexpr int kLockClass = 0x48414c4c; // "HALL", among the advisory locks of the database
constexpr int kMakingClass = kLockClass + 1;
const QByteArray kChannel = "hall_changed";

using Settings = QHash<QByteArray, QByteArray>;

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
    // Compiling a statement takes longer than any statement of a hall runs.
    HALL_TRY(run("SET jit = off"));
    HALL_TRY(run("SET lock_timeout = " + patience + "; SET statement_timeout = 0"));
    return enterSchema(options);
}

Status PostgresConnection::enterSchema(const Options& options)
{
    m_schema = options.schema.toUtf8();
    // The turn comes first; each statement after it sees everything that was committed before.
    m_beginWriting = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(" + QByteArray::number(kLockClass) + ", "
                   + QByteArray::number(qChecksum(m_schema)) + ")";
    if (m_schema.isEmpty())
        return {};
    HALL_ASSIGN(const auto there, value<int>("SELECT 1 FROM pg_namespace WHERE nspname = $1", options.schema));
    if (options.create && there)
        return Error{ErrorCode::StoreExists, tr("There is a hall in this database already. Nothing was changed; choose another database.")};
    if (!options.create && !there)
        return Error{ErrorCode::StoreNotFound, tr("There is no hall in this database. Make one with: hallctl init --store ADDRESS")};
    if (options.create) {
        HALL_TRY(claimMaking(m_schema));
        HALL_TRY(run("CREATE SCHEMA " + m_schema));
    }
    // What others may have put into the schema "public" is never meant.
    return run("SET search_path = " + m_schema + ", pg_temp");
}

/// Held until this connection ends.
Status PostgresConnection::claimMaking(const QByteArray& schema)
{
    HALL_ASSIGN(const auto mine, value<int>("SELECT pg_try_advisory_lock($1::int, $2::int)", kMakingClass, qChecksum(schema)));
    if (mine.value_or(0) != 1)
        return Error{ErrorCode::StoreLocked, tr("Somebody is making a hall in this database at this moment. Wait until that is done.")};
    return {};
}

Status PostgresConnection::dropSchema(const Options& options)
{
    PostgresConnection connection;
    Options plain = options;
    plain.schema.clear();
    HALL_TRY(connection.connect(plain));
    HALL_TRY(connection.claimMaking(options.schema.toUtf8()));
    return connection.run("DROP SCHEMA IF EXISTS " + options.schema.toUtf8() + " CASCADE");
}

base::Result<QString> PostgresConnection::scram(const QString& login, const QByteArray& password)
{
    char* secret = PQencryptPasswordConn(m_session.handle, password.constData(), login.toUtf8().constData(), "scram-sha-256");
    if (!secret)
        return Error{ErrorCode::Internal, QString::fromUtf8(PQerrorMessage(m_session.handle)).simplified()};
    const QString kept = QString::fromUtf8(secret);
    PQfreemem(secret);
    return kept;
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
    Status turn = run(m_beginWriting.constData());
    if (!turn.ok())
        rollback();
    return turn;
}

Status PostgresConnection::commit()
{
    // One message to the server. In a transaction that has failed the first statement is refused, so that a body which
    // swallowed an error does not end as if all were well.
    if (m_writes)
        return run("SELECT pg_notify('" + kChannel + "', current_schema()) WHERE pg_current_xact_id_if_assigned() IS NOT NULL; COMMIT");
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

base::Result<int> PostgresConnection::listen()
{
    HALL_TRY(run("LISTEN " + kChannel));
    return PQsocket(m_session.handle);
}

base::Result<bool> PostgresConnection::heard()
{
    if (PQconsumeInput(m_session.handle) != 1)
        return errorOf(m_session, nullptr);
    bool ours = false;
    while (PGnotify* notice = PQnotifies(m_session.handle)) {
        ours = ours || m_schema.isEmpty() || m_schema == notice->extra;
        PQfreemem(notice);
    }
    return ours;
}

base::Result<QStringList> PostgresConnection::columnsOf(const QString& table)
{
    QStringList columns;
    HALL_ASSIGN(Rows rows, query("SELECT attname FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 "
                                 "AND NOT attisdropped ORDER BY attnum",
                                 table));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return columns;
        columns << rows.get<QString>(0);
    }
}

Status PostgresConnection::countOn(const QString& table, const QString& column)
{
    const std::string greatest = "(SELECT max(" + column.toStdString() + ") FROM " + table.toStdString() + ")";
    return execute("SELECT setval(pg_get_serial_sequence($1, $2), greatest(" + greatest + ", 1), " + greatest + " IS NOT NULL)",
                   table, column);
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
