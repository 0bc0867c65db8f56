// SPDX-License-Identifier: Apache-2.0
// What the processes of one run may use together. Who runs them enforces it, and says where it could not.
#pragma once

#include "app/base/jsonreader.h"

#include <QJsonObject>

#include <optional>

namespace domain {

struct Limits
{
    std::optional<qint64> memoryMb;   ///< MiB of memory, 1 to 16777216.
    std::optional<qint64> cpuPercent; ///< Of one core: 150 is one and a half. 1 to 1000000.
    std::optional<qint64> tasks;      ///< Processes and threads at once, 1 to 4194304.

    bool any() const { return memoryMb || cpuPercent || tasks; }
    friend bool operator==(const Limits &, const Limits &) = default;
};

/// Every field; null where there is no limit.
QJsonObject toJson(const Limits &limits);
/// Reads the object `limits`, if given, over `into`: a field not in it is no limit. Errors name `limits.x`.
void readLimits(base::JsonReader &reader, Limits &into);

} // namespace domain
