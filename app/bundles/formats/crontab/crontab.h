// SPDX-License-Identifier: Apache-2.0
// Crontabs: those of a user (`crontab -l`), and with a column for the user those of the system (/etc/crontab,
// /etc/cron.d). Times keep the meaning they have to cron, or the difference is told.
#pragma once

#include "app/bundles/formats/format.h"

namespace bundles {

bool isCrontab(const Source &source);
base::Result<ImportPlan> readCrontab(const Source &source, const Surroundings &around);
/// A crontab that runs without this program. What cron can't do stands in it as a comment, and in `left`.
Exported writeCrontab(const QList<domain::Automation> &automations, const ExportAround &around);

} // namespace bundles
