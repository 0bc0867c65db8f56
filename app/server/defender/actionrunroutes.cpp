// SPDX-License-Identifier: Apache-2.0
#include "app/server/defender/actionrunroutes.h"

#include "app/server/defender/actionshape.h"
#include "app/server/limits.h"
#include "app/server/shapes.h"
#include "app/server/streams/tail.h"
#include "app/store/store.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace server {

namespace {

constexpr qint64 pageLength = 50;

void runNow(Tools &tools, const CallPtr &call)
{
    store::RunInput input{.arguments = domain::argumentsIn(call->body, call->automation->arguments)};
    if (const QByteArray body = call->exchange->request().body; !body.isEmpty()) {
        input.request = domain::HookRequest{.type = domain::BodyType::Json, .body = body};
    }
    whenDone(tools.store.runs().request(call->automation->id, call->by, input), tools.loop,
             [call](const base::Result<domain::Run> &run) {
                 run ? call->answer(200, actionRunItem(*run, dialectOf(call->route->pattern)))
                     : call->fail(run.error());
             });
}

base::Result<QList<domain::RunStatus>> statusesOf(const Query &query)
{
    using enum domain::RunStatus;
    const QString word = query.value(u"status"_s).value_or(QString());
    if (word.isEmpty()) {
        return QList<domain::RunStatus>();
    }
    if (word == u"pending"_s) {
        return QList{Queued, Held, AwaitingApproval, Running};
    }
    if (word == u"success"_s) {
        return QList{Done};
    }
    if (word == u"error"_s) {
        return QList{Failed, TimedOut, Cancelled, Rejected, Skipped, Interrupted};
    }
    if (word == u"throttle"_s || word == u"throttled"_s) {
        return QList{Skipped};
    }
    return base::invalid(u"status"_s, u"status must be pending, success, error or throttled"_s);
}

void listRuns(Tools &tools, const CallPtr &call)
{
    const auto statuses = statusesOf(call->query);
    if (!statuses) {
        call->fail(statuses.error());
        return;
    }
    store::RunQuery query{.automation = call->automation->id, .statuses = *statuses, .limit = pageLength};
    const QString next = call->query.value(u"next"_s).value_or(QString());
    if (!next.isEmpty()) {
        query.before = base::RunId(next);
    }
    whenDone(tools.store.runs().page(query), tools.loop, [call](const base::Result<QList<domain::Run>> &runs) {
        if (!runs) {
            call->fail(runs.error());
            return;
        }
        QJsonArray items;
        for (const domain::Run &run : *runs) {
            items.append(actionRunItem(run, dialectOf(call->route->pattern)));
        }
        const bool full = runs->size() == pageLength;
        call->answer(200, {{u"items"_s, items}, {u"next"_s, full ? runs->last().id.text() : QString(u""_s)}});
    });
}

void showRun(Tools &tools, const CallPtr &call)
{
    readTail(tools, call->run->id, [call](const base::Result<QByteArray> &tail) {
        tail ? call->answer(200, actionRunDetail(*call->run, dialectOf(call->route->pattern), textOfTail(*tail)))
             : call->fail(tail.error());
    });
}

QList<Route> routesAt(const QString &all)
{
    using enum Subject;
    using enum BodyKind;
    const QString one = all + u"/{id}"_s;
    return {
        {Method::Post, one + u"/runs/manual"_s, Right::Run, u"Run it now; the body is its request"_s, runNow,
         Automation, MaybeJson, smallBody},
        {Method::Get,
         one + u"/runs"_s,
         Right::View,
         u"Its runs, newest first; next is where to go on"_s,
         listRuns,
         Automation,
         Nothing,
         smallBody,
         {u"next"_s, u"status"_s}},
        {Method::Get, all + u"/runs/{id}"_s, Right::View, u"One run with its result and log"_s, showRun, Run, Nothing,
         smallBody},
    };
}

} // namespace

QList<Route> actionRunRoutes()
{
    QList<Route> all;
    for (const Place &place : places()) {
        all.append(routesAt(place.path));
    }
    return all;
}

} // namespace server
