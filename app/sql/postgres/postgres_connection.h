// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/connection.h"

#include <chrono>

struct pg_conn;

namespace hall::sql::postgres {

struct Options
{
    QString url = {};                            ///< postgresql://user@host1,host2/hall?…, or libpq's key=value form
    QString schema = {};                         ///< whose tables the statements mean; empty: the server's default
    bool create = false;                         ///< makes the schema; StoreExists when it is there, StoreLocked when somebody else is at it
    std::chrono::milliseconds patience{10'000};  ///< how long a writer waits before StoreLocked
    std::chrono::seconds connectTimeout{3};      ///< for each host
    bool allowUnverified = false;                ///< without it, only TLS with a verified certificate leaves this machine
};

/// A PostgreSQL database (15 or later) through libpq.
///
/// Writers to one schema take an advisory lock for the length of their transaction, in the order in which they come: nothing
/// that a writer reads can be out of date when it is used, as with the embedded engine. A commit that changed something
/// notifies the channel `hall_changed` with the schema's name.
///
/// Errors of open: InvalidArgument (the address, or one that would leave this machine unverified), StoreNotFound (no such
/// database or schema), PermissionDenied (name or password), StoreUnavailable (nobody answers, a standby, too old).
class PostgresConnection final : public Connection
{
public:
    static base::Result<std::unique_ptr<Connection>> open(const Options& options);
    /// Removes a schema with all that is in it, unless somebody is making it at this moment (StoreLocked).
    static base::Status dropSchema(const Options& options);
    ~PostgresConnection() override;

    /// What the server keeps of a login's password (SCRAM-SHA-256).
    base::Result<QString> scram(const QString& login, const QByteArray& password);

    base::Status script(const QByteArray& sql) override;
    base::Result<qint64> changeStamp() override;
    base::Result<QStringList> columnsOf(const QString& table) override;
    base::Status countOn(const QString& table, const QString& column) override;
    base::Result<int> listen() override;
    base::Result<bool> heard() override;
    base::Result<QStringList> integrityComplaints() override;
    QLatin1StringView engine() const override { return QLatin1StringView("postgresql"); }
    qint64 changes() const override { return m_session.changed; }

    /// What the statements of one connection share.
    struct Session
    {
        pg_conn* handle = nullptr;
        qint64 changed = 0;      ///< rows of the last statement
        bool mayRepeat = false;  ///< the last error was a serialization failure or a deadlock
        int names = 0;           ///< prepared so far
    };

protected:
    base::Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override;
    base::Status begin(Mode mode) override;
    base::Status commit() override;
    void rollback() override;
    bool mayRetry(const base::Error& error, int attempt) const override;

private:
    PostgresConnection() = default;
    base::Status connect(const Options& options);
    base::Status enterSchema(const Options& options);
    base::Status claimMaking(const QByteArray& schema);
    base::Status run(const char* sql);

    Session m_session;
    QByteArray m_schema;
    QByteArray m_beginWriting;
    bool m_writes = false;
};

} // namespace hall::sql::postgres
