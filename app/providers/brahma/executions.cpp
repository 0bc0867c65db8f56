// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/executions.h"

using namespace Qt::StringLiterals;

namespace providers::brahma {

rest::Future<Execution> Executions::executionOf(const Wish &wish)
{
    if (!m_notary) {
        return rest::settled<Execution>(m_notary.error());
    }
    const QString executor = m_notary->executor();
    return rest::then<Execution>(
        m_service.context(), m_service.nonce(executor, wish.account), [wish, executor](const QString &nonce) {
            return base::Result<Execution>(Execution{
                .executable = wish.executable, .account = wish.account, .executor = executor, .nonce = nonce});
        });
}

rest::Future<QJsonObject> Executions::taskOf(const Wish &wish)
{
    return rest::then<QJsonObject>(
        m_service.context(), executionOf(wish), [this, wish](const Execution &execution) -> base::Result<QJsonObject> {
            TRY(const QString signature,
                m_notary->signatureOf(executionData(execution, m_settings.plugin), wish.signature));
            return taskBody(execution, signature);
        });
}

rest::Future<QJsonObject> Executions::toSign(const Wish &wish)
{
    return rest::then<QJsonObject>(
        m_service.context(), executionOf(wish), [this](const Execution &execution) -> base::Result<QJsonObject> {
            TRY(QJsonObject shown, m_notary->toSign(executionData(execution, m_settings.plugin)));
            shown.insert("nonce"_L1, execution.nonce);
            return shown;
        });
}

rest::Future<QJsonObject> Executions::validate(const Wish &wish)
{
    const auto answer = rest::chain<QJsonObject>(m_service.context(), taskOf(wish), [this](const QJsonObject &task) {
        return m_service.validate(executionBody(task, {}));
    });
    return rest::then<QJsonObject>(m_service.context(), answer, [this](const QJsonObject &object) {
        return validationOf(object, m_service.clock().now());
    });
}

rest::Future<syncing::RemoteRun> Executions::run(const Wish &wish, const QString &registryId)
{
    const QString flying = m_flying.value(wish.account);
    if (flying.isEmpty()) {
        return send(wish, registryId);
    }
    const rest::Promise<syncing::RemoteRun> promise;
    base::onAnswer(m_service.context(), ask(flying), [=, this](const base::Result<syncing::RemoteRun> &before) {
        if (before ? !domain::isFinal(before->status) : before.error().code != base::ErrorCode::NotFound) {
            promise.give(before ? base::conflict(u"task %1 of this account is still %2: a second one would be signed "
                                                 "for the same nonce"_s.arg(flying, before->theirStatus))
                                : before.error());
            return;
        }
        m_flying.remove(wish.account);
        base::onAnswer(m_service.context(), send(wish, registryId),
                       [promise](const base::Result<syncing::RemoteRun> &run) { promise.give(run); });
    });
    return promise.future();
}

rest::Future<syncing::RemoteRun> Executions::send(const Wish &wish, const QString &registryId)
{
    return rest::chain<syncing::RemoteRun>(
        m_service.context(), taskOf(wish), [this, wish, registryId](const QJsonObject &task) {
            if (!wish.kernelTask.isEmpty()) {
                return rest::then<syncing::RemoteRun>(
                    m_service.context(), m_service.submitToKernel(kernelBody(task, wish.kernelTask, registryId)),
                    [this, wish] {
                        return base::Result<syncing::RemoteRun>(begun(wish, kernelMark + wish.kernelTask));
                    });
            }
            const QString webhook = wish.webhook.isEmpty() ? m_settings.webhook : wish.webhook;
            return rest::then<syncing::RemoteRun>(
                m_service.context(), m_service.execute(executionBody(task, webhook)),
                [this, wish](const QString &id) { return base::Result<syncing::RemoteRun>(begun(wish, id)); });
        });
}

syncing::RemoteRun Executions::begun(const Wish &wish, const QString &runId)
{
    m_flying.insert(wish.account, runId);
    syncing::RemoteRun run;
    run.remoteId = runId;
    run.status = domain::RunStatus::Queued;
    run.theirStatus = u"pending"_s;
    run.hasLog = false;
    return run;
}

rest::Future<syncing::RemoteRun> Executions::look(const QString &runId)
{
    const auto seen = m_seen.constFind(runId);
    const bool isFresh = seen != m_seen.constEnd() && m_service.clock().monotonic() - seen->at < m_settings.statusPause;
    return isFresh ? rest::settled<syncing::RemoteRun>(seen->run) : ask(runId);
}

rest::Future<syncing::RemoteRun> Executions::ask(const QString &runId)
{
    const bool isKernel = runId.startsWith(kernelMark);
    const QString task = isKernel ? runId.sliced(kernelMark.size()) : runId;
    const auto answer = isKernel ? m_service.kernelStatus(task) : m_service.status(task);
    return rest::then<syncing::RemoteRun>(
        m_service.context(), answer,
        [this, task, isKernel](const QJsonObject &status) -> base::Result<syncing::RemoteRun> {
            TRY(const syncing::RemoteRun run, isKernel ? kernelRunOf(task, status) : runOf(task, status));
            note(run);
            return run;
        });
}

void Executions::note(const syncing::RemoteRun &run)
{
    if (!domain::isFinal(run.status)) {
        m_seen.insert(run.remoteId, {m_service.clock().monotonic(), run});
        return;
    }
    m_seen.remove(run.remoteId);
    m_flying.removeIf([&run](const auto &flying) { return flying.value() == run.remoteId; });
}

} // namespace providers::brahma
