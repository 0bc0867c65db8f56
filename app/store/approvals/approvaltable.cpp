// SPDX-License-Identifier: Apache-2.0
#include "app/store/approvals/approvaltable.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Approval;

constexpr char columns[] = "SELECT id, run_id, automation_id, title, details, digest, requested_by, requested_at,"
                           " policy, expires_at, status, reason, decided_at FROM approval WHERE ";

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

base::Error unreadable(const QString &id)
{
    return {.code = base::ErrorCode::Corrupt,
            .context = u"approval "_s + id,
            .detail = u"its row can't be read"_s,
            .field = {}};
}

Result<Approval> readRow(const Query &row)
{
    Approval approval;
    approval.id = domain::ApprovalId(row.text(0));
    approval.run = base::RunId(row.text(1));
    approval.automation = base::AutomationId(row.text(2));
    approval.title = row.text(3);
    approval.details = objectOf(row.text(4));
    approval.digest = row.text(5);
    approval.requestedBy = row.text(6);
    approval.requestedAt = row.instant(7);
    const Result<domain::ApprovalPolicy> policy = domain::approvalPolicyFromJson(objectOf(row.text(8)));
    approval.expiresAt = row.maybeInstant(9);
    const auto status = domain::approvalStatusFromWord(row.text(10));
    approval.reason = row.text(11);
    approval.decidedAt = row.maybeInstant(12);
    if (!policy || !status) {
        return unreadable(row.text(0));
    }
    approval.policy = *policy;
    approval.status = *status;
    return approval;
}

Result<domain::ApprovalDecision> readDecision(const Query &row)
{
    const auto verdict = domain::judgementFromWord(row.text(1));
    if (!verdict) {
        return unreadable(row.text(0));
    }
    return domain::ApprovalDecision{
        .by = row.text(0), .verdict = *verdict, .comment = row.text(2), .at = row.instant(3)};
}

} // namespace

Result<QList<Approval>> ApprovalTable::some(const QByteArray &where, const Values &values)
{
    TRY(QList<Approval> approvals, m_db.all(QByteArray(columns) + where, values, readRow));
    for (Approval &approval : approvals) {
        TRY(approval.decisions, m_db.all("SELECT by, verdict, comment, at FROM approval_decision WHERE approval_id = ?"
                                         " ORDER BY at, by",
                                         {approval.id.text()}, readDecision));
    }
    return approvals;
}

Result<QList<Approval>> ApprovalTable::page(const ApprovalQuery &query)
{
    QByteArray where = "1 = 1";
    Values values;
    if (query.status) {
        where += " AND status = ?";
        values.emplace_back(domain::approvalStatusWord(*query.status));
    }
    if (query.run) {
        where += " AND run_id = ?";
        values.emplace_back(query.run->text());
    }
    if (query.before) {
        where += " AND seq < (SELECT seq FROM approval WHERE id = ?)";
        values.emplace_back(query.before->text());
    }
    values.emplace_back(query.limit > 0 ? query.limit : -1);
    return some(where + " ORDER BY seq DESC LIMIT ?", values);
}

Result<Approval> ApprovalTable::get(const domain::ApprovalId &id)
{
    TRY(const QList<Approval> found, some("id = ?", {id.text()}));
    return found.isEmpty() ? Result<Approval>(base::notFound(u"approval "_s + id.text())) : found.first();
}

Result<std::optional<Approval>> ApprovalTable::pendingOf(const base::RunId &run)
{
    TRY(const QList<Approval> found, some("run_id = ? AND status = 'pending'", {run.text()}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

Result<QList<Approval>> ApprovalTable::pendingOf(const base::AutomationId &automation)
{
    return some("automation_id = ? AND status = 'pending' ORDER BY seq", {automation.text()});
}

Result<std::optional<Approval>> ApprovalTable::lastReleasedBefore(const Approval &approval)
{
    TRY(const QList<Approval> decided,
        some("automation_id = ? AND status IN ('approved', 'expired') AND seq < (SELECT seq FROM approval WHERE id = ?)"
             " ORDER BY seq DESC LIMIT 20",
             {approval.automation.text(), approval.id.text()}));
    const auto found = std::find_if(decided.begin(), decided.end(), domain::releases);
    return found == decided.end() ? std::nullopt : std::optional(*found);
}

Result<QList<Approval>> ApprovalTable::overdue(base::Instant now)
{
    return some("status = 'pending' AND expires_at <= ? ORDER BY seq", {qint64(base::toMillis(now))});
}

Result<std::optional<base::Instant>> ApprovalTable::nextExpiry()
{
    TRY(Query row, m_db.query("SELECT min(expires_at) FROM approval WHERE status = 'pending'"));
    TRY(const bool any, row.next());
    return any ? row.maybeInstant(0) : std::nullopt;
}

Result<qint64> ApprovalTable::pendingCount()
{
    return m_db.number("SELECT count(*) FROM approval WHERE status = 'pending'");
}

base::Status ApprovalTable::insert(const Approval &a)
{
    CHECK(m_db.run("INSERT INTO approval (id, run_id, automation_id, title, details, digest, requested_by,"
                   " requested_at, policy, expires_at, status, reason, decided_at)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   {a.id.text(), a.run.text(), a.automation.text(), a.title, textOf(a.details), a.digest, a.requestedBy,
                    qint64(base::toMillis(a.requestedAt)), textOf(domain::toJson(a.policy)), orNull(a.expiresAt),
                    domain::approvalStatusWord(a.status), a.reason, orNull(a.decidedAt)}));
    return {};
}

base::Status ApprovalTable::setRemoteId(const domain::ApprovalId &id, const base::ConnectionId &connection,
                                        const QString &remoteId)
{
    CHECK(m_db.run("UPDATE approval SET connection_id = ?, remote_id = ? WHERE id = ?",
                   {connection.text(), remoteId, id.text()}));
    return {};
}

Result<QString> ApprovalTable::remoteId(const domain::ApprovalId &id)
{
    TRY(Query row, m_db.query("SELECT remote_id FROM approval WHERE id = ?", {id.text()}));
    TRY(const bool found, row.next());
    return found ? row.text(0) : QString();
}

Result<QHash<QString, Approval>> ApprovalTable::pendingThere(const base::ConnectionId &connection)
{
    TRY(const QList<Approval> pending,
        some("connection_id = ? AND remote_id IS NOT NULL AND status = 'pending' ORDER BY seq", {connection.text()}));
    QHash<QString, Approval> named;
    for (const Approval &one : pending) {
        TRY(const QString name, remoteId(one.id));
        named.insert(name, one);
    }
    return named;
}

base::Status ApprovalTable::save(const Approval &a)
{
    CHECK(m_db.run("UPDATE approval SET status = ?, reason = ?, decided_at = ? WHERE id = ?",
                   {domain::approvalStatusWord(a.status), a.reason, orNull(a.decidedAt), a.id.text()}));
    if (a.decisions.isEmpty()) {
        return {};
    }
    const domain::ApprovalDecision &last = a.decisions.last();
    CHECK(m_db.run(
        "INSERT INTO approval_decision (approval_id, by, verdict, comment, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (approval_id, by) DO NOTHING",
        {a.id.text(), last.by, domain::judgementWord(last.verdict), last.comment, qint64(base::toMillis(last.at))}));
    return {};
}

} // namespace store
