// SPDX-License-Identifier: Apache-2.0
// Whether a waiting run may start now. Pure: the dispatcher gathers what is true, this decides, the store keeps the
// answer and its reason.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"

namespace domain {

enum class Verdict {
    Start,        ///< Now.
    Wait,         ///< Stay queued; ask again when a run ends.
    Hold,         ///< Not before `until`.
    Skip,         ///< Never; the reason says why.
    Cancel,       ///< Never, because a newer one takes its place; the reason says which.
    ReplaceFirst, ///< Cancel the running ones of the same automation, then ask again.
};

struct Admission
{
    Verdict verdict = Verdict::Start;
    QString reason;                          ///< One line, empty for Start.
    base::Instant until = {};                ///< Of Hold.
    std::optional<base::Instant> since = {}; ///< Of Hold; see domain::Hold.
};

/// What is true around the run.
struct Surroundings
{
    int runningHere = 0;  ///< Running runs of the same automation.
    int queuedBefore = 0; ///< Waiting runs of the same automation that came earlier.
    int runningEverywhere = 0;
    int globalLimit = 4; ///< How many may run at once on this machine.
    base::Instant now = {};
    std::optional<base::Instant> catchUpFrom = {}; ///< When the next slot made up for may start.
    std::optional<base::RunId> newest = {};        ///< The waiting run of the same automation that came last.
};

/// Why a caught-up run is held.
QString catchUpReason(const Automation &automation);

Admission admit(const Run &run, const Automation &automation, const Surroundings &now);

} // namespace domain
