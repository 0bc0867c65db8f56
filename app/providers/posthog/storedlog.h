// SPDX-License-Identifier: Apache-2.0
// The log of a run as the server keeps it, in parts: by `session_logs` where that is there, else whole as JSON lines,
// and from the storage itself where neither is.
#pragma once

#include "app/providers/posthog/service.h"

namespace providers::posthog {

struct LogEntries
{
    QJsonArray entries;
    bool hasMore = false;
};

/// Entries from the given one on, oldest first.
rest::Future<LogEntries> storedLog(Service &service, const RunPlace &place, qint64 from);

/// All of it as JSON lines.
rest::Future<QByteArray> wholeLog(Service &service, const RunPlace &place);

/// The same from `log_url`, an address at the storage that is its own key: ours is not sent. Unsupported where the
/// server has no storage.
rest::Future<QByteArray> logInStorage(Service &service, const RunPlace &place);

} // namespace providers::posthog
