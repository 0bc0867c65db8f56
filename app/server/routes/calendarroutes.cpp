// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/calendarroutes.h"

#include "app/server/limits.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

using domain::CalendarSubscription;

void answerOne(const CallPtr &call, int status, const base::Result<CalendarSubscription> &subscription)
{
    subscription ? call->answer(status, toJson(*subscription)) : call->fail(subscription.error());
}

void list(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.calendars().list(), tools.loop,
             [call](const base::Result<QList<CalendarSubscription>> &subscriptions) {
                 if (!subscriptions) {
                     call->fail(subscriptions.error());
                     return;
                 }
                 QJsonArray items;
                 for (const CalendarSubscription &one : *subscriptions) {
                     items.append(toJson(one));
                 }
                 Response response;
                 response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
                 call->exchange->answer(response);
             });
}

void create(Tools &tools, const CallPtr &call)
{
    const auto given = domain::subscriptionFromJson(call->body.toObject());
    if (!given) {
        call->fail(given.error());
        return;
    }
    whenDone(tools.store.calendars().create(*given, call->by), tools.loop,
             [call](const base::Result<CalendarSubscription> &made) { answerOne(call, 201, made); });
}

void edit(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.calendars().edit(call->id, call->body.toObject(), call->by), tools.loop,
             [call](const base::Result<CalendarSubscription> &edited) { answerOne(call, 200, edited); });
}

void readAgain(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.calendars().readAgain(call->id, call->by), tools.loop,
             [call](const base::Result<CalendarSubscription> &asked) { answerOne(call, 200, asked); });
}

void remove(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.calendars().remove(call->id, call->by), tools.loop,
             [call](const base::Result<CalendarSubscription> &removed) {
                 removed ? call->answer(200, {{u"status"_s, u"deleted"_s}}) : call->fail(removed.error());
             });
}

} // namespace

QList<Route> calendarRoutes()
{
    using enum BodyKind;
    const QString all = u"/api/maintenance/calendars"_s;
    const QString one = all + u"/{id}"_s;
    const Subject none = Subject::None;
    return {
        {Method::Get, all, Right::View, u"The calendars that are read as maintenance windows, by name"_s, list, none,
         Nothing, smallBody},
        {Method::Post, all, Right::Edit, u"Subscribe to a calendar: an URL or a file of the engine's machine"_s, create,
         none, Json, smallBody},
        {Method::Put, one, Right::Edit, u"Replace the fields that are given; it is read again"_s, edit, none, Json,
         smallBody},
        {Method::Delete, one, Right::Edit, u"Remove it and its windows"_s, remove, none, Nothing, smallBody},
        {Method::Post, one + u"/refresh"_s, Right::Edit, u"Read it again now"_s, readAgain, none, Nothing, smallBody},
    };
}

} // namespace server
