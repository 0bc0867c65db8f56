// SPDX-License-Identifier: Apache-2.0
#include "app/domain/workflow/standing.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// The newest of each step that the current attempt made.
QHash<QString, Run> runsByStep(const Run &workflow, const QList<Run> &runs)
{
    QHash<QString, Run> byStep;
    const std::optional<base::Instant> begin = attemptStart(workflow);
    for (const Run &run : runs) {
        if (!begin || run.queuedAt >= *begin) {
            byStep.insert(run.triggerDetail, run);
        }
    }
    return byStep;
}

QJsonValue timeOrNull(const std::optional<base::Instant> &time)
{
    return time ? QJsonValue(base::isoUtc(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const Standing &standing)
{
    QJsonObject json{{u"id"_s, standing.step.id},
                     {u"automation_id"_s, standing.step.automation.text()},
                     {u"status"_s, standingWord(standing)}};
    const std::optional<Run> &run = standing.run;
    json.insert("automation_name"_L1, run ? QJsonValue(run->automationName) : QJsonValue());
    json.insert("run_id"_L1, run ? QJsonValue(run->id.text()) : QJsonValue());
    json.insert("queued_at"_L1, run ? QJsonValue(base::isoUtc(run->queuedAt)) : QJsonValue());
    json.insert("started_at"_L1, run ? timeOrNull(run->startedAt) : QJsonValue());
    json.insert("finished_at"_L1, run ? timeOrNull(run->finishedAt) : QJsonValue());
    json.insert("attempt"_L1, run ? QJsonValue(run->attempt) : QJsonValue());
    json.insert("reason"_L1, run ? run->reason : QString());
    return json;
}

} // namespace

QList<Standing> standings(const Steps &steps, const Run &workflow, const QList<Run> &runs)
{
    const QHash<QString, Run> byStep = runsByStep(workflow, runs);
    StepStates states;
    for (const Step &step : steps) {
        if (byStep.contains(step.id)) {
            states.insert(step.id, stepState(byStep.value(step.id).status));
        }
    }
    const Progress progress = progressOf(steps, states);
    QList<Standing> all;
    for (const Step &step : steps) {
        Standing standing{.step = step, .state = states.value(step.id)};
        if (byStep.contains(step.id)) {
            standing.run = byStep.value(step.id);
        } else if (progress.notTaken.contains(step.id)) {
            standing.state = StepState::NotTaken;
        } else {
            standing.willCome = !isFinal(workflow.status);
        }
        all.append(standing);
    }
    return all;
}

QString standingWord(const Standing &standing)
{
    if (standing.run) {
        return statusWord(standing.run->status);
    }
    return standing.state == StepState::NotTaken ? u"not_taken"_s : standing.willCome ? u"waiting"_s : u"not_started"_s;
}

QJsonArray toJson(const QList<Standing> &standings)
{
    QJsonArray list;
    for (const Standing &standing : standings) {
        list.append(toJson(standing));
    }
    return list;
}

} // namespace domain
