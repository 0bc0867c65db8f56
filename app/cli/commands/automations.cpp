// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/approvals.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/commands/watchedpaths.h"
#include "app/cli/text/input.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const QStringList automationOrder{u"id"_s,          u"name"_s,     u"description"_s, u"type"_s,     u"paused"_s,
                                  u"params"_s,      u"triggers"_s, u"schedule"_s,    u"next_run"_s, u"last_run"_s,
                                  u"last_status"_s, u"tags"_s,     u"env"_s};
const QStringList runOrder{u"id"_s,         u"automation_id"_s, u"automation_name"_s, u"status"_s,
                           u"reason"_s,     u"trigger"_s,       u"planned_for"_s,     u"queued_at"_s,
                           u"started_at"_s, u"finished_at"_s,   u"exit_code"_s,       u"signal"_s};

bool matches(const QJsonObject &automation, const QString &filter)
{
    for (const QLatin1StringView field : {"id"_L1, "name"_L1, "type"_L1}) {
        if (automation.value(field).toString().contains(filter, Qt::CaseInsensitive)) {
            return true;
        }
    }
    for (const QJsonValue tag : automation.value("tags"_L1).toArray()) {
        if (tag.toString().contains(filter, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

void printAutomations(Output &output, const QJsonArray &automations)
{
    Table table({u"ID"_s, u"NAME"_s, u"TYPE"_s, u"SCHEDULE"_s, u"STATE"_s, u"LAST"_s, u"LAST RUN"_s, u"NEXT RUN"_s});
    for (const QJsonValue value : automations) {
        const QJsonObject a = value.toObject();
        table.add({a.value("id"_L1).toString(), a.value("name"_L1).toString(), a.value("type"_L1).toString(),
                   a.value("schedule"_L1).toString(), a.value("paused"_L1).toBool() ? u"paused"_s : u"active"_s,
                   a.value("last_status"_L1).toString(), localSeconds(a.value("last_run"_L1)),
                   localSeconds(a.value("next_run"_L1))});
    }
    table.print(output);
}

/// Of a run of a workflow: what became of each of its steps.
void printSteps(Output &output, const QJsonArray &steps)
{
    Table table(
        {u"STEP"_s, u"AUTOMATION"_s, u"STATUS"_s, u"ATTEMPT"_s, u"STARTED"_s, u"FINISHED"_s, u"RUN"_s, u"REASON"_s});
    for (const QJsonValue value : steps) {
        const QJsonObject s = value.toObject();
        const QJsonValue attempt = s.value("attempt"_L1);
        table.add({s.value("id"_L1).toString(),
                   s.value("automation_name"_L1).toString(s.value("automation_id"_L1).toString()),
                   s.value("status"_L1).toString(), attempt.isDouble() ? QString::number(attempt.toInt()) : QString(),
                   localSeconds(s.value("started_at"_L1)), localSeconds(s.value("finished_at"_L1)),
                   s.value("run_id"_L1).toString(), s.value("reason"_L1).toString()});
    }
    if (!steps.isEmpty()) {
        output.line({});
        table.print(output);
    }
}

void showRun(Session &session, const QString &id)
{
    session.get(runPath(id), [&session](const QJsonValue &answer) {
        QJsonObject run = answer.toObject();
        if (session.asked().json) {
            session.out().json(run);
        } else {
            const QJsonArray steps = run.take("steps"_L1).toArray();
            printObject(session.out(), run, runOrder);
            printSteps(session.out(), steps);
        }
        session.finish();
    });
}

void showOne(Session &session, const QByteArray &path, const QStringList &order)
{
    session.get(path, [&session, order](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            printObject(session.out(), answer.toObject(), order);
        }
        session.finish();
    });
}

/// An order about one automation: says `done` and its id, or prints the engine's answer.
void order(Session &session, const QByteArray &method, const QByteArray &rest, const QString &done)
{
    const QString id = session.operand(0);
    if (const auto ok = checkId(id); !ok) {
        session.fail(ok.error());
        return;
    }
    ApiRequest request;
    request.method = method;
    request.path = automationPath(id, rest);
    session.send(request, [&session, id, done](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(u"%1 %2"_s.arg(done, id));
        }
        session.finish();
    });
}

} // namespace

void listAutomations(Session &session)
{
    session.get("/api/automations", [&session](const QJsonValue &answer) {
        const QString filter = session.asked().option("filter"_L1);
        QJsonArray shown;
        for (const QJsonValue automation : answer.toArray()) {
            if (filter.isEmpty() || matches(automation.toObject(), filter)) {
                shown.append(automation);
            }
        }
        if (session.asked().json) {
            session.out().json(shown);
        } else {
            printAutomations(session.out(), shown);
        }
        session.finish();
    });
}

void show(Session &session)
{
    const QString id = session.operand(0);
    if (isRunId(id)) {
        showRun(session, id);
        return;
    }
    if (isApprovalId(id)) {
        showApproval(session, id);
        return;
    }
    if (const auto ok = checkId(id); !ok) {
        session.fail(ok.error());
        return;
    }
    showOne(session, automationPath(id), automationOrder);
}

void editAutomation(Session &session)
{
    const QString id = session.operand(0);
    if (const auto ok = checkId(id); !ok) {
        session.fail(ok.error());
        return;
    }
    const auto document = readJson(session.operand(1), session.out().streams().in, codeLimit);
    if (!document) {
        session.fail(document.error());
        return;
    }
    if (!document->isObject()) {
        session.fail(base::invalid({}, u"%1 must hold one object"_s.arg(session.operand(1))));
        return;
    }
    ApiRequest request;
    request.method = "PUT";
    request.body = document->toJson(QJsonDocument::Compact);
    request.path = automationPath(id, routeFor(request.body));
    session.send(request, [&session, id, given = document->object()](const QJsonValue &) {
        tellOfMissingPaths(session.out(), {given});
        if (session.asked().json) {
            showOne(session, automationPath(id), automationOrder);
            return;
        }
        session.out().line(u"updated %1"_s.arg(id));
        session.finish();
    });
}

void deleteAutomation(Session &session)
{
    order(session, "DELETE", {}, u"deleted"_s);
}

} // namespace cli
