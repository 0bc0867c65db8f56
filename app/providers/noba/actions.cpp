// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/actions.h"

#include "app/providers/noba/masking.h"
#include "app/sync/fields.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

using domain::FieldSpec;

enum class Needed { Yes, No };

FieldSpec field(const char *name, const char *label, Needed needed = Needed::Yes)
{
    FieldSpec spec;
    spec.name = QString::fromLatin1(name);
    spec.label = label;
    spec.required = needed == Needed::Yes;
    return spec;
}

/// An action and where it is asked for: `{x}` in the path stands for the field x. Of the others the body is made.
/// Without a path it is documented only.
struct Row
{
    domain::RemoteAction action;
    QByteArray method = {};
    QString path = {};
};

QList<Row> webhookRows()
{
    const FieldSpec id = field("id", QT_TRANSLATE_NOOP("catalog", "Webhook"));
    const FieldSpec automation = field("automation_id", QT_TRANSLATE_NOOP("catalog", "Automation"));
    const FieldSpec secret = field("secret", QT_TRANSLATE_NOOP("catalog", "Secret"), Needed::No);
    const FieldSpec body = field("body", QT_TRANSLATE_NOOP("catalog", "Body"), Needed::No);
    return {
        {{.name = u"webhooks"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Webhooks"),
          .help = QT_TRANSLATE_NOOP("catalog", "The receivers of webhooks there")},
         "GET",
         u"api/webhooks"_s},
        {{.name = u"create-webhook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Add a webhook"),
          .help = QT_TRANSLATE_NOOP("catalog", "Makes a receiver; its secret is told this once"),
          .fields = {field("name", QT_TRANSLATE_NOOP("catalog", "Name")), automation},
          .changes = true},
         "POST",
         u"api/webhooks"_s},
        {{.name = u"remove-webhook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Remove a webhook"),
          .help = QT_TRANSLATE_NOOP("catalog", "Removes a receiver there"),
          .fields = {id},
          .changes = true},
         "DELETE",
         u"api/webhooks/{id}"_s},
        {{.name = u"fire-webhook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Fire a webhook"),
          .help = QT_TRANSLATE_NOOP("catalog", "Sends a body, signed where there is a secret, to a receiver there"),
          .fields = {field("hook_id", QT_TRANSLATE_NOOP("catalog", "Address of the webhook")), secret, body},
          .changes = true},
         "POST",
         u"api/webhooks/receive/{hook_id}"_s},
        {{.name = u"trigger"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Trigger with a key"),
          .help = QT_TRANSLATE_NOOP("catalog", "Runs an automation that has a trigger key"),
          .fields = {field("id", QT_TRANSLATE_NOOP("catalog", "Automation")),
                     field("key", QT_TRANSLATE_NOOP("catalog", "Trigger key")), secret, body},
          .changes = true},
         "POST",
         u"api/automations/{id}/trigger"_s},
    };
}

QList<Row> listRows()
{
    const FieldSpec automation = field("id", QT_TRANSLATE_NOOP("catalog", "Automation"));
    return {
        {{.name = u"export"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Export"),
          .help = QT_TRANSLATE_NOOP("catalog", "All automations there as YAML, secrets masked")},
         "GET",
         u"api/automations/export"_s},
        {{.name = u"stats"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Statistics"),
          .help = QT_TRANSLATE_NOOP("catalog", "Counts and last runs by automation")},
         "GET",
         u"api/automations/stats"_s},
        {{.name = u"trace"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Trace"),
          .help = QT_TRANSLATE_NOOP("catalog", "The executions of a workflow as the server groups them"),
          .fields = {automation}},
         "GET",
         u"api/automations/{id}/trace"_s},
        {{.name = u"templates"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Templates"),
          .help = QT_TRANSLATE_NOOP("catalog", "The templates there")},
         "GET",
         u"api/automations/templates"_s},
        {{.name = u"playbooks"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Playbooks"),
          .help = QT_TRANSLATE_NOOP("catalog", "The templates of workflows there")},
         "GET",
         u"api/playbooks"_s},
        {{.name = u"healing-pauses"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Pauses of healing"),
          .help = QT_TRANSLATE_NOOP("catalog", "Where the server does not heal itself, and until when")},
         "GET",
         u"api/healing/maintenance"_s},
    };
}

QList<Row> changeRows()
{
    return {
        {{.name = u"install-playbook"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Install a playbook"),
          .help = QT_TRANSLATE_NOOP("catalog", "Makes a workflow of it, switched off"),
          .fields = {field("id", QT_TRANSLATE_NOOP("catalog", "Playbook")),
                     field("name", QT_TRANSLATE_NOOP("catalog", "Name"), Needed::No)},
          .changes = true},
         "POST",
         u"api/playbooks/{id}/install"_s},
        {{.name = u"pause-healing"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Pause healing"),
          .help = QT_TRANSLATE_NOOP("catalog",
                                    "The server does not heal a host, or all of them, for a while such as 2h30m"),
          .fields = {field("target", QT_TRANSLATE_NOOP("catalog", "Host or all")),
                     field("duration", QT_TRANSLATE_NOOP("catalog", "Length")),
                     field("reason", QT_TRANSLATE_NOOP("catalog", "Reason"), Needed::No)},
          .changes = true},
         "POST",
         u"api/healing/maintenance"_s},
        {{.name = u"resume-healing"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Resume healing"),
          .help = QT_TRANSLATE_NOOP("catalog", "Ends a pause of healing"),
          .fields = {field("id", QT_TRANSLATE_NOOP("catalog", "Pause"))},
          .changes = true},
         "DELETE",
         u"api/healing/maintenance/{id}"_s},
    };
}

FieldSpec json(FieldSpec spec)
{
    spec.type = domain::FieldType::Script;
    return spec;
}

/// What is documented; but for the import, servers as they are have no place for it.
QList<Row> documentedRows()
{
    const FieldSpec window = field("id", QT_TRANSLATE_NOOP("catalog", "Maintenance window"));
    return {
        {{.name = u"import"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Import"),
          .help = QT_TRANSLATE_NOOP("catalog", "Makes automations there of an export"),
          .fields = {json(field("automations", QT_TRANSLATE_NOOP("catalog", "Automations as JSON")))},
          .changes = true},
         "POST",
         u"api/automations/import"_s},
        {{.name = u"apply-template"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Apply a template"),
          .help = QT_TRANSLATE_NOOP("catalog", "Makes an automation there of one of its templates"),
          .fields = {field("id", QT_TRANSLATE_NOOP("catalog", "Template"))},
          .changes = true}},
        {{.name = u"run-stream"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Stream of a run"),
          .help = QT_TRANSLATE_NOOP("catalog", "What a run says, to its end"),
          .fields = {field("run", QT_TRANSLATE_NOOP("catalog", "Run"))}}},
        {{.name = u"activate-window"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Activate a window"),
          .help = QT_TRANSLATE_NOOP("catalog", "Opens a maintenance window there now, for as long as it is long"),
          .fields = {window},
          .changes = true}},
        {{.name = u"deactivate-window"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Deactivate a window"),
          .help = QT_TRANSLATE_NOOP("catalog", "Closes a maintenance window there until it begins again"),
          .fields = {window},
          .changes = true}},
    };
}

const QList<Row> &rows()
{
    static const QList<Row> all = webhookRows() + listRows() + changeRows() + documentedRows();
    return all;
}

/// What is sent, for what signs its bytes: the text as it is given.
void sign(const QString &action, const QJsonObject &fields, rest::Call &call)
{
    call.body = fields.value("body"_L1).toString(u"{}"_s).toUtf8();
    call.identity = rest::Identity::None; // the key and the signature are who we are
    const QString secret = fields.value("secret"_L1).toString();
    if (!secret.isEmpty()) {
        call.headers.emplaceBack("X-Hub-Signature-256", signatureOf(call.body, secret));
    }
    if (action == "trigger"_L1) {
        call.headers.emplaceBack("X-Trigger-Key", fields.value("key"_L1).toString().toUtf8());
    }
}

} // namespace

QByteArray signatureOf(const QByteArray &body, const QString &secret)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, secret.toUtf8(), QCryptographicHash::Sha256).toHex();
}

QList<domain::RemoteAction> actions()
{
    QList<domain::RemoteAction> all;
    for (const Row &row : rows()) {
        all.append(row.action);
    }
    return all;
}

base::Result<QJsonObject> givenTo(const QString &action, const QJsonObject &fields)
{
    const auto row =
        std::find_if(rows().begin(), rows().end(), [&action](const Row &one) { return one.action.name == action; });
    if (row == rows().end()) {
        return base::Error{.code = base::ErrorCode::Unsupported, .detail = u"NOBA has no action %1"_s.arg(action)};
    }
    TRY(const QJsonObject given, syncing::givenFields(row->action.fields, fields));
    if (!net::isHeaderValue(given.value("key"_L1).toString().toUtf8())) {
        return base::invalid(u"key"_s, u"a key has no line ends"_s);
    }
    return given;
}

base::Result<QJsonArray> automationsIn(const QJsonObject &given)
{
    const QString name = u"automations"_s;
    const QJsonValue automations = given.value(name);
    const QJsonValue list = automations.isArray() ? automations : automations[name];
    return list.isArray() ? base::Result<QJsonArray>(list.toArray())
                          : base::invalid(name, u"automations must be a JSON array, as an export is"_s);
}

base::Result<rest::Call> callOf(const QString &action, const QJsonObject &fields)
{
    for (const Row &row : rows()) {
        if (row.action.name != action) {
            continue;
        }
        TRY(const QJsonObject given, givenTo(action, fields));
        if (row.path.isEmpty()) {
            return base::Error{.code = base::ErrorCode::Unsupported,
                               .detail = u"%1 is documented, but servers have no place for it"_s.arg(action)};
        }
        if (action == "import"_L1) {
            TRY(const QJsonArray automations, automationsIn(given));
            return rest::jsonCall(row.method, row.path.split(u'/'),
                                  QJsonDocument(QJsonObject{{u"automations"_s, automations}}));
        }
        rest::Call call = rest::plainCall(row.path.split(u'/'), row.method);
        QJsonObject body;
        for (const FieldSpec &spec : row.action.fields) {
            const QString place = u"{%1}"_s.arg(spec.name);
            const qsizetype at = call.path.indexOf(place);
            const QString value = given.value(spec.name).toString();
            if (at >= 0) {
                call.path[at] = value;
            } else if (!value.isEmpty()) {
                body.insert(spec.name, value);
            }
        }
        if (row.method == "POST") {
            call.headers = {{"Content-Type", "application/json"}};
            call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        }
        if (action == "fire-webhook"_L1 || action == "trigger"_L1) {
            sign(action, fields, call);
        }
        call.expects = action == "export"_L1 ? rest::Expects::Anything : rest::Expects::Json;
        return call;
    }
    return base::Error{.code = base::ErrorCode::Unsupported, .detail = u"NOBA has no action %1"_s.arg(action)};
}

base::Result<QJsonValue> shown(const QString &action, const rest::Reply &reply)
{
    if (action == "export"_L1) {
        if (!reply.header("Content-Type").toLower().contains("yaml")) {
            return base::Error{.code = base::ErrorCode::Corrupt, .detail = u"the export is no YAML"_s};
        }
        return QJsonValue(maskedYaml(QString::fromUtf8(reply.body)));
    }
    TRY(const QJsonDocument document, rest::documentOf(reply));
    const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    if (action == "fire-webhook"_L1 && value["automation"_L1].isNull()) {
        return base::conflict(u"NOBA took the call and started nothing; a webhook starts no graph"_s);
    }
    return action == "create-webhook"_L1 ? value : masked(value);
}

} // namespace providers::noba
