// SPDX-License-Identifier: Apache-2.0
#include "app/domain/workflow/progress.h"

#include <algorithm>

namespace domain {

namespace {

bool isOver(StepState state)
{
    return state != StepState::Waiting && state != StepState::Open;
}

bool isTaken(AfterOn on, StepState before)
{
    switch (on) {
    case AfterOn::Success:
        return before == StepState::Done;
    case AfterOn::Failure:
        return before == StepState::Failed;
    case AfterOn::Any:
        return isOver(before);
    }
    Q_UNREACHABLE();
}

/// A step whose failure another one was made for has done its part.
bool isHandled(const Step &failed, const Steps &steps, const StepStates &states)
{
    return std::any_of(steps.begin(), steps.end(), [&](const Step &step) {
        const StepState state = states.value(step.id);
        const bool follows = std::any_of(step.after.begin(), step.after.end(), [&failed](const StepAfter &edge) {
            return edge.step == failed.id && edge.on == AfterOn::Failure;
        });
        return follows && state != StepState::NotTaken;
    });
}

/// True if it waited and never will start.
bool giveUp(const Step &step, StepStates &states)
{
    const bool lost = std::any_of(step.after.begin(), step.after.end(), [&states](const StepAfter &edge) {
        const StepState before = states.value(edge.step);
        return isOver(before) && !isTaken(edge.on, before);
    });
    if (lost) {
        states.insert(step.id, StepState::NotTaken);
    }
    return lost;
}

} // namespace

Progress progressOf(const Steps &steps, StepStates states)
{
    Progress progress;
    for (bool changed = true; changed;) {
        changed = false;
        for (const Step &step : steps) {
            if (states.value(step.id) == StepState::Waiting && giveUp(step, states)) {
                progress.notTaken.append(step.id);
                changed = true;
            }
        }
    }
    bool open = false;
    for (const Step &step : steps) {
        const StepState state = states.value(step.id);
        const bool ready = std::all_of(step.after.begin(), step.after.end(), [&states](const StepAfter &edge) {
            return isTaken(edge.on, states.value(edge.step));
        });
        if (state == StepState::Waiting && ready) {
            progress.start.append(step.id);
        } else if (state == StepState::Failed && !isHandled(step, steps, states)) {
            progress.failed.append(step.id);
        }
        open = open || state == StepState::Open;
    }
    progress.over = !open && progress.start.isEmpty();
    return progress;
}

StepState stepState(RunStatus status)
{
    if (!isFinal(status)) {
        return StepState::Open;
    }
    return status == RunStatus::Done ? StepState::Done : StepState::Failed;
}

} // namespace domain
