// SPDX-License-Identifier: Apache-2.0
#include "app/server/defender/actionroutes.h"

#include "app/server/defender/actionshape.h"
#include "app/server/limits.h"
#include "app/server/routes/contentcheck.h"
#include "app/store/store.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace server {

namespace {

using domain::Automation;
using Tokens = QHash<base::AutomationId, QString>;

bool isBundle(const Automation &automation)
{
    return automation.type == u"bundle"_s;
}

ActionView viewFor(const Call &call, WithCode code)
{
    return {.dialect = dialectOf(call.route->pattern), .code = code, .webhookToken = {}};
}

/// Goes on with the tokens of webhooks, for who may see them.
void withTokens(Tools &tools, const CallPtr &call, const std::function<void(const Tokens &)> &go)
{
    if (!domain::authorize(call->by, Right::Edit)) {
        go({});
        return;
    }
    whenDone(tools.store.webhooks().tokens(), tools.loop,
             [go](const base::Result<Tokens> &tokens) { go(tokens.value_or(Tokens())); });
}

void answerOne(Tools &tools, const CallPtr &call, const base::Result<Automation> &automation)
{
    if (!automation) {
        call->fail(automation.error());
        return;
    }
    withTokens(tools, call, [call, automation = *automation](const Tokens &tokens) {
        ActionView view = viewFor(*call, WithCode::Yes);
        view.webhookToken = tokens.value(automation.id);
        call->answer(200, actionItem(automation, view));
    });
}

/// Only code is an autotask. False once it is answered.
bool isAction(const CallPtr &call)
{
    if (!isBundle(*call->automation)) {
        call->fail(base::notFound(u"code bundle "_s + call->id));
        return false;
    }
    return true;
}

void list(Tools &tools, const CallPtr &call)
{
    const auto answer = [&tools, call](const QList<Automation> &all, const Tokens &tokens) {
        const auto shape = [all, tokens, plain = viewFor(*call, WithCode::No), hidden = call->hidden] {
            ActionView view = plain;
            QJsonArray items;
            for (const Automation &automation : all) {
                if (isBundle(automation) && !hidden.contains(automation.id)) {
                    view.webhookToken = tokens.value(automation.id);
                    items.append(actionItem(automation, view));
                }
            }
            return QJsonObject{{u"items"_s, items}, {u"keyValueStoreItemsCount"_s, 0}, {u"runsQuotaUsage"_s, 0}};
        };
        offload(tools.pool, tools.loop, shape, [call](const QJsonObject &object) { call->answer(200, object); });
    };
    whenDone(tools.store.automations().list(), tools.loop,
             [&tools, call, answer](const base::Result<QList<Automation>> &all) {
                 if (!all) {
                     call->fail(all.error());
                     return;
                 }
                 withTokens(tools, call, [answer, all = *all](const Tokens &tokens) { answer(all, tokens); });
             });
}

void show(Tools &tools, const CallPtr &call)
{
    if (isAction(call)) {
        answerOne(tools, call, *call->automation);
    }
}

/// `save` is called once everything about it is found to be in order.
void checkAndSave(Tools &tools, const CallPtr &call, const base::Result<Automation> &automation,
                  const std::function<QFuture<base::Result<Automation>>(const Automation &)> &save)
{
    const base::Status fits = automation ? checkHere(tools, *automation) : base::Status(automation.error());
    if (!fits) {
        call->fail(fits.error());
        return;
    }
    checkContents(tools, {*automation}, [&tools, call, save, automation = *automation](const base::Status &sound) {
        if (!sound) {
            call->fail(sound.error());
            return;
        }
        whenDone(save(automation), tools.loop,
                 [&tools, call](const base::Result<Automation> &saved) { answerOne(tools, call, saved); });
    });
}

base::Result<Automation> newAction(const QJsonObject &action)
{
    TRY(QJsonObject object, changesFromAction(action, nullptr));
    object.insert("type"_L1, u"bundle"_s);
    return domain::automationFromJson(object);
}

void create(Tools &tools, const CallPtr &call)
{
    const base::Result<Automation> made = newAction(call->body.toObject());
    if (const base::Status fits = made ? checkHere(tools, *made) : base::Status(made.error()); !fits) {
        call->fail(fits.error());
        return;
    }
    checkContents(tools, {*made}, [&tools, call, made = *made](const base::Status &sound) {
        if (!sound) {
            call->fail(sound.error());
            return;
        }
        whenDone(tools.store.automations().create({made}, call->by), tools.loop,
                 [&tools, call](const base::Result<QList<Automation>> &created) {
                     answerOne(tools, call, created ? base::Result<Automation>(created->first()) : created.error());
                 });
    });
}

void saveChanges(Tools &tools, const CallPtr &call, const QJsonObject &action)
{
    const base::Result<QJsonObject> changes = changesFromAction(action, &*call->automation);
    const base::Result<Automation> edited =
        changes ? domain::edited(*call->automation, *changes) : base::Result<Automation>(changes.error());
    checkAndSave(tools, call, edited, [&tools, by = call->by](const Automation &automation) {
        return tools.store.automations().update(automation, by);
    });
}

/// Its id stands in the body.
void update(Tools &tools, const CallPtr &call)
{
    const QJsonObject action = call->body.toObject();
    const QString id = action.value(idName(dialectOf(call->route->pattern))).toString();
    whenDone(tools.store.automations().get(base::AutomationId(id)), tools.loop,
             [&tools, call, action](const base::Result<Automation> &automation) {
                 if (!automation || !call->sees(automation->id)) {
                     call->fail(automation ? base::notFound(u"automation "_s + automation->id.text())
                                           : automation.error());
                     return;
                 }
                 call->automation = *automation;
                 if (isAction(call)) {
                     saveChanges(tools, call, action);
                 }
             });
}

void updateCode(Tools &tools, const CallPtr &call)
{
    if (!isAction(call)) {
        return;
    }
    const QJsonValue code = call->body.toObject().value("encodedZippedCode"_L1);
    if (!code.isString()) {
        call->fail(base::invalid(u"encodedZippedCode"_s, u"encodedZippedCode must be a zip file in base64"_s));
        return;
    }
    saveChanges(tools, call, {{u"encodedZippedCode"_s, code}});
}

QJsonObject variablesOf(const Automation &automation)
{
    return actionItem(automation, {}).value("environmentVariables"_L1).toObject();
}

void environment(Tools &, const CallPtr &call)
{
    if (isAction(call)) {
        call->answer(200, variablesOf(*call->automation));
    }
}

void updateEnvironment(Tools &tools, const CallPtr &call)
{
    if (!isAction(call)) {
        return;
    }
    const QJsonObject body = call->body.toObject();
    const QJsonValue named = body.value("variables"_L1);
    const base::Result<Automation> edited =
        domain::edited(*call->automation, {{u"env"_s, named.isObject() ? named : QJsonValue(body)}});
    if (!edited) {
        call->fail(edited.error());
        return;
    }
    whenDone(tools.store.automations().update(*edited, call->by), tools.loop,
             [call](const base::Result<Automation> &saved) {
                 saved ? call->answer(200, variablesOf(*saved)) : call->fail(saved.error());
             });
}

void remove(Tools &tools, const CallPtr &call)
{
    if (!isAction(call)) {
        return;
    }
    whenDone(
        tools.store.automations().remove(call->automation->id, call->by), tools.loop,
        [call](const base::Status &status) {
            status ? call->answer(200, {{u"message"_s, u"%1 deleted"_s.arg(call->id)}}) : call->fail(status.error());
        });
}

QList<Route> routesAt(const QString &all)
{
    using enum Subject;
    using enum BodyKind;
    const QString one = all + u"/{id}"_s;
    return {
        {Method::Get, all, Right::View, u"All code bundles, without code"_s, list, None, Nothing, smallBody},
        {Method::Post, all, Right::Edit, u"Make one"_s, create, None, Json, codeBody},
        {Method::Put, all + u"/"_s, Right::Edit, u"Change the one whose id stands in the body"_s, update, None, Json,
         codeBody},
        {Method::Get, one, Right::View, u"One, with its code"_s, show, Automation, Nothing, smallBody},
        {Method::Delete, one, Right::Edit, u"Delete it"_s, remove, Automation, Nothing, smallBody},
        {Method::Put, one + u"/code"_s, Right::Edit, u"Other code"_s, updateCode, Automation, Json, codeBody},
        {Method::Get, one + u"/environment"_s, Right::View, u"Its variables"_s, environment, Automation, Nothing,
         smallBody},
        {Method::Put, one + u"/environment"_s, Right::Edit, u"Other variables"_s, updateEnvironment, Automation, Json,
         smallBody},
    };
}

} // namespace

QList<Route> actionRoutes()
{
    QList<Route> all;
    for (const Place &place : places()) {
        all.append(routesAt(place.path));
    }
    return all;
}

} // namespace server
