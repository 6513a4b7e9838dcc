// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/postgres/postgres_connection.h"

#include <map>
#include <string>
#include <vector>

struct pg_result;

namespace hall::sql::postgres {

/// What the server says, as one of our codes with what to do; notes whether the transaction may be tried again.
base::Error errorOf(PostgresConnection::Session& session, const pg_result* result);

/// One text, prepared on the server once for each set of parameter types it is used with. A result is read whole, so that
/// other statements can run while its rows are being read.
class PostgresStatement final : public Statement
{
public:
    PostgresStatement(PostgresConnection::Session& session, std::string sql);
    ~PostgresStatement() override;

    void bindNull(int parameter) override;
    void bindInteger(int parameter, qint64 value) override;
    void bindReal(int parameter, double value) override;
    void bindText(int parameter, const QString& value) override;
    void bindBlob(int parameter, const QByteArray& value) override;

    base::Result<bool> step() override;
    void reset() override;

    int columns() const override;
    bool isNull(int column) const override;
    qint64 integer(int column) const override;
    double real(int column) const override;
    QString text(int column) const override;
    QByteArray blob(int column) const override;
    Value any(int column) const override;

private:
    using Type = unsigned int; // Oid

    struct Parameter
    {
        Type type = 0;
        bool isNull = true;
        bool binary = false;
        QByteArray bytes;
    };

    Parameter& parameter(int number);
    base::Result<std::string> prepared();
    base::Status run();
    const char* cell(int column) const;
    void forgetResult();

    PostgresConnection::Session& m_session;
    std::string m_sql;
    std::vector<Parameter> m_parameters;
    std::map<std::vector<Type>, std::string> m_prepared; ///< name on the server by parameter types
    pg_result* m_result = nullptr;
    int m_row = -1;
};

} // namespace hall::sql::postgres
