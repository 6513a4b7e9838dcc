// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/postgres/postgres_statement.h"

#include "app/sql/texts.h"

#include <charconv>
#include <cstdlib>
#include <libpq-fe.h>

namespace hall::sql::postgres {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

// Of pg_type; the numbers are part of the protocol and never change.
constexpr Oid kBytea = 17;
constexpr Oid kInt8 = 20;
constexpr Oid kText = 25;
constexpr Oid kFloat8 = 701;

ErrorCode codeOf(QByteArrayView state)
{
    if (state.startsWith("23"))
        return ErrorCode::ConstraintViolated;
    if (state == "55P03" || state == "40001" || state == "40P01")
        return ErrorCode::StoreLocked;
    if (state == "53100")
        return ErrorCode::DiskFull;
    if (state == "42501" || state.startsWith("28"))
        return ErrorCode::PermissionDenied;
    if (state.startsWith("XX"))
        return ErrorCode::StoreDamaged;
    return ErrorCode::StoreUnavailable;
}

QString adviceOn(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ConstraintViolated: return tr("The store refused a value that breaks one of its rules (%1).");
    case ErrorCode::StoreLocked: return tr("The store is busy: others have been writing all the time (%1). Try again in a moment.");
    case ErrorCode::DiskFull: return tr("The disk of the store's server is full (%1). Make room there, then try again.");
    case ErrorCode::PermissionDenied: return tr("The store's server does not allow this to this station's account (%1).");
    case ErrorCode::StoreDamaged: return tr("The store's server reports damage (%1). Call the administrator.");
    default: return tr("The store's server could not do it (%1). Check the server and the network.");
    }
}

} // namespace

Error errorOf(PostgresConnection::Session& session, const pg_result* result)
{
    const char* field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const QByteArrayView state = field ? QByteArrayView(field) : QByteArrayView();
    session.mayRepeat = state == "40001" || state == "40P01";
    const ErrorCode code = codeOf(state);
    // The primary message names tables and rules; values stand in the detail, which is left out.
    const char* primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const QString said = primary ? QString::fromUtf8(primary) : QString::fromUtf8(PQerrorMessage(session.handle)).simplified();
    return {code, adviceOn(code).arg(said)};
}

PostgresStatement::PostgresStatement(PostgresConnection::Session& session, std::string sql)
    : m_session(session)
    , m_sql(std::move(sql))
{
}

PostgresStatement::~PostgresStatement()
{
    forgetResult();
    // A connection in a failed transaction refuses it; it ends with the connection then.
    for (const auto& [types, name] : m_prepared)
        PQclear(PQexec(m_session.handle, ("DEALLOCATE " + name).c_str()));
}

PostgresStatement::Parameter& PostgresStatement::parameter(int number)
{
    const auto place = static_cast<size_t>(number);
    if (m_parameters.size() < place)
        m_parameters.resize(place);
    return m_parameters[place - 1];
}

void PostgresStatement::bindNull(int number)
{
    parameter(number) = {};
}

void PostgresStatement::bindInteger(int number, qint64 value)
{
    parameter(number) = {kInt8, false, false, QByteArray::number(value)};
}

void PostgresStatement::bindReal(int number, double value)
{
    parameter(number) = {kFloat8, false, false, QByteArray::number(value, 'g', 17)};
}

void PostgresStatement::bindText(int number, const QString& value)
{
    parameter(number) = {kText, false, false, value.toUtf8()};
}

void PostgresStatement::bindBlob(int number, const QByteArray& value)
{
    parameter(number) = {kBytea, false, true, value};
}

base::Result<std::string> PostgresStatement::prepared()
{
    std::vector<Type> types;
    for (const Parameter& p : m_parameters)
        types.push_back(p.type);
    if (const auto known = m_prepared.find(types); known != m_prepared.end())
        return known->second;
    const std::string name = "hall_" + std::to_string(++m_session.names);
    PGresult* result = PQprepare(m_session.handle, name.c_str(), m_sql.c_str(), static_cast<int>(types.size()), types.data());
    const bool made = PQresultStatus(result) == PGRES_COMMAND_OK;
    const Error error = made ? Error() : errorOf(m_session, result);
    PQclear(result);
    if (!made)
        return error;
    m_prepared.emplace(std::move(types), name);
    return name;
}

Status PostgresStatement::run()
{
    for (const Parameter& p : m_parameters) {
        if (p.type == kText && p.bytes.contains('\0'))
            return Error{ErrorCode::InvalidArgument, tr("The text holds a character with the code 0, which the store cannot keep. Remove it.")};
    }
    HALL_ASSIGN(const std::string name, prepared());
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
    for (const Parameter& p : m_parameters) {
        values.push_back(p.isNull ? nullptr : p.bytes.constData());
        lengths.push_back(static_cast<int>(p.bytes.size()));
        formats.push_back(p.binary ? 1 : 0);
    }
    m_result = PQexecPrepared(m_session.handle, name.c_str(), static_cast<int>(values.size()), values.data(), lengths.data(),
                              formats.data(), 0);
    const ExecStatusType status = PQresultStatus(m_result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        Error error = errorOf(m_session, m_result);
        forgetResult();
        return error;
    }
    m_session.changed = std::strtoll(PQcmdTuples(m_result), nullptr, 10);
    return {};
}

base::Result<bool> PostgresStatement::step()
{
    if (!m_result)
        HALL_TRY(run());
    return ++m_row < PQntuples(m_result);
}

void PostgresStatement::forgetResult()
{
    PQclear(m_result);
    m_result = nullptr;
    m_row = -1;
}

void PostgresStatement::reset()
{
    forgetResult();
    m_parameters.clear();
}

const char* PostgresStatement::cell(int column) const
{
    return isNull(column) ? nullptr : PQgetvalue(m_result, m_row, column);
}

int PostgresStatement::columns() const
{
    return m_result ? PQnfields(m_result) : 0;
}

bool PostgresStatement::isNull(int column) const
{
    return !m_result || m_row < 0 || m_row >= PQntuples(m_result) || PQgetisnull(m_result, m_row, column) == 1;
}

qint64 PostgresStatement::integer(int column) const
{
    const char* value = cell(column);
    if (!value)
        return 0;
    const std::string_view text(value);
    if (text == "t")
        return 1;
    qint64 number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    // A sum or a rounding comes back as a numeric: 12.0.
    return fault == std::errc() && end == text.data() + text.size() ? number : static_cast<qint64>(std::strtod(value, nullptr));
}

double PostgresStatement::real(int column) const
{
    const char* value = cell(column);
    return value ? QByteArrayView(value).toDouble() : 0;
}

QString PostgresStatement::text(int column) const
{
    const char* value = cell(column);
    return value ? QString::fromUtf8(value, PQgetlength(m_result, m_row, column)) : QString();
}

QByteArray PostgresStatement::blob(int column) const
{
    const char* value = cell(column);
    if (!value)
        return {};
    if (PQftype(m_result, column) != kBytea)
        return QByteArray(value, PQgetlength(m_result, m_row, column));
    size_t size = 0;
    unsigned char* bytes = PQunescapeBytea(reinterpret_cast<const unsigned char*>(value), &size);
    const QByteArray copy(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
    PQfreemem(bytes);
    return copy;
}

Value PostgresStatement::any(int column) const
{
    if (isNull(column))
        return {};
    switch (PQftype(m_result, column)) {
    case kInt8: return integer(column);
    case kFloat8: return real(column);
    case kBytea: return blob(column);
    default: return text(column);
    }
}

} // namespace hall::sql::postgres
