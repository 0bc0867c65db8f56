// SPDX-License-Identifier: Apache-2.0
// Runs to insert and how far the schedules are worked off by them; one transaction.
#pragma once

#include "app/domain/run.h"
#include "app/store/schedules.h"

namespace engine {

struct Plan
{
    QList<domain::Run> runs;
    QList<store::SchedulePosition> positions;
};

} // namespace engine
