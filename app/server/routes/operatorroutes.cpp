// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/operatorroutes.h"

#include "app/base/jsonreader.h"
#include "app/server/limits.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

QJsonValue timeOrNull(const std::optional<base::Instant> &time)
{
    return time ? QJsonValue(base::isoUtc(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonObject operatorItem(const domain::OperatorRecord &record)
{
    return {{u"name"_s, record.name},
            {u"role"_s, domain::roleWord(record.role)},
            {u"created_at"_s, base::isoUtc(record.createdAt)},
            {u"created_by"_s, record.createdBy}};
}

QJsonObject tokenItem(const store::TokenRecord &token)
{
    return {{u"id"_s, token.id},
            {u"name"_s, token.name},
            {u"operator"_s, token.operatorName},
            {u"role"_s, domain::roleWord(token.role)},
            {u"created_at"_s, base::isoUtc(token.createdAt)},
            {u"created_by"_s, token.createdBy},
            {u"expires_at"_s, timeOrNull(token.expiresAt)},
            {u"revoked_at"_s, timeOrNull(token.revokedAt)}};
}

void answerArray(const CallPtr &call, const QJsonArray &items)
{
    Response response;
    response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
    call->exchange->answer(response);
}

void answerOperator(const CallPtr &call, int status, const base::Result<domain::OperatorRecord> &record)
{
    record ? call->answer(status, operatorItem(*record)) : call->fail(record.error());
}

base::Result<domain::Role> readRole(base::JsonReader &reader)
{
    QString word;
    reader.text("role"_L1, word);
    const std::optional<domain::Role> role = domain::roleFromWord(word);
    if (!role) {
        return base::invalid(u"role"_s, u"role must be one of %1"_s.arg(domain::allRoleWords().join(u", "_s)));
    }
    return *role;
}

/// Of a new one the name stands in the body, of an old one in the path.
base::Result<domain::Operator> operatorOf(const Call &call)
{
    base::JsonReader reader(call.body.toObject());
    domain::Operator given{call.id, {}};
    if (call.id.isEmpty()) {
        reader.text("name"_L1, given.name);
    }
    TRY(given.role, readRole(reader));
    CHECK(reader.finish());
    return given;
}

base::Result<store::NewToken> newTokenOf(const Call &call)
{
    base::JsonReader reader(call.body.toObject());
    store::NewToken token;
    token.operatorName = call.by.name;
    reader.text("name"_L1, token.name);
    reader.text("operator"_L1, token.operatorName);
    reader.integer("expires_days"_L1, token.days, 1, 3660);
    TRY(token.role, readRole(reader));
    CHECK(reader.finish());
    return token;
}

void listOperators(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.operators().list(), tools.loop,
             [call](const base::Result<QList<domain::OperatorRecord>> &records) {
                 if (!records) {
                     call->fail(records.error());
                     return;
                 }
                 QJsonArray items{QJsonObject{{u"name"_s, call->desk},
                                              {u"role"_s, domain::roleWord(domain::Role::Admin)},
                                              {u"created_at"_s, QJsonValue::Null},
                                              {u"created_by"_s, QString()}}};
                 for (const domain::OperatorRecord &record : *records) {
                     items.append(operatorItem(record));
                 }
                 answerArray(call, items);
             });
}

void addOperator(Tools &tools, const CallPtr &call)
{
    const base::Result<domain::Operator> given = operatorOf(*call);
    if (!given) {
        call->fail(given.error());
        return;
    }
    whenDone(tools.store.operators().add(*given, call->desk, call->by), tools.loop,
             [call](const base::Result<domain::OperatorRecord> &record) { answerOperator(call, 201, record); });
}

void setRole(Tools &tools, const CallPtr &call)
{
    const base::Result<domain::Operator> given = operatorOf(*call);
    if (!given) {
        call->fail(given.error());
        return;
    }
    whenDone(tools.store.operators().setRole(*given, call->by), tools.loop,
             [call](const base::Result<domain::OperatorRecord> &record) { answerOperator(call, 200, record); });
}

void removeOperator(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.operators().remove(call->id, call->by), tools.loop, [call](const base::Status &removed) {
        removed ? call->answer(200, {{u"status"_s, u"deleted"_s}}) : call->fail(removed.error());
    });
}

void listTokens(Tools &tools, const CallPtr &call)
{
    whenDone(
        tools.store.operators().tokens(), tools.loop, [call](const base::Result<QList<store::TokenRecord>> &tokens) {
            if (!tokens) {
                call->fail(tokens.error());
                return;
            }
            const auto page = pageOf(*tokens, call->query, [](const store::TokenRecord &token) { return token.id; });
            if (!page) {
                call->fail(page.error());
                return;
            }
            QJsonArray items;
            for (const store::TokenRecord &token : *page) {
                items.append(tokenItem(token));
            }
            answerArray(call, items);
        });
}

void createToken(Tools &tools, const CallPtr &call)
{
    const base::Result<store::NewToken> wanted = newTokenOf(*call);
    if (!wanted) {
        call->fail(wanted.error());
        return;
    }
    whenDone(tools.store.operators().createToken(*wanted, call->desk, call->by), tools.loop,
             [call](const base::Result<store::MadeToken> &made) {
                 if (!made) {
                     call->fail(made.error());
                     return;
                 }
                 QJsonObject item = tokenItem(made->record);
                 item.insert("token"_L1, made->secret);
                 call->answer(201, item);
             });
}

void revokeToken(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.operators().revoke(call->id, call->by), tools.loop,
             [call](const base::Result<store::TokenRecord> &token) {
                 token ? call->answer(200, tokenItem(*token)) : call->fail(token.error());
             });
}

} // namespace

QList<Route> operatorRoutes()
{
    using enum Subject;
    const QString operators = u"/api/operators"_s;
    const QString tokens = u"/api/tokens"_s;
    const QString named = operators + u"/{id}"_s;
    return {
        {Method::Get, operators, Right::Admin, u"Who works here; first the account at the desk"_s, listOperators, None,
         BodyKind::Nothing, smallBody},
        {Method::Post, operators, Right::Admin, u"Add an operator"_s, addOperator, None, BodyKind::Json, smallBody},
        {Method::Put, named, Right::Admin, u"Give an operator another role"_s, setRole, None, BodyKind::Json,
         smallBody},
        {Method::Delete, named, Right::Admin, u"Remove an operator; their tokens count no more"_s, removeOperator, None,
         BodyKind::Nothing, smallBody},
        {Method::Get, tokens, Right::Admin, u"The tokens, newest first"_s, listTokens, None, BodyKind::Nothing,
         smallBody, pageNames()},
        {Method::Post, tokens, Right::Admin, u"Make a token; it is told this once"_s, createToken, None, BodyKind::Json,
         smallBody},
        {Method::Delete, tokens + u"/{id}"_s, Right::Admin, u"Revoke a token"_s, revokeToken, None, BodyKind::Nothing,
         smallBody},
    };
}

} // namespace server
