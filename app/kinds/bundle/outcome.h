// SPDX-License-Identifier: Apache-2.0
// What came of a handler, as Node wrote it into a file: a result, nothing, or what went wrong.
#pragma once

#include "app/engine/kind.h"

namespace kinds {

inline constexpr qint64 mostResultBytes = 1024 * 1024; ///< Of the result as JSON.
inline constexpr int longestMessage = 16 * 1024;       ///< Characters of what went wrong.

/// How the process ended, put together with what it wrote. Only a written outcome is a success.
engine::JobEnd withOutcome(engine::JobEnd end, const QString &file);

} // namespace kinds
