// SPDX-License-Identifier: Apache-2.0
// The service's interface, call by call. Paths stand below the address of the connection, prefix included. Answers are
// the documents that came, out of what is put around them.
#pragma once

#include "app/providers/brahma/settings.h"
#include "app/sync/provider.h"
#include "app/sync/rest/restclient.h"

#include <QJsonArray>

namespace providers::brahma {

/// Lives on the thread that made it. Destroyed, it answers what is under way with Cancelled.
class Service
{
public:
    template <typename T> using Answer = rest::Future<T>;

    Service(const syncing::AccountContext &context, qint64 chain, const rest::Habits &habits);
    Q_DISABLE_COPY_MOVE(Service)

    const base::Clock &clock() const { return m_clock; }
    /// What lives as long as the service and can be asked to take answers.
    QObject *context() { return &m_client; }

    /// NotFound where it is not registered.
    Answer<QJsonObject> registration(const QString &executor);
    Answer<QJsonObject> registerExecutor(const QJsonObject &body);
    Answer<QJsonArray> subscriptions(const QString &registryId);
    Answer<QJsonArray> subscriptionsOfConsole(const QString &account);
    Answer<QJsonArray> subscriptionsOfOwner(const QString &owner, const QString &registryId);
    /// Decimal; it grows when an execution has landed.
    Answer<QString> nonce(const QString &executor, const QString &account);

    Answer<QJsonObject> validate(const QJsonObject &body);
    /// The id of the task.
    Answer<QString> execute(const QJsonObject &body);
    Answer<QJsonObject> status(const QString &taskId);

    Answer<QJsonObject> kernelRegistration(const QString &registryId);
    Answer<void> registerAtKernel(const QJsonObject &body);
    Answer<void> submitToKernel(const QJsonObject &body);
    Answer<QJsonObject> kernelTasks(const QString &registryId, qint64 cursor, qint64 limit);
    Answer<QJsonObject> kernelStatus(const QString &taskId);
    Answer<QJsonArray> kernelLogs(const QString &id);

private:
    Answer<QJsonObject> object(const rest::Call &call);
    Answer<QJsonArray> array(const rest::Call &call);
    QString chain() const { return QString::number(m_chain); }

    const base::Clock &m_clock;
    const qint64 m_chain;
    const base::Millis m_patience; // for an execution
    rest::RestClient m_client;
};

} // namespace providers::brahma
