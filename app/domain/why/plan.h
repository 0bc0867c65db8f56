// SPDX-License-Identifier: Apache-2.0
// The first links of the chain: which schedules planned a slot, what a clock change did to it, how much later it is
// due.
#pragma once

#include "app/domain/why/why.h"

namespace domain {

/// Every schedule of this version that has the slot. Answers when it is due, jitter counted.
base::Instant addPlan(QList<WhyStep> &steps, const Automation &version, base::Instant slot);
/// A time that a schedule names and that a clock change took away from it; false where there is none.
bool addPassedOver(QList<WhyStep> &steps, const QList<SlotFinder> &finders, const AskedTime &asked);

} // namespace domain
