// SPDX-License-Identifier: Apache-2.0
// What the schedules of a whole workspace will do: every planned slot of a span of time, what will be decided about it
// and why, and when its run is expected to start and end. The rules are the engine's own (SlotFinder, admit()),
// rehearsed on a virtual clock.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/windows/occurrences.h"

#include <QHash>
#include <QList>

#include <functional>
#include <limits>
#include <optional>

namespace domain {

/// Taken for the duration of a run whose automation was never done yet.
inline constexpr base::Millis unknownDuration{10'000};
/// A duration is learned from so many of the newest runs that are done.
inline constexpr int learnedFromRuns = 20;
/// A forecast looks at no more slots than this, also where it keeps those of one automation only.
inline constexpr qsizetype mostRehearsedSlots = 20'000'000;

/// The usual duration: the median, the lower one of two in the middle; empty where there is none to learn from.
std::optional<base::Millis> usualDuration(QList<base::Millis> durations);

/// A run that is open when the forecast begins.
struct OpenRun
{
    base::AutomationId automation;
    base::Instant queuedAt;                 ///< The order in which waiting runs have their turn.
    std::optional<base::Instant> startedAt; ///< Empty while it waits.
};

struct ForecastInput
{
    QList<Automation> automations;
    base::Instant from;                                ///< Slots due from here on …
    base::Instant to;                                  ///< … and before this.
    QHash<base::AutomationId, base::Millis> durations; ///< What was learned; see usualDuration().
    QList<OpenRun> open;                               ///< Those of unknown automations only take their place.
    QList<MaintenanceWindow> maintenance;              ///< All windows of the store; see plan().
    QList<Window> windows;                             ///< At most 65,535.
    int globalLimit = 4;                               ///< How many may run at once on this machine.
    bool everythingPaused = false;                     ///< No schedule starts anything, for the whole span.
    std::optional<qsizetype> only;                     ///< Keep the slots of this automation; all are rehearsed.
    qsizetype mostSlots = 1'000'000;                   ///< Stops after so many kept slots and sets `more`.
    std::function<bool()> isCancelled;                 ///< Asked now and then, on the thread of the forecast.

    /// Sets the span, and `windows` to those of `maintenance` that are open in it.
    void plan(base::Instant begin, base::Instant end);
};

enum class Decision : quint8 {
    Run,      ///< It starts when it is due.
    Wait,     ///< It waits, then runs.
    Skip,     ///< It never runs.
    Approval, ///< It waits for a person, so nothing is expected of it.
};

enum class ForecastReason : quint8 {
    None,             ///< Nothing stands in its way.
    AutomationPaused, ///< Skip.
    EverythingPaused, ///< Skip.
    Window,           ///< Skip, Wait or Approval; the slot names the window.
    Overlap,          ///< Skip: an earlier run is still open.
    QueueFull,        ///< Skip: as many wait already as may.
    EarlierRun,       ///< Wait: for the run before it.
    ParallelLimit,    ///< Wait: for one of its automation's parallel runs to end.
    MachineLimit,     ///< Wait: for a place on this machine.
    Replaces,         ///< Run or Wait: it ends the earlier run first.
};

/// One planned slot. Lean, because there are millions: texts and what all slots of an automation share are looked up by
/// index.
struct ForecastSlot
{
    static constexpr quint16 noWindow = std::numeric_limits<quint16>::max();

    base::Instant slot;     ///< As planned, jitter not counted.
    base::Instant start;    ///< Expected; of Skip and Approval the time of that decision.
    base::Instant end;      ///< Expected; of Skip and Approval equal to `start`.
    quint32 automation = 0; ///< Index in ForecastInput::automations.
    quint32 jitterMs = 0;
    quint16 trigger = 0;       ///< Index in its automation's triggers: whose zone the slot is in.
    quint16 window = noWindow; ///< Index in ForecastInput::windows of the one that has a say, also of Notify.
    Decision decision = Decision::Run;
    ForecastReason reason = ForecastReason::None;
    bool replaced = false; ///< Its run is ended early, by a newer one that replaces it.

    base::Instant due() const { return slot + base::Millis(jitterMs); }
    friend bool operator==(const ForecastSlot &, const ForecastSlot &) = default;
};

/// How long the runs of an automation are expected to take.
struct ExpectedDuration
{
    base::Millis duration = unknownDuration; ///< Never beyond its timeout.
    bool learned = false;                    ///< False: nothing is known, a short one is assumed.
};

struct Forecast
{
    /// By due time; of those due together, by automation, then trigger.
    QList<ForecastSlot> slots;
    QList<ExpectedDuration> durations; ///< One for each automation of the input.
    base::Instant until;               ///< Complete for all slots due before this; `to`, unless `more`.
    bool more = false;                 ///< There are slots from `until` on that were not looked at.
    bool cancelled = false;            ///< It was stopped; what is here is of no use.
    QList<qsizetype> unreadable;       ///< Automations with a schedule that can't be followed, such as of a lost zone.
};

/// Pure but for reading zone files. Two slots of one automation at the same instant are one. Of slots that jitter moved
/// out of the span, or into it, the due time counts. Stopping a run is taken to need no time, and no slot comes late:
/// the engine is expected to run all the while. The work is bounded by mostRehearsedSlots.
Forecast forecast(const ForecastInput &input);

/// The word of the JSON form: `run`, `wait`, `skip`, `approval`.
QString decisionWord(Decision decision);
QStringList allDecisionWords();
/// `automation_paused`, `machine_limit` …; empty for None.
QString reasonWord(ForecastReason reason);

} // namespace domain

Q_DECLARE_TYPEINFO(domain::ForecastSlot, Q_RELOCATABLE_TYPE);
