// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/actions.h"

#include "app/providers/theeye/leaving.h"
#include "app/sync/fields.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

using domain::FieldSpec;
using domain::FieldType;
using syncing::field;
using syncing::helped;
using syncing::needed;

FieldSpec task()
{
    return needed(field(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Task")));
}

FieldSpec job()
{
    return needed(field(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Job")));
}

FieldSpec schedule()
{
    return needed(field(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Schedule")));
}

FieldSpec webhook()
{
    return needed(field(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Webhook")));
}

FieldSpec key()
{
    return needed(field(u"key"_s, QT_TRANSLATE_NOOP("catalog", "Secret key")));
}

FieldSpec arguments()
{
    return helped(field(u"task_arguments"_s, QT_TRANSLATE_NOOP("catalog", "Arguments"), FieldType::Script),
                  QT_TRANSLATE_NOOP("catalog", "A JSON list in their order, null for fixed ones"));
}

FieldSpec people(const QString &name, const char *label)
{
    return needed(field(name, label, FieldType::Texts));
}

QList<Row> recipeRows()
{
    FieldSpec depth = field(u"mode"_s, QT_TRANSLATE_NOOP("catalog", "Depth"), FieldType::Choice);
    depth.choices = {u"deep"_s, u"shallow"_s};
    depth.choiceLabels = {QT_TRANSLATE_NOOP("catalog", "with its script"),
                          QT_TRANSLATE_NOOP("catalog", "without its script")};
    depth.fallback = u"deep"_s;
    const FieldSpec recipe =
        needed(helped(field(u"recipe"_s, QT_TRANSLATE_NOOP("catalog", "Recipe"), FieldType::Script),
                      QT_TRANSLATE_NOOP("catalog", "JSON as a recipe has it: a task, or task and file")));
    return {
        {{.name = u"recipe"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Recipe"),
          .help = QT_TRANSLATE_NOOP("catalog", "A task as a file that can be imported elsewhere"),
          .fields = {task(), depth}},
         "GET",
         u"{c}/task/{id}/serialize"_s},
        {{.name = u"import-recipe"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Import a recipe"),
          .help = QT_TRANSLATE_NOOP("catalog", "Makes a task there of a recipe"),
          .fields = {recipe, helped(field(u"hostname"_s, QT_TRANSLATE_NOOP("catalog", "Bot")),
                                    QT_TRANSLATE_NOOP("catalog", "Empty is the one of the connection"))},
          .changes = true},
         "POST",
         u"{c}/task/import"_s},
        {{.name = u"secret-key"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Secret key"),
          .help = QT_TRANSLATE_NOOP("catalog", "The key that runs this one task, for admins"),
          .fields = {task()}},
         "GET",
         u"{c}/task/{id}/credentials"_s},
    };
}

QList<Row> runRows()
{
    FieldSpec hold = helped(field(u"lifecycle"_s, QT_TRANSLATE_NOOP("catalog", "Begins"), FieldType::Choice),
                            QT_TRANSLATE_NOOP("catalog", "Ready, or held back in one of its ways"));
    hold.choices = {u""_s, u"onhold"_s, u"syncing"_s, u"locked"_s};
    hold.fallback = u""_s;
    return {
        {{.name = u"run-otherwise"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Run otherwise"),
          .help = QT_TRANSLATE_NOOP("catalog", "Starts a run that is held back, or for certain people"),
          .fields = {task(), arguments(), hold,
                     field(u"assignee"_s, QT_TRANSLATE_NOOP("catalog", "Assigned to"), FieldType::Texts)},
          .changes = true},
         "POST",
         u"{c}/task/{id}/job"_s},
        {{.name = u"run-with-key"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Run with a secret key"),
          .help = QT_TRANSLATE_NOOP("catalog", "As anybody could who has the key of a task or a workflow"),
          .fields = {task(), key(), arguments()},
          .changes = true},
         "POST",
         u"{c}/task/{id}/secret/{key}/job"_s,
         Answers::Object,
         Host::Supervisor,
         Who::Key},
        {{.name = u"empty-queue"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Empty the queue"),
          .help = QT_TRANSLATE_NOOP("catalog", "Removes the jobs of a task there that are over, for admins"),
          .fields = {task()},
          .changes = true},
         "DELETE",
         u"{c}/task/{id}/job"_s},
    };
}

QList<Row> jobRows()
{
    const auto read = [](const char *name, const char *label, const char *help) {
        return domain::RemoteAction{.name = QString::fromLatin1(name), .label = label, .help = help, .fields = {job()}};
    };
    return {
        {read("job", QT_TRANSLATE_NOOP("catalog", "Job"),
              QT_TRANSLATE_NOOP("catalog", "All that is told of a job, without its secrets")),
         "GET", u"{c}/job/{id}"_s},
        {read("lifecycle", QT_TRANSLATE_NOOP("catalog", "Life cycle"),
              QT_TRANSLATE_NOOP("catalog", "Where a job stands, in one word")),
         "GET", u"{c}/job/{id}/lifecycle"_s, Answers::Text},
        {read("job-input", QT_TRANSLATE_NOOP("catalog", "Input of a job"),
              QT_TRANSLATE_NOOP("catalog", "What a job was given")),
         "GET", u"{c}/job/{id}/input"_s, Answers::List},
        {read("job-output", QT_TRANSLATE_NOOP("catalog", "Output of a job"),
              QT_TRANSLATE_NOOP("catalog", "What a job handed on")),
         "GET", u"{c}/job/{id}/output"_s, Answers::List},
        {read("participants", QT_TRANSLATE_NOOP("catalog", "Participants"),
              QT_TRANSLATE_NOOP("catalog", "Who has to do with a job")),
         "GET", u"{c}/job/{id}/participants"_s, Answers::List},
        {{.name = u"running"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "At work"),
          .help = QT_TRANSLATE_NOOP("catalog", "The jobs there that are not over")},
         "GET",
         u"job/running"_s,
         Answers::List},
        {{.name = u"running-count"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Number at work"),
          .help = QT_TRANSLATE_NOOP("catalog", "How many jobs of each task are not over")},
         "GET",
         u"job/running_count"_s,
         Answers::List},
    };
}

QList<Row> jobChangeRows()
{
    const auto change = [](const char *name, const char *label, const char *help, const QList<FieldSpec> &more) {
        return domain::RemoteAction{.name = QString::fromLatin1(name),
                                    .label = label,
                                    .help = help,
                                    .fields = QList<FieldSpec>{job()} + more,
                                    .changes = true};
    };
    return {
        {change("restart", QT_TRANSLATE_NOOP("catalog", "Restart a job"),
                QT_TRANSLATE_NOOP("catalog", "Runs a script's job again that is over"), {}),
         "PUT", u"{c}/job/{id}/restart"_s, Answers::Nothing},
        {change("give-input", QT_TRANSLATE_NOOP("catalog", "Give input"),
                QT_TRANSLATE_NOOP("catalog", "Gives a job on hold the values it waits for"),
                {people(u"args"_s, QT_TRANSLATE_NOOP("catalog", "Values"))}),
         "PUT", u"{c}/job/{id}/input"_s, Answers::Nothing},
        {change("hold", QT_TRANSLATE_NOOP("catalog", "Hold a job"),
                QT_TRANSLATE_NOOP("catalog", "Holds a job back that has not begun"), {}),
         "PUT", u"job/{id}/hold"_s, Answers::Nothing},
        {change("assign", QT_TRANSLATE_NOOP("catalog", "Assign a job"),
                QT_TRANSLATE_NOOP("catalog", "Says whose a job is"),
                {people(u"assignee"_s, QT_TRANSLATE_NOOP("catalog", "Assigned to"))}),
         "PUT", u"job/{id}/assignee"_s, Answers::Nothing},
        {change("job-acl", QT_TRANSLATE_NOOP("catalog", "Who may see a job"),
                QT_TRANSLATE_NOOP("catalog", "Replaces its access list"),
                {people(u"acl"_s, QT_TRANSLATE_NOOP("catalog", "Access list"))}),
         "PUT", u"job/{id}/acl"_s, Answers::Nothing},
    };
}

QList<Row> scheduleRows()
{
    const FieldSpec cron = helped(field(u"repeat_every"_s, QT_TRANSLATE_NOOP("catalog", "Cron")),
                                  QT_TRANSLATE_NOOP("catalog", "Five fields; empty where it is once only"));
    return {
        {{.name = u"schedules"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Schedules"),
          .help = QT_TRANSLATE_NOOP("catalog", "When a task there runs by itself, runs on hold included"),
          .fields = {task()}},
         "GET",
         u"{c}/task/{id}/schedule"_s,
         Answers::List},
        {{.name = u"schedule"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Add a schedule"),
          .help = QT_TRANSLATE_NOOP("catalog", "Runs a task there at a time, again and again, or both"),
          .fields = {task(),
                     helped(field(u"run_date"_s, QT_TRANSLATE_NOOP("catalog", "First time")),
                            QT_TRANSLATE_NOOP("catalog", "As ISO 8601; empty where cron says it")),
                     cron, field(u"timezone"_s, QT_TRANSLATE_NOOP("catalog", "Time zone"))},
          .changes = true},
         "POST",
         u"{c}/task/{id}/schedule"_s},
        {{.name = u"remove-schedule"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Remove a schedule"),
          .help = QT_TRANSLATE_NOOP("catalog", "Of a run on hold it cancels the run"),
          .fields = {schedule()},
          .changes = true},
         "DELETE",
         u"{c}/scheduler/{id}"_s},
        {{.name = u"stop-schedule"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Stop a schedule"),
          .help = QT_TRANSLATE_NOOP("catalog", "It stays there and starts nothing"),
          .fields = {schedule()},
          .changes = true},
         "PUT",
         u"scheduler/{id}/stop"_s,
         Answers::Text},
        {{.name = u"start-schedule"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Start a schedule"),
          .help = QT_TRANSLATE_NOOP("catalog", "One that was stopped goes on"),
          .fields = {schedule()},
          .changes = true},
         "PUT",
         u"scheduler/{id}/start"_s,
         Answers::Text},
    };
}

QList<Row> webhookRows()
{
    const FieldSpec name = needed(field(u"name"_s, QT_TRANSLATE_NOOP("catalog", "Name")));
    return {
        {{.name = u"webhooks"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Webhooks"),
          .help = QT_TRANSLATE_NOOP("catalog", "The receivers of webhooks there")},
         "GET",
         u"{c}/webhook"_s,
         Answers::List},
        {{.name = u"webhook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Webhook"),
          .help = QT_TRANSLATE_NOOP("catalog", "One receiver, with its key"),
          .fields = {webhook()}},
         "GET",
         u"{c}/webhook/{id}"_s},
        {{.name = u"create-webhook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Add a webhook"),
          .help = QT_TRANSLATE_NOOP("catalog", "Makes a receiver, which tasks can be triggered by"),
          .fields = {name},
          .changes = true},
         "POST",
         u"{c}/webhook"_s},
        {{.name = u"rename-webhook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Rename a webhook"),
          .help = QT_TRANSLATE_NOOP("catalog", "Gives a receiver another name"),
          .fields = {webhook(), name},
          .changes = true},
         "PUT",
         u"{c}/webhook/{id}"_s},
        {{.name = u"remove-webhook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Remove a webhook"),
          .help = QT_TRANSLATE_NOOP("catalog", "Removes a receiver there"),
          .fields = {webhook()},
          .changes = true},
         "DELETE",
         u"{c}/webhook/{id}"_s,
         Answers::Nothing},
        {{.name = u"fire-webhook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Fire a webhook"),
          .help = QT_TRANSLATE_NOOP("catalog", "Triggers what waits for it; which runs that makes is not told"),
          .fields = {webhook(), helped(field(u"key"_s, QT_TRANSLATE_NOOP("catalog", "Secret key")),
                                       QT_TRANSLATE_NOOP("catalog", "Instead of our login"))},
          .changes = true},
         "POST",
         u"{c}/webhook/{id}/trigger"_s},
    };
}

QList<Row> accountRows()
{
    return {
        {{.name = u"workflow-jobs"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Jobs of a workflow"),
          .help = QT_TRANSLATE_NOOP("catalog", "The jobs of one run of a workflow"),
          .fields = {needed(field(u"workflow"_s, QT_TRANSLATE_NOOP("catalog", "Workflow"))), job()}},
         "GET",
         u"workflows/{workflow}/job/{id}/jobs"_s,
         Answers::List},
        {{.name = u"profile"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Profile"),
          .help = QT_TRANSLATE_NOOP("catalog", "Who we are there, as the gateway tells")},
         "GET",
         u"api/session/profile"_s,
         Answers::Object,
         Host::Gateway},
        {{.name = u"inbox"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Inbox"),
          .help = QT_TRANSLATE_NOOP("catalog", "The newest 40 messages there")},
         "GET",
         u"api/inbox"_s,
         Answers::List,
         Host::Gateway},
    };
}

domain::RemoteAction runAndWait()
{
    return {.name = u"run-and-wait"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Run and wait"),
            .help = QT_TRANSLATE_NOOP("catalog", "Runs a task and answers with what came of it, if that is soon"),
            .fields = {task(), arguments()},
            .changes = true};
}

domain::RemoteAction jobResult()
{
    return {.name = u"job-result"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Result of a job"),
            .help = QT_TRANSLATE_NOOP("catalog", "What came of a job; waits for its end for a while"),
            .fields = {job()}};
}

domain::RemoteAction bringHome()
{
    return {.name = u"bring-home"_s,
            .label = QT_TRANSLATE_NOOP("catalog", "Bring home"),
            .help =
                QT_TRANSLATE_NOOP("catalog", "Makes the task an automation of this machine, paused, with its script"),
            .fields = {task()},
            .comesHome = true};
}

} // namespace

const QList<Row> &rows()
{
    static const QList<Row> all =
        recipeRows() + runRows() + jobRows() + jobChangeRows() + scheduleRows() + webhookRows() + accountRows();
    return all;
}

QList<domain::RemoteAction> actions()
{
    QList<domain::RemoteAction> all{bringHome(), runAndWait(), jobResult()};
    for (const Row &row : rows()) {
        all.append(row.action);
    }
    return all + leavingActions();
}

} // namespace providers::theeye
