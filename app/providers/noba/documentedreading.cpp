// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/cron.h"
#include "app/providers/noba/documented.h"
#include "app/providers/noba/masking.h"
#include "app/providers/noba/reading.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

base::Error withoutId(const QString &what)
{
    return {.code = base::ErrorCode::Corrupt, .detail = u"%1 there has no id"_s.arg(what)};
}

} // namespace

domain::Capabilities documentedCapabilities()
{
    using enum domain::Capability;
    domain::Capabilities all;
    all.can = {List, Create, Update, Delete, Run, Approvals, Windows, Templates, Export};
    all.log = domain::RemoteLog::Poll;
    all.carries = {u"name"_s, u"type"_s, u"params"_s, u"icon"_s, u"triggers"_s};
    return all;
}

base::Result<syncing::RemoteAutomation> documentedAutomation(const QJsonObject &item, const QString &zone)
{
    syncing::RemoteAutomation remote;
    remote.remoteId = item.value("id"_L1).toString();
    if (remote.remoteId.isEmpty()) {
        return withoutId(u"an automation"_s);
    }
    QJsonObject rest = item;
    domain::Automation &automation = remote.automation;
    automation.name = rest.take("name"_L1).toString(remote.remoteId);
    automation.type = rest.take("type"_L1).toString();
    automation.icon = rest.take("icon"_L1).toString();
    automation.params = masked(rest.take("params"_L1)).toObject();
    remote.lastStatus = rest.take("last_status"_L1).toString();
    const QString schedule = rest.value("schedule"_L1).toString();
    const std::optional<QString> cron = cronOfTheirs(schedule);
    if (cron) {
        automation.triggers = {domain::Schedule{.cron = *cron, .timezone = zone}};
    }
    if (cron || schedule.isEmpty()) {
        rest.remove("schedule"_L1);
    }
    rest.remove("id"_L1);
    rest.remove("last_run"_L1);
    automation.remote = masked(rest).toObject();
    return remote;
}

base::Result<syncing::RemoteRun> documentedRun(const QJsonObject &item)
{
    syncing::RemoteRun run;
    run.remoteId = idText(item.value("run_id"_L1));
    if (run.remoteId.isEmpty()) {
        return withoutId(u"a run"_s);
    }
    run.automationRemoteId = item.value("automation_id"_L1).toString();
    run.theirStatus = item.value("status"_L1).toString();
    run.startedAt = secondsOf(item.value("started"_L1));
    run.finishedAt = secondsOf(item.value("finished"_L1));
    run.queuedAt = run.startedAt;
    run.status = statusOf(run.theirStatus, run.finishedAt.has_value());
    return run;
}

/// Times are of the wall clock, and of no zone that is told.
base::Result<syncing::RemoteWindow> documentedWindow(const QJsonObject &item)
{
    syncing::RemoteWindow remote;
    remote.remoteId = idText(item.value("id"_L1));
    if (remote.remoteId.isEmpty()) {
        return withoutId(u"a maintenance window"_s);
    }
    remote.active = item.value("active"_L1).toBool();
    QJsonObject fields;
    for (const QString &known : {u"name"_s, u"start"_s, u"end"_s, u"recurring"_s, u"scope"_s, u"autonomy_override"_s}) {
        if (item.contains(known) && !item.value(known).isNull()) {
            fields.insert(known, item.value(known));
        }
    }
    base::Result<domain::MaintenanceWindow> window = domain::windowFromJson(fields);
    if (!window) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .detail = u"the maintenance window %1: %2"_s.arg(remote.remoteId, window.error().message())};
    }
    remote.window = *window;
    for (auto it = item.constBegin(); it != item.constEnd(); ++it) {
        if (!fields.contains(it.key()) && it.key() != "id"_L1 && it.key() != "active"_L1) {
            remote.remote.insert(it.key(), it.value());
        }
    }
    return remote;
}

} // namespace providers::noba
