// SPDX-License-Identifier: Apache-2.0
// What PostHog answers, as values: of early servers and of later ones. What has no word here is kept verbatim. Pure.
#pragma once

#include "app/sync/provider.h"

#include <QJsonArray>

namespace providers::posthog {

/// What tasks are called here.
inline constexpr const char *taskType = "posthog_task";

/// Servers grew fast; which one it is shows in the fields that it tells.
enum class Generation { Unknown, Early, Later };
/// Of a task, or of a run.
Generation generationIn(const QJsonObject &item);

/// Runs are known by their task and their own id, together.
struct RunPlace
{
    QString task;
    QString run;

    QString text() const { return task + u'/' + run; }
    friend bool operator==(const RunPlace &, const RunPlace &) = default;
};
/// Of `TASK/RUN`. NotFound where it is none.
base::Result<RunPlace> placeOf(const QString &runRemoteId);

/// Corrupt where it has no id. What changes with each run is not in `automation.remote`.
base::Result<syncing::RemoteAutomation> taskOf(const QJsonObject &item);

/// `task` is whose it is. Corrupt where it has no id. A start that the server lost leaves a run queued for ever, which
/// its reason says after a while.
base::Result<syncing::RemoteRun> runOf(const QJsonObject &item, const QString &task, base::Instant now);
bool isOver(const QJsonObject &run);

/// A part of a list.
struct Part
{
    QList<QJsonObject> items;
    QString next; ///< Where the next one begins; empty at the end.
};
/// `offset` is where this one begins. Of the address of the next part only its offset counts: the rest may be that of a
/// proxy. Corrupt where it is no list.
base::Result<Part> partOf(const QJsonObject &list, const QString &offset);

} // namespace providers::posthog
