// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/taskdeeds.h"

#include "app/providers/posthog/settings.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

using domain::FieldSpec;
using domain::FieldType;

FieldSpec plainField(const QString &name, const char *label, const char *help)
{
    FieldSpec made;
    made.name = name;
    made.label = label;
    made.help = help;
    return made;
}

FieldSpec typed(FieldSpec field, FieldType type)
{
    field.type = type;
    return field;
}

FieldSpec chosen(FieldSpec field, const QStringList &choices)
{
    field.type = FieldType::Choice;
    field.choices = QStringList{QString()} + choices;
    field.fallback = QString();
    return field;
}

QStringList yesOrNo()
{
    return {QString(), u"true"_s, u"false"_s};
}

FieldSpec numberField(const QString &name, const char *label, const char *help)
{
    FieldSpec made = typed(plainField(name, label, help), FieldType::Integer);
    made.most = std::numeric_limits<int>::max();
    return made;
}

FieldSpec runField()
{
    return needed(plainField(u"run"_s, QT_TRANSLATE_NOOP("catalog", "Run"),
                             QT_TRANSLATE_NOOP("catalog", "As it is called there: TASK/RUN")));
}

FieldSpec taskField()
{
    return needed(plainField(u"task"_s, QT_TRANSLATE_NOOP("catalog", "Task")));
}

namespace {

QList<FieldSpec> partFields()
{
    return {numberField(u"limit"_s, QT_TRANSLATE_NOOP("catalog", "At most"),
                        QT_TRANSLATE_NOOP("catalog", "Of one part; the server gives 100 at most")),
            numberField(u"offset"_s, QT_TRANSLATE_NOOP("catalog", "From"),
                        QT_TRANSLATE_NOOP("catalog", "How many are left out at the begin"))};
}

QList<FieldSpec> listFields()
{
    QList<FieldSpec> fields = filterFields() + partFields();
    fields.append(plainField(u"search"_s, QT_TRANSLATE_NOOP("catalog", "Search"),
                             QT_TRANSLATE_NOOP("catalog", "Newer servers only")));
    fields.append(plainField(u"status"_s, QT_TRANSLATE_NOOP("catalog", "Status"),
                             QT_TRANSLATE_NOOP("catalog", "Of the latest run; newer servers only")));
    fields.append(chosen(plainField(u"internal"_s, QT_TRANSLATE_NOOP("catalog", "Internal"),
                                    QT_TRANSLATE_NOOP("catalog", "Newer servers only")),
                         {u"true"_s, u"false"_s}));
    fields.append(chosen(plainField(u"archived"_s, QT_TRANSLATE_NOOP("catalog", "Archived"),
                                    QT_TRANSLATE_NOOP("catalog", "Newer servers only")),
                         {u"true"_s, u"all"_s}));
    fields.append(plainField(u"channel"_s, QT_TRANSLATE_NOOP("catalog", "Channel"),
                             QT_TRANSLATE_NOOP("catalog", "Newer servers only")));
    return fields;
}

QList<FieldSpec> contentFields()
{
    return {
        plainField(u"title"_s, QT_TRANSLATE_NOOP("catalog", "Title"),
                   QT_TRANSLATE_NOOP("catalog", "At most 255 characters; empty is made from the description")),
        plainField(u"description"_s, QT_TRANSLATE_NOOP("catalog", "Description"),
                   QT_TRANSLATE_NOOP("catalog", "What the agent is to do")),
        plainField(u"origin_product"_s, QT_TRANSLATE_NOOP("catalog", "Origin"),
                   QT_TRANSLATE_NOOP("catalog", "Some are reserved for PostHog; user_created always works")),
        plainField(u"repository"_s, QT_TRANSLATE_NOOP("catalog", "Repository"),
                   QT_TRANSLATE_NOOP("catalog", "ORGANISATION/NAME; the server writes it in lower case")),
        numberField(u"github_integration"_s, QT_TRANSLATE_NOOP("catalog", "GitHub integration"),
                    QT_TRANSLATE_NOOP("catalog", "Its number; empty is the first one of the team")),
        typed(plainField(u"json_schema"_s, QT_TRANSLATE_NOOP("catalog", "Schema of the output"),
                         QT_TRANSLATE_NOOP("catalog", "A JSON Schema that what a run answers is held against")),
              FieldType::Script),
    };
}

/// What tasks are told and given.
QList<Deed> ownDeeds()
{
    const FieldSpec assignee =
        plainField(u"assignee"_s, QT_TRANSLATE_NOOP("catalog", "Assignee"),
                   QT_TRANSLATE_NOOP("catalog", "It is documented, but servers do not keep it; the answer says so"));
    return {
        {.action = {.name = u"tasks"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Tasks"),
                    .help = QT_TRANSLATE_NOOP("catalog", "The tasks there as they are, newest first, in parts"),
                    .fields = listFields()},
         .method = "GET"},
        {.action = {.name = u"task"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Show"),
                    .help =
                        QT_TRANSLATE_NOOP("catalog", "All that the server tells of a task, its latest run included"),
                    .fields = {taskField()}},
         .method = "GET",
         .path = u"{task}"_s},
        {.action = {.name = u"create-task"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Create a task"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Makes a task there; it is seen here with the next look"),
                    .fields = contentFields() + QList<FieldSpec>{assignee},
                    .changes = true}},
        {.action = {.name = u"update-task"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Change a task"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Replaces the fields that are given"),
                    .fields = QList<FieldSpec>{taskField()} + contentFields(),
                    .changes = true},
         .method = "PATCH",
         .path = u"{task}"_s},
        {.action = {.name = u"delete-task"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Hide a task"),
                    .help = QT_TRANSLATE_NOOP(
                        "catalog", "What deleting does there: the task is hidden for good, but kept with its runs"),
                    .fields = {taskField()},
                    .changes = true},
         .method = "DELETE",
         .path = u"{task}"_s,
         .answer = Form::Any},
    };
}

/// What goes with them.
QList<Deed> otherDeeds()
{
    return {
        {.action = {.name = u"runs"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Runs"),
                    .help = QT_TRANSLATE_NOOP("catalog", "The runs of a task as they are, newest first, in parts"),
                    .fields = QList<FieldSpec>{taskField()} + partFields()},
         .method = "GET",
         .path = u"{task}/runs"_s},
        {.action = {.name = u"summaries"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Summaries"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Of some tasks at once (newer servers only)"),
                    .fields = {needed(
                        typed(plainField(u"ids"_s, QT_TRANSLATE_NOOP("catalog", "Tasks")), FieldType::Texts))}},
         .method = "POST",
         .path = u"summaries"_s,
         .mayRepeat = true,
         .answer = Form::Any},
        {.action = {.name = u"repositories"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Repositories"),
                    .help = QT_TRANSLATE_NOOP("catalog", "Which tasks work on (newer servers only)")},
         .method = "GET",
         .path = u"repositories"_s,
         .answer = Form::Any},
        {.action = {.name = u"repository-readiness"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Is a repository ready?"),
                    .help =
                        QT_TRANSLATE_NOOP("catalog", "What a repository still lacks for tasks (newer servers only)"),
                    .fields = {needed(plainField(u"repository"_s, QT_TRANSLATE_NOOP("catalog", "Repository")))}},
         .method = "GET",
         .path = u"repository_readiness"_s,
         .answer = Form::Any},
    };
}

FieldSpec automationField()
{
    return needed(plainField(u"automation"_s, QT_TRANSLATE_NOOP("catalog", "Task automation")));
}

/// What an automation there consists of; all that it can't do without comes first.
QList<FieldSpec> scheduleFields()
{
    return {
        plainField(u"name"_s, QT_TRANSLATE_NOOP("catalog", "Name")),
        plainField(u"prompt"_s, QT_TRANSLATE_NOOP("catalog", "Prompt"),
                   QT_TRANSLATE_NOOP("catalog", "What the agent is to do each time")),
        plainField(u"repository"_s, QT_TRANSLATE_NOOP("catalog", "Repository"),
                   QT_TRANSLATE_NOOP("catalog", "ORGANISATION/NAME; the server writes it in lower case")),
        plainField(u"cron_expression"_s, QT_TRANSLATE_NOOP("catalog", "Cron"),
                   QT_TRANSLATE_NOOP("catalog", "Five fields, such as 0 9 * * 1-5")),
        plainField(u"timezone"_s, QT_TRANSLATE_NOOP("catalog", "Time zone"),
                   QT_TRANSLATE_NOOP("catalog", "Such as Europe/Berlin; UTC where it is not given")),
        chosen(plainField(u"enabled"_s, QT_TRANSLATE_NOOP("catalog", "Enabled"),
                          QT_TRANSLATE_NOOP("catalog", "Whether its schedule is followed")),
               yesOrNo().mid(1)),
        numberField(u"github_integration"_s, QT_TRANSLATE_NOOP("catalog", "GitHub integration"),
                    QT_TRANSLATE_NOOP("catalog", "Its number; empty is the first one of the team")),
        plainField(u"template_id"_s, QT_TRANSLATE_NOOP("catalog", "Template"),
                   QT_TRANSLATE_NOOP("catalog", "The template it was made from, if any")),
    };
}

QList<FieldSpec> newScheduleFields()
{
    constexpr qsizetype required = 4;
    QList<FieldSpec> fields = scheduleFields();
    std::transform(fields.begin(), fields.begin() + required, fields.begin(), [](const auto &f) { return needed(f); });
    return fields;
}

Deed automationDeed(const domain::RemoteAction &action, const QByteArray &method, const QString &path = {})
{
    return {.action = action, .method = method, .path = path, .root = u"task_automations"_s};
}

} // namespace

QList<Deed> taskDeeds()
{
    return ownDeeds() + otherDeeds();
}

QList<Deed> automationDeeds()
{
    QList<Deed> all{
        automationDeed({.name = u"automations"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Task automations"),
                        .help = QT_TRANSLATE_NOOP(
                            "catalog", "What the server runs by its own schedules, in parts (newer servers only)"),
                        .fields = partFields()},
                       "GET"),
        automationDeed({.name = u"automation"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Show a task automation"),
                        .help = QT_TRANSLATE_NOOP("catalog", "Its schedule, and how its last run went"),
                        .fields = {automationField()}},
                       "GET", u"{automation}"_s),
        automationDeed(
            {.name = u"create-automation"_s,
             .label = QT_TRANSLATE_NOOP("catalog", "Create a task automation"),
             .help = QT_TRANSLATE_NOOP("catalog", "The server makes a task of it and runs that by the schedule"),
             .fields = newScheduleFields(),
             .changes = true},
            "POST"),
        automationDeed({.name = u"update-automation"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Change a task automation"),
                        .help = QT_TRANSLATE_NOOP("catalog", "Replaces the fields that are given"),
                        .fields = QList<FieldSpec>{automationField()} + scheduleFields(),
                        .changes = true},
                       "PATCH", u"{automation}"_s),
        automationDeed({.name = u"run-automation"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Run a task automation"),
                        .help = QT_TRANSLATE_NOOP("catalog", "At once, beside its schedule"),
                        .fields = {automationField()},
                        .changes = true},
                       "POST", u"{automation}/run"_s),
        automationDeed({.name = u"delete-automation"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Delete a task automation"),
                        .help = QT_TRANSLATE_NOOP("catalog", "Its schedule ends; what it ran stays"),
                        .fields = {automationField()},
                        .changes = true},
                       "DELETE", u"{automation}"_s),
    };
    all.last().answer = Form::Any;
    return all;
}

} // namespace providers::posthog
