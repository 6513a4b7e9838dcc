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
    T&& value() && { return std::move(*std::get_if<0>(&m_state)); }
    T valueOr(T other) const { return ok() ? value() : std::move(other); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
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

/// Hands an error on to the caller: `HALL_TRY(store.migrate());`
#define HALL_TRY(expression)                                                                                           \
    do {                                                                                                               \
        if (auto hallTryResult = (expression); !hallTryResult.ok())                                                    \
            return hallTryResult.error();                                                                              \
    } while (false)

#define HALL_CONCAT_INNER(a, b) a##b
#define HALL_CONCAT(a, b) HALL_CONCAT_INNER(a, b)

/// Takes the value or hands the error on: `HALL_ASSIGN(auto row, statement.row());`
#define HALL_ASSIGN(declaration, expression)                                                                           \
    auto HALL_CONCAT(hallResult, __LINE__) = (expression);                                                             \
    if (!HALL_CONCAT(hallResult, __LINE__).ok())                                                                       \
        return HALL_CONCAT(hallResult, __LINE__).error();                                                              \
    declaration = std::move(HALL_CONCAT(hallResult, __LINE__)).value()
