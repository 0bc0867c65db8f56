// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/jobdesk.h"

#include "app/providers/theeye/jobs.h"
#include "app/sync/rest/pages.h"
#include "app/sync/rest/together.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

constexpr int mostListed = 10000;
constexpr qsizetype shortLog = 2000;

using Runs = syncing::Page<syncing::RemoteRun>;

bool isOver(const QJsonObject &job)
{
    return domain::isFinal(statusOf(job));
}

/// Whether what is in the list has to do for this job: it was forgotten since, or is hidden from us by itself.
bool isKeptFromUs(const base::Error &error)
{
    const bool isRefused = error.code == base::ErrorCode::Denied && error.field.isEmpty();
    return isRefused || error.code == base::ErrorCode::NotFound || isSilence(error);
}

QJsonObject withoutLog(QJsonObject job)
{
    QJsonObject result = job.value("result"_L1).toObject();
    if (result.value("log"_L1).toString().size() > shortLog) {
        result.remove("log"_L1);
        job.insert("result"_L1, result);
    }
    return job;
}

base::Status afterCancelling(const QJsonObject &job)
{
    const QString lifecycle = job.value("lifecycle"_L1).toString();
    if (isOver(job) && (lifecycle == "finished"_L1 || lifecycle == "completed"_L1)) {
        return base::conflict(u"the run was over before it could be cancelled"_s);
    }
    if (!isOver(job) && !job.value("cancellable"_L1).toBool(true)) {
        return base::Error{.code = base::ErrorCode::Unsupported,
                           .detail = u"the task there does not let its runs be cancelled"_s};
    }
    return {};
}

base::Error decisionError(base::Error error)
{
    if (error.code == base::ErrorCode::Denied && error.detail.contains("unauthorized approver"_L1)) {
        error.detail += u"; only those whom the task lists may decide, and an integration token is nobody of them"_s;
    }
    return error;
}

} // namespace

rest::Future<void> JobDesk::cancel(const QString &id)
{
    return rest::chain<void>(m_service.context(), m_service.job(id), [this, id](const QJsonObject &job) {
        if (isOver(job)) {
            return rest::settled<void>(base::conflict(u"the run is over already"_s));
        }
        const auto after = rest::chain<QJsonObject>(m_service.context(), m_service.cancelJob(job),
                                                    [this, id] { return m_service.job(id); });
        return rest::then<void>(m_service.context(), after, afterCancelling);
    });
}

rest::Future<Runs> JobDesk::runs(const syncing::RunFilter &filter)
{
    const Target target = targetOf(filter.automationRemoteId);
    const int seen = std::clamp(filter.cursor.toInt(), 0, mostListed);
    const int wanted = std::clamp(filter.atMost, 1, mostListed);
    JobQuery query{.where = {}, .atMost = seen + wanted + 1}; // the last one says whether there are more
    if (!target.id.isEmpty()) {
        query.where.append({target.isWorkflow ? u"workflow_id"_s : u"task_id"_s, target.id});
    }
    const rest::Promise<QJsonArray> listed;
    base::onAnswer(m_service.context(), m_service.jobs(query),
                   [listed, cursor = filter.cursor](const base::Result<QJsonArray> &jobs) {
                       listed.give(jobs ? jobs : rest::pageError(jobs.error(), cursor));
                   });
    return rest::chain<Runs>(m_service.context(), listed.future(), [this, seen, wanted](const QJsonArray &jobs) {
        QList<rest::Future<QJsonObject>> each;
        for (qsizetype i = seen; i < std::min<qsizetype>(jobs.size(), seen + wanted); ++i) {
            each.append(whole(jobs.at(i).toObject()));
        }
        const QString next = jobs.size() > seen + wanted ? QString::number(seen + wanted) : QString();
        return rest::then<Runs>(m_service.context(), rest::together(m_service.context(), each),
                                [next](const QList<QJsonObject> &all) -> base::Result<Runs> {
                                    Runs runs{.items = {}, .next = next};
                                    for (const QJsonObject &job : all) {
                                        TRY(const auto run, runOf(job));
                                        runs.items.append(run);
                                    }
                                    return runs;
                                });
    });
}

/// What was listed, with what came of it where it is over.
rest::Future<QJsonObject> JobDesk::whole(const QJsonObject &listed)
{
    const QString id = listed.value("id"_L1).toString();
    if (id.isEmpty() || !isOver(listed)) {
        return rest::settled<QJsonObject>(listed);
    }
    if (const auto known = m_over.constFind(id); known != m_over.constEnd()) {
        return rest::settled<QJsonObject>(*known);
    }
    const rest::Promise<QJsonObject> promise;
    base::onAnswer(m_service.context(), m_service.job(id),
                   [this, promise, listed, id](const base::Result<QJsonObject> &job) {
                       if (!job && !isKeptFromUs(job.error())) {
                           promise.give(job.error());
                           return;
                       }
                       if (m_over.size() > mostListed) {
                           m_over.clear();
                       }
                       m_over.insert(id, withoutLog(job.value_or(listed)));
                       promise.give(job.value_or(listed));
                   });
    return promise.future();
}

rest::Future<syncing::LogPart> JobDesk::log(const QString &id, const QString &from)
{
    return rest::then<syncing::LogPart>(m_service.context(), m_service.job(id), [from](const QJsonObject &job) {
        return base::Result<syncing::LogPart>(logOf(job, from));
    });
}

rest::Future<QList<syncing::RemoteApproval>> JobDesk::approvals()
{
    using Approvals = QList<syncing::RemoteApproval>;
    const JobQuery query{.where = {{u"_type"_s, u"ApprovalJob"_s}, {u"lifecycle"_s, u"onhold"_s}}, .atMost = 0};
    return rest::then<Approvals>(m_service.context(), m_service.jobs(query),
                                 [](const QJsonArray &jobs) -> base::Result<Approvals> {
                                     Approvals pending;
                                     for (const QJsonValue job : jobs) {
                                         TRY(const auto approval, approvalOf(job.toObject()));
                                         if (awaitsApproval(job.toObject())) {
                                             pending.append(approval);
                                         }
                                     }
                                     return pending;
                                 });
}

rest::Future<void> JobDesk::decide(const QString &id, domain::Judgement verdict)
{
    const rest::Promise<void> promise;
    base::onAnswer(m_service.context(), m_service.decide(id, verdict), [promise](const base::Status &status) {
        promise.give(status ? status : base::Status(decisionError(status.error())));
    });
    return promise.future();
}

rest::Future<syncing::RemoteRun> JobDesk::read(const QString &id)
{
    return rest::then<syncing::RemoteRun>(m_service.context(), m_service.job(id), runOf);
}

} // namespace providers::theeye
