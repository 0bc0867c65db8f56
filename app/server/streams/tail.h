// SPDX-License-Identifier: Apache-2.0
// The end of a log: its last bytes, without reading what stands before them.
#pragma once

#include "app/server/routes/route.h"

namespace server {

inline constexpr qsizetype tailBytes = 1024 * 1024;

using TailHandler = std::function<void(const base::Result<QByteArray> &)>;

/// The last `tailBytes` of a run's log as it stands now, or all of it.
void readTail(Tools &tools, const base::RunId &run, TailHandler handler);

} // namespace server
