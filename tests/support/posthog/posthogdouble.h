// SPDX-License-Identifier: Apache-2.0
// PostHog's tasks, as servers of early 2026 were and as later ones are, with the oddities that are known of both. It
// keeps what it is told and runs nothing.
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace test {

enum class PosthogAge { Early, Later };

class PosthogDouble
{
public:
    static constexpr const char *token = "phx_good";

    explicit PosthogDouble(PosthogAge age = PosthogAge::Later);

    bool isLater() const { return m_age == PosthogAge::Later; }
    /// A task as this server shows it; the newest.
    QJsonObject addTask(const QString &id, const QString &title);
    /// A run of a task; the newest.
    QJsonObject addRun(const QString &task, const QString &id, const QString &status);
    /// Sets fields of a run.
    void setRun(const QString &task, const QString &id, const QJsonObject &fields);
    QJsonObject runOf(const QString &task, const QString &id) const;
    /// Below `tasks/` of the project.
    static QByteArray at(const QByteArray &rest) { return "/api/projects/7/tasks/" + rest; }
    /// Below `task_automations/` of the project.
    static QByteArray automationsAt(const QByteArray &rest) { return "/api/projects/7/task_automations/" + rest; }
    /// The log of a run, as it is kept; and at once into the streams that are open.
    void write(const QString &run, const QJsonObject &entry);
    /// One event into the streams that are open.
    void push(const QJsonObject &data, const QByteArray &type = {});

    FaultServer server;
    FaultServer storage; ///< Answers to signed addresses only, and to none with a credential.
    QStringList scopes{QStringLiteral("task:read"), QStringLiteral("task:write")};
    bool hasFlag = true; ///< The organisation has tasks.
    bool hasStorage = true;
    bool tellsLatestRun = true;
    bool hasSessionLogs = true;
    bool hasSandbox = true;
    bool usageIsUp = false;
    int shortestDefault = 100;        ///< Of a part of a list, where nobody asks for another length.
    QList<QJsonObject> tasks;         ///< Newest first; those that are hidden have `deleted`.
    QHash<QString, QJsonArray> runs;  ///< By task, newest first.
    QHash<QString, QJsonArray> logs;  ///< By run.
    QHash<QString, QByteArray> files; ///< By their place in the storage.
    QList<QJsonObject> automations;   ///< What later servers run by their own schedules.
    QList<QJsonObject> commands;
    QByteArray streamHead; ///< What a stream begins with.

private:
    using Handler = FaultServer::Handler;

    /// A route for a key with the scope, below `tasks/`.
    void serve(const QByteArray &method, const QByteArray &path, const QString &scope, const Handler &handler);
    Handler guarded(const QString &scope, const Handler &handler) const;
    void serveTasks();
    void serveTaskChanges();
    void serveRuns();
    void serveRunChanges();
    void serveLogs();
    void serveStream();
    void serveArtifacts();
    void serveCommands();
    void serveLaterOnes();
    void serveUploads();
    void serveAutomations();
    Told changedAutomation(QJsonObject &automation, const QJsonObject &body) const;
    QJsonArray addFile(const QStringList &run, const QJsonObject &file);
    Told part(const Asked &asked, const QList<QJsonObject> &all) const;
    QJsonObject shown(const QJsonObject &task) const;
    bool fits(const Asked &asked, const QJsonObject &task) const;
    qsizetype indexOf(const QString &task) const;
    Told changed(const QString &id, const QJsonObject &body);
    Told withRun(const Asked &asked, const std::function<Told(const QJsonObject &)> &serve) const;
    QJsonObject newRun(const QString &id, const QString &task, const QString &status) const;
    Told update(const Asked &asked, QJsonObject run);
    QString time();

    PosthogAge m_age;
    int m_made = 0;
    int m_events = 0;
};

/// An error in the envelope of PostHog.
Told posthogError(int status, const QString &type, const QString &code, const QString &detail,
                  const QString &attr = {});

} // namespace test
