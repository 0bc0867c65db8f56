// SPDX-License-Identifier: Apache-2.0
// When a run is late: it does not start, or it does not end. Pure.
#pragma once

#include "app/domain/run.h"

namespace domain {

/// Of the automation's last successful runs that are looked at.
inline constexpr int mostDurations = 100;

/// From when a run that waits is late: 60 s after its slot, or after the end of the hold it is in. Empty where it has
/// no slot or began already.
std::optional<base::Instant> lateStart(const Run &run);

/// The 95th percentile of what `ended` took, by nearest rank. Empty for fewer than five of them.
std::optional<base::Millis> usualLongest(const QList<Run> &ended);

/// Why somebody is told.
QString lateStartReason(const Run &run);
QString lateEndReason(base::Millis usual);

} // namespace domain
