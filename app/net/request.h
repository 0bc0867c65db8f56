// SPDX-License-Identifier: Apache-2.0
// What is asked of another machine, what it answered, and what that took. Values.
#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>
#include <utility>

namespace net {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

struct Request
{
    QUrl url;
    QByteArray method = "GET";
    Headers headers; ///< Checked ones; see isHeaderName() and isHeaderValue().
    QByteArray body;
    QString caFile;                      ///< PEM; besides the system's authorities. Empty is none.
    base::Millis longestSilence{15000};  ///< Without a byte in either direction.
    base::Millis longest{30000};         ///< Altogether.
    qint64 mostBytes = qint64(32) << 20; ///< Of the answer's body, unpacked.
    int redirects = 3;                   ///< How many are followed, within one origin.
};

struct Answer
{
    int status = 0;
    QByteArray words; ///< Of the status line.
    Headers headers;
    QUrl url; ///< Where the last request went.

    /// Without regard to case; empty where there is none.
    QByteArray header(const QByteArray &name) const;
};

/// Since the start; absent where it did not come to that.
struct Timing
{
    std::optional<base::Millis> connected; ///< Connected, and encrypted where it is.
    std::optional<base::Millis> answered;  ///< Status and headers are there.
    base::Millis total{0};
};

bool isHeaderName(const QByteArray &name);
/// No line ends and no other control characters.
bool isHeaderValue(const QByteArray &value);

/// Scheme, host and port are the same, or the second is the first over TLS, each at its usual port.
bool isSameOrigin(const QUrl &from, const QUrl &to);

} // namespace net
