// SPDX-License-Identifier: Apache-2.0
// A schedule of ours as calendar expressions of systemd. Pure.
#pragma once

#include "app/domain/schedule.h"

#include <QStringList>

namespace bundles {

/// One, or two where either of the day fields is enough. Unsupported where systemd has no word for it.
base::Result<QStringList> calendarOf(const domain::Schedule &schedule);

} // namespace bundles
