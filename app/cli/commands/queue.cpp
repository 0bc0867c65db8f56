// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/commands/versions.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void send(Session &session, const ApiRequest &request, const QString &done)
{
    session.send(request, [&session, done](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(done);
        }
        session.finish();
    });
}

} // namespace

void clearQueue(Session &session)
{
    ApiRequest request;
    request.method = "POST";
    request.path = "/api/queue/clear";
    if (session.asked().has("automation"_L1)) {
        const QString id = session.asked().option("automation"_L1);
        if (const auto ok = checkId(id); !ok) {
            session.fail(ok.error());
            return;
        }
        request.path += query({{u"automation_id"_s, id}});
    }
    session.send(request, [&session](const QJsonValue &answer) {
        const qint64 count = answer.toObject().value("cancelled"_L1).toInteger();
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(count == 1 ? u"cancelled 1 run"_s : u"cancelled %1 runs"_s.arg(count));
        }
        session.finish();
    });
}

void listQueue(Session &session)
{
    QList<std::pair<QString, QString>> parameters;
    if (session.asked().has("automation"_L1)) {
        parameters.append({u"automation_id"_s, session.asked().option("automation"_L1)});
    }
    session.get("/api/queue" + query(parameters), [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
            session.finish();
            return;
        }
        Table table({u"PLACE"_s, u"ID"_s, u"AUTOMATION"_s, u"STATUS"_s, u"UNTIL"_s, u"REASON"_s});
        const QJsonArray waiting = answer.toArray();
        for (const QJsonValue value : waiting) {
            const QJsonObject run = value.toObject();
            const QJsonValue position = run.value("position"_L1);
            table.add({position.isNull() ? QString() : QString::number(position.toInt()), run.value("id"_L1).toString(),
                       run.value("automation_name"_L1).toString(), run.value("status"_L1).toString(),
                       localSeconds(run.value("held_until"_L1)), run.value("reason"_L1).toString()});
        }
        table.print(session.out());
        session.finish();
    });
}

void acknowledgeRun(Session &session)
{
    const QString id = session.operand(0);
    ApiRequest request;
    if (session.asked().has("undo"_L1)) {
        request.method = "DELETE";
        request.path = runPath(id, "/acknowledge");
        send(session, request, u"%1 counts again"_s.arg(id));
        return;
    }
    request.method = "POST";
    request.path = runPath(id, "/acknowledge");
    request.body = textOf({{u"note"_s, session.asked().option("note"_L1)}});
    send(session, request, u"acknowledged %1"_s.arg(id));
}

void restoreAutomation(Session &session)
{
    const QString id = session.operand(0);
    if (const auto ok = checkId(id); !ok) {
        session.fail(ok.error());
        return;
    }
    const base::Result<qint64> version = versionOperand(session);
    if (!version) {
        session.fail(version.error());
        return;
    }
    ApiRequest request;
    request.method = "POST";
    request.path = automationPath(id, "/restore");
    request.body = textOf({{u"version"_s, *version}});
    send(session, request, u"restored %1 to version %2"_s.arg(id).arg(*version));
}

} // namespace cli
