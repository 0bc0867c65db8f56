// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/systemroutes.h"

#include "app/server/limits.h"
#include "app/server/routes/openapi.h"
#include "app/server/routes/table.h"
#include "app/server/streams/feeds.h"
#include "app/server/tickets.h"
#include "app/store/doctor.h"
#include "app/store/endpoint.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

void ticket(Tools &tools, const CallPtr &call)
{
    const QByteArray issued = tools.tickets.issue(call->by);
    const base::Instant until = tools.clock.now() + tools.limits.ticket;
    call->answer(201, {{u"ticket"_s, QString::fromLatin1(issued)}, {u"expires_at"_s, base::isoUtc(until)}});
}

void changes(Tools &tools, const CallPtr &call)
{
    openChangeFeed(tools, call);
}

QJsonValue timeOrNull(const std::optional<base::Instant> &time)
{
    return time ? QJsonValue(base::isoUtc(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonObject keptItem(const store::Kept &kept)
{
    QJsonObject item{{u"runs"_s, kept.runs},
                     {u"oldest_run"_s, timeOrNull(kept.oldestRun)},
                     {u"logs"_s, kept.logs},
                     {u"logs_used_bytes"_s, kept.logsUsed},
                     {u"logs_free_bytes"_s, kept.logsFree},
                     {u"logs_to_remove"_s, kept.logsToGo},
                     {u"runs_without_log"_s, kept.logsRemoved},
                     {u"last_sweep"_s, timeOrNull(kept.lastSweep)},
                     {u"last_swept"_s, kept.lastSwept}};
    for (auto it = kept.rules.constBegin(); it != kept.rules.constEnd(); ++it) {
        item.insert(it.key(), it.value());
    }
    return item;
}

QJsonObject healthItem(const store::Health &health, const QString &directory, const QJsonValue &enginePid)
{
    return {{u"version"_s, QStringLiteral(SIGNALBOX_VERSION)},
            {u"ok"_s, health.problems.isEmpty()},
            {u"problems"_s, QJsonArray::fromStringList(health.problems)},
            {u"store"_s, QJsonObject{{u"path"_s, directory},
                                     {u"schema"_s, health.schema},
                                     {u"rows_bytes"_s, health.rowsBytes},
                                     {u"logs_bytes"_s, health.logsBytes}}},
            {u"audit_rows"_s, health.auditRows},
            {u"kept"_s, keptItem(health.kept)},
            {u"engine"_s, QJsonObject{{u"pid"_s, enginePid}}}};
}

void doctor(Tools &tools, const CallPtr &call)
{
    const QString directory = tools.store.directory();
    const QString runtime = tools.store.runtimeDirectory();
    const auto look = [directory, runtime] {
        const base::Result<store::Endpoint> endpoint = store::readEndpoint(runtime);
        return healthItem(store::examine(directory), directory,
                          endpoint ? QJsonValue(endpoint->pid) : QJsonValue::Null);
    };
    offload(tools.pool, tools.loop, look, [call](const QJsonObject &item) { call->answer(200, item); });
}

void description(Tools &, const CallPtr &call)
{
    call->answer(200, openApi(routes()));
}

} // namespace

QList<Route> systemRoutes()
{
    using enum Subject;
    return {
        {Method::Post, u"/api/stream-tickets"_s, Right::View, u"A single-use token for one event stream"_s, ticket,
         None, BodyKind::Nothing, smallBody},
        {Method::Get,
         u"/api/changes"_s,
         Right::View,
         u"Changed rows as they are committed, as server-sent events"_s,
         changes,
         None,
         BodyKind::Nothing,
         smallBody,
         {},
         TokenPlace::Query},
        {Method::Get, u"/api/doctor"_s, Right::Admin, u"How the store and the engine are"_s, doctor, None,
         BodyKind::Nothing, smallBody},
        {Method::Get, u"/api/openapi.json"_s, Right::View, u"This description"_s, description, None, BodyKind::Nothing,
         smallBody},
    };
}

} // namespace server
