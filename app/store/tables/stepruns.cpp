// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/stepruns.h"

#include "app/domain/input/passing.h"
#include "app/domain/reasons.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/pausetable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Automation;
using domain::Run;

/// A workflow that is among its own steps, however deep, would never end.
base::Status checkNesting(Transaction &transaction, Run run, const Automation &step)
{
    RunTable table(transaction.db());
    while (run.automationId != step.id) {
        if (run.trigger != domain::TriggerKind::Workflow) {
            return {};
        }
        TRY(run, table.get(run.parentRunId));
    }
    return base::invalid(u"automation_id"_s, u"the workflow %1 would run itself"_s.arg(step.name));
}

/// What is said in the workflow comes before what the steps before have brought.
Result<domain::ArgumentValues> valuesFor(const Automation &automation, const StepRequest &request)
{
    domain::ArgumentValues values;
    for (const QJsonValue &result : request.results) {
        values.insert(domain::filledBy(result, automation.arguments));
    }
    TRY(const domain::ArgumentValues given,
        domain::argumentValuesFromJson(automation.arguments, domain::toJson(request.step.arguments)));
    values.insert(given);
    return domain::completed(automation.arguments, values);
}

void skip(Run &run, const QString &reason)
{
    run.status = domain::RunStatus::Skipped;
    run.finishedAt = run.queuedAt;
    run.reason = reason;
}

} // namespace

Result<Run> insertStepRun(Transaction &transaction, const base::RunId &workflow, const StepRequest &request)
{
    TRY(const Run parent, RunTable(transaction.db()).get(workflow));
    if (parent.status != domain::RunStatus::Running) {
        return wrongStatus(parent, u"running to go on with its steps"_s);
    }
    TRY(const std::optional<Automation> automation, AutomationTable(transaction.db()).find(request.step.automation));
    if (!automation) {
        return base::notFound(u"automation %1"_s.arg(request.step.automation.text()));
    }
    CHECK(checkNesting(transaction, parent, *automation));
    Run run;
    run.automationId = automation->id;
    run.automationName = automation->name;
    run.automationVersion = automation->version;
    run.trigger = domain::TriggerKind::Workflow;
    run.triggerDetail = request.step.id;
    run.parentRunId = parent.id;
    run.queuedAt = transaction.now();
    TRY(run.arguments, valuesFor(*automation, request));
    TRY(const AllPaused everything, readAllPaused(transaction.db()));
    if (automation->paused || everything.state == Pausing::On) {
        skip(run, automation->paused ? domain::reason::paused() : domain::reason::everythingPaused());
    }
    TRY(const bool inserted, insertRun(transaction, run));
    Q_UNUSED(inserted) // only slots and followers can be there already
    return run;
}

base::Status cancelWaitingSteps(Transaction &transaction, const Run &workflow)
{
    TRY(const QList<Run> steps, RunTable(transaction.db()).stepsOf(workflow.id));
    for (const Run &step : steps) {
        if (isQueuedOrHeld(step) || step.status == domain::RunStatus::AwaitingApproval) {
            CHECK(cancelRun(transaction, step, domain::reason::itsWorkflow()));
        }
    }
    return {};
}

} // namespace store
