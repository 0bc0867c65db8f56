// SPDX-License-Identifier: Apache-2.0
// NOBA keeps no runs of workflows, only of their steps. What belongs together is rebuilt from what the runs say of what
// set them off: `workflow:ID:step2:retry1`. Pure.
#pragma once

#include "app/sync/provider.h"

#include <QJsonArray>
#include <QSet>

namespace providers::noba {

/// What a run says of the workflow it is a step of.
struct StepMark
{
    QString workflow;
    QString node;      ///< Of a graph; empty else.
    qint64 number = 0; ///< Of the step, in a row or side by side.
    qint64 retry = 0;
    bool isParallel = false;
};
std::optional<StepMark> stepMarkOf(const QString &trigger);

/// The id under which an execution is known here: that of its workflow and of its first run.
QString executionId(const QString &workflow, const QString &firstRun);
/// The workflow of such an id; empty where it is none.
QString workflowOf(const QString &id);

struct Executions
{
    QList<syncing::RemoteRun> runs;    ///< Newest first.
    QHash<QString, QStringList> steps; ///< The ids of the runs of each, oldest first.
};

/// `items` are runs as the server lists them, newest first. Where that list may be cut off at its end, the oldest
/// execution of each workflow is left out, for its begin is not known. `now` is the server's: one that has just ended a
/// step is taken to be going on, and one of the workflows in `gated` that ended a step to wait for a person.
Executions executionsIn(const QJsonArray &items, bool isCutOff, base::Instant now, const QSet<QString> &gated = {});

} // namespace providers::noba
