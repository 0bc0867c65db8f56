// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/automationroutes.h"

#include "app/server/limits.h"
#include "app/server/routes/contentcheck.h"
#include "app/server/shapes.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

std::optional<domain::Run> newest(const store::Histories &histories, const base::AutomationId &id)
{
    const QList<domain::Run> runs = histories.value(id);
    return runs.isEmpty() ? std::nullopt : std::optional(runs.first());
}

QList<base::AutomationId> idsOf(const QList<domain::Automation> &automations)
{
    QList<base::AutomationId> ids;
    for (const domain::Automation &automation : automations) {
        ids.append(automation.id);
    }
    return ids;
}

using Tokens = QHash<base::AutomationId, QString>;

/// Goes on with `go(tokens)`: those of webhooks, for who may see them.
template <typename Go> void withTokens(Tools &tools, const CallPtr &call, Go go)
{
    if (!domain::authorize(call->by, Right::Edit)) {
        go(Tokens());
        return;
    }
    whenDone(tools.store.webhooks().tokens(), tools.loop, [call, go](const base::Result<Tokens> &tokens) {
        if (!tokens) {
            call->fail(tokens.error());
            return;
        }
        go(*tokens);
    });
}

/// Goes on with `go(moment)`, or fails the call.
template <typename Go> void withMoment(Tools &tools, const CallPtr &call, Go go)
{
    withTokens(tools, call, [&tools, call, go](const Tokens &tokens) {
        whenDone(tools.store.pauses().allPaused(), tools.loop,
                 [&tools, call, go, tokens](const base::Result<store::AllPaused> &paused) {
                     if (!paused) {
                         call->fail(paused.error());
                         return;
                     }
                     go(Moment{tools.clock.now(), paused->state, tokens});
                 });
    });
}

/// Many automations are much arithmetic for their next times: it is done on the pool.
void answerItems(Tools &tools, const CallPtr &call, const QList<domain::Automation> &automations, const Moment &moment)
{
    whenDone(tools.store.runs().histories(idsOf(automations), 1), tools.loop,
             [&tools, call, automations, moment](const base::Result<store::Histories> &histories) {
                 if (!histories) {
                     call->fail(histories.error());
                     return;
                 }
                 const auto shape = [automations, last = *histories, moment] {
                     QJsonArray items;
                     domain::Zones zones;
                     for (const domain::Automation &automation : automations) {
                         items.append(automationItem(automation, newest(last, automation.id), moment, zones));
                     }
                     return QJsonDocument(items).toJson(QJsonDocument::Compact);
                 };
                 offload(tools.pool, tools.loop, shape, [call](const QByteArray &body) {
                     Response response;
                     response.body = body;
                     call->exchange->answer(response);
                 });
             });
}

void answerItem(Tools &tools, const CallPtr &call, const domain::Automation &automation)
{
    withMoment(tools, call, [&tools, call, automation](const Moment &moment) {
        whenDone(tools.store.runs().histories({automation.id}, 1), tools.loop,
                 [call, automation, moment](const base::Result<store::Histories> &histories) {
                     if (!histories) {
                         call->fail(histories.error());
                         return;
                     }
                     domain::Zones zones;
                     call->answer(200, automationItem(automation, newest(*histories, automation.id), moment, zones));
                 });
    });
}

void list(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.automations().list(), tools.loop,
             [&tools, call](const base::Result<QList<domain::Automation>> &automations) {
                 if (!automations) {
                     call->fail(automations.error());
                     return;
                 }
                 QList<domain::Automation> seen = *automations;
                 seen.removeIf([&call](const domain::Automation &one) { return !call->sees(one.id); });
                 const auto page = pageOf(seen, call->query, [](const auto &one) { return one.id.text(); });
                 if (!page) {
                     call->fail(page.error());
                     return;
                 }
                 withMoment(tools, call, [&tools, call, automations = *page](const Moment &moment) {
                     answerItems(tools, call, automations, moment);
                 });
             });
}

void show(Tools &tools, const CallPtr &call)
{
    answerItem(tools, call, *call->automation);
}

/// What only this program and this machine can say of it; and nobody hides it from themselves.
base::Status check(const Tools &tools, const Call &call, const domain::Automation &automation)
{
    if (!domain::sees(call.by, automation.acl)) {
        return base::invalid(u"acl"_s, u"acl would hide the automation from %1"_s.arg(call.by.name));
    }
    return checkHere(tools, automation);
}

base::Result<domain::Automation> newAutomation(const Tools &tools, const Call &call, const QJsonValue &value)
{
    if (!value.isObject()) {
        return base::invalid({}, u"an automation must be an object"_s);
    }
    TRY(const QJsonObject object, withoutShorthand(value.toObject(), {}));
    const base::Result<domain::Automation> automation = domain::automationFromJson(object);
    if (!automation) {
        return inShorthand(automation.error(), value.toObject());
    }
    CHECK(check(tools, call, *automation));
    return automation;
}

base::Result<QList<domain::Automation>> newAutomations(const Tools &tools, const Call &call)
{
    const QJsonValue &body = call.body;
    QList<domain::Automation> automations;
    if (!body.isArray()) {
        TRY(const domain::Automation automation, newAutomation(tools, call, body));
        automations.append(automation);
        return automations;
    }
    int index = 0;
    for (const QJsonValue value : body.toArray()) {
        const base::Result<domain::Automation> automation = newAutomation(tools, call, value);
        if (!automation) {
            return automation.error().inField(u"[%1]"_s.arg(index));
        }
        automations.append(*automation);
        ++index;
    }
    return automations;
}

void answerCreated(const CallPtr &call, const QList<domain::Automation> &created, const Moment &moment)
{
    QJsonArray items;
    domain::Zones zones;
    for (const domain::Automation &automation : created) {
        QJsonObject item = automationItem(automation, std::nullopt, moment, zones);
        item.insert("status"_L1, u"created"_s);
        items.append(item);
    }
    if (!call->body.isArray()) {
        call->answer(201, items.first().toObject());
        return;
    }
    Response response;
    response.status = 201;
    response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
    call->exchange->answer(response);
}

void storeNew(Tools &tools, const CallPtr &call, const QList<domain::Automation> &automations)
{
    // Before anything is made, so that nothing is made that can't be told of.
    withMoment(tools, call, [&tools, call, automations](const Moment &moment) {
        whenDone(tools.store.automations().create(automations, call->by), tools.loop,
                 [&tools, call, moment](const base::Result<QList<domain::Automation>> &created) {
                     if (!created) {
                         call->fail(created.error());
                         return;
                     }
                     withTokens(tools, call, [call, made = *created, moment](const Tokens &tokens) {
                         answerCreated(call, made, {moment.now, moment.everything, tokens});
                     });
                 });
    });
}

void create(Tools &tools, const CallPtr &call)
{
    const base::Result<QList<domain::Automation>> automations = newAutomations(tools, *call);
    if (!automations) {
        call->fail(automations.error());
        return;
    }
    checkContents(tools, *automations, [&tools, call, automations = *automations](const base::Status &sound) {
        if (!sound) {
            call->fail(sound.error());
            return;
        }
        storeNew(tools, call, automations);
    });
}

base::Result<domain::Automation> changed(const Tools &tools, const Call &call)
{
    if (!call.body.isObject()) {
        return base::invalid({}, u"the changes must be an object"_s);
    }
    const QJsonArray triggers = domain::toJson(*call.automation).value("triggers"_L1).toArray();
    TRY(const QJsonObject changes, withoutShorthand(call.body.toObject(), triggers));
    const base::Result<domain::Automation> automation = domain::edited(*call.automation, changes);
    if (!automation) {
        return inShorthand(automation.error(), call.body.toObject());
    }
    CHECK(check(tools, call, *automation));
    return automation;
}

void storeChanged(Tools &tools, const CallPtr &call, const domain::Automation &automation)
{
    whenDone(tools.store.automations().update(automation, call->by), tools.loop,
             [call](const base::Result<domain::Automation> &saved) {
                 if (!saved) {
                     call->fail(saved.error());
                     return;
                 }
                 call->answer(
                     200, {{u"status"_s, u"updated"_s}, {u"id"_s, saved->id.text()}, {u"version"_s, saved->version}});
             });
}

void update(Tools &tools, const CallPtr &call)
{
    const base::Result<domain::Automation> automation = changed(tools, *call);
    if (!automation) {
        call->fail(automation.error());
        return;
    }
    checkContents(tools, {*automation}, [&tools, call, automation = *automation](const base::Status &sound) {
        if (!sound) {
            call->fail(sound.error());
            return;
        }
        storeChanged(tools, call, automation);
    });
}

void remove(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.automations().remove(call->automation->id, call->by), tools.loop,
             [call](const base::Status &status) {
                 if (!status) {
                     call->fail(status.error());
                     return;
                 }
                 call->answer(200, {{u"status"_s, u"deleted"_s}});
             });
}

void setPaused(Tools &tools, const CallPtr &call, bool paused)
{
    const base::AutomationId id = call->automation->id;
    const auto answerAsStored = [&tools, call](const base::Result<domain::Automation> &automation) {
        if (!automation) {
            call->fail(automation.error());
            return;
        }
        answerItem(tools, call, *automation);
    };
    whenDone(tools.store.automations().setPaused({id}, paused, call->by), tools.loop,
             [&tools, call, id, answerAsStored](const base::Status &status) {
                 if (!status) {
                     call->fail(status.error());
                     return;
                 }
                 whenDone(tools.store.automations().get(id), tools.loop, answerAsStored);
             });
}

void pause(Tools &tools, const CallPtr &call)
{
    setPaused(tools, call, true);
}

void resume(Tools &tools, const CallPtr &call)
{
    setPaused(tools, call, false);
}

void history(Tools &tools, const CallPtr &call)
{
    const base::Result<qint64> limit = call->query.number(u"limit"_s, usualPage);
    const base::Result<qint64> before = call->query.number(u"before"_s, 0);
    if (!limit || !before) {
        call->fail(limit ? before.error() : limit.error());
        return;
    }
    whenDone(tools.store.automations().history(call->automation->id, {.before = *before, .limit = *limit}), tools.loop,
             [call](const base::Result<QList<domain::Automation>> &versions) {
                 if (!versions) {
                     call->fail(versions.error());
                     return;
                 }
                 QJsonArray items;
                 for (const domain::Automation &version : *versions) {
                     items.append(domain::toJson(version));
                 }
                 Response response;
                 response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
                 call->exchange->answer(response);
             });
}

} // namespace

QList<Route> automationRoutes()
{
    using enum Subject;
    const QString all = u"/api/automations"_s;
    const QString one = u"/api/automations/{id}"_s;
    return {
        {Method::Get, all, Right::View, u"All automations, by name"_s, list, None, BodyKind::Nothing, smallBody,
         pageNames()},
        {Method::Post, all, Right::Edit, u"Create one automation, or all of an array"_s, create, None, BodyKind::Json,
         smallBody},
        {Method::Post, all + u"/bundle"_s, Right::Edit, u"The same with more code than other routes take"_s, create,
         None, BodyKind::Json, codeBody},
        {Method::Get, one, Right::View, u"One automation"_s, show, Automation, BodyKind::Nothing, smallBody},
        {Method::Put, one, Right::Edit, u"Replace the fields given"_s, update, Automation, BodyKind::Json, smallBody},
        {Method::Put, one + u"/bundle"_s, Right::Edit, u"The same with more code than other routes take"_s, update,
         Automation, BodyKind::Json, codeBody},
        {Method::Delete, one, Right::Edit, u"Delete it; its runs stay"_s, remove, Automation, BodyKind::Nothing,
         smallBody},
        {Method::Post, one + u"/pause"_s, Right::Edit, u"Stop its schedules"_s, pause, Automation, BodyKind::Nothing,
         smallBody},
        {Method::Post, one + u"/resume"_s, Right::Edit, u"Let its schedules go on"_s, resume, Automation,
         BodyKind::Nothing, smallBody},
        {Method::Get,
         one + u"/history"_s,
         Right::View,
         u"Its versions, newest first; limit 0 is all of them"_s,
         history,
         Automation,
         BodyKind::Nothing,
         smallBody,
         {u"limit"_s, u"before"_s}},
    };
}

} // namespace server
