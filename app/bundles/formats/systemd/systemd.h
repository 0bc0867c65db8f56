// SPDX-License-Identifier: Apache-2.0
// Timers of systemd with their services. A folder, a timer with the service beside it, or the output of
// `systemctl cat` for both.
#pragma once

#include "app/bundles/formats/format.h"

namespace bundles {

bool isSystemd(const Source &source);
base::Result<ImportPlan> readSystemd(const Source &source, const Surroundings &around);
/// Units that run without this program, behind one another with a comment that names each, as `systemctl cat` writes
/// them.
Exported writeSystemd(const QList<domain::Automation> &automations, const ExportAround &around);

} // namespace bundles
