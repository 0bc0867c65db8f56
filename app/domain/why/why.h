// SPDX-License-Identifier: Apache-2.0
// Why an automation did, or did not, run at some time, past or future: a verdict and the chain of steps that leads to
// it. Pure: rows in, an answer without words out (see words.h).
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"
#include "app/domain/why/asked.h"

namespace domain {

enum class WhyVerdict {
    Ran, ///< It is over, however it ended.
    Running,
    Waiting, ///< There is a run, or a slot that somebody has to decide about.
    Skipped,
    Cancelled, ///< Before it started.
    WillRun,
    WillBeSkipped,
    NoSlot,
    Unknown, ///< From before the records.
};

enum class WhyOutcome {
    Ok,   ///< This let it go on.
    Stop, ///< This is why it did not, or did not end well.
    Info,
};

enum class WhyStepKind {
    // what asked for it
    Requested,     ///< `who` by hand, or empty.
    Triggered,     ///< By something that is no schedule: `text`; by the end of `runs`, where it follows one.
    DoneAgain,     ///< Because `runs` was interrupted.
    Planned,       ///< By the schedule `text` (empty: one that is gone), in `zone`.
    NoSchedule,    ///< It has none at all.
    NoSlot,        ///< None of its schedules has one.
    OpenThen,      ///< `runs` was under way at that time.
    NoSuchTime,    ///< The clocks left out the time asked for; `walls` as below.
    NotYetMade,    ///< The automation was created at `at`.
    ScheduleLater, ///< The schedule that has this slot was saved at `at` by `who`.
    VersionThen,   ///< Version `number` was in force, the current one is `count`.
    // what the clocks did; `walls` are the time asked for or planned, the gap's begin and its end
    ClockGap,       ///< Left out; it runs at `at`.
    GapSkipped,     ///< Left out, and the schedule leaves it out, too.
    ClockOverlap,   ///< Passed at `from` and again at `until`; `number` is the only pass that counts, 0 both.
    PassNotCounted, ///< The same, and this is the pass that does not count.
    Jitter,         ///< `length` later, at `at`.
    // who looked when
    NoEngine,    ///< None was running; the next one started at `at`.
    Asleep,      ///< Nobody looked until `at`, although an engine had been started: sleep, or a clock that was set.
    NotLookedAt, ///< No engine has looked yet.
    DueNow,
    // the rules; `field` is the automation's field that decides, `value` what it says
    CaughtUp,     ///< Missed and run at `at` all the same.
    Misfire,      ///< Missed, and the rule says it does not run.
    Ask,          ///< Missed, and a person is to decide.
    Dismissed,    ///< Missed, and `who` decided against it, `length` later.
    ChangedSince, ///< Missed before the automation was saved at `at`.
    PausedSince,  ///< Missed before everything was paused, or `value` says `resumed`; at `at` where that is known.
    Covered,      ///< The row `runs` stands for it and others, `count` in all, until `at`.
    Paused,       ///< By `who` since `at`.
    AllPaused,    ///< Everything was, by `who` since `at` where that still holds.
    Deadline,     ///< `length` late, `number` seconds allowed.
    Overlap,      ///< `runs` was still open.
    QueueFull,
    SkippedFor, ///< For another reason: `text`.
    // waiting
    Waited, ///< `length`; for `runs`, by `field`; or for what `field` says alone; else a place on this machine.
    WaitedForDecision, ///< `length`; missed, and a person was to decide.
    Released,          ///< `who` decided for it.
    WaitsUntil,        ///< `until`; for slots that start `number` seconds apart, by `field`, or another reason: `text`.
    WaitsForRun,
    WaitsForPlace,   ///< `number` run at once here, by `field`.
    WaitsForMachine, ///< `number` run at once on this machine.
    WaitsFor,        ///< For another reason: `text`.
    Replaces,        ///< It ended `runs`.
    // the run
    Started,     ///< `number` is the attempt, once for the first and once for the last.
    StillRuns,   ///< For `length`; ended at `until` if it does not end by itself.
    Ended,       ///< With success, `number` is the exit code.
    ExitCode,    ///< `number`
    Signal,      ///< `number`
    Failed,      ///< For another reason: `text`.
    NotStarted,  ///< It could not be: `text`.
    TimedOut,    ///< `number` seconds allowed.
    CancelledBy, ///< `who`
    ReplacedBy,  ///< `runs`
    Deleted,     ///< With its automation.
    Interrupted, ///< `value` says whether the engine `stopped` or `died`, or it was another reason: `text`.
    Rejected,
    NoRecord, ///< There is no row of it any more.
    WillStart,
};

/// What a step rests on; which of these are set depends on its kind.
struct WhyFacts
{
    std::optional<base::Instant> from;
    std::optional<base::Instant> until;
    std::optional<base::Millis> length;
    std::optional<qint64> number;
    std::optional<qint64> count;
    QString who;
    QString text;
    QString field;
    QString value;
    QString zone;      ///< IANA name; empty is the system's.
    QStringList walls; ///< `02:30`
    QList<base::RunId> runs;

    friend bool operator==(const WhyFacts &, const WhyFacts &) = default;
};

struct WhyStep
{
    WhyStepKind kind = WhyStepKind::NoSlot;
    WhyOutcome outcome = WhyOutcome::Info;
    std::optional<base::Instant> at;
    WhyFacts facts = {};

    friend bool operator==(const WhyStep &, const WhyStep &) = default;
};

/// The pause of everything that holds now.
struct EverythingPaused
{
    QString by;
    base::Instant at;
};

/// How far a schedule has been worked off.
struct SchedulePoint
{
    Schedule schedule;
    base::Instant plannedUntil;
};

struct WhyInput
{
    QList<Automation> versions;     ///< Newest first, the current one in front. Never empty but for `run`.
    bool removed = false;           ///< The automation is gone; its versions and runs are still there.
    QList<SchedulePoint> positions; ///< Of the current version.
    std::optional<AskedTime> asked; ///< Without it the last planned slot, else the next one.
    std::optional<Run> run;         ///< The question is about this run, or it is the row of the slot asked for.
    std::optional<Run> cover;       ///< The next row after the slot, where the slot has none.
    QList<Run> earlier;             ///< Of the same automation, made before that time, newest first.
    std::optional<EverythingPaused> everythingPaused;
    std::optional<base::Instant> everythingResumed; ///< When that was last, while it is not paused.
    QList<base::Instant> engines; ///< When engines started: the last one before that time, and the ones after it.
    base::Instant now;
};

struct Why
{
    base::AutomationId automation;
    QString automationName;
    std::optional<base::RunId> run;
    base::Instant at; ///< The slot; of a manual run when it was asked for.
    WhyVerdict verdict = WhyVerdict::Unknown;
    QList<WhyStep> steps;
    std::optional<base::Instant> previousSlot; ///< Before `at`.
    std::optional<base::Instant> nextSlot;     ///< After it.
};

/// A bounded amount of work, however long ago it is.
Why why(const WhyInput &input);

} // namespace domain
