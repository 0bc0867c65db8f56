// SPDX-License-Identifier: Apache-2.0
#include "app/providers/loopback/farend.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers {

using syncing::RemoteApproval;
using syncing::RemoteAutomation;
using syncing::RemoteRun;

namespace {

constexpr base::Seconds lineEvery{1};

auto named(const QString &id)
{
    return [id](const RemoteRun &run) { return run.remoteId == id; };
}

} // namespace

QString FarEnd::nextId(const QString &prefix)
{
    return u"%1-%2"_s.arg(prefix).arg(++m_lastId, 6, 10, QChar(u'0'));
}

syncing::Page<RemoteAutomation> FarEnd::page(const QString &after, Fault fault) const
{
    auto at = after.isEmpty() ? m_automations.constBegin() : m_automations.upperBound(after);
    syncing::Page<RemoteAutomation> page;
    if (fault == Fault::PageMissing) {
        for (int i = 0; i < m_rules.pageSize && at != m_automations.constEnd(); ++i) {
            ++at;
        }
    } else if (fault == Fault::PageTwice && at != m_automations.constBegin()) {
        page.items.append(std::prev(at).value());
    }
    for (int i = 0; i < m_rules.pageSize && at != m_automations.constEnd(); ++i, ++at) {
        page.items.append(*at);
    }
    page.next = at == m_automations.constEnd() || page.items.isEmpty() ? QString() : page.items.last().remoteId;
    return page;
}

base::Result<RemoteAutomation> FarEnd::automation(const QString &id) const
{
    const auto found = m_automations.constFind(id);
    if (found == m_automations.constEnd()) {
        return base::notFound(u"the automation %1"_s.arg(id));
    }
    return *found;
}

RemoteAutomation FarEnd::create(const domain::Automation &wanted)
{
    RemoteAutomation made{.remoteId = nextId(u"automation"_s), .automation = wanted};
    made.automation.id = {};
    made.automation.connectionId = {};
    made.automation.remoteId = made.remoteId;
    made.automation.version = 0;
    made.automation.createdAt = made.automation.updatedAt = m_clock.now();
    m_automations.insert(made.remoteId, made);
    return made;
}

base::Result<RemoteAutomation> FarEnd::update(const QString &id, const domain::Automation &wanted)
{
    TRY(RemoteAutomation kept, automation(id));
    const base::Instant created = kept.automation.createdAt;
    kept.automation = wanted;
    kept.automation.id = {};
    kept.automation.connectionId = {};
    kept.automation.remoteId = id;
    kept.automation.version = 0;
    kept.automation.createdAt = created;
    kept.automation.updatedAt = m_clock.now();
    m_automations.insert(id, kept);
    return kept;
}

base::Status FarEnd::remove(const QString &id)
{
    if (m_automations.remove(id) == 0) {
        return base::notFound(u"the automation %1"_s.arg(id));
    }
    return {};
}

base::Result<RemoteRun> FarEnd::run(const syncing::RunWish &wish, const QString &by)
{
    TRY(RemoteAutomation automation, automation(wish.remoteId));
    RemoteRun run{.remoteId = nextId(u"run"_s), .automationRemoteId = wish.remoteId};
    run.requestedBy = by;
    run.key = m_rules.tellsKeys ? std::optional(wish.key.isNull() ? u""_s : wish.key) : std::nullopt;
    run.queuedAt = m_clock.now();
    if (automation.automation.approval) {
        run.status = domain::RunStatus::AwaitingApproval;
        askFor(run, automation.automation);
    } else {
        run.startedAt = run.queuedAt;
    }
    m_runs.append(run);
    m_keys.insert(run.remoteId, wish.key);
    return run;
}

void FarEnd::askFor(const RemoteRun &run, const domain::Automation &automation)
{
    RemoteApproval approval;
    approval.remoteId = nextId(u"approval"_s);
    approval.automationRemoteId = run.automationRemoteId;
    approval.runRemoteId = run.remoteId;
    approval.title = automation.name;
    approval.requestedBy = run.requestedBy;
    approval.requestedAt = m_clock.now();
    m_approvals.insert(approval.remoteId, approval);
}

base::Status FarEnd::decide(const QString &approvalId, domain::Judgement verdict)
{
    const auto approval = m_approvals.find(approvalId);
    if (approval == m_approvals.end()) {
        return base::notFound(u"the approval %1"_s.arg(approvalId));
    }
    if (approval->status != domain::ApprovalStatus::Pending) {
        return base::conflict(u"it is decided already"_s);
    }
    const bool approved = verdict == domain::Judgement::Approve;
    approval->status = approved ? domain::ApprovalStatus::Approved : domain::ApprovalStatus::Rejected;
    const auto run = std::find_if(m_runs.begin(), m_runs.end(), named(approval->runRemoteId));
    if (run == m_runs.end()) {
        return {};
    }
    run->status = approved ? domain::RunStatus::Running : domain::RunStatus::Rejected;
    (approved ? run->startedAt : run->finishedAt) = m_clock.now();
    return {};
}

/// A run that has taken its time is done.
void FarEnd::settle(RemoteRun &run) const
{
    if (run.status == domain::RunStatus::Running && *run.startedAt + m_rules.runTakes <= m_clock.now()) {
        run.status = domain::RunStatus::Done;
        run.finishedAt = *run.startedAt + m_rules.runTakes;
        run.exitCode = 0;
    }
}

base::Status FarEnd::cancel(const QString &runId)
{
    const auto run = std::find_if(m_runs.begin(), m_runs.end(), named(runId));
    if (run == m_runs.end()) {
        return base::notFound(u"the run %1"_s.arg(runId));
    }
    settle(*run);
    if (domain::isFinal(run->status)) {
        return base::conflict(u"it is over"_s);
    }
    run->status = domain::RunStatus::Cancelled;
    run->finishedAt = m_clock.now();
    return {};
}

base::Result<RemoteRun> FarEnd::readRun(const QString &runId)
{
    const auto run = std::find_if(m_runs.begin(), m_runs.end(), named(runId));
    if (run == m_runs.end()) {
        return base::notFound(u"the run %1"_s.arg(runId));
    }
    settle(*run);
    return *run;
}

syncing::Page<RemoteRun> FarEnd::runs(const syncing::RunFilter &filter)
{
    auto at = m_runs.rbegin();
    if (!filter.cursor.isEmpty()) {
        at = std::find_if(m_runs.rbegin(), m_runs.rend(), named(filter.cursor));
        at = at == m_runs.rend() ? at : std::next(at);
    }
    syncing::Page<RemoteRun> page;
    for (; at != m_runs.rend() && page.items.size() < filter.atMost; ++at) {
        if (filter.automationRemoteId.isEmpty() || at->automationRemoteId == filter.automationRemoteId) {
            settle(*at);
            page.items.append(*at);
        }
    }
    page.next = at == m_runs.rend() || page.items.isEmpty() ? QString() : page.items.last().remoteId;
    return page;
}

QByteArray FarEnd::written(const RemoteRun &run) const
{
    QByteArray text;
    const base::Instant until = run.finishedAt.value_or(m_clock.now());
    for (base::Instant at = run.startedAt.value_or(until); at < until; at += lineEvery) {
        text += base::isoUtc(at).toUtf8() + " at work\n";
    }
    return text;
}

base::Result<syncing::LogPart> FarEnd::log(const QString &runId, const QString &from)
{
    TRY(const RemoteRun run, readRun(runId));
    if (m_rules.log == domain::RemoteLog::None) {
        return base::Error{.code = base::ErrorCode::Unsupported, .detail = u"no log is kept there"_s};
    }
    const bool over = domain::isFinal(run.status);
    if (m_rules.log == domain::RemoteLog::AtEnd && !over) {
        return syncing::LogPart{};
    }
    const QByteArray text = written(run);
    const qsizetype begin = qBound(qsizetype(0), qsizetype(from.toLongLong()), text.size());
    return syncing::LogPart{.bytes = text.mid(begin), .next = QString::number(text.size()), .complete = over};
}

} // namespace providers
