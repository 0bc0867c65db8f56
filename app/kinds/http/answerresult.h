// SPDX-License-Identifier: Apache-2.0
// What a run keeps of an answer, and what its log shows.
#pragma once

#include "app/net/request.h"

#include <QJsonObject>

namespace kinds {

/// Whether a body of this type is for people to read; an unknown type is.
bool isText(const QByteArray &contentType);

struct BodyKept
{
    QByteArray bytes; ///< At most `mostKept`.
    qint64 size = 0;  ///< Of all of it.
};
inline constexpr qsizetype mostKept = 64 << 10;

/// `{status, url, headers, body, bytes, connected_ms, answered_ms, total_ms}`. `body` is JSON where it says so and is;
/// else text; it is left out where it is neither or longer than `mostKept`. Cookies are no one's business.
QJsonObject resultOf(const net::Answer &answer, const net::Timing &timing, const BodyKept &body);

} // namespace kinds
