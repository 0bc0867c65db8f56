// SPDX-License-Identifier: Apache-2.0
// Brahma Console's service under its prefix for vendors: it keeps what it is told and executes nothing.
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace test {

class BrahmaDouble
{
public:
    static constexpr const char *apiKey = "vendor-key-1";
    static constexpr qint64 chain = 42161;

    BrahmaDouble();

    /// With the prefix.
    QUrl url() const;

    FaultServer server;
    QJsonObject registrations; ///< By executor, in lower case.
    QJsonArray subscriptions;  ///< To whatever is registered.
    QJsonObject nonces;        ///< Decimal texts by account, in lower case; `"0"` of others.
    QJsonObject tasks;         ///< What the relayer tells, by id.
    QJsonObject kernelExecutors;
    QJsonArray kernelTasks;
    QJsonObject kernelStates; ///< What a workflow is at, by task.
    QJsonArray kernelLogs;

    bool nests = false;         ///< The id of a task comes one level deeper.
    QString refusal;            ///< What an execution answers beside 200; empty is none.
    bool refusesInside = false; ///< It stands next to the data, not beside them.
    qint64 expiry = 1'800'000'000;
    QJsonObject validated; ///< The last bodies that came.
    QJsonObject executed;
    QJsonObject submitted;

    /// The relayer says so from now on.
    void becomes(const QString &taskId, const QString &status, const QString &hash = {}, const QString &error = {});

private:
    void serve(const QByteArray &method, const QByteArray &path, const FaultServer::Handler &handler);
    void serveRegistrations();
    void serveSubscriptions();
    void serveTasks();
    void serveKernel();
    Told executing(const Asked &asked);

    int m_made = 0;
};

} // namespace test
