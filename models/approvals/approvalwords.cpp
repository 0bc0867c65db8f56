// SPDX-License-Identifier: Apache-2.0
#include "models/approvals/approvalwords.h"

#include "models/parts/words.h"
#include "models/times.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::ApprovalWords)
};

QString requester(const domain::Approval &approval)
{
    if (!approval.requestedBy.isEmpty()) {
        return approval.requestedBy;
    }
    const QString trigger = approval.details.value("trigger"_L1).toString();
    return trigger == "schedule"_L1 ? Words::tr("the schedule") : Words::tr("a trigger");
}

QString quoted(const QString &comment)
{
    return comment.isEmpty() ? QString() : u": \u201c%1\u201d"_s.arg(comment);
}

QString decisionText(const domain::ApprovalDecision &decision)
{
    const QString form =
        decision.verdict == domain::Judgement::Approve ? Words::tr("%1 approved%2") : Words::tr("%1 rejected%2");
    return form.arg(decision.by, quoted(decision.comment));
}

QString approversText(const domain::ApprovalPolicy &policy)
{
    if (policy.approvers.isEmpty()) {
        return Words::tr("any operator");
    }
    QStringList names;
    for (const QString &one : policy.approvers) {
        names.append(one == "role:admin"_L1      ? Words::tr("any admin")
                     : one == "role:operator"_L1 ? Words::tr("any operator")
                                                 : one);
    }
    return names.join(u", "_s);
}

Fact fact(const QString &key, const QString &label, const QString &text, FactFont font = FactFont::Text)
{
    return {.key = key, .label = label, .text = text, .font = font};
}

} // namespace

QString approvalStatusKey(const domain::Approval &approval)
{
    return u"approval."_s + domain::approvalStatusWord(approval.status);
}

QString askedText(const domain::Approval &approval, base::Instant now)
{
    return Words::tr("%1 asked %2").arg(requester(approval), distance(approval.requestedAt, now));
}

QString progressText(const domain::Approval &approval)
{
    return Words::tr("%1 of %2").arg(domain::approvalsOf(approval)).arg(approval.policy.quorum);
}

QString timeLeftText(const domain::Approval &approval, base::Instant now)
{
    if (!approval.expiresAt) {
        return {};
    }
    return *approval.expiresAt <= now ? Words::tr("no time left")
                                      : Words::tr("%1 left").arg(durationWords(*approval.expiresAt - now));
}

QString deadlineText(const domain::Approval &approval, base::Instant now)
{
    if (approval.status != domain::ApprovalStatus::Pending) {
        return outcomeText(approval);
    }
    if (!approval.expiresAt) {
        return Words::tr("Waits until somebody decides.");
    }
    const bool approves = approval.policy.onExpiry == domain::OnExpiry::Approve;
    if (*approval.expiresAt <= now) { // an engine would have seen to it by now
        const QString form = approves ? Words::tr("Expired %1, %2; it is approved as soon as an engine runs.")
                                      : Words::tr("Expired %1, %2; it is rejected as soon as an engine runs.");
        return form.arg(pastShort(*approval.expiresAt, now), distance(*approval.expiresAt, now));
    }
    const QString form = approves ? Words::tr("Expires %1, %2; then it is approved.")
                                  : Words::tr("Expires %1, %2; then it is rejected.");
    return form.arg(futureShort(*approval.expiresAt, now), distance(*approval.expiresAt, now));
}

QString outcomeText(const domain::Approval &approval)
{
    switch (approval.status) {
    case domain::ApprovalStatus::Pending:
        return {};
    case domain::ApprovalStatus::Approved:
    case domain::ApprovalStatus::Rejected:
        return approval.decisions.isEmpty() ? QString() : decisionText(approval.decisions.last());
    case domain::ApprovalStatus::Expired:
        return approval.policy.onExpiry == domain::OnExpiry::Approve ? Words::tr("nobody decided in time: approved")
                                                                     : Words::tr("nobody decided in time: rejected");
    case domain::ApprovalStatus::Withdrawn:
        return Words::tr("withdrawn: %1").arg(approval.reason);
    }
    Q_UNREACHABLE();
}

QString commandOf(const domain::Approval &approval)
{
    const QString command = approval.details.value("command"_L1).toString();
    if (!command.isEmpty()) {
        return command;
    }
    const QJsonObject params = approval.details.value("params"_L1).toObject();
    if (params.isEmpty()) {
        return {};
    }
    return QString::fromUtf8(QJsonDocument(params).toJson(QJsonDocument::Indented)).trimmed();
}

QList<Fact> subjectFacts(const domain::Approval &approval, const domain::Catalog &catalog)
{
    const QJsonObject &details = approval.details;
    QList<Fact> facts{
        fact(u"version"_s, Words::tr("Version"), QString::number(details.value("version"_L1).toInteger())),
        fact(u"kind"_s, Words::tr("Kind"), kindText(catalog, details.value("type"_L1).toString()))};
    if (const QString as = details.value("run_as"_L1).toString(); !as.isEmpty()) {
        facts.append(fact(u"run_as"_s, Words::tr("Runs as"), as, FactFont::Fixed));
    }
    if (const QString folder = details.value("working_directory"_L1).toString(); !folder.isEmpty()) {
        facts.append(fact(u"folder"_s, Words::tr("Folder"), folder, FactFont::Fixed));
    }
    if (const qint64 limit = details.value("timeout_s"_L1).toInteger(); limit > 0) {
        facts.append(fact(u"timeout"_s, Words::tr("Time limit"), durationWords(base::Seconds(limit))));
    }
    return facts;
}

QList<Fact> argumentFacts(const domain::Approval &approval)
{
    QList<Fact> facts;
    const QJsonObject arguments = approval.details.value("arguments"_L1).toObject();
    for (auto it = arguments.constBegin(); it != arguments.constEnd(); ++it) {
        facts.append(fact(it.key(), it.key(), it->toString(), FactFont::Fixed));
    }
    QStringList names;
    for (const QJsonValue name : approval.details.value("env"_L1).toArray()) {
        names.append(name.toString());
    }
    if (!names.isEmpty()) {
        facts.append(fact(u"env"_s, Words::tr("Variables"), names.join(u", "_s), FactFont::Fixed));
    }
    return facts;
}

QString policyText(const domain::Approval &approval)
{
    const domain::ApprovalPolicy &policy = approval.policy;
    const bool window = approval.details.value("asked_by"_L1).toString() == "window"_L1;
    QString text = (window ? Words::tr("A maintenance window asks for %n approvals of %1.", nullptr, int(policy.quorum))
                           : Words::tr("The automation asks for %n approvals of %1.", nullptr, int(policy.quorum)))
                       .arg(approversText(policy));
    if (!policy.allowRequester) {
        text += u' ' + Words::tr("Whoever asked may not decide.");
    }
    return text;
}

QString whyNotText(const domain::Approval &approval, const domain::Operator &who, base::Instant now)
{
    if (domain::mayDecide(approval, who, now)) {
        return {};
    }
    if (approval.status != domain::ApprovalStatus::Pending) {
        return Words::tr("It is decided already.");
    }
    if (approval.expiresAt && *approval.expiresAt <= now) {
        return Words::tr("Its time is over.");
    }
    if (approval.requestedBy == who.name && !approval.policy.allowRequester) {
        return Words::tr("You asked for it yourself; somebody else decides.");
    }
    const bool decided = std::any_of(approval.decisions.begin(), approval.decisions.end(),
                                     [&who](const domain::ApprovalDecision &one) { return one.by == who.name; });
    return decided ? Words::tr("You have decided already.") : Words::tr("You are not among those who decide.");
}

QList<HistoryLine> historyOf(const domain::Approval &approval, base::Instant now)
{
    QList<HistoryLine> lines{{.when = pastShort(approval.requestedAt, now),
                              .text = Words::tr("%1 asked").arg(requester(approval)),
                              .statusKey = u"approval.pending"_s}};
    for (const domain::ApprovalDecision &one : approval.decisions) {
        lines.append(
            {.when = pastShort(one.at, now),
             .text = decisionText(one),
             .statusKey = one.verdict == domain::Judgement::Approve ? u"approval.approved"_s : u"approval.rejected"_s});
    }
    const bool byPeople =
        approval.status == domain::ApprovalStatus::Approved || approval.status == domain::ApprovalStatus::Rejected;
    if (approval.decidedAt && !byPeople) {
        lines.append({.when = pastShort(*approval.decidedAt, now),
                      .text = outcomeText(approval),
                      .statusKey = approvalStatusKey(approval)});
    }
    return lines;
}

} // namespace models
