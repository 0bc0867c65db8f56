// SPDX-License-Identifier: Apache-2.0
// Jobs there as runs: whether one is over says its life cycle, whether it went well its state. Pure.
#pragma once

#include "app/sync/provider.h"

namespace providers::theeye {

domain::RunStatus statusOf(const QJsonObject &job);

/// Corrupt where it has no id. Its own key and its environment go no further.
base::Result<syncing::RemoteRun> runOf(const QJsonObject &job);
/// All of it, once it is over; nothing before.
syncing::LogPart logOf(const QJsonObject &job, const QString &from);

/// Whether somebody is to decide about this job now.
bool awaitsApproval(const QJsonObject &job);
/// Corrupt where it has no id.
base::Result<syncing::RemoteApproval> approvalOf(const QJsonObject &job);

/// Each of `output` as it was written: JSON where it is, the text otherwise. Undefined where there is none.
QJsonValue outputOf(const QJsonObject &job);

} // namespace providers::theeye
