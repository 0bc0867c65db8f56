// SPDX-License-Identifier: Apache-2.0
#include "app/domain/rehearsal/machine.h"

#include <algorithm>

namespace domain {

namespace {

ForecastReason reasonOf(Hindrance hindrance)
{
    switch (hindrance) {
    case Hindrance::None:
        return ForecastReason::None;
    case Hindrance::EarlierRun:
        return ForecastReason::EarlierRun;
    case Hindrance::ParallelLimit:
        return ForecastReason::ParallelLimit;
    case Hindrance::MachineLimit:
        return ForecastReason::MachineLimit;
    case Hindrance::Overlap:
        return ForecastReason::Overlap;
    case Hindrance::QueueFull:
        return ForecastReason::QueueFull;
    case Hindrance::Replaced:
        return ForecastReason::Replaces;
    case Hindrance::Lock:
        break; // locks are not rehearsed
    }
    Q_UNREACHABLE();
}

} // namespace

Machine::Machine(const ForecastInput &input, Forecast &result)
    : m_input(input),
      m_result(result),
      m_windows(input.windows, input.automations),
      m_limit(std::max(input.globalLimit, 1)),
      m_lanes(size_t(input.automations.size()) + 1)
{
    makeLanes();
    seed();
}

void Machine::makeLanes()
{
    for (qsizetype i = 0; i < m_input.automations.size(); ++i) {
        const Automation &automation = m_input.automations.at(i);
        Lane &lane = m_lanes[size_t(i)];
        lane.rules = OverlapRules::of(automation);
        lane.duration = m_result.durations.at(i).duration;
        lane.paused = automation.paused;
        lane.elsewhere = !automation.connectionId.isEmpty();
    }
}

void Machine::seed()
{
    QHash<base::AutomationId, quint32> indices;
    for (qsizetype i = 0; i < m_input.automations.size(); ++i) {
        indices.insert(m_input.automations.at(i).id, quint32(i));
    }
    const quint32 unknown = quint32(m_input.automations.size());
    QList<OpenRun> open = m_input.open;
    std::stable_sort(open.begin(), open.end(),
                     [](const OpenRun &a, const OpenRun &b) { return a.queuedAt < b.queuedAt; });
    QList<Waiting> waiting;
    for (const OpenRun &run : std::as_const(open)) {
        const quint32 index = indices.value(run.automation, unknown);
        if (!run.startedAt) {
            waiting.append({m_nextTurn++, index, none, none});
            continue;
        }
        occupy({std::max(*run.startedAt + m_lanes[index].duration, m_input.from), index, none});
    }
    for (const Waiting &run : std::as_const(waiting)) {
        // Of a removed automation nothing starts any more.
        if (run.automation != unknown) {
            consider(run, m_input.from);
        }
    }
}

qint32 Machine::keep(const PlannedStep &step)
{
    if (m_input.only && *m_input.only != qsizetype(step.automation)) {
        return none;
    }
    ForecastSlot slot;
    slot.slot = step.slot;
    slot.start = step.due;
    slot.end = step.due;
    slot.automation = step.automation;
    slot.jitterMs = quint32((step.due - step.slot).count());
    slot.trigger = step.trigger;
    m_result.slots.append(slot);
    return qint32(m_result.slots.size() - 1);
}

ForecastSlot *Machine::slotOf(qint32 result)
{
    return result == none ? nullptr : &m_result.slots[result];
}

void Machine::arrive(const PlannedStep &step)
{
    advance(step.due);
    const Waiting run{m_nextTurn++, step.automation, keep(step), none};
    const Lane &lane = m_lanes[step.automation];
    if (m_input.everythingPaused && !lane.elsewhere) {
        settle(run, step.due, Decision::Skip, ForecastReason::EverythingPaused);
    } else if (lane.paused) {
        settle(run, step.due, Decision::Skip, ForecastReason::AutomationPaused);
    } else {
        consider(run, step.due);
    }
}

void Machine::settle(const Waiting &run, base::Instant now, Decision decision, ForecastReason reason)
{
    if (ForecastSlot *slot = slotOf(run.result)) {
        slot->start = now;
        slot->end = now;
        slot->decision = decision;
        slot->reason = reason;
    }
}

/// False where the run has been dealt with: skipped, held, or left to a person.
bool Machine::passesWindows(const Waiting &run, base::Instant now)
{
    const std::optional<OpenWindow> window = m_windows.strictest(now, run.automation);
    if (!window || window->effect == WindowEffect::Execute) {
        return true;
    }
    ForecastSlot *slot = slotOf(run.result);
    if (slot) {
        slot->window = window->index;
    }
    Lane &lane = m_lanes[run.automation];
    switch (window->effect) {
    case WindowEffect::Execute:
    case WindowEffect::Notify:
        return true;
    case WindowEffect::Approve:
        settle(run, now, Decision::Approval, ForecastReason::Window);
        return false;
    case WindowEffect::OnceAfter:
        if (!lane.held) {
            lane.held = true;
            waits(run, ForecastReason::Window);
            m_held.add({window->to, run});
            return false;
        }
        [[fallthrough]];
    case WindowEffect::Skip:
        settle(run, now, Decision::Skip, ForecastReason::Window);
        return false;
    }
    Q_UNREACHABLE();
}

void Machine::consider(const Waiting &run, base::Instant now)
{
    if (!passesWindows(run, now)) {
        return;
    }
    const Lane &lane = m_lanes[run.automation];
    Surroundings around = lane.around(lane.waiting);
    around.runningEverywhere = lane.elsewhere ? 0 : m_working;
    around.globalLimit = m_limit;
    const Ruling ruling = rulingOnThisMachine(rulingAmongItsOwn(lane.rules, around), lane.rules, around);
    if (ruling.verdict == Verdict::Start) {
        begin(run, now);
        return;
    }
    if (ruling.verdict == Verdict::Skip) {
        settle(run, now, Decision::Skip, reasonOf(ruling.hindrance));
        return;
    }
    waits(run, reasonOf(ruling.hindrance));
    enqueue(run);
    if (lane.waiting == 1) {
        lookAtHead(run.automation, now);
    }
}

/// The reason is what it met first.
void Machine::waits(const Waiting &run, ForecastReason reason)
{
    if (ForecastSlot *slot = slotOf(run.result)) {
        slot->decision = Decision::Wait;
        slot->reason = slot->reason == ForecastReason::None ? reason : slot->reason;
    }
}

void Machine::begin(const Waiting &run, base::Instant now)
{
    const base::Instant end = now + m_lanes[run.automation].duration;
    if (ForecastSlot *slot = slotOf(run.result)) {
        slot->decision = now == slot->due() ? Decision::Run : Decision::Wait;
        slot->start = now;
        slot->end = end;
    }
    occupy({end, run.automation, run.result});
}

void Machine::occupy(const Running &run)
{
    Lane &lane = m_lanes[run.automation];
    ++lane.running;
    m_working += lane.elsewhere ? 0 : 1;
    m_running.add(run);
}

void Machine::enqueue(const Waiting &run)
{
    qint32 place = qint32(m_waiting.size());
    if (m_free.empty()) {
        m_waiting.push_back(run);
    } else {
        place = m_free.back();
        m_free.pop_back();
        m_waiting[size_t(place)] = run;
    }
    Lane &lane = m_lanes[run.automation];
    (lane.first == none ? lane.first : m_waiting[size_t(lane.last)].next) = place;
    lane.last = place;
    ++lane.waiting;
}

Machine::Waiting Machine::dequeue(quint32 automation)
{
    Lane &lane = m_lanes[automation];
    const qint32 place = lane.first;
    Waiting run = m_waiting[size_t(place)];
    lane.first = std::exchange(run.next, none);
    m_free.push_back(place);
    --lane.waiting;
    return run;
}

/// The first that waits in a lane, after it became the first or a run of the lane ended: does only the machine's limit
/// keep it?
void Machine::lookAtHead(quint32 automation, base::Instant now)
{
    const Lane &lane = m_lanes[automation];
    if (lane.first == none) {
        return;
    }
    const Verdict verdict = rulingAmongItsOwn(lane.rules, lane.around(0)).verdict;
    if (verdict == Verdict::Start) {
        (lane.elsewhere ? m_readyThere : m_ready).add({m_waiting[size_t(lane.first)].turn, automation});
    } else if (verdict == Verdict::ReplaceFirst) {
        replaceRunning(automation, now);
    }
}

/// They end now; what that makes possible follows with the next advance().
void Machine::replaceRunning(quint32 automation, base::Instant now)
{
    m_running.changeAll([&](Running &running) {
        if (running.automation == automation && running.end > now) {
            running.end = now;
            if (ForecastSlot *slot = slotOf(running.result)) {
                slot->end = now;
                slot->replaced = true;
            }
        }
    });
}

/// Gives free places to those that waited longest.
void Machine::serve(base::Instant now)
{
    while (!m_readyThere.isEmpty()) {
        serve(m_readyThere.take(), now);
    }
    while (!m_ready.isEmpty() && m_working < m_limit) {
        const TurnQueue::Turn ready = m_ready.take();
        if (!m_ready.isEmpty()) {
            expect(m_ready.first().automation);
        }
        serve(ready, now);
    }
}

void Machine::serve(const TurnQueue::Turn &ready, base::Instant now)
{
    const Lane &lane = m_lanes[ready.automation];
    // Said twice, because a run of the lane ended meanwhile.
    if (lane.first == none || m_waiting[size_t(lane.first)].turn != ready.number) {
        return;
    }
    if (rulingAmongItsOwn(lane.rules, lane.around(0)).verdict != Verdict::Start) {
        return;
    }
    const Waiting run = dequeue(ready.automation);
    if (passesWindows(run, now)) {
        begin(run, now);
    }
    lookAtHead(ready.automation, now);
}

/// Everything up to an instant, in order: at each one first the ends and what they make room for, then one after the
/// other those whose window ends, as if they arrived.
void Machine::advance(base::Instant until)
{
    while (!m_running.isEmpty() || !m_held.isEmpty()) {
        const bool heldFirst =
            m_running.isEmpty() || (!m_held.isEmpty() && m_held.first().until < m_running.first().end);
        const base::Instant now = heldFirst ? m_held.first().until : m_running.first().end;
        if (now > until) {
            return;
        }
        if (heldFirst) {
            const Waiting run = m_held.take().run;
            m_lanes[run.automation].held = false;
            consider(run, now);
            continue;
        }
        while (!m_running.isEmpty() && m_running.first().end <= now) {
            const Running ended = m_running.take();
            if (!m_running.isEmpty()) {
                expect(m_running.first().automation);
            }
            Lane &lane = m_lanes[ended.automation];
            --lane.running;
            m_working -= lane.elsewhere ? 0 : 1;
            lookAtHead(ended.automation, now);
        }
        serve(now);
    }
}

void Machine::finish()
{
    advance(base::Instant::max());
}

} // namespace domain
