// SPDX-License-Identifier: Apache-2.0
// Who has to agree before a run starts, and what becomes of it when nobody does. A value; a field of an automation, and
// of a maintenance window.
#pragma once

#include "app/base/result.h"
#include "app/domain/window.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace domain {

struct Run;

enum class OnExpiry {
    Reject,  ///< The run is rejected.
    Approve, ///< The run is released without the missing approvals.
};
QString onExpiryWord(OnExpiry what);
std::optional<OnExpiry> onExpiryFromWord(const QString &word);

struct ApprovalPolicy
{
    QStringList approvers; ///< Names of operators, or `role:operator`, `role:admin`; empty is any operator.
    qint64 quorum = 1;     ///< How many of them.
    std::optional<qint64> expiresSeconds; ///< From the request on; never where not given.
    OnExpiry onExpiry = OnExpiry::Reject;
    QString note;                ///< What an approver should look at.
    bool allowRequester = false; ///< Whoever asked for the run may decide, too.

    friend bool operator==(const ApprovalPolicy &, const ApprovalPolicy &) = default;
};

/// `{approvers, quorum, expires_s, on_expiry, note, allow_requester}`; Invalid names the field.
base::Result<ApprovalPolicy> approvalPolicyFromJson(const QJsonObject &object);
QJsonObject toJson(const ApprovalPolicy &policy);

/// What the strictest open window asks of a run.
struct WindowDemand
{
    WindowEffect effect = WindowEffect::Execute;
    std::optional<ApprovalPolicy> approval; ///< The window's own; with WindowEffect::Approve only.
};

/// Any operator, one is enough, within a day.
ApprovalPolicy windowDefaultPolicy();

/// The policy a run has to satisfy: its automation's; where a window asks first, the window's, else the automation's,
/// else windowDefaultPolicy(). A manual run asks no window. Empty where nobody is asked.
std::optional<ApprovalPolicy> neededApproval(const std::optional<ApprovalPolicy> &ofAutomation, const Run &run,
                                             const WindowDemand &window = {});

} // namespace domain
