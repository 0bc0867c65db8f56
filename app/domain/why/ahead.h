// SPDX-License-Identifier: Apache-2.0
// What will become of a slot that has no row yet.
#pragma once

#include "app/domain/why/why.h"

namespace domain {

/// It is not due before `due`.
void addToCome(Why &why, const WhyInput &input, base::Instant due);
/// It was due and nothing tells of it: no engine has looked yet, or its row is gone. `slotAndDue` is the slot and when
/// it was due.
void addWithoutRow(Why &why, const WhyInput &input, const TimeRange &slotAndDue);

} // namespace domain
