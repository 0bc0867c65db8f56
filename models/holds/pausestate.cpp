// SPDX-License-Identifier: Apache-2.0
#include "models/holds/pausestate.h"

#include "app/base/answer.h"

#include <algorithm>

namespace models {

PauseState::PauseState(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(
        &store, &store::Store::changed, this,
        [this](const store::Changes &changes) {
            if (std::any_of(changes.cbegin(), changes.cend(),
                            [](const store::Change &change) { return change.table == store::Table::Pauses; })) {
                read();
            }
        },
        Qt::QueuedConnection);
    read();
}

void PauseState::read()
{
    base::onAnswer(this, m_store.pauses().allPaused(), [this](const base::Result<store::AllPaused> &state) {
        if (state && m_state != *state) {
            m_state = *state;
            Q_EMIT changed();
        }
    });
}

} // namespace models
