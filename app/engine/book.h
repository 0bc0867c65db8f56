// SPDX-License-Identifier: Apache-2.0
// What the engine knows of the automations, the maintenance windows and the pause of everything: a copy kept up with
// the store, read without waiting.
#pragma once

#include "app/domain/windows/standing.h"
#include "app/store/changes.h"
#include "app/store/pauses.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace store {
class Store;
}

namespace engine {

/// Lives on the engine thread.
class Book : public QObject
{
    Q_OBJECT

public:
    explicit Book(store::Store &store, QObject *parent = nullptr);

    /// Reads everything; loaded() follows.
    void load();
    const domain::Automation *find(const base::AutomationId &id) const;
    const QHash<base::AutomationId, domain::Automation> &all() const { return m_automations; }

    const store::AllPaused &allPaused() const { return m_allPaused; }
    const domain::WindowStanding &windows() const { return m_windows; }

Q_SIGNALS:
    void loaded();
    void failed(const base::Error &error);
    void changed(const base::AutomationId &id);
    void removed(const base::AutomationId &id);
    void allPausedChanged();
    void windowsChanged();

private:
    void onChanges(const store::Changes &changes);
    void read(const base::AutomationId &id);
    void readPauses();
    void readWindows();
    void finishLoading();
    void put(const domain::Automation &automation);
    void drop(const base::AutomationId &id);

    store::Store &m_store;
    QHash<base::AutomationId, domain::Automation> m_automations;
    store::AllPaused m_allPaused;
    domain::WindowStanding m_windows;
    bool m_loaded = false;
    bool m_stale = false; // something changed while it was being read for the first time
};

} // namespace engine
