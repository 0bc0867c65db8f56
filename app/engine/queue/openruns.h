// SPDX-License-Identifier: Apache-2.0
// Runs that are open, from being started until their end is recorded, and what they take up: their turn in their
// automation, a place on the machine while they work.
#pragma once

#include "app/base/ids.h"

#include <QHash>
#include <QList>

namespace engine {

class OpenRuns
{
public:
    bool contains(const base::RunId &id) const { return m_runs.contains(id); }
    /// It is being started.
    void put(const base::RunId &id, const base::AutomationId &automation);
    /// It has started, and can be ended.
    void started(const base::RunId &id);
    /// Its work is over: its place on the machine is free, its turn is not. False where it is not open.
    bool rest(const base::RunId &id);
    /// False where it was not open.
    bool remove(const base::RunId &id);

    /// Being started or at work.
    int working() const { return m_working; }
    int starting() const { return m_starting; }
    int of(const base::AutomationId &automation) const { return m_here.value(automation); }
    /// Those at work.
    QList<base::RunId> workingOf(const base::AutomationId &automation) const;

private:
    enum class Stage { Starting, Working, Resting };
    struct Open
    {
        base::AutomationId automation;
        Stage stage = Stage::Starting;
    };

    QHash<base::RunId, Open> m_runs;
    QHash<base::AutomationId, int> m_here;
    int m_working = 0;
    int m_starting = 0;
};

} // namespace engine
