// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace hall::base {

/// A value, or the Error that kept it from being made. Everything that can fail at run time returns one;
/// what cannot happen is an assertion. Ask `ok()` (or `if (result)`) before `value()`.
template <class T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }
    Result(ErrorCode code, QString message)
        : m_state(std::in_place_index<1>, Error{code, std::move(message)})
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T& value() const& { return *std::get_if<0>(&m_state); }
    T& value() & { return *std::get_if<0>(&m_state); }
    /// By value: `for (… : list().value())` goes over something that lives as long as the loop.
    T value() && { return std::move(*std::get_if<0>(&m_state)); }
    T valueOr(T other) const { return ok() ? value() : std::move(other); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return std::get_if<0>(&m_state); }
    T* operator->() { return std::get_if<0>(&m_state); }

    const Error& error() const { return *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The outcome of what yields nothing: `return {};` is success.
template <>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }
    Result(ErrorCode code, QString message)
        : m_error(Error{code, std::move(message)})
    {
    }

    bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

} // namespace hall::base

#define HALL_CONCAT_INNER(a, b) a##b
#define HALL_CONCAT(a, b) HALL_CONCAT_INNER(a, b)

/// Hands an error on to the caller: `HALL_TRY(store.migrate());`
#define HALL_TRY(expression) HALL_TRY_AS(HALL_CONCAT(hallTried, __COUNTER__), expression)
#define HALL_TRY_AS(name, expression)                                                                                  \
    do {                                                                                                               \
        if (auto name = (expression); !name.ok())                                                                      \
            return name.error();                                                                                       \
    } while (false)

/// Takes the value or hands the error on: `HALL_ASSIGN(auto row, statement.row());`
#define HALL_ASSIGN(declaration, expression) HALL_ASSIGN_AS(HALL_CONCAT(hallGot, __COUNTER__), declaration, expression)
#define HALL_ASSIGN_AS(name, declaration, expression)                                                                  \
    auto name = (expression);                                                                                          \
    if (!name.ok())                                                                                                    \
        return name.error();                                                                                           \
    declaration = std::move(name).value()
