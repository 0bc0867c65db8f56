// SPDX-License-Identifier: Apache-2.0
// What the bar over a log says of its run, in words. Pure.
#pragma once

#include "app/domain/run.h"
#include "app/store/logs.h"

namespace ui {

/// A stop that was asked for here.
struct Stopping
{
    base::Instant since;
    qint64 killAfterSeconds = 10;
};

/// `Running 0:12`, `Stopping: TERM sent, KILL in 8 s`, `Failed after 41 s, exit code 2`.
QString runHeadline(const domain::Run &run, const std::optional<Stopping> &stopping, base::Instant now);
/// `attempt 1, slot 14:31, version 31, 1,293 lines, 48 kB`
QString runFigures(const domain::Run &run, const store::LogInfo &log, base::Instant now);
/// `run_8fk2m7`: enough to tell runs apart.
QString shortId(const base::RunId &id);

} // namespace ui
