// SPDX-License-Identifier: Apache-2.0
// What somebody is told of the windows who is about to run an automation, or just did. Pure.
#pragma once

#include "app/domain/windows/standing.h"

namespace domain {

struct RunAdvice
{
    ManualRuns says = ManualRuns::Allow; ///< Of the open window that has most to say.
    QString window;                      ///< Its name; empty where none warns or blocks.
    base::Instant until = {};            ///< When it ends.
    /// When a window begins that the run is not expected to end before.
    std::optional<base::Instant> notDoneBefore = {};
};

/// `longest` is the 95th percentile of what the automation's runs take, empty where it is not known.
RunAdvice adviseRun(const QList<MaintenanceWindow> &windows, const Automation &automation, base::Instant now,
                    std::optional<base::Millis> longest);

/// A sentence for each thing there is to say, for the API and the command line.
QStringList inWords(const RunAdvice &advice);

} // namespace domain
