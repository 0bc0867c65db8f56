// SPDX-License-Identifier: Apache-2.0
#include "app/domain/approvals/policy.h"

#include "app/base/jsonreader.h"
#include "app/base/wordtable.h"
#include "app/domain/rights/rights.h"
#include "app/domain/run.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<OnExpiry, OnExpiry::Approve> expiryWords({{
    {OnExpiry::Reject, u"reject"},
    {OnExpiry::Approve, u"approve"},
}});

constexpr qint64 mostApprovals = 20;
constexpr qint64 longestSeconds = 366LL * 24 * 3600;
constexpr qsizetype longestNote = 2000;
constexpr QLatin1StringView rolePrefix = "role:"_L1;

base::Status checkApprover(const QString &approver)
{
    if (!approver.startsWith(rolePrefix)) {
        return checkOperatorName(approver);
    }
    const std::optional<Role> role = roleFromWord(approver.sliced(rolePrefix.size()));
    if (!role || *role < Role::Operator) {
        return base::invalid({}, u"a role that decides is role:operator or role:admin"_s);
    }
    return {};
}

base::Status checkApprovers(const ApprovalPolicy &policy)
{
    bool byName = !policy.approvers.isEmpty();
    for (qsizetype i = 0; i < policy.approvers.size(); ++i) {
        if (const base::Status status = checkApprover(policy.approvers.at(i)); !status) {
            return base::invalid(u"approvers[%1]"_s.arg(i), status.error().detail);
        }
        byName = byName && !policy.approvers.at(i).startsWith(rolePrefix);
    }
    if (byName && policy.quorum > policy.approvers.size()) {
        return base::invalid(u"quorum"_s,
                             u"quorum must be at most %1, so many approvers are named"_s.arg(policy.approvers.size()));
    }
    return {};
}

} // namespace

QString onExpiryWord(OnExpiry what)
{
    return expiryWords.of(what);
}

std::optional<OnExpiry> onExpiryFromWord(const QString &word)
{
    return expiryWords.find(word);
}

base::Result<ApprovalPolicy> approvalPolicyFromJson(const QJsonObject &object)
{
    base::JsonReader reader(object);
    ApprovalPolicy policy;
    reader.texts("approvers"_L1, policy.approvers);
    policy.approvers.removeDuplicates();
    reader.integer("quorum"_L1, policy.quorum, 1, mostApprovals);
    reader.integer("expires_s"_L1, policy.expiresSeconds, 1, longestSeconds);
    reader.word("on_expiry"_L1, expiryWords, policy.onExpiry);
    reader.text("note"_L1, policy.note);
    reader.flag("allow_requester"_L1, policy.allowRequester);
    if (policy.note.size() > longestNote) {
        reader.fail(base::invalid(u"note"_s, u"note must have at most %1 characters"_s.arg(longestNote)));
    }
    CHECK(reader.finish());
    CHECK(checkApprovers(policy));
    return policy;
}

QJsonObject toJson(const ApprovalPolicy &policy)
{
    return {{u"approvers"_s, QJsonArray::fromStringList(policy.approvers)},
            {u"quorum"_s, policy.quorum},
            {u"expires_s"_s, policy.expiresSeconds ? QJsonValue(*policy.expiresSeconds) : QJsonValue(QJsonValue::Null)},
            {u"on_expiry"_s, onExpiryWord(policy.onExpiry)},
            {u"note"_s, policy.note},
            {u"allow_requester"_s, policy.allowRequester}};
}

ApprovalPolicy windowDefaultPolicy()
{
    constexpr qint64 aDay = 24LL * 3600;
    ApprovalPolicy policy;
    policy.expiresSeconds = aDay;
    return policy;
}

std::optional<ApprovalPolicy> neededApproval(const std::optional<ApprovalPolicy> &ofAutomation, const Run &run,
                                             const WindowDemand &window)
{
    if (window.effect != WindowEffect::Approve || run.trigger == TriggerKind::Manual) {
        return ofAutomation;
    }
    if (window.approval) {
        return window.approval;
    }
    return ofAutomation ? ofAutomation : std::optional(windowDefaultPolicy());
}

} // namespace domain
