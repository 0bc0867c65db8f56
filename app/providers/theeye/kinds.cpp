// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/kinds.h"

#include "app/sync/fields.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

using domain::FieldSpec;
using domain::FieldType;
using domain::KindInfo;
using syncing::field;
using syncing::helped;
using syncing::needed;

FieldSpec botField()
{
    return helped(field(u"host_id"_s, QT_TRANSLATE_NOOP("catalog", "Bot"), FieldType::Command),
                  QT_TRANSLATE_NOOP("catalog", "The id of the host on which it runs."));
}

QList<FieldSpec> scriptFields()
{
    FieldSpec logging =
        field(u"agent_logging"_s, QT_TRANSLATE_NOOP("catalog", "Keeps its output on the bot"), FieldType::Flag);
    logging.fallback = false;
    return {botField(),
            helped(needed(field(u"script_id"_s, QT_TRANSLATE_NOOP("catalog", "Script"), FieldType::Command)),
                   QT_TRANSLATE_NOOP("catalog", "The id of a script that is there.")),
            logging};
}

FieldSpec methodField()
{
    FieldSpec method = field(u"method"_s, QT_TRANSLATE_NOOP("catalog", "Method"), FieldType::Choice);
    method.choices = {u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    return method;
}

FieldSpec statusField()
{
    FieldSpec status = field(u"status_code"_s, QT_TRANSLATE_NOOP("catalog", "Right status"), FieldType::Integer);
    status.least = 100;
    status.most = 599;
    return status;
}

FieldSpec flag(const QString &name, const char *label)
{
    FieldSpec made = field(name, label, FieldType::Flag);
    made.fallback = false;
    return made;
}

QList<FieldSpec> scraperFields()
{
    return {botField(),
            needed(field(u"url"_s, QT_TRANSLATE_NOOP("catalog", "Address"), FieldType::Command)),
            methodField(),
            field(u"body"_s, QT_TRANSLATE_NOOP("catalog", "Body"), FieldType::Script),
            statusField(),
            field(u"parser"_s, QT_TRANSLATE_NOOP("catalog", "Parser")),
            helped(field(u"pattern"_s, QT_TRANSLATE_NOOP("catalog", "Pattern"), FieldType::Command),
                   QT_TRANSLATE_NOOP("catalog", "What the answer has to match.")),
            flag(u"json"_s, QT_TRANSLATE_NOOP("catalog", "Sends and reads JSON")),
            flag(u"gzip"_s, QT_TRANSLATE_NOOP("catalog", "Takes compressed answers"))};
}

QList<FieldSpec> approvalFields()
{
    FieldSpec target = field(u"approvals_target"_s, QT_TRANSLATE_NOOP("catalog", "Asks"), FieldType::Choice);
    target.choices = {u"fixed"_s, u"assignees"_s, u"initiator"_s};
    target.choiceLabels = {QT_TRANSLATE_NOOP("catalog", "the approvers"),
                           QT_TRANSLATE_NOOP("catalog", "those it is assigned to"),
                           QT_TRANSLATE_NOOP("catalog", "whoever started it")};
    return {helped(field(u"approvers"_s, QT_TRANSLATE_NOOP("catalog", "Approvers"), FieldType::Texts),
                   QT_TRANSLATE_NOOP("catalog", "Ids of users there, one a line.")),
            target,
            field(u"success_label"_s, QT_TRANSLATE_NOOP("catalog", "Button to approve")),
            field(u"failure_label"_s, QT_TRANSLATE_NOOP("catalog", "Button to reject")),
            field(u"cancel_label"_s, QT_TRANSLATE_NOOP("catalog", "Button to cancel")),
            field(u"ignore_label"_s, QT_TRANSLATE_NOOP("catalog", "Button to ignore"))};
}

QList<FieldSpec> notificationFields()
{
    return {needed(field(u"subject"_s, QT_TRANSLATE_NOOP("catalog", "Subject"))),
            field(u"body"_s, QT_TRANSLATE_NOOP("catalog", "Body"), FieldType::Script),
            helped(field(u"recipients"_s, QT_TRANSLATE_NOOP("catalog", "Recipients"), FieldType::Texts),
                   QT_TRANSLATE_NOOP("catalog", "Addresses or names, one a line.")),
            helped(field(u"notificationTypes"_s, QT_TRANSLATE_NOOP("catalog", "Sent as"), FieldType::Document),
                   QT_TRANSLATE_NOOP("catalog", "Which of push, email, socket and desktop are true."))};
}

QList<FieldSpec> workflowFields()
{
    return {helped(field(u"start_task_id"_s, QT_TRANSLATE_NOOP("catalog", "First task"), FieldType::Command),
                   QT_TRANSLATE_NOOP("catalog", "The id of the step that it begins with.")),
            helped(field(u"graph"_s, QT_TRANSLATE_NOOP("catalog", "Steps"), FieldType::Document),
                   QT_TRANSLATE_NOOP("catalog", "As they are there. They are changed at TheEye, where a step that is "
                                                "taken out is deleted as a task, too."))};
}

KindInfo kind(const QString &type, const char *label, const QString &icon, const QList<FieldSpec> &fields)
{
    return {.type = type, .label = label, .icon = icon, .fields = fields, .oneOf = {}};
}

} // namespace

const QList<KindInfo> &kinds()
{
    static const QList<KindInfo> all{
        kind(u"theeye_script"_s, QT_TRANSLATE_NOOP("catalog", "TheEye script"), u"kind-script"_s, scriptFields()),
        kind(u"theeye_nodejs"_s, QT_TRANSLATE_NOOP("catalog", "TheEye Node.js"), u"kind-script"_s, scriptFields()),
        kind(u"theeye_scraper"_s, QT_TRANSLATE_NOOP("catalog", "TheEye scraper"), u"kind-http"_s, scraperFields()),
        kind(u"theeye_approval"_s, QT_TRANSLATE_NOOP("catalog", "TheEye approval"), u"nav-approvals"_s,
             approvalFields()),
        kind(u"theeye_notification"_s, QT_TRANSLATE_NOOP("catalog", "TheEye notification"), u"kind-notify"_s,
             notificationFields()),
        kind(u"theeye_dummy"_s, QT_TRANSLATE_NOOP("catalog", "TheEye input"), u"eye"_s, {}),
        kind(u"theeye_workflow"_s, QT_TRANSLATE_NOOP("catalog", "TheEye workflow"), u"kind-workflow"_s,
             workflowFields())};
    return all;
}

} // namespace providers::theeye
