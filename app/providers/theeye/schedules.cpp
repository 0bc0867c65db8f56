// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/schedules.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

const QString usualZone = u"UTC"_s; // of servers that say none

base::Error wrong(qsizetype index, const QString &field, const QString &detail)
{
    return base::invalid(u"triggers[%1]%2"_s.arg(index).arg(field), detail);
}

base::Result<QJsonObject> bodyOf(const domain::Trigger &trigger, qsizetype index)
{
    const auto *schedule = std::get_if<domain::Schedule>(&trigger);
    if (!schedule) {
        return wrong(index, {}, u"TheEye's tasks run by schedules here; its other triggers are set there"_s);
    }
    static const QStringList known{u"cron"_s, u"at"_s, u"timezone"_s};
    for (const QString &field : domain::toJson(*schedule).keys()) {
        if (!known.contains(field)) {
            return wrong(index, u'.' + field, u"TheEye's schedules have no %1"_s.arg(field));
        }
    }
    if (schedule->at) {
        return QJsonObject{{u"runDate"_s, base::isoUtc(*schedule->at)}}; // as text: a number is never answered
    }
    if (schedule->cron.simplified().count(u' ') != 4) {
        return wrong(index, u".cron"_s, u"TheEye's cron has exactly five fields"_s);
    }
    const QString zone =
        schedule->timezone.isEmpty() ? QString::fromUtf8(QTimeZone::systemTimeZoneId()) : schedule->timezone;
    return QJsonObject{{u"repeatEvery"_s, schedule->cron}, {u"timezone"_s, zone}};
}

} // namespace

std::optional<domain::Trigger> triggerOf(const QJsonObject &schedule)
{
    const QString origin = schedule.value("data"_L1)["origin"_L1].toString(u"scheduler"_s);
    if (schedule.value("disabled"_L1).toBool() || origin != "scheduler"_L1) {
        return std::nullopt;
    }
    QJsonObject ours{{u"type"_s, u"schedule"_s}};
    const QString cron = schedule.value("repeatInterval"_L1).toString();
    const QString next = schedule.value("nextRunAt"_L1).toString();
    if (!cron.isEmpty()) {
        const QString zone = schedule.value("repeatTimezone"_L1).toString();
        ours.insert("cron"_L1, cron.simplified());
        ours.insert("timezone"_L1, zone.isEmpty() ? usualZone : zone);
    } else if (const std::optional<base::Instant> at = base::parseIso(next)) {
        ours.insert("at"_L1, base::isoUtc(*at));
    } else {
        return std::nullopt;
    }
    const auto trigger = domain::triggerFromJson(ours, domain::Provenance::Outside);
    return trigger ? std::optional(*trigger) : std::nullopt;
}

QList<domain::Trigger> triggersOf(const QJsonArray &schedules)
{
    QList<domain::Trigger> triggers;
    for (const QJsonValue schedule : schedules) {
        const auto trigger = triggerOf(schedule.toObject());
        if (trigger && !triggers.contains(*trigger)) {
            triggers.append(*trigger);
        }
    }
    return triggers;
}

base::Result<QList<QJsonObject>> scheduleBodies(const QList<domain::Trigger> &triggers)
{
    QList<QJsonObject> bodies;
    for (qsizetype i = 0; i < triggers.size(); ++i) {
        TRY(const QJsonObject body, bodyOf(triggers.at(i), i));
        bodies.append(body);
    }
    return bodies;
}

base::Result<ScheduleChanges> changesOf(const QJsonArray &there, const QList<domain::Trigger> &before,
                                        const QList<domain::Trigger> &wanted)
{
    TRY(const QList<QJsonObject> bodies, scheduleBodies(wanted));
    ScheduleChanges changes;
    for (const QJsonValue schedule : there) {
        const auto trigger = triggerOf(schedule.toObject());
        if (trigger && before.contains(*trigger) && !wanted.contains(*trigger)) {
            changes.gone.append(schedule["_id"_L1].toString(schedule["id"_L1].toString()));
        }
    }
    changes.gone.removeAll(QString());
    const QList<domain::Trigger> present = triggersOf(there);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!present.contains(wanted.at(i))) {
            changes.added.append(bodies.at(i));
        }
    }
    return changes;
}

} // namespace providers::theeye
