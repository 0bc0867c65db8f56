// SPDX-License-Identifier: Apache-2.0
// Runs that are open, from being started until their end is recorded, the time between two attempts included, and what
// they take up: their turn in their automation, its locks, a place on the machine while they work.
#pragma once

#include "app/domain/automation.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace engine {

class OpenRuns
{
public:
    bool contains(const base::RunId &id) const { return m_runs.contains(id); }
    /// Runs of these kinds take no place on the machine.
    void setPlaceless(const QSet<QString> &types) { m_placeless = types; }
    /// What runs elsewhere takes none here.
    bool takesPlace(const domain::Automation &automation) const
    {
        return automation.connectionId.isEmpty() && !m_placeless.contains(automation.type);
    }
    /// It is being started.
    void put(const domain::Run &run, const domain::Automation &automation);
    /// It has started, and can be ended.
    void started(const base::RunId &id);
    /// Its work is over: its place on the machine is free, its turn is not. False where it is not open.
    bool rest(const base::RunId &id);
    /// False where it was not open.
    bool remove(const base::RunId &id);
    /// It is held until its next attempt. Where it is open already it keeps the locks it has.
    void putBetween(const domain::Run &run, const domain::Automation &automation);
    bool isBetween(const base::RunId &id) const;
    /// It was handed over to a remote system, or is being.
    bool isElsewhere(const base::RunId &id) const;
    QList<base::RunId> elsewhere() const;
    /// True the first time: its end is to be asked for once.
    bool askEnd(const base::RunId &id);
    /// Those between two attempts are not open any more.
    void removeBetween();

    /// Being started or at work.
    int working() const { return m_working; }
    int starting() const { return m_starting; }
    int of(const base::AutomationId &automation) const { return m_here.value(automation); }
    /// Who keeps the run from the lock. None where it is free, or a workflow that the run is a step of has it
    /// and lends it to no other step.
    std::optional<base::RunId> holder(const QString &lock, const domain::Run &run) const;
    /// Those at work.
    QList<base::RunId> workingOf(const base::AutomationId &automation) const
    {
        return those(automation, Stage::Working);
    }
    QList<base::RunId> betweenOf(const base::AutomationId &automation) const
    {
        return those(automation, Stage::Between);
    }

private:
    enum class Stage { Starting, Working, Resting, Between };
    struct Open
    {
        base::AutomationId automation;
        QStringList locks;
        Stage stage = Stage::Starting;
        base::RunId workflow; ///< Whose step it is; empty for others.
        bool takesPlace = true;
        bool elsewhere = false;
        bool endAsked = false;
    };

    Open openOf(const domain::Run &run, const domain::Automation &automation, Stage stage) const;
    /// Whether it is this workflow, or one that this is a step of.
    bool isAbove(const base::RunId &id, base::RunId workflow) const;
    void insert(const base::RunId &id, const Open &open);
    QList<base::RunId> those(const base::AutomationId &automation, Stage stage) const;

    QHash<base::RunId, Open> m_runs;
    QHash<base::AutomationId, int> m_here;
    QHash<QString, QList<base::RunId>> m_locks; // a workflow lends its own to one step at a time: the last one has it
    QSet<QString> m_placeless;
    int m_working = 0;
    int m_starting = 0;
};

} // namespace engine
