// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/kinds.h"

#include "app/sync/fields.h"

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

using domain::FieldSpec;
using domain::FieldType;
using domain::KindInfo;
using syncing::field;
using syncing::helped;
using syncing::needed;

FieldSpec hinted(FieldSpec field, const char *hint)
{
    field.hint = hint;
    return field;
}

QList<FieldSpec> webhookFields()
{
    FieldSpec method = field(u"method"_s, QT_TRANSLATE_NOOP("catalog", "Method"), FieldType::Choice);
    method.fallback = u"POST"_s;
    method.choices = {u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    return {needed(field(u"url"_s, QT_TRANSLATE_NOOP("catalog", "Address"), FieldType::Command)), method,
            helped(field(u"headers"_s, QT_TRANSLATE_NOOP("catalog", "Headers"), FieldType::Pairs),
                   QT_TRANSLATE_NOOP("catalog", "One a line: name, colon, value.")),
            field(u"body"_s, QT_TRANSLATE_NOOP("catalog", "Body"), FieldType::Script),
            helped(field(u"secret"_s, QT_TRANSLATE_NOOP("catalog", "Signs with")),
                   QT_TRANSLATE_NOOP("catalog", "A secret there; dots stay what it is."))};
}

QList<FieldSpec> serverScriptFields()
{
    FieldSpec script = needed(field(u"script"_s, QT_TRANSLATE_NOOP("catalog", "Script"), FieldType::Choice));
    script.choices = {u"backup"_s, u"cloud"_s, u"verify"_s, u"organize"_s, u"diskcheck"_s, u"check_updates"_s};
    return {script, field(u"args"_s, QT_TRANSLATE_NOOP("catalog", "Arguments"), FieldType::Command)};
}

QList<FieldSpec> agentFields()
{
    constexpr int longest = 86400;
    FieldSpec timeout = field(u"timeout"_s, QT_TRANSLATE_NOOP("catalog", "Timeout"), FieldType::Integer);
    timeout.least = 1;
    timeout.most = longest;
    timeout.unit = QT_TRANSLATE_NOOP("catalog", " s");
    return {helped(needed(field(u"hostname"_s, QT_TRANSLATE_NOOP("catalog", "Host"), FieldType::Command)),
                   QT_TRANSLATE_NOOP("catalog", "A host that it manages; __all__ is every one.")),
            needed(field(u"command"_s, QT_TRANSLATE_NOOP("catalog", "Command"), FieldType::Command)),
            field(u"params"_s, QT_TRANSLATE_NOOP("catalog", "Parameters"), FieldType::Document), timeout};
}

QList<FieldSpec> graphFields()
{
    FieldSpec retries = field(u"retries"_s, QT_TRANSLATE_NOOP("catalog", "Retries"), FieldType::Integer);
    retries.most = 100;
    return {field(u"nodes"_s, QT_TRANSLATE_NOOP("catalog", "Nodes"), FieldType::Document),
            field(u"edges"_s, QT_TRANSLATE_NOOP("catalog", "Edges"), FieldType::Document),
            helped(field(u"entry"_s, QT_TRANSLATE_NOOP("catalog", "First node"), FieldType::Command),
                   QT_TRANSLATE_NOOP("catalog", "Its id.")),
            retries};
}

KindInfo kind(const QString &type, const char *label, const QString &icon, const QList<FieldSpec> &fields)
{
    return {.type = type, .label = label, .icon = icon, .fields = fields, .oneOf = {}};
}

} // namespace

QList<KindInfo> kinds()
{
    const FieldSpec condition =
        hinted(helped(needed(field(u"condition"_s, QT_TRANSLATE_NOOP("catalog", "Condition"), FieldType::Command)),
                      QT_TRANSLATE_NOOP("catalog", "A run is done where it holds, and has failed where not.")),
               "cpuPercent > 90 AND memPercent > 50");
    const QList<FieldSpec> remediation{
        needed(field(u"remediation_type"_s, QT_TRANSLATE_NOOP("catalog", "Remedy"), FieldType::Command)),
        field(u"params"_s, QT_TRANSLATE_NOOP("catalog", "Parameters"), FieldType::Document)};
    return {kind(u"noba_webhook"_s, QT_TRANSLATE_NOOP("catalog", "NOBA webhook"), u"kind-http"_s, webhookFields()),
            kind(u"noba_condition"_s, QT_TRANSLATE_NOOP("catalog", "NOBA condition"), u"kind-service"_s, {condition}),
            kind(u"noba_agent_command"_s, QT_TRANSLATE_NOOP("catalog", "NOBA agent command"), u"kind-service"_s,
                 agentFields()),
            kind(u"noba_remediation"_s, QT_TRANSLATE_NOOP("catalog", "NOBA remedy"), u"kind-service"_s, remediation),
            kind(u"noba_script"_s, QT_TRANSLATE_NOOP("catalog", "NOBA's own script"), u"kind-script"_s,
                 serverScriptFields()),
            kind(u"noba_workflow"_s, QT_TRANSLATE_NOOP("catalog", "NOBA graph"), u"kind-workflow"_s, graphFields())};
}

} // namespace providers::noba
