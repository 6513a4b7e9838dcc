// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/statement.h"

#include <memory>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace hall::sql::sqlcipher {

/// The error of the last call on a handle, as the hall names it; `tried` begins the message ("read the line").
base::Error lastError(sqlite3* handle, const QString& tried);

class SqlCipherStatement final : public Statement
{
public:
    static base::Result<std::unique_ptr<Statement>> prepare(sqlite3* handle, std::string_view sql);
    ~SqlCipherStatement() override;

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
    SqlCipherStatement(sqlite3* handle, sqlite3_stmt* statement);
    int index(int parameter) const;

    sqlite3* m_handle;
    sqlite3_stmt* m_statement;
    std::vector<int> m_index; ///< `$n` → the engine's own number, which follows first appearance
};

} // namespace hall::sql::sqlcipher
