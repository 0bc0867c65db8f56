// SPDX-License-Identifier: Apache-2.0
#include "app/server/transfer/transferroutes.h"

#include "app/bundles/formats/json/json.h"
#include "app/server/limits.h"
#include "app/server/routes/contentcheck.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

using Plan = base::Result<bundles::ImportPlan>;

Plan planOf(const QJsonValue &body)
{
    if (body.isArray()) {
        return bundles::planJson(body.toArray());
    }
    const QJsonValue inside = body.toObject().value("automations"_L1);
    return bundles::planJson(inside.isArray() ? inside.toArray() : QJsonArray{body});
}

base::Status checkAll(const Tools &tools, const bundles::ImportPlan &plan)
{
    for (const bundles::PlannedAutomation &item : plan.items) {
        if (const base::Status fits = domain::checkAgainst(tools.catalog, item.automation); !fits) {
            return fits.error().inField(item.origin);
        }
    }
    return {};
}

/// What this machine lacks is no reason to refuse what arrives paused.
void noteMachine(const Tools &tools, bundles::ImportPlan &plan)
{
    for (bundles::PlannedAutomation &item : plan.items) {
        const base::Status here = tools.checkMachine ? tools.checkMachine(item.automation) : base::Status();
        if (!here) {
            item.notes.append(here.error().message());
        }
    }
}

void answer(const CallPtr &call, const bundles::ImportPlan &plan, qsizetype imported)
{
    QJsonObject object = bundles::toJson(plan);
    object.insert("imported"_L1, imported);
    call->answer(200, object);
}

void makeAll(Tools &tools, const CallPtr &call, const bundles::ImportPlan &plan)
{
    whenDone(tools.store.automations().import(plan.automations(), call->by), tools.loop,
             [call, plan](const base::Result<QList<domain::Automation>> &made) {
                 if (!made) {
                     call->fail(made.error());
                     return;
                 }
                 answer(call, plan, made->size());
             });
}

/// Everything that could be wrong is looked for before anything is made.
void checkAndMake(Tools &tools, const CallPtr &call, bundles::ImportPlan plan, const QList<domain::Automation> &there)
{
    QSet<QString> known;
    for (const domain::Automation &automation : there) {
        if (call->sees(automation.id)) {
            known.insert(automation.id.text());
        }
    }
    bundles::settleReferences(plan, known);
    if (const base::Status fits = checkAll(tools, plan); !fits) {
        call->fail(fits.error());
        return;
    }
    noteMachine(tools, plan);
    checkContents(tools, plan.automations(), [&tools, call, plan](const base::Status &sound) {
        if (!sound) {
            call->fail(sound.error());
        } else if (call->query.flag(u"dry_run"_s).value_or(true)) {
            answer(call, plan, 0);
        } else {
            makeAll(tools, call, plan);
        }
    });
}

void import(Tools &tools, const CallPtr &call)
{
    if (const base::Result<bool> dry = call->query.flag(u"dry_run"_s); !dry) {
        call->fail(dry.error());
        return;
    }
    offload(
        tools.pool, tools.loop, [body = call->body] { return planOf(body); },
        [&tools, call](const Plan &plan) {
            if (!plan) {
                call->fail(plan.error());
                return;
            }
            whenDone(tools.store.automations().list(), tools.loop,
                     [&tools, call, plan = *plan](const base::Result<QList<domain::Automation>> &there) {
                         if (!there) {
                             call->fail(there.error());
                             return;
                         }
                         checkAndMake(tools, call, plan, *there);
                     });
        });
}

void exportAll(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.automations().list(), tools.loop,
             [&tools, call](const base::Result<QList<domain::Automation>> &all) {
                 if (!all) {
                     call->fail(all.error());
                     return;
                 }
                 QList<domain::Automation> seen = *all;
                 seen.removeIf([&call](const domain::Automation &one) { return !call->sees(one.id); });
                 const auto write = [seen] { return bundles::writeJson(seen, {}).bytes; };
                 offload(tools.pool, tools.loop, write, [call](const QByteArray &body) {
                     Response response;
                     response.body = body;
                     call->exchange->answer(response);
                 });
             });
}

} // namespace

QList<Route> transferRoutes()
{
    using enum Subject;
    return {
        {Method::Get, u"/api/automations/export"_s, Right::Edit, u"All automations as an array, without secrets"_s,
         exportAll, None, BodyKind::Nothing, smallBody},
        {Method::Post,
         u"/api/automations/import"_s,
         Right::Edit,
         u"Make all automations of an array anew, paused, with ids of their own, or none of them"_s,
         import,
         None,
         BodyKind::Json,
         importBody,
         {u"dry_run"_s}},
    };
}

} // namespace server
