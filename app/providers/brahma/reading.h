// SPDX-License-Identifier: Apache-2.0
// What the service answers, as values. A subscription is an automation here: what runs, runs for one subscriber's
// account. What has no word here is kept verbatim. Pure.
#pragma once

#include "app/providers/brahma/amounts.h"
#include "app/sync/provider.h"

#include <QJsonArray>

namespace providers::brahma {

inline const QString kernelMark = QStringLiteral("kernel:"); ///< In front of the ids of runs that the kernel has.

/// Who is asked before an execution, which moves what is a subscriber's.
enum class AsksFirst {
    Anyone, ///< Any operator; whoever wants it may be the one who looks again.
    Others, ///< Somebody else.
    Nobody,
};

/// What is known beside a subscription.
struct Surroundings
{
    QString name;             ///< Of the registered automation.
    bool perExecution = true; ///< What its limits are for: each execution, or all of them together.
    AsksFirst asksFirst = AsksFirst::Anyone;
    Tokens tokens;
};

/// `active`, `cancelled`, or the number of one that nobody has told the meaning of.
QString subscriptionWord(int status);
bool isCancelled(const QJsonObject &subscription);
/// The account that is acted for, in lower case.
QString accountIn(const QJsonObject &subscription);

/// One of each account: the newest, for a later subscription replaces those before it. Corrupt where one has no id.
base::Result<QList<QJsonObject>> newestOf(const QJsonArray &subscriptions);

/// Limits and lengths as people read them, beside what came.
QJsonObject readable(const QJsonObject &subscription, const Surroundings &around);
syncing::RemoteAutomation automationOf(const QJsonObject &subscription, const Surroundings &around);

/// Of a task of the relayer. Corrupt where it has no status.
base::Result<syncing::RemoteRun> runOf(const QString &taskId, const QJsonObject &status);
/// Of a task of the kernel.
base::Result<syncing::RemoteRun> kernelRunOf(const QString &taskId, const QJsonObject &status);
/// `running` … of the kernel's number.
QString workflowWord(int status);

/// What is validated, with how long it still holds: `{policy_signature, expiry, expires_at, expires_in_s, expires_in}`.
/// Corrupt where nothing is signed.
base::Result<QJsonObject> validationOf(const QJsonObject &answer, base::Instant now);

} // namespace providers::brahma
