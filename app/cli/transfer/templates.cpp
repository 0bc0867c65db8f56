// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/session.h"
#include "app/cli/net/httpclient.h"
#include "app/cli/text/table.h"
#include "app/cli/transfer/transfercommands.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void printTemplates(Session &session, const QJsonArray &templates)
{
    if (session.asked().json) {
        session.out().json(templates);
        session.finish();
        return;
    }
    Table table({u"ID"_s, u"NAME"_s, u"TYPE"_s, u"SCHEDULE"_s, u"BRINGS"_s, u"FIELDS"_s, u"NEEDS"_s});
    for (const QJsonValue value : templates) {
        const QJsonObject one = value.toObject();
        QStringList fields;
        for (const QJsonValue field : one.value("fields"_L1).toArray()) {
            fields.append(field.toObject().value("name"_L1).toString());
        }
        QStringList needs;
        for (const QJsonValue need : one.value("needs"_L1).toArray()) {
            needs.append(need.toString());
        }
        table.add({one.value("id"_L1).toString(), one.value("name"_L1).toString(), one.value("type"_L1).toString(),
                   one.value("schedule"_L1).toString(), one.contains("window"_L1) ? u"a window"_s : QString(),
                   fields.join(u", "_s), needs.join(u", "_s)});
    }
    table.print(session.out());
    session.finish();
}

base::Result<QJsonObject> valuesOf(const QStringList &pairs)
{
    QJsonObject values;
    for (const QString &pair : pairs) {
        if (pair.indexOf(u'=') < 1) {
            return base::invalid(u"set"_s, u"--set takes NAME=VALUE, not %1"_s.arg(pair));
        }
        values.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    }
    return values;
}

} // namespace

void listTemplates(Session &session)
{
    session.get("/api/templates", [&session](const QJsonValue &answer) { printTemplates(session, answer.toArray()); });
}

void applyTemplate(Session &session)
{
    const base::Result<QJsonObject> values = valuesOf(session.asked().lists.value(u"set"_s));
    if (!values) {
        session.fail(values.error());
        return;
    }
    QJsonObject filling{{u"values"_s, *values}};
    if (session.asked().has("name"_L1)) {
        filling.insert("name"_L1, session.asked().option("name"_L1));
    }
    ApiRequest request;
    request.method = "POST";
    request.path = "/api/templates/" + segment(session.operand(0)) + "/apply";
    request.body = QJsonDocument(filling).toJson(QJsonDocument::Compact);
    session.send(request, [&session](const QJsonValue &answer) {
        QJsonObject made = answer.toObject();
        made.remove(u"status"_s); // Says `created`; not a field of an automation.
        if (session.asked().json) {
            session.out().json(made);
        } else {
            session.out().line(
                u"created %1 %2"_s.arg(made.value("id"_L1).toString(), made.value("name"_L1).toString()));
            for (const QJsonValue window : made.value("windows"_L1).toArray()) {
                session.out().line(u"created the maintenance window %1"_s.arg(window.toString()));
            }
        }
        session.finish();
    });
}

} // namespace cli
