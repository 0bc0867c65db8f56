// SPDX-License-Identifier: Apache-2.0
// Whether everything is paused, kept up with the store.
#pragma once

#include "app/store/store.h"

#include <QObject>

namespace models {

/// Lives on the main thread.
class PauseState : public QObject
{
    Q_OBJECT

public:
    /// Reads at once. `store` must outlive it.
    explicit PauseState(store::Store &store, QObject *parent = nullptr);

    /// Empty until it was read once.
    const std::optional<store::AllPaused> &state() const { return m_state; }
    bool isPaused() const { return m_state && m_state->state == store::Pausing::On; }

Q_SIGNALS:
    void changed();

private:
    void read();

    store::Store &m_store;
    std::optional<store::AllPaused> m_state;
};

} // namespace models
