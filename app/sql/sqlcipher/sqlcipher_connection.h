// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/connection.h"

#include <chrono>
#include <functional>

struct sqlite3;

namespace hall::sql::sqlcipher {

struct Options
{
    QString path;
    QByteArray key;        ///< raw, 32 bytes
    bool create = false;   ///< make the file: StoreExists where there is one
    bool fullSync = true;  ///< false only for projections that can be built again
    bool memorySecurity = false;
    bool fullText = false; ///< tables with `tokenize='hall_grams'` (full_text.h) can be made and searched
    int cacheKilobytes = 8000;
    QString lockPath;      ///< writers of several programs queue up here; empty: the engine's own, unfair waiting
    QString bellPath;      ///< touched after each commit, for the change feed; empty: none
    std::chrono::milliseconds patience{10'000}; ///< how long a writer waits before StoreLocked
};

/// A SQLCipher 4 file (Options::key is a raw key), WAL, opened only with working encryption.
/// Errors of open: StoreNotFound, StoreExists, StoreNotEncrypted (plain SQLite, or an engine without encryption),
/// WrongKey, StoreDamaged (cut short), DiskFull, StoreUnavailable.
///
/// SQLite's own waiting for the write lock is unfair (single waits of seconds with 16 writers), so writers take an
/// advisory lock on `lockPath` first; the kernel hands it on in turn and takes it back from a program that dies.
class SqlCipherConnection final : public Connection
{
public:
    static base::Result<std::unique_ptr<Connection>> open(const Options& options);
    ~SqlCipherConnection() override;

    base::Status script(const QByteArray& sql) override;
    base::Result<qint64> changeStamp() override;
    base::Result<QStringList> columnsOf(const QString& table) override;
    base::Status countOn(const QString& table, const QString& column) override;
    base::Result<QStringList> integrityComplaints() override;
    QLatin1StringView engine() const override { return QLatin1StringView("sqlcipher"); }
    qint64 changes() const override;

protected:
    base::Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override;
    base::Status begin(Mode mode) override;
    base::Status commit() override;
    void rollback() override;

private:
    explicit SqlCipherConnection(Options options);
    base::Status unlock();
    base::Status connect();
    base::Status configure();
    base::Status run(const std::string& sql) const;
    void releaseTurn();
    void ringBell() const;

    Options m_options;
    sqlite3* m_handle = nullptr;
    int m_lockFile = -1;
    int m_bellFile = -1;
    bool m_hasTurn = false;
};

} // namespace hall::sql::sqlcipher
