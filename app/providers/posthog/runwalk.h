// SPDX-License-Identifier: Apache-2.0
// The runs of all tasks, newest first. PostHog lists those of one task only, but tells the latest of each with it:
// lists are asked for where that is another one than before, or where they were never read to their end.
#pragma once

#include "app/providers/posthog/service.h"
#include "app/sync/rest/pages.h"

namespace providers::posthog {

/// Lives no longer than its service.
class RunWalk
{
public:
    using Runs = syncing::Page<syncing::RemoteRun>;

    explicit RunWalk(Service &service) : m_service(service) {}

    syncing::Answer<Runs> page(const syncing::RunFilter &filter);

private:
    syncing::Answer<Runs> begin(int atMost);
    syncing::Answer<Runs> goOn(const QJsonObject &cursors, int atMost);
    syncing::Answer<Runs> ofTask(const QString &task, const QString &cursor, int atMost);
    base::Result<Runs> read(const QString &task, const QString &cursor, const Part &part);
    void remember(const QString &task, const QString &cursor, const QStringList &ids, bool isEnd);
    /// Those that were not given in this walk.
    QList<syncing::RemoteRun> fresh(QList<syncing::RemoteRun> runs);

    Service &m_service;
    QHash<QString, rest::PageWatch> m_watches; // by task
    QHash<QString, QString> m_latest;          // by task: up to which run its list is known
    QHash<QString, QString> m_first;           // by task: the first of the list that is being read
    QSet<QString> m_given;                     // in this walk
};

} // namespace providers::posthog
