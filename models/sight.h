// SPDX-License-Identifier: Apache-2.0
// What whoever sits at the desk may not know of: automations whose list of people does not name them, with their runs.
// One for all models of a window.
#pragma once

#include "app/domain/rights/rights.h"
#include "app/store/changes.h"

#include "app/base/ids.h"

#include <QObject>
#include <QSet>

namespace store {
class Store;
}

namespace models {

/// Lives on the main thread.
class Sight : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive it. An admin sees everything, and costs nothing.
    Sight(store::Store &store, domain::Operator who, QObject *parent = nullptr);

    void setWho(const domain::Operator &who);
    const domain::Operator &who() const { return m_who; }
    /// While it is not known yet what is hidden from somebody new, nothing is shown.
    bool sees(const base::AutomationId &automation) const { return m_known && !m_hidden.contains(automation); }
    const QSet<base::AutomationId> &hidden() const { return m_hidden; }

Q_SIGNALS:
    void changed();

private:
    void onChanges(const store::Changes &changes);
    void read();

    store::Store &m_store;
    domain::Operator m_who;
    QSet<base::AutomationId> m_hidden;
    bool m_known = true;
    int m_generation = 0;
};

} // namespace models
