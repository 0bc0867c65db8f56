// SPDX-License-Identifier: Apache-2.0
#include "app/providers/signalbox/actions.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace providers::signalbox {

namespace {

using domain::FieldSpec;

FieldSpec text(const QString &name, const char *label)
{
    FieldSpec field;
    field.name = name;
    field.label = label;
    field.required = true;
    return field;
}

FieldSpec script(const QString &name, const char *label)
{
    FieldSpec field = text(name, label);
    field.type = domain::FieldType::Script;
    return field;
}

/// An action, and where it is asked for: `{x}` in the path stands for the field x.
struct Row
{
    domain::RemoteAction action;
    QByteArray method;
    QString path;
    bool answersList = false;
};

QList<Row> automationRows()
{
    const FieldSpec automation = text(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Automation"));
    return {
        {{.name = u"export"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Export"),
          .help = QT_TRANSLATE_NOOP("catalog", "All automations there as a list, without secrets")},
         "GET",
         u"api/automations/export"_s,
         true},
        {{.name = u"import"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Import"),
          .help = QT_TRANSLATE_NOOP("catalog", "Makes automations there of an export"),
          .fields = {script(u"automations"_s, QT_TRANSLATE_NOOP("catalog", "Automations as JSON"))},
          .changes = true},
         "POST",
         u"api/automations/import"_s},
        {{.name = u"pause"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Pause"),
          .help = QT_TRANSLATE_NOOP("catalog", "Stops the schedules of an automation there"),
          .fields = {automation},
          .changes = true},
         "POST",
         u"api/automations/{id}/pause"_s},
        {{.name = u"resume"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Resume"),
          .help = QT_TRANSLATE_NOOP("catalog", "Lets the schedules of an automation there go on"),
          .fields = {automation},
          .changes = true},
         "POST",
         u"api/automations/{id}/resume"_s},
    };
}

QList<Row> otherRows()
{
    const FieldSpec window = text(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Maintenance window"));
    return {
        {{.name = u"status"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Status"),
          .help = QT_TRANSLATE_NOOP("catalog", "Whether everything is paused there, and how many runs wait")},
         "GET",
         u"api/status"_s},
        {{.name = u"templates"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Templates"),
          .help = QT_TRANSLATE_NOOP("catalog", "The templates there")},
         "GET",
         u"api/automations/templates"_s,
         true},
        {{.name = u"apply-template"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Apply a template"),
          .help = QT_TRANSLATE_NOOP("catalog", "Makes an automation there of one of its templates"),
          .fields = {text(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Template"))},
          .changes = true},
         "POST",
         u"api/automations/templates/{id}/apply"_s},
        {{.name = u"activate-window"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Activate a window"),
          .help = QT_TRANSLATE_NOOP("catalog", "Opens a maintenance window there now, for as long as it is long"),
          .fields = {window},
          .changes = true},
         "POST",
         u"api/maintenance/{id}/activate"_s},
        {{.name = u"deactivate-window"_s,
          .label = QT_TRANSLATE_NOOP("catalog", "Deactivate a window"),
          .help = QT_TRANSLATE_NOOP("catalog", "Closes a maintenance window there until it begins again"),
          .fields = {window},
          .changes = true},
         "POST",
         u"api/maintenance/{id}/deactivate"_s},
    };
}

const QList<Row> &rows()
{
    static const QList<Row> all = automationRows() + otherRows();
    return all;
}

/// The one body there is: what is imported.
base::Status addBody(const QJsonObject &fields, rest::Call &call)
{
    const QJsonValue given = fields.value("automations"_L1);
    const QByteArray text =
        given.isArray() ? QJsonDocument(given.toArray()).toJson(QJsonDocument::Compact) : given.toString().toUtf8();
    if (!QJsonDocument::fromJson(text).isArray()) {
        return base::invalid(u"automations"_s, u"automations must be a JSON array, as an export is"_s);
    }
    call.headers = {{"Content-Type", "application/json"}};
    call.body = text;
    return {};
}

} // namespace

QList<domain::RemoteAction> actions()
{
    QList<domain::RemoteAction> all;
    for (const Row &row : rows()) {
        all.append(row.action);
    }
    return all;
}

base::Result<Request> requestOf(const QString &action, const QJsonObject &fields)
{
    for (const Row &row : rows()) {
        if (row.action.name != action) {
            continue;
        }
        rest::Call call = rest::plainCall(row.path.split(u'/'), row.method);
        for (const FieldSpec &field : row.action.fields) {
            if (fields.value(field.name).toString().isEmpty() && !fields.value(field.name).isArray()) {
                return base::invalid(field.name, u"%1 is needed"_s.arg(field.name));
            }
            for (QString &part : call.path) {
                part = part == u"{%1}"_s.arg(field.name) ? fields.value(field.name).toString() : part;
            }
        }
        if (action == "import"_L1) {
            CHECK(addBody(fields, call));
        }
        return Request{call, row.answersList};
    }
    return base::Error{.code = base::ErrorCode::Unsupported, .detail = u"there is no action named %1"_s.arg(action)};
}

} // namespace providers::signalbox
