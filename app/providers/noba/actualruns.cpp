// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/actual.h"
#include "app/providers/noba/reading.h"
#include "app/providers/noba/workflows.h"
#include "app/sync/rest/apart.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

constexpr int mostListed = 500;
const QStringList runsPath{u"api"_s, u"runs"_s};
const QString atEnd = u"end"_s;

base::Result<syncing::LogPart> logOf(const QJsonObject &item)
{
    TRY(const syncing::RemoteRun run, runOf(item));
    if (!domain::isFinal(run.status)) {
        return syncing::LogPart{}; // nothing is told before the end
    }
    return syncing::LogPart{.bytes = item.value("output"_L1).toString().toUtf8(), .next = atEnd, .complete = true};
}

} // namespace

syncing::Answer<QJsonArray> Actual::stepRuns(const QString &workflow)
{
    rest::Call call = rest::plainCall(runsPath);
    call.ask(u"trigger_prefix"_s, u"workflow:%1:"_s.arg(workflow));
    call.ask(u"limit"_s, QString::number(mostListed));
    return rest::thenApart<QJsonArray>(this, m_client.ask(call), rest::arrayOf);
}

syncing::Answer<syncing::RemoteRun> Actual::execution(const QString &workflow, const QString &id)
{
    return rest::chain<syncing::RemoteRun>(this, stepRuns(workflow), [this, id](const QJsonArray &items) {
        return rest::then<syncing::RemoteRun>(
            this, gates(items), [this, id, items](const QSet<QString> &gated) -> base::Result<syncing::RemoteRun> {
                const Executions all = executionsIn(items, false, m_client.remote().clock.now(), gated);
                for (const syncing::RemoteRun &run : all.runs) {
                    if (run.remoteId == id) {
                        return run;
                    }
                }
                return base::notFound(u"%1 at NOBA"_s.arg(id));
            });
    });
}

syncing::Answer<QSet<QString>> Actual::gates(const QJsonArray &runs)
{
    const bool hasGraphs = std::any_of(runs.begin(), runs.end(), [](const QJsonValue &run) {
        const std::optional<StepMark> mark = stepMarkOf(run["trigger"_L1].toString());
        return mark && !mark->node.isEmpty();
    });
    if (!hasGraphs) {
        return rest::settled<QSet<QString>>(QSet<QString>());
    }
    return rest::then<QSet<QString>>(this, approvals(), [](const QList<syncing::RemoteApproval> &pending) {
        QSet<QString> gated;
        for (const syncing::RemoteApproval &approval : pending) {
            gated.insert(approval.automationRemoteId);
        }
        return base::Result<QSet<QString>>(gated);
    });
}

syncing::Answer<syncing::RemoteRun> Actual::run(const syncing::RunWish &wish)
{
    if (!wish.body.isUndefined()) {
        return rest::settled<syncing::RemoteRun>(
            base::Error{.code = base::ErrorCode::Unsupported,
                        .detail = u"a run at NOBA takes variables, and no document beside them"_s});
    }
    // Executions of a workflow have no id of their own: the new one is the one that was not there before.
    return rest::chain<syncing::RemoteRun>(this, stepRuns(wish.remoteId), [this, wish](const QJsonArray &items) {
        QSet<QString> before;
        for (const syncing::RemoteRun &run : executionsIn(items, false, m_client.remote().clock.now()).runs) {
            before.insert(run.remoteId);
        }
        QJsonObject body;
        if (!wish.arguments.isEmpty()) {
            body.insert("variables"_L1, domain::toJson(wish.arguments));
        }
        const auto sent =
            object(rest::jsonCall("POST", {u"api"_s, u"automations"_s, wish.remoteId, u"run"_s}, QJsonDocument(body)));
        return rest::chain<syncing::RemoteRun>(
            this, sent, [this, wish, before](const QJsonObject &answer) { return begun(wish, answer, before); });
    });
}

syncing::Answer<syncing::RemoteRun> Actual::begun(const syncing::RunWish &wish, const QJsonObject &answer,
                                                  const QSet<QString> &before)
{
    const QString id = idText(answer.value("run_id"_L1));
    if (!id.isEmpty()) {
        syncing::RemoteRun run;
        run.remoteId = id;
        run.automationRemoteId = wish.remoteId;
        run.theirStatus = domain::statusWord(run.status);
        return rest::settled<syncing::RemoteRun>(run);
    }
    if (!answer.value("workflow"_L1).toBool()) {
        return rest::settled<syncing::RemoteRun>(
            base::Error{.code = base::ErrorCode::Corrupt, .detail = u"NOBA did not tell the id of the run"_s});
    }
    return rest::chain<syncing::RemoteRun>(this, stepRuns(wish.remoteId), [this, before](const QJsonArray &items) {
        for (const syncing::RemoteRun &run : executionsIn(items, false, m_client.remote().clock.now()).runs) {
            if (!before.contains(run.remoteId)) {
                return rest::settled<syncing::RemoteRun>(run);
            }
        }
        return rest::settled<syncing::RemoteRun>(
            base::Error{.code = base::ErrorCode::Timeout,
                        .detail = u"NOBA has taken the workflow, but none of its steps has begun yet"_s});
    });
}

syncing::Answer<void> Actual::cancel(const QString &runRemoteId)
{
    if (const QString workflow = workflowOf(runRemoteId); !workflow.isEmpty()) {
        return cancelSteps(workflow, runRemoteId);
    }
    const rest::Promise<void> promise;
    const auto sent = m_client.ask(rest::plainCall(runsPath + QStringList{runRemoteId, u"cancel"_s}, "POST"));
    base::onAnswer(this, sent, [promise](const base::Result<rest::Reply> &reply) {
        const bool isOver =
            !reply && reply.error().code == base::ErrorCode::NotFound && reply.error().detail.contains(u"not active"_s);
        promise.give(reply    ? base::Status()
                     : isOver ? base::Status(base::conflict(u"the run is over already"_s))
                              : base::Status(reply.error()));
    });
    return promise.future();
}

/// A step that does not end well ends the row.
syncing::Answer<void> Actual::cancelSteps(const QString &workflow, const QString &id)
{
    return rest::chain<void>(this, stepRuns(workflow), [this, id](const QJsonArray &items) {
        const QStringList steps = executionsIn(items, false, m_client.remote().clock.now()).steps.value(id);
        for (const QJsonValue each : items) {
            const QString step = idText(each["id"_L1]);
            if (steps.contains(step) && each["status"_L1].toString() == "running"_L1) {
                return cancel(step);
            }
        }
        return rest::settled<void>(base::conflict(u"none of its steps is at work"_s));
    });
}

syncing::Answer<syncing::Page<syncing::RemoteRun>> Actual::runs(const syncing::RunFilter &filter)
{
    const int limit = qBound(1, filter.atMost, mostListed);
    rest::Call call = rest::plainCall(runsPath);
    call.ask(u"limit"_s, QString::number(limit));
    if (!filter.automationRemoteId.isEmpty()) {
        call.ask(u"automation_id"_s, filter.automationRemoteId);
    }
    using Page = syncing::Page<syncing::RemoteRun>;
    const auto listed = rest::thenApart<QJsonArray>(this, m_client.ask(call), rest::arrayOf);
    return rest::chain<Page>(this, listed, [this, limit](const QJsonArray &items) {
        const base::Instant now = m_client.remote().clock.now();
        return rest::thenApart<Page>(this, gates(items),
                                     [limit, items, now](const QSet<QString> &gated) -> base::Result<Page> {
                                         Page page;
                                         for (const QJsonValue each : items) {
                                             TRY(const syncing::RemoteRun run, runOf(each.toObject()));
                                             page.items.append(run);
                                         }
                                         const bool isCutOff = items.size() >= limit;
                                         page.items += executionsIn(items, isCutOff, now, gated).runs;
                                         return page;
                                     });
    });
}

syncing::Answer<syncing::RemoteRun> Actual::readRun(const QString &runRemoteId)
{
    if (const QString workflow = workflowOf(runRemoteId); !workflow.isEmpty()) {
        return execution(workflow, runRemoteId);
    }
    return rest::then<syncing::RemoteRun>(this, object(rest::plainCall(runsPath + QStringList{runRemoteId})), runOf);
}

syncing::Answer<syncing::LogPart> Actual::log(const QString &runRemoteId, const QString &from)
{
    if (from == atEnd) {
        return rest::settled<syncing::LogPart>(syncing::LogPart{.bytes = {}, .next = atEnd, .complete = true});
    }
    if (!workflowOf(runRemoteId).isEmpty()) {
        return rest::settled<syncing::LogPart>(base::Error{
            .code = base::ErrorCode::Unsupported, .detail = u"NOBA keeps a log of each step, none of the whole"_s});
    }
    return rest::then<syncing::LogPart>(this, object(rest::plainCall(runsPath + QStringList{runRemoteId})), logOf);
}

} // namespace providers::noba
