// SPDX-License-Identifier: Apache-2.0
// What an answer that is no success says, whatever form it has: JSON under any of the usual keys, a bare string, a page
// for people, or nothing.
#pragma once

#include "app/sync/rest/call.h"

namespace rest {

inline constexpr qsizetype longestSaying = 300;

/// One line without control characters, at most longestSaying long; empty where nothing can be read.
QString saidIn(const QByteArray &body, const QByteArray &contentType);

/// The error that an answer with a status other than 2xx is. Where the credential itself was refused (401) its field is
/// `credential`. Timeout where `call` changes something and may have done so. Of a quota that is used up (402, 429) it
/// says from when on there is some again, where the server tells.
base::Error errorOf(const Reply &reply, const Call &call);

/// The end of such a detail, and what it says: errors cross rooms as values without a time of their own.
QString againFrom(base::Instant reset);
std::optional<base::Instant> resetTold(const base::Error &error);

} // namespace rest
