// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/maintenanceroutes.h"

#include "app/base/jsonreader.h"
#include "app/server/limits.h"
#include "app/server/shapes.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace server {

namespace {

using domain::MaintenanceWindow;
using Windows = base::Result<QList<MaintenanceWindow>>;
using Window = base::Result<MaintenanceWindow>;

/// The window's own fields, whether it is open, and when it is next.
QJsonObject windowItem(const MaintenanceWindow &window, base::Instant now, domain::Zones &zones)
{
    QJsonObject item = toJson(window);
    const base::Result<domain::WindowFinder> finder = domain::WindowFinder::make(window, zones);
    base::Instant until = now;
    for (const domain::Occurrence &open : finder ? finder->openAt(now) : QList<domain::Occurrence>()) {
        until = std::max(until, open.span.to);
    }
    const std::optional<domain::Occurrence> next = finder ? finder->next(now) : std::nullopt;
    item.insert("open"_L1, until > now);
    item.insert("open_until"_L1, until > now ? QJsonValue(base::isoUtc(until)) : QJsonValue());
    item.insert("next_start"_L1, next ? QJsonValue(base::isoUtc(next->span.from)) : QJsonValue());
    item.insert("next_end"_L1, next ? QJsonValue(base::isoUtc(next->span.to)) : QJsonValue());
    return item;
}

QJsonObject withStatus(const Tools &tools, const MaintenanceWindow &window, const QString &status)
{
    domain::Zones zones;
    QJsonObject item = windowItem(window, tools.clock.now(), zones);
    item.insert("status"_L1, status);
    return item;
}

void list(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.windows().list(), tools.loop, [&tools, call](const Windows &windows) {
        if (!windows) {
            call->fail(windows.error());
            return;
        }
        const Windows page = pageOf(*windows, call->query, [](const MaintenanceWindow &window) { return window.id; });
        if (!page) {
            call->fail(page.error());
            return;
        }
        domain::Zones zones;
        QJsonArray items;
        for (const MaintenanceWindow &window : *page) {
            items.append(windowItem(window, tools.clock.now(), zones));
        }
        Response response;
        response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
        call->exchange->answer(response);
    });
}

void show(Tools &tools, const CallPtr &call)
{
    domain::Zones zones;
    call->answer(200, windowItem(*call->window, tools.clock.now(), zones));
}

Windows givenWindows(const QJsonValue &body)
{
    QList<MaintenanceWindow> windows;
    const QJsonArray given = body.isArray() ? body.toArray() : QJsonArray{body};
    for (qsizetype i = 0; i < given.size(); ++i) {
        if (!given.at(i).isObject()) {
            return base::invalid(u"[%1]"_s.arg(i), u"a window is an object"_s);
        }
        Window window = domain::windowFromJson(given.at(i).toObject());
        if (!window) {
            return body.isArray() ? window.error().inField(u"[%1]"_s.arg(i)) : window.error();
        }
        windows.append(*std::move(window));
    }
    return windows;
}

void create(Tools &tools, const CallPtr &call)
{
    const Windows given = givenWindows(call->body);
    if (!given) {
        call->fail(given.error());
        return;
    }
    whenDone(tools.store.windows().create(*given, call->by), tools.loop, [&tools, call](const Windows &made) {
        if (!made) {
            call->fail(made.error());
            return;
        }
        QJsonArray items;
        for (const MaintenanceWindow &window : *made) {
            items.append(withStatus(tools, window, u"created"_s));
        }
        Response response;
        response.status = 201;
        response.body = call->body.isArray() ? QJsonDocument(items).toJson(QJsonDocument::Compact)
                                             : QJsonDocument(items.first().toObject()).toJson(QJsonDocument::Compact);
        call->exchange->answer(response);
    });
}

void answerWhenDone(Tools &tools, const CallPtr &call, const store::Windows::Answer &asked, const QString &status)
{
    whenDone(asked, tools.loop, [&tools, call, status](const Window &window) {
        window ? call->answer(200, withStatus(tools, *window, status)) : call->fail(window.error());
    });
}

void edit(Tools &tools, const CallPtr &call)
{
    if (!call->body.isObject()) {
        call->fail(base::invalid({}, u"the body must be an object with the fields to change"_s));
        return;
    }
    answerWhenDone(tools, call, tools.store.windows().edit(call->id, call->body.toObject(), call->by), u"updated"_s);
}

void remove(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.windows().remove(call->id, call->by), tools.loop, [call](const Window &removed) {
        removed ? call->answer(200, {{u"status"_s, u"deleted"_s}}) : call->fail(removed.error());
    });
}

void activate(Tools &tools, const CallPtr &call)
{
    answerWhenDone(tools, call, tools.store.windows().activate(call->id, call->by), u"activated"_s);
}

void deactivate(Tools &tools, const CallPtr &call)
{
    answerWhenDone(tools, call, tools.store.windows().deactivate(call->id, call->by), u"deactivated"_s);
}

/// Reads instants that all must be there.
base::Result<QList<base::Instant>> instants(const Call &call, const QList<QLatin1StringView> &names)
{
    base::JsonReader reader(call.body.toObject());
    QList<base::Instant> read;
    for (const QLatin1StringView name : names) {
        std::optional<base::Instant> instant;
        reader.instant(name, instant);
        if (!instant) {
            reader.fail(base::invalid(name, u"%1 must be an ISO 8601 time such as 2026-10-22T12:30:00Z"_s.arg(name)));
        }
        read.append(instant.value_or(base::Instant()));
    }
    CHECK(reader.finish());
    return read;
}

void extend(Tools &tools, const CallPtr &call)
{
    const base::Result<QList<base::Instant>> until = instants(*call, {"until"_L1});
    if (!until) {
        call->fail(until.error());
        return;
    }
    answerWhenDone(tools, call, tools.store.windows().extend(call->id, until->first(), call->by), u"extended"_s);
}

void move(Tools &tools, const CallPtr &call)
{
    const base::Result<QList<base::Instant>> times = instants(*call, {"start"_L1, "from"_L1, "to"_L1});
    if (!times) {
        call->fail(times.error());
        return;
    }
    answerWhenDone(tools, call,
                   tools.store.windows().move(call->id, times->at(0), {times->at(1), times->at(2)}, call->by),
                   u"moved"_s);
}

void history(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.windows().history(call->id), tools.loop, [call](const Windows &versions) {
        if (!versions) {
            call->fail(versions.error());
            return;
        }
        QJsonArray items;
        for (const MaintenanceWindow &version : *versions) {
            items.append(toJson(version));
        }
        Response response;
        response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
        call->exchange->answer(response);
    });
}

/// Also of a window that was removed, which is why it is not looked up first.
void restore(Tools &tools, const CallPtr &call)
{
    const base::Result<qint64> version = versionWanted(call->body.toObject());
    if (!version) {
        call->fail(version.error());
        return;
    }
    answerWhenDone(tools, call, tools.store.windows().restore(call->id, *version, call->by), u"restored"_s);
}

void breakGlass(Tools &tools, const CallPtr &call)
{
    QString reason;
    base::JsonReader reader(call->body.toObject());
    reader.text("reason"_L1, reason);
    if (const base::Status read = reader.finish(); !read) {
        call->fail(read.error());
        return;
    }
    whenDone(tools.store.runs().breakGlass(call->run->id, call->by, reason), tools.loop,
             [call](const base::Result<domain::Run> &run) {
                 run ? call->answer(200, runItem(*run)) : call->fail(run.error());
             });
}

} // namespace

QList<Route> maintenanceRoutes()
{
    using enum BodyKind;
    const QString all = u"/api/maintenance"_s;
    const QString one = all + u"/{id}"_s;
    const Subject none = Subject::None;
    const Subject window = Subject::Window;
    return {
        {Method::Get, all, Right::View, u"The maintenance windows, by name"_s, list, none, Nothing, smallBody,
         pageNames()},
        {Method::Post, all, Right::Edit, u"Make a window, or several from an array"_s, create, none, Json, smallBody},
        {Method::Get, one, Right::View, u"One window"_s, show, window, Nothing, smallBody},
        {Method::Put, one, Right::Edit, u"Replace the fields that are given"_s, edit, window, Json, smallBody},
        {Method::Delete, one, Right::Edit, u"Remove a window"_s, remove, window, Nothing, smallBody},
        {Method::Post, one + u"/activate"_s, Right::Edit, u"Open it now, for as long as it is long"_s, activate, window,
         Nothing, smallBody},
        {Method::Post, one + u"/deactivate"_s, Right::Edit, u"Close it until it begins again"_s, deactivate, window,
         Nothing, smallBody},
        {Method::Post, one + u"/extend"_s, Right::Edit, u"Let what is open end at another time"_s, extend, window, Json,
         smallBody},
        {Method::Post, one + u"/move"_s, Right::Edit,
         u"Put the occurrence that would begin at start to another span, an empty one to leave it out"_s, move, window,
         Json, smallBody},
        {Method::Get, one + u"/history"_s, Right::View, u"Its versions, newest first"_s, history, window, Nothing,
         smallBody},
        {Method::Post, one + u"/restore"_s, Right::Edit, u"Bring back a version, also of a window that was removed"_s,
         restore, none, Json, smallBody},
        {Method::Post, u"/api/automations/runs/{id}/override"_s, Right::Edit,
         u"Start a waiting run whatever the windows say, for a reason"_s, breakGlass, Subject::Run, Json, smallBody},
    };
}

} // namespace server
