// SPDX-License-Identifier: Apache-2.0
// What a NOBA server answers, as values: integer ids as text, times in seconds, words that may be new. Pure.
#pragma once

#include "app/sync/provider.h"

#include <QJsonArray>

namespace providers::noba {

/// Ids are numbers of runs and texts of automations; empty where there is none.
QString idText(const QJsonValue &id);
/// Seconds since 1970; empty where there are none or they make no sense.
std::optional<base::Instant> secondsOf(const QJsonValue &value);

/// What a role may do there.
domain::Capabilities capabilitiesOf(const QString &role);

/// `zone` is that of the server, by which its schedules go. Corrupt without an id.
base::Result<syncing::RemoteAutomation> automationOf(const QJsonObject &item, const QString &zone);
/// What is sent for an automation; `real` is the item there now, unmasked, empty for a new one.
base::Result<QJsonObject> bodyOf(const domain::Automation &wanted, const QJsonObject &real, const QString &zone);

base::Result<syncing::RemoteRun> runOf(const QJsonObject &item);
base::Result<syncing::RemoteApproval> approvalOf(const QJsonObject &item);

/// The status for a word; for one that is new by whether the run is over.
domain::RunStatus statusOf(const QString &word, bool isOver);

} // namespace providers::noba
