// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlcipher/sqlcipher_statement.h"

#include "app/sql/texts.h"

#include <sqlite3.h>

namespace hall::sql::sqlcipher {

using base::Error;
using base::ErrorCode;

Error lastError(sqlite3* handle, const QString& tried)
{
    const auto say = [&](ErrorCode code, const QString& remedy) {
        return Error{code, tr("Could not %1: %2").arg(tried, remedy)};
    };
    const int extended = sqlite3_extended_errcode(handle);
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return say(ErrorCode::DiskFull, tr("the disk is full. Make room, then try again; nothing was changed."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return say(ErrorCode::StoreLocked, tr("another program holds the store. Try again in a moment."));
    case SQLITE_NOTADB:
        return say(ErrorCode::WrongKey, tr("the key does not open this store. Check that the key file belongs to it."));
    case SQLITE_CORRUPT:
        return say(ErrorCode::StoreDamaged, tr("the store is damaged. Stop the programs and restore the last backup."));
    case SQLITE_CANTOPEN:
        return say(ErrorCode::StoreUnavailable, tr("the store cannot be opened. Check the folder and its permissions."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return say(ErrorCode::PermissionDenied, tr("this account may not write here. Ask the system administrator."));
    case SQLITE_CONSTRAINT:
        return say(ErrorCode::ConstraintViolated, QString::fromUtf8(sqlite3_errmsg(handle)));
    case SQLITE_IOERR:
        return say(ErrorCode::StoreUnavailable, tr("the disk does not answer (%1).").arg(extended));
    case SQLITE_TOOBIG:
        return say(ErrorCode::TextTooLong, tr("a value is too long."));
    default:
        return say(ErrorCode::Internal, QString::fromUtf8(sqlite3_errmsg(handle)));
    }
}

base::Result<std::unique_ptr<Statement>> SqlCipherStatement::prepare(sqlite3* handle, std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr)
        != SQLITE_OK)
        return lastError(handle, tr("prepare a statement"));
    return std::unique_ptr<Statement>(new SqlCipherStatement(handle, statement));
}

SqlCipherStatement::SqlCipherStatement(sqlite3* handle, sqlite3_stmt* statement)
    : m_handle(handle)
    , m_statement(statement)
{
    const int count = sqlite3_bind_parameter_count(statement);
    for (int n = 1; n <= count; ++n) {
        const int index = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(n)).c_str());
        m_index.push_back(index);
    }
}

SqlCipherStatement::~SqlCipherStatement()
{
    sqlite3_finalize(m_statement);
}

int SqlCipherStatement::index(int parameter) const
{
    Q_ASSERT_X(static_cast<size_t>(parameter) <= m_index.size() && m_index[static_cast<size_t>(parameter) - 1] > 0,
               "hall::sql", sqlite3_sql(m_statement));
    return m_index[static_cast<size_t>(parameter) - 1];
}

void SqlCipherStatement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement, index(parameter));
}

void SqlCipherStatement::bindInteger(int parameter, qint64 value)
{
    sqlite3_bind_int64(m_statement, index(parameter), value);
}

void SqlCipherStatement::bindReal(int parameter, double value)
{
    sqlite3_bind_double(m_statement, index(parameter), value);
}

void SqlCipherStatement::bindText(int parameter, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement, index(parameter), utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

void SqlCipherStatement::bindBlob(int parameter, const QByteArray& value)
{
    sqlite3_bind_blob(m_statement, index(parameter), value.constData(), static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
}

base::Result<bool> SqlCipherStatement::step()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default: {
        const Error error = lastError(m_handle, tr("use the store"));
        sqlite3_reset(m_statement);
        return error;
    }
    }
}

void SqlCipherStatement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

int SqlCipherStatement::columns() const
{
    return sqlite3_column_count(m_statement);
}

bool SqlCipherStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 SqlCipherStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double SqlCipherStatement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString SqlCipherStatement::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray SqlCipherStatement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

Value SqlCipherStatement::any(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return real(column);
    case SQLITE_TEXT: return text(column);
    case SQLITE_BLOB: return blob(column);
    default: return {};
    }
}

} // namespace hall::sql::sqlcipher
