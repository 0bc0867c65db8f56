// SPDX-License-Identifier: Apache-2.0
#include "app/sync/windowactions.h"

#include "app/domain/connections/windowactions.h"
#include "app/sync/fields.h"
#include "app/sync/rest/promise.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

base::Result<domain::MaintenanceWindow> windowIn(const QJsonObject &fields)
{
    TRY(const QJsonObject given, givenFields(domain::windowFields(), fields));
    return domain::windowFromJson(given);
}

QJsonObject itemOf(const RemoteWindow &window)
{
    QJsonObject item = domain::toJson(window.window);
    item.insert("id"_L1, window.remoteId);
    item.insert("open"_L1, window.active);
    return item;
}

Answer<QJsonValue> listed(Account &account)
{
    return rest::then<QJsonValue>(&account, account.windows(), [](const QList<RemoteWindow> &windows) {
        QJsonArray items;
        for (const RemoteWindow &window : windows) {
            items.append(itemOf(window));
        }
        return base::Result<QJsonValue>(items);
    });
}

Answer<QJsonValue> done(Account &account, const Answer<void> &answer)
{
    return rest::then<QJsonValue>(&account, answer, [] {
        return base::Result<QJsonValue>(QJsonObject{{u"done"_s, true}});
    });
}

Answer<QJsonValue> made(Account &account, const domain::MaintenanceWindow &window)
{
    return rest::then<QJsonValue>(&account, account.createWindow(window), [](const QString &id) {
        return base::Result<QJsonValue>(QJsonObject{{u"id"_s, id}});
    });
}

} // namespace

std::optional<Answer<QJsonValue>> actOnWindows(Account &account, const QString &action, const QJsonObject &fields)
{
    const QString which = fields.value("id"_L1).toString();
    if (action == "windows"_L1) {
        return listed(account);
    }
    if (action == "remove-window"_L1) {
        return done(account, account.removeWindow(which));
    }
    const bool makes = action == "create-window"_L1;
    if (!makes && action != "change-window"_L1) {
        return std::nullopt;
    }
    const base::Result<domain::MaintenanceWindow> window = windowIn(fields);
    if (!window) {
        return rest::settled<QJsonValue>(window.error());
    }
    return makes ? made(account, *window) : done(account, account.updateWindow(which, *window));
}

} // namespace syncing
