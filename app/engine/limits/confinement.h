// SPDX-License-Identifier: Apache-2.0
// How one run is held to its limits: by the best means that this machine has for all of them.
#pragma once

#include "app/domain/limitmeans.h"
#include "app/domain/run.h"
#include "app/engine/limits/controlgroups.h"

#include <QStringList>

#include <functional>

namespace engine {

/// The means of this machine.
struct Means
{
    std::optional<ControlGroups> groups;
    QString scopeProgram;         ///< Path of systemd-run where a user manager runs; else empty.
    QStringList scopeControllers; ///< What that manager was given: memory, cpu, pids.

    static Means ofThisMachine();
};

struct Confinement
{
    std::optional<RunGroup> group;
    QStringList prefix;         ///< In front of the program.
    qint64 memoryBytesEach = 0; ///< RLIMIT_AS of every process; 0 is none.
    QStringList remarks;        ///< What can't be enforced, or not as it is meant; a line each.
};

/// How far each limit holds with these means.
domain::LimitMeans holds(const Means &means);

/// Unavailable where the means failed unexpectedly.
base::Result<Confinement> confine(const domain::Limits &limits, const base::RunId &run, const Means &means);

/// What a scope, which is gone with its last process, has left to tell by: who was killed with as much memory as was
/// allowed was killed for that. Not for a run that somebody stopped.
LimitEvents eventsOfScope(const domain::Limits &limits, std::optional<int> signal,
                          const std::optional<domain::Usage> &usage);

/// A line about what came of it, or nothing.
QString limitWords(const domain::Limits &limits, const LimitEvents &events);

} // namespace engine
