// SPDX-License-Identifier: Apache-2.0
#include "app/server/hooks/deliveryroutes.h"

#include "app/server/limits.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

QJsonObject webhookItem(const Call &call, const store::HookToken &token)
{
    const QString host = QString::fromLatin1(call.exchange->request().header("host"_ba));
    const QString secret = domain::webhookOf(call.automation->triggers).value_or(domain::Webhook{}).hmacSecret;
    return {{u"automation_id"_s, call.automation->id.text()},
            {u"token"_s, token.token},
            {u"url"_s, u"http://%1/api/automations/webhook/%2"_s.arg(host, token.token)},
            {u"secret_key_url"_s, u"http://%1/job/secret/%2"_s.arg(host, token.token)},
            {u"hmac_secret"_s, secret.isEmpty() ? QJsonValue() : QJsonValue(secret)},
            {u"made_at"_s, base::isoUtc(token.madeAt)},
            {u"made_by"_s, token.madeBy}};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject deliveryItem(const store::Delivery &delivery)
{
    return {{u"id"_s, delivery.id},
            {u"seq"_s, delivery.seq},
            {u"automation_id"_s, delivery.automation.text()},
            {u"received_at"_s, base::isoUtc(delivery.receivedAt)},
            {u"sender_id"_s, orNull(delivery.senderId)},
            {u"type"_s, delivery.type},
            {u"bytes"_s, delivery.bytes},
            {u"outcome"_s, store::outcomeWord(delivery.outcome)},
            {u"detail"_s, delivery.detail},
            {u"run_id"_s, orNull(delivery.run.text())},
            {u"replay_of"_s, orNull(delivery.replayOf)}};
}

void answerToken(const CallPtr &call, const base::Result<store::HookToken> &token)
{
    token ? call->answer(200, webhookItem(*call, *token)) : call->fail(token.error());
}

void show(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.webhooks().token(call->automation->id), tools.loop,
             [call](const base::Result<store::HookToken> &token) { answerToken(call, token); });
}

void rotate(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.webhooks().rotate(call->automation->id, call->by), tools.loop,
             [call](const base::Result<store::HookToken> &token) { answerToken(call, token); });
}

void deliveries(Tools &tools, const CallPtr &call)
{
    const base::Result<qint64> limit = call->query.number(u"limit"_s, usualPage);
    const base::Result<qint64> before = call->query.number(u"before"_s, 0);
    if (!limit || !before) {
        call->fail(limit ? before.error() : limit.error());
        return;
    }
    whenDone(tools.store.webhooks().deliveries(call->automation->id, *limit, *before), tools.loop,
             [call](const base::Result<QList<store::Delivery>> &all) {
                 if (!all) {
                     call->fail(all.error());
                     return;
                 }
                 QJsonArray items;
                 for (const store::Delivery &delivery : *all) {
                     items.append(deliveryItem(delivery));
                 }
                 Response response;
                 response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
                 call->exchange->answer(response);
             });
}

void replay(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.webhooks().replay(call->automation->id, call->path.value(u"delivery"_s), call->by), tools.loop,
             [call](const base::Result<store::HookAnswer> &again) {
                 if (!again || again->refusal) {
                     call->fail(again ? *again->refusal : again.error());
                     return;
                 }
                 call->answer(202, deliveryItem(again->delivery));
             });
}

} // namespace

QList<Route> deliveryRoutes()
{
    using enum Subject;
    const QString one = u"/api/automations/{id}/webhook"_s;
    return {
        {Method::Get, one, Right::Edit, u"The token of its webhook and where to send"_s, show, Automation,
         BodyKind::Nothing, smallBody},
        {Method::Post, one + u"/rotate"_s, Right::Edit, u"Another token; the old one is none any more"_s, rotate,
         Automation, BodyKind::Nothing, smallBody},
        {Method::Get,
         one + u"/deliveries"_s,
         Right::Edit,
         u"What arrived, newest first; before is a seq"_s,
         deliveries,
         Automation,
         BodyKind::Nothing,
         smallBody,
         {u"limit"_s, u"before"_s}},
        {Method::Post, one + u"/deliveries/{delivery}/replay"_s, Right::Edit, u"The same request once more"_s, replay,
         Automation, BodyKind::Nothing, smallBody},
    };
}

} // namespace server
