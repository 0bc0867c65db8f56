// SPDX-License-Identifier: Apache-2.0
// A value or an Error. The interface is a subset of std::expected, which GCC 12 lacks in C++20, so that it can be
// replaced by it. Ignoring a result warns; nothing is thrown across a room.
#pragma once

#include "app/base/error.h"

#include <utility>
#include <variant>

namespace base {

template <typename T> class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }
    T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    bool has_value() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

using Status = Result<void>;

} // namespace base

#define SB_JOIN_(a, b) a##b
#define SB_JOIN(a, b) SB_JOIN_(a, b)

/// `TRY(const auto run, loadRun(id));` declares `run`, or returns the error from the calling function.
#define TRY(declaration, expression)                                                                                   \
    auto SB_JOIN(tryResult, __LINE__) = (expression);                                                                  \
    if (!SB_JOIN(tryResult, __LINE__)) {                                                                               \
        return SB_JOIN(tryResult, __LINE__).error();                                                                   \
    }                                                                                                                  \
    declaration = *std::move(SB_JOIN(tryResult, __LINE__))

/// `CHECK(save(run));` returns the error from the calling function, for expressions without a value.
#define CHECK(expression)                                                                                              \
    if (auto status = (expression); !status) {                                                                         \
        return status.error();                                                                                         \
    }
