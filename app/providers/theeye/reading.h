// SPDX-License-Identifier: Apache-2.0
// What TheEye answers about tasks and workflows, as automations. What has no word here is kept verbatim. Pure.
#pragma once

#include "app/providers/theeye/settings.h"
#include "app/sync/provider.h"

namespace providers::theeye {

/// The id of a document, or the id itself; empty where there is none.
QString idOf(const QJsonValue &value);

/// Kinds of automation that live there only: `theeye_script` …
QString ourType(const QString &theirs);
/// Theirs for ours; empty where it is none of them.
QString theirType(const QString &ours);
/// Fields of a task that are its kind's own, and so `params` here.
QStringList ownFields(const QString &theirType);
/// What stands in answers only and is nobody's to write, or changes with every run.
const QStringList &answersOnly();

/// Whole seconds of their milliseconds, which the documents call seconds; null is ten minutes.
qint64 timeoutOf(const QJsonValue &theirs, Dialect dialect);

/// Corrupt where it has no id.
base::Result<syncing::RemoteAutomation> automationOf(const QJsonObject &task, Dialect dialect);
/// It can be looked at and run from here. Corrupt where it has no id.
base::Result<syncing::RemoteAutomation> workflowOf(const QJsonObject &workflow);

} // namespace providers::theeye
