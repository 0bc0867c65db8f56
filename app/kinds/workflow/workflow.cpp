// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/workflow/workflow.h"

#include "app/kinds/workflow/workflowjob.h"

using namespace Qt::StringLiterals;

namespace kinds {

domain::KindInfo Workflow::info() const
{
    return {.type = u"workflow"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Workflow"),
            .icon = u"kind-workflow"_s,
            .fields = {{.name = u"steps"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Steps"),
                        .help = QT_TRANSLATE_NOOP("catalog",
                                                  "Automations that are run one after another, or side by side."),
                        .type = domain::FieldType::StepList}},
            .onlyWaits = true,
            .oneOf = {u"steps"_s}};
}

/// What its steps name may come and go; whoever is missing then fails its step.
base::Status Workflow::check(const domain::Automation &) const
{
    return {};
}

std::unique_ptr<engine::Job> Workflow::makeJob(const engine::JobContext &context) const
{
    return std::make_unique<WorkflowJob>(context);
}

} // namespace kinds
