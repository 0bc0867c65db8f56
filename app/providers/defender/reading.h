// SPDX-License-Identifier: Apache-2.0
// What Defender answers, as values: both generations, whichever was asked. What has no word here is kept verbatim.
// Pure.
#pragma once

#include "app/sync/provider.h"

namespace providers::defender {

enum class RunWord { Pending, Success, Error, Throttled, Unknown };
RunWord runWord(const QString &status);

/// Its id in either generation; empty where it has none.
QString idIn(const QJsonObject &item);

/// What of a trigger there has a counterpart here: at most one.
QList<domain::Trigger> triggersOf(const QJsonObject &trigger);

/// Corrupt where it has no id. The trigger as it stands there, without its token, is in `automation.remote`.
base::Result<syncing::RemoteAutomation> automationOf(const QJsonObject &item);

/// Corrupt where it has no id. There is no time at which a run began or ended.
base::Result<syncing::RemoteRun> runOf(const QJsonObject &item);

/// The whole output of a run: plain text from the service, base64 from a webhook's answer.
QByteArray logIn(const QJsonObject &run);

/// Each of `items` of a list's answer. Corrupt where it has none.
base::Result<QList<QJsonObject>> itemsIn(const QJsonObject &list);

} // namespace providers::defender
