// SPDX-License-Identifier: Apache-2.0
// How long a server asks to be left alone.
#pragma once

#include "app/base/clock.h"

#include <QByteArray>

namespace rest {

/// A time of HTTP in any of its three forms (RFC 9110, 5.6.7).
std::optional<base::Instant> httpDate(const QByteArray &text);

/// Of the header `Retry-After`: seconds, or a date. A date counts from the answer's own `Date`, so that clocks that
/// differ do not matter; from `now` where that is not given. Empty where it says nothing that can be understood.
std::optional<base::Millis> retryAfter(const QByteArray &value, const QByteArray &date, base::Instant now);

} // namespace rest
