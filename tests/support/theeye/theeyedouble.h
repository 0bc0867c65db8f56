// SPDX-License-Identifier: Apache-2.0
// TheEye's supervisor and, below /gw, its gateway: they keep what they are told, run nothing, and have the habits of
// the real ones, of which several are traps.
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace test {

class TheEyeDouble
{
public:
    static constexpr const char *integrationToken = "integration-token-0123456789";
    static constexpr const char *password = "right";

    TheEyeDouble();

    QUrl gatewayUrl() const;

    FaultServer server;
    FaultServer results;   ///< The third host, which answers with what came of a task.
    int slowness = 0;      ///< How often a job at work has its result asked for before it is over.
    int scripted = 200;    ///< The status that a script set itself; 200 leaves it to its state.
    QJsonObject tasks;     ///< By id, with their `secret`.
    QJsonObject workflows; ///< By id.
    QJsonArray jobs;       ///< Newest first, whole.
    QJsonObject schedules; ///< By id.
    QJsonObject webhooks;  ///< By id.
    QString userId = QStringLiteral("u1");
    QString rank = QStringLiteral("admin");
    bool isOtherOrganisation = false;              ///< The token counts elsewhere.
    bool knowsWorkflows = true;                    ///< Older ones don't.
    bool isDocumented = false;                     ///< As the documents have it: one task is a list of one.
    QString organisation = QStringLiteral("acme"); ///< That the token counts for.
    int logins = 0;
    QString token; ///< The one that is good now, beside the integration token.

    /// Of one task, in this state and life cycle, newest of all.
    QString addJob(const QString &task, const QString &lifecycle, const QString &state, const QJsonObject &more = {});
    QJsonObject job(const QString &id) const;
    void changeJob(const QString &id, const QJsonObject &changes);

private:
    using Handler = FaultServer::Handler;

    /// A route for those who are logged in.
    void serve(const QByteArray &method, const QByteArray &path, const Handler &handler);
    void serveTasks();
    void serveTaskChanges();
    void serveRecipes();
    void serveJobs();
    void serveJobChanges();
    void serveDecisions();
    void serveStarts();
    void serveKeys();
    void serveSchedules();
    void serveWorkflows();
    Told changeWorkflow(const Asked &asked);
    void removeSteps(const QJsonObject &graph, const QJsonObject &kept);
    void serveWebhooks();
    void serveGateway();
    void serveResults();
    Handler guarded(const Handler &handler) const;
    void forget();
    Told resultOf(const QString &job) const;
    Told listedJobs(const Asked &asked) const;
    Told keepTask(const QString &id, QJsonObject body, const QJsonObject &before);
    Told start(const QString &task, const QJsonObject &body, const QString &origin);
    Told decide(const Asked &asked, const QString &state);
    Told cancel(const Asked &asked, const QString &id);

    int m_made = 0;
};

} // namespace test
