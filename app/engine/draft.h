// SPDX-License-Identifier: Apache-2.0
// Runs as the scheduler proposes them to the store: what a planned slot, or the start of the engine, becomes.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/firing.h"
#include "app/domain/run.h"
#include "app/store/pauses.h"

namespace engine {

/// What is true when it is planned.
struct Planning
{
    base::Instant now;
    store::Pausing everything = store::Pausing::Off;
};

domain::Run slotRun(const domain::Automation &automation, const domain::PlannedSlot &slot, const Planning &planning);
/// The runs of a schedule's slots, in their order; those that are made up for are spread by the automation's spacing.
QList<domain::Run> slotRuns(const domain::Automation &automation, const std::vector<domain::PlannedSlot> &slots,
                            const Planning &planning);
bool hasStartup(const domain::Automation &automation);
/// The run of a trigger that is no schedule; on hold for the automation's grace.
domain::Run triggeredRun(const domain::Automation &automation, domain::TriggerKind trigger, const Planning &planning);

} // namespace engine
