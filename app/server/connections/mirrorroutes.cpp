// SPDX-License-Identifier: Apache-2.0
#include "app/base/jsonreader.h"
#include "app/server/connections/connectionroutes.h"
#include "app/server/connections/named.h"
#include "app/server/connections/remoteshapes.h"
#include "app/server/limits.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

using domain::Connection;

void answerList(const CallPtr &call, const QJsonArray &items)
{
    Response response;
    response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
    call->exchange->answer(response);
}

void listConflicts(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.mirrors().conflicts(), tools.loop,
             [call](const base::Result<QList<store::Conflict>> &conflicts) {
                 if (!conflicts) {
                     call->fail(conflicts.error());
                     return;
                 }
                 QJsonArray items;
                 for (const store::Conflict &conflict : *conflicts) {
                     if (call->sees(conflict.automation)) {
                         items.append(conflictItem(conflict));
                     }
                 }
                 answerList(call, items);
             });
}

/// The conflict is named by its automation, or by what that is called there.
void resolve(Tools &tools, const CallPtr &call)
{
    const base::Result<store::Choice> choice = choiceFrom(call->body.toObject());
    if (!choice) {
        call->fail(choice.error());
        return;
    }
    whenDone(
        tools.store.mirrors().conflicts(), tools.loop,
        [&tools, call, choice = *choice](const base::Result<QList<store::Conflict>> &conflicts) {
            for (const store::Conflict &one : conflicts.value_or(QList<store::Conflict>())) {
                const bool named = one.automation.text() == call->id || one.remoteId == call->id;
                if (!named || !call->sees(one.automation)) {
                    continue;
                }
                whenDone(
                    tools.store.mirrors().resolve({{one.automation, choice}}, call->by), tools.loop,
                    [call](const base::Status &resolved) {
                        resolved ? call->answer(200, {{u"status"_s, u"resolved"_s}}) : call->fail(resolved.error());
                    });
                return;
            }
            call->fail(conflicts ? base::notFound(u"conflict about "_s + call->id) : conflicts.error());
        });
}

void listOutbox(Tools &tools, const CallPtr &call)
{
    const std::optional<QString> connection = call->query.value(u"connection_id"_s);
    const auto which = connection ? std::optional(base::ConnectionId(*connection)) : std::nullopt;
    whenDone(tools.store.outbox().list(which), tools.loop,
             [call](const base::Result<QList<store::OutboxEntry>> &entries) {
                 if (!entries) {
                     call->fail(entries.error());
                     return;
                 }
                 QJsonArray items;
                 for (const store::OutboxEntry &entry : *entries) {
                     if (call->sees(entry.automation)) {
                         items.append(outboxItem(entry));
                     }
                 }
                 answerList(call, items);
             });
}

/// Does `act` to the task that the path names, where whoever asks may know of it.
template <typename Act> void onTask(Tools &tools, const CallPtr &call, const QString &status, Act act)
{
    whenDone(tools.store.outbox().list({}), tools.loop,
             [&tools, call, status, act](const base::Result<QList<store::OutboxEntry>> &entries) {
                 const qint64 id = call->id.toLongLong();
                 for (const store::OutboxEntry &entry : entries.value_or(QList<store::OutboxEntry>())) {
                     if (entry.id != id || !call->sees(entry.automation)) {
                         continue;
                     }
                     whenDone(act(id), tools.loop, [call, status](const base::Status &done) {
                         done ? call->answer(200, {{u"status"_s, status}}) : call->fail(done.error());
                     });
                     return;
                 }
                 call->fail(entries ? base::notFound(u"task "_s + call->id) : entries.error());
             });
}

void retry(Tools &tools, const CallPtr &call)
{
    onTask(tools, call, u"waiting"_s, [&tools, call](qint64 id) { return tools.store.outbox().retry(id, call->by); });
}

void giveUp(Tools &tools, const CallPtr &call)
{
    onTask(tools, call, u"deleted"_s, [&tools, call](qint64 id) { return tools.store.outbox().giveUp(id, call->by); });
}

/// Loads the connection that is named, then goes on with it and what would be lost there.
template <typename Go> void withLosses(Tools &tools, const CallPtr &call, const QString &connection, Go go)
{
    if (connection.isEmpty()) {
        call->fail(base::invalid(u"connection_id"_s, u"connection_id must name a connection"_s));
        return;
    }
    withConnection(tools, call, connection, [call, go](const Connection &found) {
        go(found, domain::lossesOf(*call->automation, found.account.capabilities));
    });
}

void losses(Tools &tools, const CallPtr &call)
{
    withLosses(tools, call, call->query.value(u"connection_id"_s).value_or(QString()),
               [call](const Connection &, const QList<domain::Loss> &lost) { answerList(call, lossItems(lost)); });
}

void publish(Tools &tools, const CallPtr &call)
{
    QString connection;
    bool accepted = false;
    base::JsonReader reader(call->body.toObject());
    reader.text("connection_id"_L1, connection);
    reader.flag("accept_losses"_L1, accepted);
    if (const base::Status read = reader.finish(); !read) {
        call->fail(read.error());
        return;
    }
    withLosses(
        tools, call, connection, [&tools, call, accepted](const Connection &home, const QList<domain::Loss> &lost) {
            if (!lost.isEmpty() && !accepted) {
                QStringList fields;
                for (const domain::Loss &loss : lost) {
                    fields.append(loss.field);
                }
                call->fail(base::conflict(u"%1 does not keep %2: accept_losses publishes it nevertheless"_s.arg(
                    home.name, fields.join(u", "_s))));
                return;
            }
            whenDone(
                tools.store.mirrors().publish(call->automation->id, home.id, call->by), tools.loop,
                [call](const base::Result<domain::Automation> &published) {
                    published ? call->answer(202, {{u"status"_s, u"publishing"_s}}) : call->fail(published.error());
                });
        });
}

void wantLog(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.mirrors().wantLog(call->run->id), tools.loop, [call](const base::Status &wanted) {
        wanted ? call->answer(202, {{u"status"_s, u"wanted"_s}}) : call->fail(wanted.error());
    });
}

} // namespace

QList<Route> mirrorRoutes()
{
    using enum BodyKind;
    const QString automation = u"/api/automations/{id}"_s;
    const Subject none = Subject::None;
    return {
        {Method::Get, u"/api/conflicts"_s, Right::View, u"What was changed here and there, by name"_s, listConflicts,
         none, Nothing, smallBody},
        {Method::Post, u"/api/conflicts/{id}/resolve"_s, Right::Edit,
         u"Decide between both sides of an automation, as a whole or by field"_s, resolve, none, Json, smallBody},
        {Method::Get,
         u"/api/outbox"_s,
         Right::View,
         u"What waits to be sent to remote systems, and why"_s,
         listOutbox,
         none,
         Nothing,
         smallBody,
         {u"connection_id"_s}},
        {Method::Post, u"/api/outbox/{id}/retry"_s, Right::Edit,
         u"Try what was refused, or waits for a time, at once"_s, retry, none, Nothing, smallBody},
        {Method::Delete, u"/api/outbox/{id}"_s, Right::Edit, u"Give up what was not sent"_s, giveUp, none, Nothing,
         smallBody},
        {Method::Get,
         automation + u"/losses"_s,
         Right::View,
         u"What of it a remote system would not keep"_s,
         losses,
         Subject::Automation,
         Nothing,
         smallBody,
         {u"connection_id"_s}},
        {Method::Post, automation + u"/publish"_s, Right::Edit, u"Let it live at a remote system from now on"_s,
         publish, Subject::Automation, Json, smallBody},
        {Method::Post, u"/api/automations/runs/{id}/fetch-log"_s, Right::View,
         u"Fetch the log of a run of a remote system"_s, wantLog, Subject::Run, Nothing, smallBody},
    };
}

} // namespace server
