// SPDX-License-Identifier: Apache-2.0
#include "app/server/transfer/templateroutes.h"

#include "app/base/jsonreader.h"
#include "app/bundles/templates/template.h"
#include "app/server/limits.h"
#include "app/server/routes/contentcheck.h"
#include "app/server/shapes.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

using bundles::Template;

/// A stored document as a template; one that this version can't read any more is told by its name alone.
Template ownTemplate(const store::OwnTemplate &stored)
{
    Template one = bundles::templateFromJson(stored.body).value_or(Template());
    one.id = stored.id;
    one.name = stored.name;
    one.category = u"own"_s;
    one.builtIn = false;
    return one;
}

/// Goes on with all of them, those that come with the program first, or fails the call.
template <typename Go> void withTemplates(Tools &tools, const CallPtr &call, Go go)
{
    whenDone(tools.store.templates().list(), tools.loop,
             [call, go](const base::Result<QList<store::OwnTemplate>> &own) {
                 if (!own) {
                     call->fail(own.error());
                     return;
                 }
                 QList<Template> all = bundles::builtInTemplates();
                 for (const store::OwnTemplate &stored : *own) {
                     all.append(ownTemplate(stored));
                 }
                 go(all);
             });
}

void list(Tools &tools, const CallPtr &call)
{
    withTemplates(tools, call, [call](const QList<Template> &all) {
        QJsonArray items;
        for (const Template &one : all) {
            items.append(bundles::toJson(one));
        }
        Response response;
        response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
        call->exchange->answer(response);
    });
}

void answerMade(Tools &tools, const CallPtr &call, const store::OfTemplate &made)
{
    domain::Zones zones;
    QJsonObject item = automationItem(made.automations.last(), std::nullopt, Moment{tools.clock.now()}, zones);
    QJsonArray ids;
    for (const domain::Automation &automation : made.automations) {
        ids.append(automation.id.text());
    }
    QJsonArray windows;
    for (const domain::MaintenanceWindow &window : made.windows) {
        windows.append(window.id);
    }
    item.insert("status"_L1, u"created"_s);
    item.insert("created"_L1, ids);
    item.insert("windows"_L1, windows);
    call->answer(201, item);
}

void make(Tools &tools, const CallPtr &call, const Template &one)
{
    const auto filling = bundles::fillingFromJson(call->body.toObject());
    if (!filling) {
        call->fail(filling.error());
        return;
    }
    const auto wanted = bundles::applied(one, *filling);
    if (!wanted) {
        call->fail(wanted.error());
        return;
    }
    for (const domain::Automation &automation : wanted->automations) {
        if (const base::Status fits = domain::checkAgainst(tools.catalog, automation); !fits) {
            call->fail(fits.error());
            return;
        }
    }
    checkContents(tools, wanted->automations, [&tools, call, wanted = *wanted](const base::Status &sound) {
        if (!sound) {
            call->fail(sound.error());
            return;
        }
        whenDone(tools.store.templates().make(wanted, call->by), tools.loop,
                 [&tools, call](const base::Result<store::OfTemplate> &made) {
                     if (!made) {
                         call->fail(made.error());
                         return;
                     }
                     answerMade(tools, call, *made);
                 });
    });
}

void apply(Tools &tools, const CallPtr &call)
{
    withTemplates(tools, call, [&tools, call](const QList<Template> &all) {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Template &one) { return one.id == call->id; });
        if (found == all.end()) {
            call->fail(base::notFound(u"template "_s + call->id));
            return;
        }
        make(tools, call, *found);
    });
}

void storeOwn(Tools &tools, const CallPtr &call, const domain::Automation &automation, const QString &name)
{
    Template one = bundles::templateOf(automation);
    one.name = name.isEmpty() ? one.name : name;
    QJsonObject body = bundles::templateDocument(one);
    whenDone(
        tools.store.templates().save({.id = {}, .name = one.name, .body = body, .madeBy = {}, .madeAt = {}}, call->by),
        tools.loop, [call](const base::Result<store::OwnTemplate> &saved) {
            if (!saved) {
                call->fail(saved.error());
                return;
            }
            QJsonObject item = bundles::toJson(ownTemplate(*saved));
            item.insert("status"_L1, u"created"_s);
            call->answer(201, item);
        });
}

void save(Tools &tools, const CallPtr &call)
{
    QString id;
    QString name;
    base::JsonReader reader(call->body.toObject());
    reader.text("automation_id"_L1, id);
    reader.text("name"_L1, name);
    if (const base::Status read = reader.finish(); !read) {
        call->fail(read.error());
        return;
    }
    whenDone(tools.store.automations().get(base::AutomationId(id)), tools.loop,
             [&tools, call, name](const base::Result<domain::Automation> &automation) {
                 if (!automation || !call->sees(automation->id)) {
                     call->fail(automation ? base::notFound(u"automation "_s + automation->id.text())
                                           : automation.error());
                     return;
                 }
                 storeOwn(tools, call, *automation, name);
             });
}

void remove(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.templates().remove(call->id, call->by), tools.loop,
             [call](const base::Result<store::OwnTemplate> &removed) {
                 if (!removed) {
                     call->fail(removed.error());
                     return;
                 }
                 call->answer(200, {{u"status"_s, u"deleted"_s}});
             });
}

} // namespace

QList<Route> templateRoutes()
{
    using enum Subject;
    QList<Route> rows;
    for (const QString &all : {u"/api/automations/templates"_s, u"/api/templates"_s}) {
        rows.append({Method::Get, all, Right::View, u"All templates: those of the program, then those of people"_s,
                     list, None, BodyKind::Nothing, smallBody});
        rows.append({Method::Post, all + u"/{id}/apply"_s, Right::Edit, u"Make an automation of a template"_s, apply,
                     None, BodyKind::MaybeJson, smallBody});
    }
    rows.append({Method::Post, u"/api/templates"_s, Right::Edit, u"Keep an automation as a template"_s, save, None,
                 BodyKind::Json, smallBody});
    rows.append({Method::Delete, u"/api/templates/{id}"_s, Right::Edit, u"Remove a template of one's own"_s, remove,
                 None, BodyKind::Nothing, smallBody});
    return rows;
}

} // namespace server
