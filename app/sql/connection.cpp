// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/connection.h"

namespace hall::sql {

base::Result<Rows> Connection::prepared(std::string_view sql)
{
    const auto [it, isNew] = m_cache.try_emplace(std::string(sql));
    Cached& cached = it->second;
    if (isNew) {
        auto statement = prepare(sql);
        if (!statement.ok()) {
            m_cache.erase(it);
            return statement.error();
        }
        cached.statement = std::move(statement).value();
    }
    if (cached.inUse) { // the same text while its rows are still being read
        HALL_ASSIGN(auto extra, prepare(sql));
        m_lastPrepared = extra.get();
        return Rows(m_lastPrepared, nullptr, std::move(extra));
    }
    cached.inUse = true;
    m_lastPrepared = cached.statement.get();
    return Rows(m_lastPrepared, &cached.inUse);
}

bool Connection::changesRows(std::string_view sql)
{
    return sql.starts_with("INSERT") || sql.starts_with("UPDATE") || sql.starts_with("DELETE");
}

base::Status Connection::executeWith(std::string_view sql, const QList<Value>& parameters)
{
    if (!m_inTransaction && changesRows(sql))
        return transaction(Mode::Write, [&] { return executeWith(sql, parameters); });
    HALL_ASSIGN(Rows rows, prepared(sql));
    int number = 0;
    for (const Value& value : parameters)
        Codec<Value>::bind(*m_lastPrepared, ++number, value);
    while (true) {
        HALL_ASSIGN(const bool more, rows.next());
        if (!more)
            return {};
    }
}

} // namespace hall::sql
