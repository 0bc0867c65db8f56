// SPDX-License-Identifier: Apache-2.0
// What the engine knows of the automations: a copy kept up with the store, read without waiting.
#pragma once

#include "app/domain/automation.h"
#include "app/store/changes.h"

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

Q_SIGNALS:
    void loaded();
    void failed(const base::Error &error);
    void changed(const base::AutomationId &id);
    void removed(const base::AutomationId &id);

private:
    void onChanges(const store::Changes &changes);
    void read(const base::AutomationId &id);
    void put(const domain::Automation &automation);
    void drop(const base::AutomationId &id);

    store::Store &m_store;
    QHash<base::AutomationId, domain::Automation> m_automations;
    bool m_loaded = false;
};

} // namespace engine
