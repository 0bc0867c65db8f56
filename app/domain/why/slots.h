// SPDX-License-Identifier: Apache-2.0
// The slots of an automation over its versions: which one was in force at an instant, and which slots lie at, before
// and after it.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/why/asked.h"

namespace domain {

/// The schedules of a version that can be followed.
QList<SlotFinder> findersOf(const Automation &version);

/// Index into `versions` (newest first) of the one in force at an instant; the oldest where it is before all of them.
/// `versions` is not empty.
qsizetype versionAt(const QList<Automation> &versions, base::Instant instant);

/// The first slot of any of these in a range.
std::optional<base::Instant> slotIn(const QList<SlotFinder> &finders, const TimeRange &range);
/// The last slot of one schedule in [since, before); found without walking along them.
std::optional<base::Instant> lastSlot(const SlotFinder &finder, base::Instant since, base::Instant before);

/// Over all versions, each for as long as it was in force.
std::optional<base::Instant> previousSlot(const QList<Automation> &versions, base::Instant before);
std::optional<base::Instant> nextSlot(const QList<Automation> &versions, base::Instant after);

/// The slot that somebody asks for, by the version then in force; without `asked` the last one until now, else the
/// next. Empty where there is none.
std::optional<base::Instant> slotAskedFor(const QList<Automation> &versions, const std::optional<AskedTime> &asked,
                                          base::Instant now);

} // namespace domain
