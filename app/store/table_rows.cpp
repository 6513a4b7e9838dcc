// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/table_rows.h"

#include <QCryptographicHash>
#include <algorithm>

namespace hall::store {

using base::Result;
using base::Status;
using sql::Mode;
using sql::Value;

namespace {

constexpr qsizetype kParametersAtOnce = 3000;
constexpr qsizetype kBytesAtOnce = 4 << 20;

/// Where the engine counts rows by itself.
QString countedColumn(const QString& table)
{
    static const QStringList ids{QStringLiteral("service"),      QStringLiteral("priority_class"), QStringLiteral("ticket"),
                                 QStringLiteral("ticket_event"), QStringLiteral("announcement"),   QStringLiteral("appointment")};
    if (table == QLatin1StringView("catalogue"))
        return QStringLiteral("version");
    return ids.contains(table) ? QStringLiteral("id") : QString();
}

std::string selectOf(const QString& table, const QStringList& columns)
{
    return QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QLatin1StringView(", ")), table).toStdString();
}

Status drain(sql::Rows rows, const std::function<Status(const sql::Rows&)>& take, qint64& taken)
{
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return {};
        ++taken;
        HALL_TRY(take(rows));
    }
}

/// The server's library holds a whole answer in memory, so the rows are fetched some at a time.
Status throughCursor(sql::Connection& from, const std::string& cursor, const std::string& select,
                     const std::function<Status(const sql::Rows&)>& take)
{
    HALL_TRY(from.script(QByteArray::fromStdString("DECLARE " + cursor + " NO SCROLL CURSOR FOR " + select)));
    qint64 taken = 0;
    qint64 before = -1;
    while (taken != before) {
        before = taken;
        HALL_ASSIGN(auto rows, from.query("FETCH 100 FROM " + cursor));
        HALL_TRY(drain(std::move(rows), take, taken));
    }
    return from.script(QByteArray::fromStdString("CLOSE " + cursor));
}

} // namespace

QStringList tablesOf(const QString& part)
{
    const auto list = [](std::initializer_list<const char*> names) {
        QStringList all;
        for (const char* name : names)
            all.append(QString::fromLatin1(name));
        return all;
    };
    if (part == QLatin1StringView("case"))
        return list({"staff", "roster", "group_key", "group_grant", "intake", "audit",
                     "case_series", "case_file", "case_grant", "case_entry", "case_upload", "case_attachment_chunk",
                     "case_attachment", "document_series", "group_voucher", "workspace_series", "staff_code", "audit_countersign", "recovery_key", "recovery_deposit"});
    return list({"setting", "catalogue", "block", "service", "priority_class", "policy", "desk", "desk_service", "series", "ticket",
                 "ticket_event", "announcement", "board", "acknowledgement", "appointment", "intake", "block_key", "reservation",
                 "withdrawal"});
}

RowValues valuesOf(const sql::Rows& rows)
{
    RowValues values;
    for (int column = 0; column < rows.columns(); ++column)
        values.append(rows.get<Value>(column));
    return values;
}

Status eachRow(sql::Connection& from, const QString& table, const QStringList& columns, const std::string& where,
               const std::function<Status(const sql::Rows&)>& take)
{
    const std::string select = selectOf(table, columns) + where;
    if (from.engine() == QLatin1StringView("postgresql"))
        return from.transaction(Mode::Read, [&] { return throughCursor(from, "hall_rows_of_" + table.toStdString(), select, take); });
    qint64 taken = 0;
    HALL_ASSIGN(auto rows, from.query(select));
    return drain(std::move(rows), take, taken);
}

RowBundle::RowBundle(sql::Connection& to, const QString& table, const QStringList& columns)
    : m_to(to)
    , m_into(QStringLiteral("INSERT INTO %1 (%2) VALUES ").arg(table, columns.join(QLatin1StringView(", "))))
    , m_width(columns.size())
{
}

Status RowBundle::add(const RowValues& row)
{
    for (const Value& value : row) {
        m_values.append(value);
        if (const auto* bytes = std::get_if<QByteArray>(&value))
            m_bytes += bytes->size();
    }
    return m_values.size() + m_width > kParametersAtOnce || m_bytes > kBytesAtOnce ? send() : Status();
}

Status RowBundle::send()
{
    if (m_values.isEmpty())
        return {};
    QString sql = m_into;
    for (qsizetype i = 0; i < m_values.size(); ++i)
        sql += (i % m_width == 0 ? (i == 0 ? QStringLiteral("($%1") : QStringLiteral("), ($%1")) : QStringLiteral(", $%1")).arg(i + 1);
    const Status sent = m_to.executeWith((sql + QLatin1Char(')')).toStdString(), m_values);
    m_values.clear();
    m_bytes = 0;
    return sent;
}

Status countOn(sql::Connection& to, const QString& table)
{
    const QString counted = countedColumn(table);
    return counted.isEmpty() ? Status() : to.countOn(table, counted);
}

void Weight::add(const RowValues& row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto put = [&](char kind, QByteArrayView bytes) {
        const qint64 size = bytes.size();
        hash.addData(QByteArrayView(&kind, 1));
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(&size), sizeof size));
        hash.addData(bytes);
    };
    for (const Value& cell : row) {
        std::visit([&]<class T>(const T& value) {
            if constexpr (std::is_same_v<T, std::monostate>)
                put('0', {});
            else if constexpr (std::is_same_v<T, QString>)
                put('t', value.toUtf8());
            else if constexpr (std::is_same_v<T, QByteArray>)
                put('b', value);
            else
                put(std::is_same_v<T, double> ? 'r' : 'i', QByteArrayView(reinterpret_cast<const char*>(&value), sizeof value));
        }, cell);
    }
    m_hashes.append(hash.result());
}

QByteArray Weight::digest()
{
    std::sort(m_hashes.begin(), m_hashes.end());
    QCryptographicHash all(QCryptographicHash::Sha256);
    for (const QByteArray& hash : std::as_const(m_hashes))
        all.addData(hash);
    return all.result();
}

Result<MovedTable> weigh(sql::Connection& store, const QString& part, const QString& table, const QStringList& columns)
{
    Weight weight;
    HALL_TRY(eachRow(store, table, columns, {}, [&](const sql::Rows& rows) {
        weight.add(valuesOf(rows));
        return Status();
    }));
    return MovedTable{part, table, weight.rows(), weight.digest()};
}

} // namespace hall::store
