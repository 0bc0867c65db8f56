// SPDX-License-Identifier: Apache-2.0
// How long runs and their logs are kept: what an automation says of its own, and what the workspace says where it says
// nothing.
#pragma once

#include "app/base/jsonreader.h"

#include <QJsonObject>

#include <optional>

namespace domain {

inline constexpr qint64 mostKeepDays = 36'500;
inline constexpr qint64 mostKeepRuns = 10'000'000;
inline constexpr qint64 leastLogBytes = qint64(1) << 20;
inline constexpr qint64 mostLogBytes = qint64(1) << 40;

/// Of an automation; what is not given is as the workspace has it.
struct Retention
{
    std::optional<qint64> keepDays;    ///< Runs that ended longer ago go; 0 keeps them however old they are.
    std::optional<qint64> keepRuns;    ///< So many runs that started stay, the newest; 0 keeps all of them.
    std::optional<qint64> maxLogBytes; ///< Of the log of one run; beyond, its middle is left out.

    friend bool operator==(const Retention &, const Retention &) = default;
};

/// Every field; null where it is not given.
QJsonObject toJson(const Retention &retention);
/// Reads the object `retention`, if given, over `into`: a field not in it is not given, null is nothing given at all.
/// Errors name `retention.x`.
void readRetention(base::JsonReader &reader, Retention &into);

/// What holds for one automation; 0 is without end.
struct Keeping
{
    qint64 days = 0;
    qint64 runs = 0;

    friend bool operator==(const Keeping &, const Keeping &) = default;
};
Keeping keepingOf(const Retention &own, const Keeping &workspace);

/// Whether a run that ended at `ended` is older than is kept at `now`. One that ended later than now, as a clock that
/// was set back has it, is not.
bool isTooOld(const Keeping &keeping, base::Instant ended, base::Instant now);

} // namespace domain
