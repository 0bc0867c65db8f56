// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/workflows.h"

#include "app/providers/noba/reading.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

constexpr base::Millis betweenSteps{3000};

struct Step
{
    syncing::RemoteRun run;
    StepMark mark;
};

struct Execution
{
    QList<Step> steps; // oldest first
};

/// Whether this step can't belong to an execution that has those steps.
bool beginsAnew(const Execution &execution, const Step &step)
{
    const Step &last = execution.steps.last();
    if (last.run.requestedBy != step.run.requestedBy || last.mark.isParallel != step.mark.isParallel ||
        last.mark.node.isEmpty() != step.mark.node.isEmpty()) {
        return true;
    }
    if (step.mark.node.isEmpty() && !step.mark.isParallel) {
        const bool goesOn = step.mark.number > last.mark.number ||
                            (step.mark.number == last.mark.number && step.mark.retry > last.mark.retry);
        return !goesOn;
    }
    // Side by side, and in a graph, every step runs once at most.
    return std::any_of(execution.steps.begin(), execution.steps.end(), [&step](const Step &one) {
        return one.mark.number == step.mark.number && one.mark.node == step.mark.node;
    });
}

/// Of the steps that count: a retry takes the place of what it retries.
QList<Step> lastTries(const Execution &execution)
{
    QList<Step> last;
    for (const Step &step : execution.steps) {
        last.removeIf([&step](const Step &one) {
            return one.mark.number == step.mark.number && one.mark.node == step.mark.node;
        });
        last.append(step);
    }
    return last;
}

domain::RunStatus worstOf(const QList<Step> &steps)
{
    using enum domain::RunStatus;
    const QList<domain::RunStatus> fromBest{Done,   Cancelled, Interrupted,      TimedOut,
                                            Failed, Queued,    AwaitingApproval, Running};
    domain::RunStatus worst = Done;
    for (const Step &step : steps) {
        worst = fromBest.indexOf(step.run.status) > fromBest.indexOf(worst) ? step.run.status : worst;
    }
    return worst;
}

syncing::RemoteRun runOf(const Execution &execution, base::Instant now)
{
    const Step &first = execution.steps.first();
    const QList<Step> counting = lastTries(execution);
    syncing::RemoteRun run;
    run.remoteId = executionId(first.mark.workflow, first.run.remoteId);
    run.automationRemoteId = first.mark.workflow;
    run.requestedBy = first.run.requestedBy;
    run.queuedAt = first.run.queuedAt;
    run.startedAt = first.run.startedAt;
    run.status = worstOf(counting);
    run.hasLog = false;
    for (const Step &step : counting) {
        run.finishedAt = std::max(run.finishedAt, step.run.finishedAt);
        if (step.run.status == run.status && !step.run.errorMessage.isEmpty()) {
            run.errorMessage = step.run.errorMessage;
        }
    }
    // The next step may be about to begin.
    if (run.status == domain::RunStatus::Done && run.finishedAt && now - *run.finishedAt < betweenSteps) {
        run.status = domain::RunStatus::Running;
    }
    if (!domain::isFinal(run.status)) {
        run.finishedAt.reset();
    }
    run.theirStatus = domain::statusWord(run.status);
    run.reason = u"%1 steps; NOBA keeps no log of the whole, each step has its own"_s.arg(counting.size());
    return run;
}

void holdAtGates(QList<syncing::RemoteRun> &newestFirst, QSet<QString> gated)
{
    for (syncing::RemoteRun &run : newestFirst) {
        if (gated.remove(run.automationRemoteId)) {
            run.status = domain::RunStatus::AwaitingApproval;
            run.theirStatus = domain::statusWord(run.status);
            run.finishedAt.reset();
        }
    }
}

} // namespace

std::optional<StepMark> stepMarkOf(const QString &trigger)
{
    static const QRegularExpression form(
        u"^workflow:([^:]+):(?:step(\\d{1,9})(?::retry(\\d{1,9}))?|parallel(\\d{1,9})|node:(.+))$"_s);
    const QRegularExpressionMatch match = form.match(trigger);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const bool isParallel = !match.captured(4).isEmpty();
    return StepMark{.workflow = match.captured(1),
                    .node = match.captured(5),
                    .number = match.captured(isParallel ? 4 : 2).toLongLong(),
                    .retry = match.captured(3).toLongLong(),
                    .isParallel = isParallel};
}

QString executionId(const QString &workflow, const QString &firstRun)
{
    return u"workflow:%1:%2"_s.arg(workflow, firstRun);
}

QString workflowOf(const QString &id)
{
    return id.startsWith("workflow:"_L1) ? id.section(u':', 1, 1) : QString();
}

Executions executionsIn(const QJsonArray &items, bool isCutOff, base::Instant now, const QSet<QString> &gated)
{
    QList<Execution> all; // oldest first
    QHash<QString, qsizetype> current;
    for (qsizetype i = items.size(); i-- > 0;) {
        const QJsonObject item = items.at(i).toObject();
        const std::optional<StepMark> mark = stepMarkOf(item.value("trigger"_L1).toString());
        const base::Result<syncing::RemoteRun> run = noba::runOf(item);
        if (!mark || !run) {
            continue;
        }
        const Step step{*run, *mark};
        const auto found = current.constFind(mark->workflow);
        if (found == current.constEnd() || beginsAnew(all.at(*found), step)) {
            current.insert(mark->workflow, all.size());
            all.append(Execution{});
        }
        all[current.value(mark->workflow)].steps.append(step);
    }
    Executions executions;
    QSet<QString> seen;
    for (const Execution &execution : all) {
        const QString workflow = execution.steps.first().mark.workflow;
        const bool isOldest = !seen.contains(workflow);
        seen.insert(workflow);
        if (isCutOff && isOldest) {
            continue;
        }
        const syncing::RemoteRun run = runOf(execution, now);
        executions.runs.prepend(run);
        for (const Step &step : execution.steps) {
            executions.steps[run.remoteId].append(step.run.remoteId);
        }
    }
    holdAtGates(executions.runs, gated);
    return executions;
}

} // namespace providers::noba
