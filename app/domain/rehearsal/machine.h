// SPDX-License-Identifier: Apache-2.0
// A machine that runs nothing: slots arrive in order of time, the rules of admit() decide, runs take as long as they
// usually do. It answers as the engine's dispatcher would, which asks all that wait again whenever a run ends; here
// only those are asked whose answer can have changed.
#pragma once

#include "app/domain/admission.h"
#include "app/domain/forecast.h"
#include "app/domain/rehearsal/plannedslots.h"
#include "app/domain/rehearsal/turnqueue.h"
#include "app/domain/rehearsal/windowwatch.h"

#include <vector>

namespace domain {

class Machine
{
public:
    /// What happens is written to `result`; both must outlive this. Runs open at the begin have their place.
    Machine(const ForecastInput &input, Forecast &result);

    /// Steps come in order of due time.
    void arrive(const PlannedStep &step);
    /// Says that an automation is dealt with soon: its lane lies anywhere in the memory.
    void expect(quint32 automation) const { __builtin_prefetch(&m_lanes[automation]); }
    /// Lets time go on until nothing is left to happen.
    void finish();

private:
    static constexpr qint32 none = -1;

    /// A run on its way; `result` is its slot in the forecast, or none where that is not kept.
    struct Waiting
    {
        quint32 turn = 0; ///< Earlier ones come first.
        quint32 automation = 0;
        qint32 result = none;
        qint32 next = none; ///< In its lane.
    };
    /// One automation: its rules and its runs. One line of the cache, which is why the rules are copied.
    struct alignas(64) Lane
    {
        OverlapRules rules;
        base::Millis duration = unknownDuration;
        int running = 0;
        int waiting = 0;
        qint32 first = none; ///< Of those that wait, in m_waiting.
        qint32 last = none;
        bool paused = false;
        bool elsewhere =
            false;         ///< Where it lives it runs: in no place of this machine, and heeding none of its pauses.
        bool held = false; ///< One run waits for the end of a window.

        Surroundings around(int queuedBefore) const { return {.runningHere = running, .queuedBefore = queuedBefore}; }
    };
    /// A run that runs. Of those that end together none is the first.
    struct Running
    {
        base::Instant end;
        quint32 automation = 0;
        qint32 result = none;

        friend bool operator<(const Running &a, const Running &b) { return a.end < b.end; }
    };
    /// A run that waits for the end of a window.
    struct Held
    {
        base::Instant until;
        Waiting run;

        friend bool operator<(const Held &a, const Held &b)
        {
            return a.until != b.until ? a.until < b.until : a.run.turn < b.run.turn;
        }
    };

    void makeLanes();
    void seed();
    void consider(const Waiting &run, base::Instant now);
    bool passesWindows(const Waiting &run, base::Instant now);
    void begin(const Waiting &run, base::Instant now);
    void occupy(const Running &run);
    void settle(const Waiting &run, base::Instant now, Decision decision, ForecastReason reason);
    void waits(const Waiting &run, ForecastReason reason);
    void enqueue(const Waiting &run);
    Waiting dequeue(quint32 automation);
    void lookAtHead(quint32 automation, base::Instant now);
    void replaceRunning(quint32 automation, base::Instant now);
    void serve(base::Instant now);
    void serve(const TurnQueue::Turn &ready, base::Instant now);
    void advance(base::Instant until);
    qint32 keep(const PlannedStep &step);
    ForecastSlot *slotOf(qint32 result);

    const ForecastInput &m_input;
    Forecast &m_result;
    WindowWatch m_windows;
    const int m_limit;
    std::vector<Lane> m_lanes; ///< One for each automation, and one for the runs of unknown ones.
    std::vector<Waiting> m_waiting;
    std::vector<qint32> m_free; ///< Unused places in m_waiting.
    Heap<Running> m_running;
    int m_working = 0; ///< Of those, the ones on this machine.
    Heap<Held> m_held;
    TurnQueue m_ready;      ///< Heads of lanes that only lack a place on the machine.
    TurnQueue m_readyThere; ///< Heads of lanes that lack nothing, and run elsewhere.
    quint32 m_nextTurn = 0;
};

} // namespace domain
