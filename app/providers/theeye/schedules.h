// SPDX-License-Identifier: Apache-2.0
// When a task there runs by itself, as triggers, and back: cron of five fields, or one instant. What the server makes
// of triggered runs that are on hold stands in the same list and is no trigger. Pure.
#pragma once

#include "app/domain/trigger.h"

#include <QJsonArray>

namespace providers::theeye {

/// Empty where it is stopped, over, a run on hold, or nothing that can be said here.
std::optional<domain::Trigger> triggerOf(const QJsonObject &schedule);
QList<domain::Trigger> triggersOf(const QJsonArray &schedules);

/// What is sent for each of them. Invalid names what can't be said there, `triggers[0].jitter_s`.
base::Result<QList<QJsonObject>> scheduleBodies(const QList<domain::Trigger> &triggers);

/// What makes of `there` what is wanted: schedules that only `before` had go, and what is not there yet is added.
struct ScheduleChanges
{
    QStringList gone; ///< By id.
    QList<QJsonObject> added;
};
/// Invalid as for scheduleBodies().
base::Result<ScheduleChanges> changesOf(const QJsonArray &there, const QList<domain::Trigger> &before,
                                        const QList<domain::Trigger> &wanted);

} // namespace providers::theeye
