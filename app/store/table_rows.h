// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/connection.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <functional>

namespace hall::store {

/// A table that went from one store to another, and what it weighs.
struct MovedTable
{
    QString part; ///< "line" or "case"
    QString name;
    qint64 rows = 0;
    QByteArray digest = {}; ///< SHA-256 over the rows, whatever their order
    bool operator==(const MovedTable&) const = default;
};

/// Every table of a part, parents before children.
QStringList tablesOf(const QString& part);

using RowValues = QList<sql::Value>;
RowValues valuesOf(const sql::Rows& rows);

/// Hands on each row of a table, in no order, without holding them all. On a server inside a transaction.
base::Status eachRow(sql::Connection& from, const QString& table, const QStringList& columns, const std::string& where,
                     const std::function<base::Status(const sql::Rows&)>& take);

/// Rows go into a table in bundles, so that a server far away is asked a hundredth as often.
class RowBundle
{
public:
    RowBundle(sql::Connection& to, const QString& table, const QStringList& columns);
    base::Status add(const RowValues& row);
    /// What is left; after the last row.
    base::Status send();

private:
    sql::Connection& m_to;
    QString m_into;
    qsizetype m_width;
    qsizetype m_bytes = 0;
    QList<sql::Value> m_values;
};

/// After rows were copied: where the engine counts rows by itself, it goes on behind them.
base::Status countOn(sql::Connection& to, const QString& table);

/// Adds up what a table weighs, row by row.
class Weight
{
public:
    void add(const RowValues& row);
    qint64 rows() const { return m_hashes.size(); }
    QByteArray digest();

private:
    QList<QByteArray> m_hashes;
};

/// What a table holds. `columns` says of which columns: the other engine may keep some of its own.
base::Result<MovedTable> weigh(sql::Connection& store, const QString& part, const QString& table, const QStringList& columns);

} // namespace hall::store
