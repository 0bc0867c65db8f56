// SPDX-License-Identifier: Apache-2.0
// The times of a filter as people type them: `30min`, `24h`, `7d` ago, `today`, `yesterday`, `2026-10-22`,
// `2026-10-22T14:05`. In the system's zone. Pure.
#pragma once

#include "app/base/clock.h"

#include <QString>

#include <optional>

namespace models {

/// What a value means: a day or a minute has a length, so many hours ago has none.
struct FilterTime
{
    base::Instant first;
    base::Instant end; ///< The first instant that is later.

    friend bool operator==(const FilterTime &, const FilterTime &) = default;
};

/// Empty where it is no time.
std::optional<FilterTime> filterTime(const QString &value, base::Instant now);

} // namespace models
