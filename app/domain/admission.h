// SPDX-License-Identifier: Apache-2.0
// Whether a waiting run may start now. Pure: the dispatcher gathers what is true, this decides, the store keeps the
// answer and its reason.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"

#include <limits>

namespace domain {

enum class Verdict {
    Start,        ///< Now.
    Wait,         ///< Stay queued; ask again when a run ends.
    Hold,         ///< Not before `until`.
    Skip,         ///< Never; the reason says why.
    Cancel,       ///< Never, because a newer one takes its place; the reason says which.
    ReplaceFirst, ///< Cancel the running ones of the same automation, then ask again.
};

/// What keeps a run from starting; told in words only where somebody reads them.
enum class Hindrance : quint8 {
    None,
    EarlierRun,    ///< Wait: for the run before it.
    ParallelLimit, ///< Wait: for one of its automation's parallel runs to end.
    MachineLimit,  ///< Wait: for a place on this machine.
    Overlap,       ///< Skip: an earlier run is still open.
    QueueFull,     ///< Skip: as many wait already as may.
    Replaced,      ///< ReplaceFirst: the earlier run has to end.
    Lock,          ///< Wait: for one of its automation's locks.
};

struct Ruling
{
    Verdict verdict = Verdict::Start;
    Hindrance hindrance = Hindrance::None;
};

/// What an automation says about its runs beside each other.
struct OverlapRules
{
    Overlap overlap = Overlap::Queue;
    qint64 maxParallel = std::numeric_limits<qint64>::max();
    qint64 maxQueued = 100;

    static OverlapRules of(const Automation &automation);
};

struct Admission
{
    Verdict verdict = Verdict::Start;
    QString reason;                          ///< One line, empty for Start.
    base::Instant until = {};                ///< Of Hold.
    std::optional<base::Instant> since = {}; ///< Of Hold; see domain::Hold.
    HeldFor what = HeldFor::Time;            ///< Of Hold.
};

/// What keeps a run from one of its automation's `resource_locks`.
struct LockObstacle
{
    QString name;
    base::RunId by;
    bool held = true; ///< False: `by` came earlier and waits itself.
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
    std::optional<base::RunId> newest = {};        ///< The waiting run of the same automation that came
                                                   ///< last; needed where a newer one replaces it.
};

/// What the automation's own runs say.
inline Ruling rulingAmongItsOwn(const OverlapRules &rules, const Surroundings &now)
{
    const bool earlier = now.runningHere > 0 || now.queuedBefore > 0;
    switch (rules.overlap) {
    case Overlap::Parallel:
        return now.runningHere >= rules.maxParallel ? Ruling{Verdict::Wait, Hindrance::ParallelLimit} : Ruling{};
    case Overlap::Queue:
        return earlier ? Ruling{Verdict::Wait, Hindrance::EarlierRun} : Ruling{};
    case Overlap::Skip:
        return earlier ? Ruling{Verdict::Skip, Hindrance::Overlap} : Ruling{};
    case Overlap::Replace:
        return now.runningHere > 0 ? Ruling{Verdict::ReplaceFirst, Hindrance::Replaced} : Ruling{};
    }
    Q_UNREACHABLE();
}

/// What the machine and the queue add to that.
inline Ruling rulingOnThisMachine(Ruling ruling, const OverlapRules &rules, const Surroundings &now)
{
    if (ruling.verdict == Verdict::Start && now.runningEverywhere >= now.globalLimit) {
        ruling = {Verdict::Wait, Hindrance::MachineLimit};
    }
    if (ruling.verdict == Verdict::Wait && now.queuedBefore >= rules.maxQueued) {
        ruling = {Verdict::Skip, Hindrance::QueueFull};
    }
    return ruling;
}

/// A triggered run is on hold for `grace_s` from when it was made; none where there is none.
std::optional<Hold> graceHold(const Automation &automation, base::Instant made);
/// Why a caught-up run is held.
QString catchUpReason(const Automation &automation);

/// One between two attempts has its turn and its locks already and waits for a place on the machine only.
Admission admit(const Run &run, const Automation &automation, const Surroundings &now,
                const std::optional<LockObstacle> &lock = {});

} // namespace domain
