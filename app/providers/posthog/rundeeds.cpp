// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/taskdeeds.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

using domain::FieldSpec;
using domain::FieldType;

FieldSpec branchField()
{
    return plainField(u"branch"_s, QT_TRANSLATE_NOOP("catalog", "Branch"));
}

FieldSpec stageField()
{
    return plainField(u"stage"_s, QT_TRANSLATE_NOOP("catalog", "Stage"),
                      QT_TRANSLATE_NOOP("catalog", "Any word, at most 100 characters: research, plan, build"));
}

FieldSpec document(const QString &name, const char *label, const char *help)
{
    return typed(plainField(name, label, help), FieldType::Script);
}

QList<FieldSpec> startFields()
{
    return {
        taskField(),
        chosen(plainField(u"mode"_s, QT_TRANSLATE_NOOP("catalog", "Mode")), {u"background"_s, u"interactive"_s}),
        branchField(),
        plainField(u"resume_from_run_id"_s, QT_TRANSLATE_NOOP("catalog", "Go on with"),
                   QT_TRANSLATE_NOOP("catalog", "The id of an earlier run (newer servers only)")),
        plainField(u"pending_user_message"_s, QT_TRANSLATE_NOOP("catalog", "Message"),
                   QT_TRANSLATE_NOOP("catalog", "What the agent is told at the begin (newer servers only)")),
        plainField(u"sandbox_environment_id"_s, QT_TRANSLATE_NOOP("catalog", "Sandbox environment"),
                   QT_TRANSLATE_NOOP("catalog", "Newer servers only")),
        plainField(u"model"_s, QT_TRANSLATE_NOOP("catalog", "Model"),
                   QT_TRANSLATE_NOOP("catalog", "Newer servers only")),
    };
}

QList<FieldSpec> updateFields()
{
    return {
        runField(),
        chosen(plainField(u"status"_s, QT_TRANSLATE_NOOP("catalog", "Status"),
                          QT_TRANSLATE_NOOP("catalog", "The last three end the run")),
               {u"not_started"_s, u"queued"_s, u"in_progress"_s, u"completed"_s, u"failed"_s, u"cancelled"_s}),
        branchField(),
        stageField(),
        document(u"output"_s, QT_TRANSLATE_NOOP("catalog", "Output"),
                 QT_TRANSLATE_NOOP("catalog", "Replaces all of it on servers of early 2026; newer ones merge it")),
        document(u"state"_s, QT_TRANSLATE_NOOP("catalog", "State"),
                 QT_TRANSLATE_NOOP("catalog", "Replaces all of it on servers of early 2026; newer ones merge it")),
        plainField(u"error_message"_s, QT_TRANSLATE_NOOP("catalog", "Error message")),
        typed(plainField(u"state_remove_keys"_s, QT_TRANSLATE_NOOP("catalog", "Take out of the state"),
                         QT_TRANSLATE_NOOP("catalog", "Names of its fields (newer servers only)")),
              FieldType::Texts),
    };
}

/// What runs are told and given.
QList<Deed> recordDeeds()
{
    const QStringList places{u"local"_s, u"cloud"_s};
    return {
        {.action = {.name = u"run"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Run"),
                    .help =
                        QT_TRANSLATE_NOOP("catalog", "Makes a run and starts it; the answer is the task with that run"),
                    .fields = startFields(),
                    .changes = true},
         .method = "POST",
         .path = u"{task}/run"_s},
        {.action = {.name = u"create-run"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Create a run"),
                    .help = QT_TRANSLATE_NOOP(
                        "catalog", "Makes a run and starts nothing; newer servers want start-run for one in the cloud"),
                    .fields = {taskField(),
                               chosen(
                                   plainField(u"environment"_s, QT_TRANSLATE_NOOP("catalog", "Environment"),
                                              QT_TRANSLATE_NOOP("catalog", "Which one is usual depends on the server")),
                                   places),
                               stageField(), branchField()},
                    .changes = true},
         .method = "POST",
         .path = u"{task}/runs"_s},
        {.action = {.name = u"show-run"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Show a run"),
                    .help =
                        QT_TRANSLATE_NOOP("catalog", "All that the server tells of a run: stage, output, state, files"),
                    .fields = {runField()}},
         .method = "GET",
         .path = u"{run}"_s},
        {.action = {.name = u"update-run"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Change a run"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Sets the fields that are given"),
                    .fields = updateFields(),
                    .changes = true},
         .method = "PATCH",
         .path = u"{run}"_s},
    };
}

/// How they go on and end.
QList<Deed> courseDeeds()
{
    return {
        {.action = {.name = u"start-run"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Start a run"),
                    .help =
                        QT_TRANSLATE_NOOP("catalog", "One that was made without being started (newer servers only)"),
                    .fields = {runField()},
                    .changes = true},
         .method = "POST",
         .path = u"{run}/start"_s},
        {.action = {.name = u"cancel-run"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Cancel a run"),
                    .help =
                        QT_TRANSLATE_NOOP("catalog", "By its own route where the server has one, else by its status"),
                    .fields = {runField()},
                    .changes = true}},
        {.action = {.name = u"set-output"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Set the output"),
                    .help = QT_TRANSLATE_NOOP("catalog",
                                              "Newer servers hold it against the schema of the task, and end the run"),
                    .fields = {runField(), needed(document(u"output"_s, QT_TRANSLATE_NOOP("catalog", "Output"),
                                                           QT_TRANSLATE_NOOP("catalog", "A JSON object")))},
                    .changes = true},
         .method = "PATCH",
         .path = u"{run}/set_output"_s},
        {.action = {.name = u"resume-in-cloud"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Go on in the cloud"),
                    .help = QT_TRANSLATE_NOOP("catalog", "With a run of a machine of one's own (newer servers only)"),
                    .fields = {runField()},
                    .changes = true},
         .method = "POST",
         .path = u"{run}/resume_in_cloud"_s,
         .answer = Form::Any},
    };
}

} // namespace

QList<Deed> runDeeds()
{
    return recordDeeds() + courseDeeds();
}

} // namespace providers::posthog
