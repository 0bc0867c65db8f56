// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/windows.h"

#include "app/providers/noba/cron.h"
#include "app/providers/noba/reading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

constexpr base::Millis aMinute = base::Seconds(60);

domain::LocalTime inUtc(base::Instant instant)
{
    return domain::LocalTime(std::chrono::floor<std::chrono::minutes>(instant.time_since_epoch()));
}

/// A time of a window there, also one that somebody put there as text.
std::optional<base::Instant> timeOf(const QJsonValue &value)
{
    if (value.isString() && !value.toString().isEmpty()) {
        const QString text = value.toString();
        const std::optional<base::Instant> read = base::parseIso(text);
        return read && !text.endsWith(u'Z') && !text.contains(u'+') ? base::parseIso(text + u'Z') : read;
    }
    return secondsOf(value);
}

domain::AutonomyOverride overrideOf(const QString &word)
{
    for (const auto value :
         {domain::AutonomyOverride::Approve, domain::AutonomyOverride::Notify, domain::AutonomyOverride::Execute}) {
        if (domain::overrideWord(value) == word) {
            return value;
        }
    }
    return domain::AutonomyOverride::Disabled; // what every open window there does to schedules, whatever it says
}

qint64 inSeconds(domain::LocalTime time, const domain::Zone &zone)
{
    return std::chrono::floor<std::chrono::seconds>(zone.fromLocal(time).first.time_since_epoch()).count();
}

} // namespace

base::Result<syncing::RemoteWindow> windowOf(const QJsonObject &item)
{
    syncing::RemoteWindow remote;
    remote.remoteId = idText(item.value("id"_L1));
    if (remote.remoteId.isEmpty()) {
        return base::Error{.code = base::ErrorCode::Corrupt, .detail = u"a maintenance window there has no id"_s};
    }
    domain::MaintenanceWindow &window = remote.window;
    window.name = item.value("name"_L1).toString();
    window.timezone = u"UTC"_s;
    window.autonomyOverride = overrideOf(item.value("override_autonomy"_L1).toString());
    window.manualRuns = domain::ManualRuns::Allow;
    window.muteNotifications = item.value("suppress_alerts"_L1).toBool();
    window.createdBy = item.value("created_by"_L1).toString();
    const std::optional<base::Instant> from = timeOf(item.value("one_off_start"_L1));
    const std::optional<base::Instant> to = timeOf(item.value("one_off_end"_L1));
    const base::Instant made = secondsOf(item.value("created_at"_L1)).value_or(base::Instant());
    const qint64 minutes = std::clamp<qint64>(item.value("duration_min"_L1).toInteger(), 0, 366 * 1440);
    const std::optional<QString> cron = cronOfTheirs(item.value("schedule"_L1).toString());
    window.start = inUtc(from && to ? *from : made);
    window.end = from && to ? inUtc(*to)
                 : cron     ? window.start + base::Millis(aMinute.count() * minutes)
                            : window.start; // never open else
    window.recurring = from && to ? QString() : cron.value_or(QString());
    remote.remote = item;
    for (const QString &known : {u"id"_s, u"name"_s, u"duration_min"_s, u"suppress_alerts"_s, u"created_by"_s}) {
        remote.remote.remove(known);
    }
    return remote;
}

base::Result<QJsonObject> theirWindow(const domain::MaintenanceWindow &window)
{
    const bool isForAll = window.scope.size() == 1 &&
                          (window.scope.first() == "*"_L1 || window.scope.first().startsWith("connection:"_L1));
    if (!isForAll) {
        return base::invalid(u"scope"_s, u"a window at NOBA is for the whole server: its scope must be *"_s);
    }
    QJsonObject body{{u"name"_s, window.name},
                     {u"schedule"_s, QJsonValue::Null},
                     {u"one_off_start"_s, QJsonValue::Null},
                     {u"one_off_end"_s, QJsonValue::Null},
                     {u"duration_min"_s, qint64(std::chrono::ceil<std::chrono::minutes>(window.length()).count())},
                     {u"override_autonomy"_s, domain::overrideWord(window.autonomyOverride)},
                     {u"suppress_alerts"_s, window.muteNotifications}};
    if (!window.recurring.isEmpty()) {
        if (window.timezone != "UTC"_L1 && window.timezone != "Etc/UTC"_L1) {
            return base::invalid(u"timezone"_s, u"windows at NOBA repeat by UTC, whatever the server's time zone is"_s);
        }
        const base::Result<QString> cron = theirCron(window.recurring);
        if (!cron) {
            return base::invalid(u"recurring"_s, cron.error().detail);
        }
        body.insert("schedule"_L1, *cron);
        return body;
    }
    TRY(const domain::Zone zone, domain::Zone::load(window.timezone));
    body.insert("one_off_start"_L1, inSeconds(window.start, zone));
    body.insert("one_off_end"_L1, inSeconds(window.end, zone));
    return body;
}

} // namespace providers::noba
