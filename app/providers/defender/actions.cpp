// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/actions.h"

#include "app/sync/fields.h"

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

using domain::FieldSpec;
using domain::FieldType;
using domain::RemoteAction;
using syncing::field;
using syncing::helped;
using syncing::needed;

FieldSpec automation()
{
    return needed(field(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Automation")));
}

FieldSpec statusField()
{
    FieldSpec status = field(u"status"_s, QT_TRANSLATE_NOOP("catalog", "Status"), FieldType::Choice);
    status.choices = {u""_s, u"pending"_s, u"success"_s, u"error"_s, u"throttled"_s};
    status.fallback = u""_s;
    return status;
}

FieldSpec bodyField()
{
    return helped(field(u"body"_s, QT_TRANSLATE_NOOP("catalog", "Body"), FieldType::Script),
                  QT_TRANSLATE_NOOP("catalog", "A JSON object that the handler finds in event.request.body"));
}

QList<RemoteAction> codeActions()
{
    const FieldSpec path =
        helped(field(u"path"_s, QT_TRANSLATE_NOOP("catalog", "Path")),
               QT_TRANSLATE_NOOP("catalog", "A folder or a zip file on this machine, instead of the code itself"));
    return {
        {.name = u"bring-home"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Bring home"),
         .help = QT_TRANSLATE_NOOP("catalog", "Makes it one of this machine, paused: code, schedule and variables"),
         .fields = {automation()},
         .comesHome = true},
        {.name = u"upload-code"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Upload code"),
         .help = QT_TRANSLATE_NOOP("catalog", "Replaces the code there, unless it is the same already"),
         .fields = {automation(), field(u"code"_s, QT_TRANSLATE_NOOP("catalog", "Code"), FieldType::Bundle), path},
         .changes = true},
        {.name = u"download-code"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Download code"),
         .help = QT_TRANSLATE_NOOP("catalog", "The zip file there in base64, with its digest"),
         .fields = {automation()}},
    };
}

QList<RemoteAction> itemActions()
{
    return {
        {.name = u"show"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Show"),
         .help = QT_TRANSLATE_NOOP("catalog", "All that the service tells of an automation, without its code"),
         .fields = {automation()}},
        {.name = u"set-relayer"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Set the relayer"),
         .help = QT_TRANSLATE_NOOP("catalog", "Links an automation there with a relayer, or with none"),
         .fields = {automation(), field(u"relayer_id"_s, QT_TRANSLATE_NOOP("catalog", "Relayer"))},
         .changes = true},
        {.name = u"environment"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Variables"),
         .help = QT_TRANSLATE_NOOP("catalog", "The variables of an automation there"),
         .fields = {automation()}},
        {.name = u"set-environment"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Set variables"),
         .help = QT_TRANSLATE_NOOP("catalog", "Replaces all variables of an automation there; they are not secret"),
         .fields = {automation(), field(u"variables"_s, QT_TRANSLATE_NOOP("catalog", "Variables"), FieldType::Pairs)},
         .changes = true},
    };
}

QList<RemoteAction> runActions()
{
    return {
        {.name = u"run"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Run"),
         .help = QT_TRANSLATE_NOOP("catalog", "Starts a run of an automation there, with a body if there is one"),
         .fields = {automation(), bodyField()},
         .changes = true},
        {.name = u"runs"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Runs"),
         .help = QT_TRANSLATE_NOOP("catalog", "Runs of an automation there, newest first, in parts"),
         .fields = {automation(), statusField(),
                    helped(field(u"cursor"_s, QT_TRANSLATE_NOOP("catalog", "Go on at")),
                           QT_TRANSLATE_NOOP("catalog", "What the part before gave as next"))}},
        {.name = u"call-webhook"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Call a webhook"),
         .help = QT_TRANSLATE_NOOP("catalog", "Starts a run by its webhook and waits for it up to 25 seconds"),
         .fields = {needed(field(u"url"_s, QT_TRANSLATE_NOOP("catalog", "Address"))), bodyField()},
         .changes = true},
    };
}

QList<RemoteAction> accountActions()
{
    return {
        {.name = u"secrets"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Secrets"),
         .help = QT_TRANSLATE_NOOP("catalog", "The names of the secrets there; their values never come back")},
        {.name = u"set-secrets"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Set secrets"),
         .help = QT_TRANSLATE_NOOP("catalog", "Writes and deletes secrets, which all automations there share"),
         .fields = {field(u"secrets"_s, QT_TRANSLATE_NOOP("catalog", "Secrets"), FieldType::Pairs),
                    field(u"deletes"_s, QT_TRANSLATE_NOOP("catalog", "Names to delete"), FieldType::Texts)},
         .changes = true},
        {.name = u"counts"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Counts"),
         .help = QT_TRANSLATE_NOOP("catalog", "How many runs and stored values of the quota are used")},
        {.name = u"quotas"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Quotas"),
         .help = QT_TRANSLATE_NOOP("catalog", "What is used and left of each quota (Actions only)"),
         .fields = {field(u"quotas"_s, QT_TRANSLATE_NOOP("catalog", "Names of quotas"), FieldType::Texts),
                    helped(field(u"date"_s, QT_TRANSLATE_NOOP("catalog", "Date")),
                           QT_TRANSLATE_NOOP("catalog", "As ISO 8601; empty is now"))}},
        {.name = u"capabilities"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Rights"),
         .help = QT_TRANSLATE_NOOP("catalog", "What the API key may do (Actions only)")},
    };
}

} // namespace

QList<RemoteAction> actions()
{
    return codeActions() + itemActions() + runActions() + accountActions();
}

} // namespace providers::defender
