// SPDX-License-Identifier: Apache-2.0
// What was seen at a remote system: its automations, runs, parts of logs and requests for approval, in our words.
#pragma once

#include "app/domain/approvals/approval.h"
#include "app/domain/automation.h"
#include "app/domain/run.h"

namespace domain {

/// What lives there, in our words. `automation.remote` keeps every field that has no word here, verbatim;
/// `automation.id` is empty.
struct RemoteAutomation
{
    QString remoteId;
    Automation automation;
    QString lastStatus; ///< Of its newest run where the list tells, in their word.
};

struct RemoteRun
{
    QString remoteId;
    QString automationRemoteId; ///< Empty where it belongs to none.
    RunStatus status = domain::RunStatus::Running;
    QString theirStatus; ///< Their word, for a reason line where ours says less.
    QString requestedBy;
    QString reason;
    QString errorMessage;
    std::optional<base::Instant> queuedAt;
    std::optional<base::Instant> startedAt;
    std::optional<base::Instant> finishedAt; ///< May be missing in an ended run.
    std::optional<int> exitCode;
    QJsonValue result = QJsonValue::Undefined;
    QString branch;    ///< Of the source code it works on.
    QJsonObject state; ///< A document that it keeps while it works.
    bool hasLog = true;
    /// The key of who asked for it, empty where it had none. Not set where the system does not tell: what was asked
    /// for from here is known again by its automation and time only, and that may be another's.
    std::optional<QString> key;
    bool fleeting = false; ///< The system forgets it soon: its log is copied though nobody asked.
};

/// A part of a run's log. `next` is where to go on; `complete` says that no more will come.
struct LogPart
{
    QByteArray bytes;
    QString next;
    bool complete = false;
};

struct RemoteApproval
{
    QString remoteId;
    QString automationRemoteId;
    QString runRemoteId;
    QString title;
    QString requestedBy;
    base::Instant requestedAt;
    std::optional<base::Instant> expiresAt;
    ApprovalStatus status = domain::ApprovalStatus::Pending;
    QJsonObject details;
};

} // namespace domain
