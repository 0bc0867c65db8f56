// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/queueroutes.h"

#include "app/base/jsonreader.h"
#include "app/server/limits.h"
#include "app/server/shapes.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

std::optional<base::AutomationId> automationOf(const Call &call)
{
    const std::optional<QString> id = call.query.value(u"automation_id"_s);
    return id ? std::optional(base::AutomationId(*id)) : std::nullopt;
}

/// Those that wait for their turn have a position, from 1.
QJsonArray queueItems(const QList<domain::Run> &waiting, const Call &call)
{
    const std::optional<base::AutomationId> automation = automationOf(call);
    QJsonArray items;
    int position = 0;
    for (const domain::Run &run : waiting) {
        const bool queued = run.status == domain::RunStatus::Queued;
        position += queued ? 1 : 0;
        if (call.sees(run.automationId) && (!automation || run.automationId == *automation)) {
            QJsonObject item = runItem(run);
            item.insert("position"_L1, queued ? QJsonValue(position) : QJsonValue(QJsonValue::Null));
            items.append(item);
        }
    }
    return items;
}

void showQueue(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.runs().waiting(), tools.loop, [call](const base::Result<QList<domain::Run>> &waiting) {
        if (!waiting) {
            call->fail(waiting.error());
            return;
        }
        const auto page = pageOf(queueItems(*waiting, *call), call->query,
                                 [](const QJsonValue &item) { return item.toObject().value("id"_L1).toString(); });
        if (!page) {
            call->fail(page.error());
            return;
        }
        Response response;
        response.body = QJsonDocument(*page).toJson(QJsonDocument::Compact);
        call->exchange->answer(response);
    });
}

void clearQueue(Tools &tools, const CallPtr &call)
{
    const std::optional<base::AutomationId> only = automationOf(*call);
    if (!only && !call->hidden.isEmpty()) {
        call->fail(
            base::invalid(u"automation_id"_s, u"automation_id must say whose runs: some are not yours to see"_s));
        return;
    }
    if (only && !call->sees(*only)) {
        call->fail(base::notFound(u"automation "_s + only->text()));
        return;
    }
    whenDone(tools.store.runs().clearQueue(only, call->by), tools.loop, [call](const base::Result<int> &cleared) {
        cleared ? call->answer(200, {{u"cancelled"_s, *cleared}}) : call->fail(cleared.error());
    });
}

void answerRun(const CallPtr &call, const base::Result<domain::Run> &run)
{
    run ? call->answer(200, runItem(*run)) : call->fail(run.error());
}

base::Result<QString> noteOf(const Call &call)
{
    QString note;
    if (!call.body.isUndefined()) {
        base::JsonReader reader(call.body.toObject());
        reader.text("note"_L1, note);
        CHECK(reader.finish());
    }
    return note;
}

void acknowledge(Tools &tools, const CallPtr &call)
{
    const base::Result<QString> note = noteOf(*call);
    if (!note) {
        call->fail(note.error());
        return;
    }
    whenDone(tools.store.runs().acknowledge({call->run->id}, call->by, *note), tools.loop,
             [call](const base::Result<QList<domain::Run>> &runs) {
                 answerRun(call, runs ? base::Result<domain::Run>(runs->first()) : runs.error());
             });
}

void unacknowledge(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.runs().unacknowledge({call->run->id}, call->by), tools.loop,
             [call](const base::Result<QList<domain::Run>> &runs) {
                 answerRun(call, runs ? base::Result<domain::Run>(runs->first()) : runs.error());
             });
}

void again(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.runs().again(call->run->id, call->by), tools.loop,
             [call](const base::Result<domain::Run> &run) { answerRun(call, run); });
}

/// Also of an automation that was deleted, which is why it is not looked up first.
void restore(Tools &tools, const CallPtr &call)
{
    if (!call->sees(base::AutomationId(call->id))) {
        call->fail(base::notFound(u"automation "_s + call->id));
        return;
    }
    const base::Result<qint64> version = versionWanted(call->body.toObject());
    if (!version) {
        call->fail(version.error());
        return;
    }
    whenDone(tools.store.automations().restore(base::AutomationId(call->id), *version, call->by), tools.loop,
             [&tools, call](const base::Result<domain::Automation> &automation) {
                 if (!automation) {
                     call->fail(automation.error());
                     return;
                 }
                 call->answer(200, {{u"status"_s, u"restored"_s},
                                    {u"id"_s, automation->id.text()},
                                    {u"version"_s, automation->version}});
             });
}

} // namespace

QList<Route> queueRoutes()
{
    using enum Subject;
    const QString run = u"/api/automations/runs/{id}"_s;
    return {
        {Method::Get, u"/api/queue"_s, Right::View,
         u"Runs that wait, in the order of their turns, with position and reason"_s, showQueue, None, BodyKind::Nothing,
         smallBody, pageNames() + QStringList{u"automation_id"_s}},
        {Method::Post,
         u"/api/queue/clear"_s,
         Right::Run,
         u"Cancel every run that waits for its turn"_s,
         clearQueue,
         None,
         BodyKind::Nothing,
         smallBody,
         {u"automation_id"_s}},
        {Method::Post, run + u"/acknowledge"_s, Right::Run, u"Take note of a failure"_s, acknowledge, Run,
         BodyKind::MaybeJson, smallBody},
        {Method::Delete, run + u"/acknowledge"_s, Right::Run, u"Take that back: it counts again"_s, unacknowledge, Run,
         BodyKind::Nothing, smallBody},
        {Method::Post, run + u"/again"_s, Right::Run, u"Run it once more with the same arguments"_s, again, Run,
         BodyKind::Nothing, smallBody},
        {Method::Post, u"/api/automations/{id}/restore"_s, Right::Edit,
         u"Bring back a version, also of an automation that was deleted"_s, restore, None, BodyKind::Json, smallBody},
    };
}

} // namespace server
