// SPDX-License-Identifier: Apache-2.0
#include "models/sight.h"

#include "app/base/answer.h"
#include "app/store/store.h"

#include <algorithm>

namespace models {

Sight::Sight(store::Store &store, domain::Operator who, QObject *parent)
    : QObject(parent), m_store(store), m_who(std::move(who))
{
    connect(&m_store, &store::Store::changed, this, &Sight::onChanges, Qt::QueuedConnection);
}

void Sight::setWho(const domain::Operator &who)
{
    if (who == m_who) {
        return;
    }
    m_who = who;
    ++m_generation;
    m_known = who.role == domain::Role::Admin;
    m_hidden.clear();
    Q_EMIT changed();
    read();
}

void Sight::onChanges(const store::Changes &changes)
{
    const bool ours = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        return change.table == store::Table::Automations;
    });
    if (ours) {
        read();
    }
}

void Sight::read()
{
    if (m_who.role == domain::Role::Admin) {
        return;
    }
    using Hidden = base::Result<QSet<base::AutomationId>>;
    base::onAnswer(this, m_store.automations().hiddenFrom(m_who),
                   [this, generation = m_generation](const Hidden &hidden) {
                       const bool same = hidden && m_known && *hidden == m_hidden;
                       if (generation != m_generation || !hidden || same) {
                           return;
                       }
                       m_hidden = *hidden;
                       m_known = true;
                       Q_EMIT changed();
                   });
}

} // namespace models
