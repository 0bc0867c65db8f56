// SPDX-License-Identifier: Apache-2.0
#include "app/domain/forecast.h"

#include "app/base/wordtable.h"
#include "app/domain/rehearsal/machine.h"
#include "app/domain/rehearsal/plannedslots.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<Decision, Decision::Approval> decisionWords({{
    {Decision::Run, u"run"},
    {Decision::Wait, u"wait"},
    {Decision::Skip, u"skip"},
    {Decision::Approval, u"approval"},
}});

constexpr base::WordTable<ForecastReason, ForecastReason::Replaces> reasonWords({{
    {ForecastReason::None, u""},
    {ForecastReason::AutomationPaused, u"automation_paused"},
    {ForecastReason::EverythingPaused, u"everything_paused"},
    {ForecastReason::Window, u"window"},
    {ForecastReason::Overlap, u"overlap"},
    {ForecastReason::QueueFull, u"queue_full"},
    {ForecastReason::EarlierRun, u"earlier_run"},
    {ForecastReason::ParallelLimit, u"parallel_limit"},
    {ForecastReason::MachineLimit, u"machine_limit"},
    {ForecastReason::Replaces, u"replaces"},
}});

/// As many as arrive while a value comes from the memory.
constexpr size_t stepsAhead = 8;
/// A power of two; a question in so many slots costs nothing.
constexpr qsizetype slotsBetweenQuestions = 4096;

QList<ExpectedDuration> expectedDurations(const ForecastInput &input)
{
    QList<ExpectedDuration> expected;
    expected.reserve(input.automations.size());
    for (const Automation &automation : input.automations) {
        const auto known = input.durations.constFind(automation.id);
        ExpectedDuration one;
        one.learned = known != input.durations.constEnd();
        one.duration = one.learned ? std::max(*known, base::Millis(0)) : unknownDuration;
        if (automation.timeoutSeconds > 0) {
            one.duration = std::min<base::Millis>(one.duration, base::Seconds(automation.timeoutSeconds));
        }
        expected.append(one);
    }
    return expected;
}

/// Lets steps arrive until the end or a limit.
class Walk
{
public:
    Walk(const ForecastInput &input, Forecast &result)
        : m_input(input),
          m_result(result),
          m_mostSlots(std::clamp<qsizetype>(input.mostSlots, 0, mostRehearsedSlots)),
          m_machine(input, result)
    {
    }

    /// False when it is over.
    bool arrive(const std::vector<PlannedStep> &steps)
    {
        for (size_t i = 0; i < steps.size(); ++i) {
            const PlannedStep &step = steps[i];
            m_machine.expect(steps[std::min(i + stepsAhead, steps.size() - 1)].automation);
            const bool kept = !m_input.only || *m_input.only == qsizetype(step.automation);
            if ((kept && m_result.slots.size() >= m_mostSlots) || m_count >= mostRehearsedSlots) {
                m_result.more = true;
                m_result.until = step.due;
                return false;
            }
            if (m_count++ % slotsBetweenQuestions == 0 && m_input.isCancelled && m_input.isCancelled()) {
                m_result.cancelled = true;
                return false;
            }
            m_machine.arrive(step);
        }
        return !steps.empty();
    }

    void finish() { m_machine.finish(); }

private:
    const ForecastInput &m_input;
    Forecast &m_result;
    const qsizetype m_mostSlots;
    qsizetype m_count = 0;
    Machine m_machine;
};

} // namespace

std::optional<base::Millis> usualDuration(QList<base::Millis> durations)
{
    if (durations.isEmpty()) {
        return std::nullopt;
    }
    const auto middle = durations.begin() + (durations.size() - 1) / 2;
    std::nth_element(durations.begin(), middle, durations.end());
    return *middle;
}

void ForecastInput::plan(base::Instant begin, base::Instant end)
{
    from = begin;
    to = end;
    windows = plannedWindows(maintenance, begin, end);
}

Forecast forecast(const ForecastInput &input)
{
    Forecast result;
    result.until = input.to;
    result.durations = expectedDurations(input);
    PlannedSlots planned(input.automations, input.from, input.to);
    result.unreadable = planned.unreadable();
    Walk walk(input, result);
    while (walk.arrive(planned.nextBatch())) {
    }
    if (!result.cancelled) {
        walk.finish();
    }
    return result;
}

QString decisionWord(Decision decision)
{
    return decisionWords.of(decision);
}

QStringList allDecisionWords()
{
    return decisionWords.words();
}

QString reasonWord(ForecastReason reason)
{
    return reasonWords.of(reason);
}

} // namespace domain
