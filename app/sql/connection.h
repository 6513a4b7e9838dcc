// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/rows.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hall::sql {

/// Write waits for the right to write before anything is read, so nothing read can be out of date when it is used.
enum class Mode { Read, Write };

/// One connection to a store, used by one thread at a time. What the engines do differently (how writers queue up,
/// what may be tried again, how a change is noticed) is behind the virtual functions, and nowhere above.
class Connection
{
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    /// Runs a statement that yields nothing of interest. A change outside any transaction is one of its own: it waits for its
    /// turn like others, and others learn of it.
    template <class... Args>
    base::Status execute(std::string_view sql, const Args&... args)
    {
        if (!m_inTransaction && changesRows(sql))
            return transaction(Mode::Write, [&] { return execute(sql, args...); });
        HALL_ASSIGN(Rows rows, query(sql, args...));
        while (true) {
            HALL_ASSIGN(const bool more, rows.next());
            if (!more)
                return {};
        }
    }

    /// With parameters that are known at run time only.
    base::Status executeWith(std::string_view sql, const QList<Value>& parameters);

    template <class... Args>
    base::Result<Rows> query(std::string_view sql, const Args&... args)
    {
        HALL_ASSIGN(Rows rows, prepared(sql));
        int parameter = 0;
        (Codec<std::decay_t<Args>>::bind(*m_lastPrepared, ++parameter, args), ...);
        return rows;
    }

    /// The first column of the first row; nullopt when there is no row or it is NULL.
    template <class T, class... Args>
    base::Result<std::optional<T>> value(std::string_view sql, const Args&... args)
    {
        HALL_ASSIGN(Rows rows, query(sql, args...));
        HALL_ASSIGN(const bool found, rows.next());
        if (!found || rows.isNull(0))
            return std::optional<T>();
        return std::optional<T>(rows.get<T>(0));
    }

    /// Runs `body` (which returns a Result) in one transaction: committed when it is ok, rolled back when it is an error.
    /// Where the engine asks for it (a serialization failure), the body runs again, so it must have no other effect.
    /// Inside another transaction it simply takes part in it.
    template <class Body>
    auto transaction(Mode mode, Body body) -> decltype(body())
    {
        if (m_inTransaction)
            return body();
        for (int attempt = 1;; ++attempt) {
            HALL_TRY(begin(mode));
            m_inTransaction = true;
            auto result = body();
            m_inTransaction = false;
            if (!result.ok()) {
                rollback();
                if (mayRetry(result.error(), attempt))
                    continue;
                return result;
            }
            const base::Status committed = commit();
            if (committed.ok())
                return result;
            rollback();
            if (!mayRetry(committed.error(), attempt))
                return committed.error();
        }
    }

    /// Several statements separated by semicolons, without parameters: migrations.
    virtual base::Status script(const QByteArray& sql) = 0;
    /// A number that changes whenever somebody else has committed to this store.
    virtual base::Result<qint64> changeStamp() = 0;
    /// Asks the engine to say when somebody else has committed. A descriptor that becomes readable then, or -1 where the
    /// engine says nothing and a bell file is touched instead.
    virtual base::Result<int> listen() { return -1; }
    /// Takes what came in at that descriptor: whether somebody has committed. StoreUnavailable when the connection is gone.
    virtual base::Result<bool> heard() { return false; }
    /// The columns of a table, in its own order.
    virtual base::Result<QStringList> columnsOf(const QString& table) = 0;
    /// The engine goes on counting behind the greatest number that stands in this column: after rows were copied.
    virtual base::Status countOn(const QString& table, const QString& column) = 0;
    /// What a thorough look at the stored bytes complains about; empty when all is well.
    virtual base::Result<QStringList> integrityComplaints() = 0;
    /// "sqlcipher" or "postgresql".
    virtual QLatin1StringView engine() const = 0;
    /// How many rows the last statement changed.
    virtual qint64 changes() const = 0;

protected:
    virtual base::Result<std::unique_ptr<Statement>> prepare(std::string_view sql) = 0;
    virtual base::Status begin(Mode mode) = 0;
    virtual base::Status commit() = 0;
    virtual void rollback() = 0;
    virtual bool mayRetry(const base::Error&, int /*attempt*/) const { return false; }
    /// Engines call it before they close: statements must go first.
    void forgetStatements() { m_cache.clear(); }

private:
    struct Cached
    {
        std::unique_ptr<Statement> statement;
        bool inUse = false;
    };

    base::Result<Rows> prepared(std::string_view sql);
    static bool changesRows(std::string_view sql);

    std::unordered_map<std::string, Cached> m_cache;
    Statement* m_lastPrepared = nullptr;
    bool m_inTransaction = false;
};

} // namespace hall::sql
