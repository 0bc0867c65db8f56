// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/runwalk.h"

#include "app/sync/rest/together.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr qsizetype listsAtOnce = 25;

/// Where each task's list of runs goes on, in one text.
QString cursorOf(const QJsonObject &cursors)
{
    return cursors.isEmpty() ? QString()
                             : QString::fromLatin1(QJsonDocument(cursors).toJson(QJsonDocument::Compact).toBase64());
}

base::Result<QJsonObject> cursorsIn(const QString &cursor)
{
    const QJsonObject cursors = QJsonDocument::fromJson(QByteArray::fromBase64(cursor.toLatin1())).object();
    if (cursors.isEmpty()) {
        return base::invalid(u"cursor"_s, u"the cursor is none that was given out"_s);
    }
    return cursors;
}

QString idOf(const QJsonObject &item)
{
    return item.value("id"_L1).toString();
}

/// Newest first.
QList<syncing::RemoteRun> sorted(QList<syncing::RemoteRun> runs)
{
    std::stable_sort(runs.begin(), runs.end(), [](const syncing::RemoteRun &a, const syncing::RemoteRun &b) {
        return a.queuedAt.value_or(base::Instant()) > b.queuedAt.value_or(base::Instant());
    });
    return runs;
}

} // namespace

syncing::Answer<RunWalk::Runs> RunWalk::page(const syncing::RunFilter &filter)
{
    if (!filter.automationRemoteId.isEmpty()) {
        return ofTask(filter.automationRemoteId, filter.cursor, filter.atMost);
    }
    if (filter.cursor.isEmpty()) {
        return begin(filter.atMost);
    }
    const base::Result<QJsonObject> cursors = cursorsIn(filter.cursor);
    return cursors ? goOn(*cursors, filter.atMost) : rest::settled<Runs>(cursors.error());
}

syncing::Answer<RunWalk::Runs> RunWalk::begin(int atMost)
{
    m_given.clear();
    return rest::chain<Runs>(
        &m_service.client(), m_service.allTasks(), [this, atMost](const QList<QJsonObject> &tasks) {
            QList<syncing::RemoteRun> latest;
            QJsonObject cursors;
            for (const QJsonObject &task : tasks) {
                const QJsonObject run = task.value("latest_run"_L1).toObject();
                const QString id = idOf(task);
                if (const auto read = runOf(run, id, m_service.clock().now()); read) {
                    latest.append(*read);
                }
                const bool mayHaveMore = !run.isEmpty() || !task.contains("latest_run"_L1);
                if (mayHaveMore && (idOf(run).isEmpty() || m_latest.value(id) != idOf(run))) {
                    cursors.insert(id, QString());
                }
            }
            return rest::then<Runs>(&m_service.client(), goOn(cursors, atMost), [this, latest](const Runs &parts) {
                return base::Result<Runs>(Runs{sorted(parts.items + fresh(latest)), parts.next});
            });
        });
}

syncing::Answer<RunWalk::Runs> RunWalk::goOn(const QJsonObject &cursors, int atMost)
{
    QList<rest::Future<Runs>> each;
    QStringList tasks = cursors.keys();
    QJsonObject left = cursors;
    tasks = tasks.first(std::min(listsAtOnce, tasks.size()));
    for (const QString &task : tasks) {
        each.append(ofTask(task, left.take(task).toString(), atMost));
    }
    const rest::Promise<Runs> promise;
    base::onAnswer(&m_service.client(), rest::together(&m_service.client(), each),
                   [this, promise, left](const base::Result<QList<Runs>> &parts) {
                       if (!parts) {
                           promise.give(parts.error());
                           return;
                       }
                       QList<syncing::RemoteRun> runs;
                       QJsonObject next = left;
                       for (const Runs &part : *parts) {
                           runs += part.items;
                           if (!part.next.isEmpty()) {
                               next.insert(part.items.first().automationRemoteId, part.next);
                           }
                       }
                       promise.give(Runs{sorted(fresh(runs)), cursorOf(next)});
                   });
    return promise.future();
}

syncing::Answer<RunWalk::Runs> RunWalk::ofTask(const QString &task, const QString &cursor, int atMost)
{
    return rest::then<Runs>(&m_service.client(), m_service.runs(task, cursor, atMost),
                            [this, task, cursor](const Part &part) { return read(task, cursor, part); });
}

base::Result<RunWalk::Runs> RunWalk::read(const QString &task, const QString &cursor, const Part &part)
{
    Runs runs;
    QStringList ids;
    for (const QJsonObject &item : part.items) {
        TRY(const syncing::RemoteRun run, runOf(item, task, m_service.clock().now()));
        runs.items.append(run);
        ids.append(idOf(item));
    }
    CHECK(m_watches[task].take(cursor, ids, part.next));
    runs.next = ids.isEmpty() ? QString() : part.next;
    remember(task, cursor, ids, runs.next.isEmpty());
    return runs;
}

void RunWalk::remember(const QString &task, const QString &cursor, const QStringList &ids, bool isEnd)
{
    if (cursor.isEmpty()) {
        m_first.insert(task, ids.value(0));
    }
    const QString known = m_latest.value(task);
    if (isEnd || (!known.isEmpty() && ids.contains(known))) {
        m_latest.insert(task, m_first.value(task));
    }
}

QList<syncing::RemoteRun> RunWalk::fresh(QList<syncing::RemoteRun> runs)
{
    runs.removeIf([this](const syncing::RemoteRun &run) {
        const bool isKnown = m_given.contains(run.remoteId);
        m_given.insert(run.remoteId);
        return isKnown;
    });
    return runs;
}

} // namespace providers::posthog
