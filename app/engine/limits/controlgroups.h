// SPDX-License-Identifier: Apache-2.0
// Control groups (cgroup v2) for runs, where this process may make some: below its own group.
#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/domain/limits.h"
#include "app/engine/runnerwire.h"

#include <QStringList>

#include <optional>

namespace engine {

/// How often a run met its limits.
struct LimitEvents
{
    qint64 killedForMemory = 0;
    qint64 refusedTasks = 0;
};

/// The group of one run.
class RunGroup
{
public:
    RunGroup(QString path, wire::Fd folder) : m_path(std::move(path)), m_folder(std::move(folder)) {}

    /// A copy of the group's descriptor for the worker, or -1.
    int lend() const;
    LimitEvents events() const;
    /// Ends whoever is in it.
    void kill() const;
    /// False while somebody is in it.
    bool remove() const;

private:
    QString m_path;
    wire::Fd m_folder;
};

class ControlGroups
{
public:
    /// Where the groups of runs are made: this process's own group, which it leaves for one below it. Nothing where
    /// there is no cgroup v2 that it may write to, or others are in the group. Groups that a dead engine left there
    /// empty are removed.
    static std::optional<ControlGroups> find();
    /// The same in a folder of one's choice, below which groups are made.
    explicit ControlGroups(QString folder);

    /// Where the tree of all groups is mounted; empty without cgroup v2.
    static QString root();

    /// What its groups can limit: memory, cpu, pids.
    const QStringList &controllers() const { return m_controllers; }
    /// A group for a run, with those of its limits that there is a controller for.
    base::Result<RunGroup> make(const base::RunId &run, const domain::Limits &limits) const;

private:
    void removeStale() const;

    QString m_folder;
    QStringList m_controllers;
};

} // namespace engine
