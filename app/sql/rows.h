// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/sql/statement.h"

#include <QDate>
#include <QUuid>
#include <concepts>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace hall::sql {

/// How a C++ type is written into a parameter and read from a column. Dates are ISO text, moments whole milliseconds,
/// identifiers their number, UUIDs sixteen bytes.
template <class T>
struct Codec;

template <std::integral T>
struct Codec<T>
{
    static void bind(Statement& s, int i, T value) { s.bindInteger(i, static_cast<qint64>(value)); }
    static T read(const Statement& s, int i) { return static_cast<T>(s.integer(i)); }
};
template <std::floating_point T>
struct Codec<T>
{
    static void bind(Statement& s, int i, T value) { s.bindReal(i, static_cast<double>(value)); }
    static T read(const Statement& s, int i) { return static_cast<T>(s.real(i)); }
};
template <>
struct Codec<QString>
{
    static void bind(Statement& s, int i, const QString& value) { s.bindText(i, value); }
    static QString read(const Statement& s, int i) { return s.text(i); }
};
template <>
struct Codec<QByteArray>
{
    static void bind(Statement& s, int i, const QByteArray& value) { s.bindBlob(i, value); }
    static QByteArray read(const Statement& s, int i) { return s.blob(i); }
};
template <>
struct Codec<std::nullptr_t>
{
    static void bind(Statement& s, int i, std::nullptr_t) { s.bindNull(i); }
};
template <>
struct Codec<base::Timestamp>
{
    static void bind(Statement& s, int i, base::Timestamp value) { s.bindInteger(i, base::toMs(value)); }
    static base::Timestamp read(const Statement& s, int i) { return base::timestampFromMs(s.integer(i)); }
};
template <>
struct Codec<QDate>
{
    static void bind(Statement& s, int i, const QDate& value) { s.bindText(i, value.toString(Qt::ISODate)); }
    static QDate read(const Statement& s, int i) { return QDate::fromString(s.text(i), Qt::ISODate); }
};
template <>
struct Codec<QUuid>
{
    static void bind(Statement& s, int i, const QUuid& value) { s.bindBlob(i, value.toRfc4122()); }
    static QUuid read(const Statement& s, int i) { return QUuid::fromRfc4122(s.blob(i)); }
};
template <class Tag>
struct Codec<base::Id<Tag>>
{
    static void bind(Statement& s, int i, base::Id<Tag> value) { s.bindInteger(i, value.value()); }
    static base::Id<Tag> read(const Statement& s, int i) { return base::Id<Tag>(s.integer(i)); }
};
template <>
struct Codec<Value>
{
    static void bind(Statement& s, int i, const Value& value)
    {
        std::visit([&]<class T>(const T& v) {
            if constexpr (std::is_same_v<T, std::monostate>)
                s.bindNull(i);
            else
                Codec<T>::bind(s, i, v);
        }, value);
    }
    static Value read(const Statement& s, int i) { return s.any(i); }
};
template <class T>
struct Codec<std::optional<T>>
{
    static void bind(Statement& s, int i, const std::optional<T>& value)
    {
        if (value)
            Codec<T>::bind(s, i, *value);
        else
            s.bindNull(i);
    }
    static std::optional<T> read(const Statement& s, int i)
    {
        return s.isNull(i) ? std::nullopt : std::optional<T>(Codec<T>::read(s, i));
    }
};

/// The rows of a query, read forward once:
///     while (true) { HALL_ASSIGN(const bool more, rows.next()); if (!more) break; … rows.get<QString>(1) … }
/// The statement is free for the next use when the Rows goes.
class Rows
{
public:
    /// `owned` is set when the statement is not kept in the connection's cache.
    explicit Rows(Statement* statement, bool* inUse, std::unique_ptr<Statement> owned = nullptr)
        : m_statement(statement)
        , m_inUse(inUse)
        , m_owned(std::move(owned))
    {
    }
    Rows(Rows&& other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr))
        , m_inUse(std::exchange(other.m_inUse, nullptr))
        , m_owned(std::move(other.m_owned))
    {
    }
    Rows& operator=(Rows&&) = delete;
    ~Rows()
    {
        if (m_statement)
            m_statement->reset();
        if (m_inUse)
            *m_inUse = false;
    }

    base::Result<bool> next() { return m_statement->step(); }
    int columns() const { return m_statement->columns(); }
    bool isNull(int column) const { return m_statement->isNull(column); }
    template <class T>
    T get(int column) const
    {
        return Codec<T>::read(*m_statement, column);
    }

private:
    Statement* m_statement;
    bool* m_inUse;
    std::unique_ptr<Statement> m_owned;
};

} // namespace hall::sql
