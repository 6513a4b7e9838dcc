// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlcipher/sqlcipher_connection.h"

#include "app/base/log.h"
#include "app/sql/sqlcipher/gram_tokenizer.h"
#include "app/sql/sqlcipher/sqlcipher_statement.h"
#include "app/sql/sqlcipher/wiping_memory.h"
#include "app/sql/sqlcipher/writer_turn.h"
#include "app/sql/texts.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <array>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hall::sql::sqlcipher {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

constexpr QByteArrayView kPlainHeader("SQLite format 3");
constexpr qsizetype kRawKeyBytes = 32;
constexpr qint64 kPageBytes = 4096;

bool beginsAsPlainText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.peek(kPlainHeader.size()) == kPlainHeader;
}

Error notEncrypted(const QString& path)
{
    return {ErrorCode::StoreNotEncrypted,
            tr("%1 is a plain-text database, not a hall's store. Nothing was opened or changed; choose another folder.")
                .arg(path)};
}

/// What the file's outside already tells, before a key is tried.
Status inspectFile(const Options& options)
{
    const QFileInfo file(options.path);
    if (options.create) {
        if (file.exists())
            return Error{ErrorCode::StoreExists, tr("%1 exists already. Choose an empty folder.").arg(options.path)};
        return {};
    }
    if (!file.exists())
        return Error{ErrorCode::StoreNotFound,
                     tr("There is no store at %1. Check the path, or make a hall there first.").arg(options.path)};
    if (beginsAsPlainText(options.path))
        return notEncrypted(options.path);
    if (file.size() < kPageBytes || file.size() % kPageBytes != 0)
        return Error{ErrorCode::StoreDamaged,
                     tr("%1 has been cut short (%2 bytes). Stop the programs and restore the last backup.")
                         .arg(options.path)
                         .arg(file.size())};
    return {};
}

} // namespace

SqlCipherConnection::SqlCipherConnection(Options options)
    : m_options(std::move(options))
{
}

SqlCipherConnection::~SqlCipherConnection()
{
    forgetStatements();
    if (m_handle)
        sqlite3_close(m_handle);
    if (m_lockFile >= 0)
        ::close(m_lockFile);
    if (m_bellFile >= 0)
        ::close(m_bellFile);
}

base::Result<std::unique_ptr<Connection>> SqlCipherConnection::open(const Options& options)
{
    if (options.key.size() != kRawKeyBytes)
        return Error{ErrorCode::WrongKey, tr("A store's key has %1 bytes, not %2. Check the key file.")
                                              .arg(kRawKeyBytes)
                                              .arg(options.key.size())};
    HALL_TRY(inspectFile(options));
    std::unique_ptr<SqlCipherConnection> connection(new SqlCipherConnection(options));
    HALL_TRY(connection->connect());
    HALL_TRY(connection->unlock());
    HALL_TRY(connection->configure());
    connection->m_options.key.fill('\0');
    return std::unique_ptr<Connection>(std::move(connection));
}

Status SqlCipherConnection::connect()
{
    static const bool wipes = wipeFreedMemory();
    if (!wipes)
        qCWarning(base::logStore, "the engine was used before its memory could be seen to; what it gives back is not wiped");
    const auto openSideFile = [](const QString& path, int& file) -> Status {
        if (path.isEmpty())
            return {};
        file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0660);
        if (file < 0)
            return Error{ErrorCode::StoreUnavailable,
                         tr("%1 cannot be opened for writing. Check the folder and its permissions.").arg(path)};
        return {};
    };
    HALL_TRY(openSideFile(m_options.lockPath, m_lockFile));
    HALL_TRY(openSideFile(m_options.bellPath, m_bellFile));

    const int flags = SQLITE_OPEN_READWRITE | (m_options.create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX
        | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(m_options.path.toUtf8().constData(), &m_handle, flags, nullptr) != SQLITE_OK)
        return lastError(m_handle, tr("open the store"));
    if (m_options.create)
        ::chmod(QFile::encodeName(m_options.path).constData(), 0660);
    sqlite3_busy_timeout(m_handle, static_cast<int>(m_options.patience.count()));
    return {};
}

/// Hands the raw key over and makes sure that it is an encrypting engine that took it: with another SQLite first in the
/// process, `PRAGMA key` answers "ok" and the file is plain text.
Status SqlCipherConnection::unlock()
{
    // SQLCipher's form of a raw key. The buffer is wiped; the key never becomes part of a statement.
    std::array<char, 2 * kRawKeyBytes + 3> raw = {};
    raw[0] = 'x';
    raw[1] = '\'';
    for (qsizetype i = 0; i < kRawKeyBytes; ++i) {
        constexpr std::string_view digits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(m_options.key[i]);
        raw[static_cast<size_t>(2 + 2 * i)] = digits[byte >> 4];
        raw[static_cast<size_t>(3 + 2 * i)] = digits[byte & 15];
    }
    raw.back() = '\'';
    // The engine would write every refusal to standard error besides returning it.
    sqlite3_exec(m_handle, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
    const int keyed = sqlite3_key_v2(m_handle, "main", raw.data(), static_cast<int>(raw.size()));
    explicit_bzero(raw.data(), raw.size());
    if (keyed != SQLITE_OK)
        return lastError(m_handle, tr("use the store's key"));

    sqlite3_stmt* version = nullptr;
    sqlite3_prepare_v2(m_handle, "PRAGMA cipher_version", -1, &version, nullptr);
    const bool encrypts = sqlite3_step(version) == SQLITE_ROW && sqlite3_column_bytes(version, 0) > 0;
    sqlite3_finalize(version);
    if (!encrypts)
        return Error{ErrorCode::StoreNotEncrypted,
                     tr("This program was built without working encryption, so it opens no store. Install it again.")};
    return {};
}

Status SqlCipherConnection::configure()
{
    HALL_TRY(run(m_options.memorySecurity ? "PRAGMA cipher_memory_security = ON"
                                          : "PRAGMA cipher_memory_security = OFF"));
    // With files, the sorter spills plain text into the temporary folder.
    HALL_TRY(run("PRAGMA temp_store = MEMORY"));
    HALL_TRY(run("SELECT count(*) FROM sqlite_master")); // the first page decides whether the key fits
    HALL_TRY(run("PRAGMA journal_mode = WAL"));
    HALL_TRY(run(m_options.fullSync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL"));
    HALL_TRY(run("PRAGMA secure_delete = ON"));
    HALL_TRY(run("PRAGMA foreign_keys = ON"));
    HALL_TRY(run("PRAGMA cache_size = -" + std::to_string(m_options.cacheKilobytes)));
    if (m_options.fullText && !registerGramTokenizer(m_handle))
        return Error{ErrorCode::Internal, tr("This program was built without full-text search. Install it again.")};
    if (!m_options.create)
        return {};
    HALL_TRY(run("PRAGMA user_version = 0; CREATE TABLE hall_first_page (x); DROP TABLE hall_first_page;"));
    HALL_TRY(run("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (beginsAsPlainText(m_options.path))
        return notEncrypted(m_options.path);
    return {};
}

Status SqlCipherConnection::run(const std::string& sql) const
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError(m_handle, tr("use the store"));
    return {};
}

base::Result<std::unique_ptr<Statement>> SqlCipherConnection::prepare(std::string_view sql)
{
    return SqlCipherStatement::prepare(m_handle, sql);
}

Status SqlCipherConnection::script(const QByteArray& sql)
{
    return run(sql.constData());
}

Status SqlCipherConnection::begin(Mode mode)
{
    if (mode == Mode::Read)
        return run("BEGIN");
    if (m_lockFile >= 0) {
        HALL_TRY(waitForTurn(m_lockFile, m_options.patience));
        m_hasTurn = true;
    }
    Status begun = run("BEGIN IMMEDIATE");
    if (!begun.ok())
        releaseTurn();
    return begun;
}

Status SqlCipherConnection::commit()
{
    const bool wrote = sqlite3_txn_state(m_handle, "main") == SQLITE_TXN_WRITE;
    HALL_TRY(run("COMMIT"));
    releaseTurn();
    if (wrote)
        ringBell();
    return {};
}

void SqlCipherConnection::rollback()
{
    // A full disk may have ended the transaction already.
    if (sqlite3_get_autocommit(m_handle) == 0 && !run("ROLLBACK").ok())
        qCWarning(base::logStore, "a transaction could not be rolled back");
    releaseTurn();
}

void SqlCipherConnection::releaseTurn()
{
    if (std::exchange(m_hasTurn, false))
        giveTurnBack(m_lockFile);
}

void SqlCipherConnection::ringBell() const
{
    if (m_bellFile >= 0 && ::pwrite(m_bellFile, "!", 1, 0) != 1)
        qCWarning(base::logStore, "the change bell cannot be rung; other programs notice changes later");
}

base::Result<qint64> SqlCipherConnection::changeStamp()
{
    HALL_ASSIGN(const auto stamp, value<qint64>("PRAGMA data_version"));
    return stamp.value_or(0);
}

base::Result<QStringList> SqlCipherConnection::columnsOf(const QString& table)
{
    QStringList columns;
    HALL_ASSIGN(Rows rows, query("SELECT name FROM pragma_table_info($1) ORDER BY cid", table));
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return columns;
        columns << rows.get<QString>(0);
    }
}

/// A row's number is one more than the greatest that is there, so there is nothing to set.
Status SqlCipherConnection::countOn(const QString&, const QString&)
{
    return {};
}

base::Result<QStringList> SqlCipherConnection::integrityComplaints()
{
    QStringList complaints;
    HALL_ASSIGN(Rows pages, query("PRAGMA cipher_integrity_check"));
    while (true) {
        HALL_ASSIGN(const bool more, pages.next());
        if (!more)
            break;
        complaints << pages.get<QString>(0);
    }
    HALL_ASSIGN(Rows structure, query("PRAGMA integrity_check"));
    while (true) {
        HALL_ASSIGN(const bool more, structure.next());
        if (!more)
            break;
        if (const auto line = structure.get<QString>(0); line != QLatin1StringView("ok"))
            complaints << line;
    }
    return complaints;
}

qint64 SqlCipherConnection::changes() const
{
    return sqlite3_changes64(m_handle);
}

} // namespace hall::sql::sqlcipher
