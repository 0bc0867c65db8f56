// SPDX-License-Identifier: Apache-2.0
#include "app/sync/windowactions.h"

#include "app/sync/fields.h"
#include "app/sync/rest/promise.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

using domain::FieldSpec;
using domain::FieldType;

FieldSpec id()
{
    return needed(field(u"id"_s, QT_TRANSLATE_NOOP("catalog", "Maintenance window")));
}

QList<FieldSpec> windowFields()
{
    FieldSpec override = field(u"autonomy_override"_s, QT_TRANSLATE_NOOP("catalog", "Meanwhile"), FieldType::Choice);
    override.choices = {u"disabled"_s, u"approve"_s, u"notify"_s, u"execute"_s};
    override.fallback = override.choices.first();
    return {
        needed(field(u"name"_s, QT_TRANSLATE_NOOP("catalog", "Name"))),
        needed(helped(field(u"start"_s, QT_TRANSLATE_NOOP("catalog", "Start")),
                      QT_TRANSLATE_NOOP("catalog", "Such as 2026-03-22T03:00:00"))),
        needed(field(u"end"_s, QT_TRANSLATE_NOOP("catalog", "End"))),
        helped(field(u"recurring"_s, QT_TRANSLATE_NOOP("catalog", "Recurring")),
               QT_TRANSLATE_NOOP("catalog", "Cron of its starts; empty is once")),
        helped(field(u"scope"_s, QT_TRANSLATE_NOOP("catalog", "Scope"), FieldType::Texts),
               QT_TRANSLATE_NOOP("catalog", "What it is about, as it is called there")),
        override,
        field(u"timezone"_s, QT_TRANSLATE_NOOP("catalog", "Time zone")),
    };
}

base::Result<domain::MaintenanceWindow> windowIn(const QJsonObject &fields)
{
    TRY(QJsonObject given, givenFields(windowFields(), fields));
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

QList<domain::RemoteAction> windowActions()
{
    return {
        {.name = u"windows"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Maintenance windows"),
         .help = QT_TRANSLATE_NOOP("catalog", "Those there, and whether they are open")},
        {.name = u"create-window"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Add a window"),
         .help = QT_TRANSLATE_NOOP("catalog", "Makes a maintenance window there"),
         .fields = windowFields(),
         .changes = true},
        {.name = u"change-window"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Change a window"),
         .help = QT_TRANSLATE_NOOP("catalog", "Replaces all that a maintenance window there says"),
         .fields = QList<FieldSpec>{id()} + windowFields(),
         .changes = true},
        {.name = u"remove-window"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Remove a window"),
         .help = QT_TRANSLATE_NOOP("catalog", "Removes a maintenance window there"),
         .fields = {id()},
         .changes = true},
    };
}

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
