// SPDX-License-Identifier: Apache-2.0
// Gathers the changes of a store for a moment, so that a burst of commits is read again once. Each model has its own.
#pragma once

#include "app/base/ids.h"
#include "app/store/changes.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace store {
class Store;
}

namespace models {

/// Which rows to read again.
struct Batch
{
    QList<base::AutomationId> automations; ///< Each once, in the order they were first named.
    QList<base::RunId> runs;               ///< Likewise.
    QSet<base::RunId> newRuns;             ///< Those of `runs` that were inserted.
    bool allAutomations = false;           ///< Many changed: read them all again.
    bool allRuns = false;

    bool isEmpty() const { return automations.isEmpty() && runs.isEmpty() && !allAutomations && !allRuns; }
};

/// Lives on the main thread.
class ChangeBatch : public QObject
{
    Q_OBJECT

public:
    explicit ChangeBatch(store::Store &store, QObject *parent = nullptr);

    /// Keeps what comes from now on for later: an answer is under way. resume() lets it out.
    void hold();
    void resume();

Q_SIGNALS:
    /// At most once in 50 ms. The receiver takes the batch; nothing is told twice.
    void ready(const models::Batch &batch);

private:
    void add(const store::Changes &changes);
    void addOne(const store::Change &change);
    void tell();

    Batch m_batch;
    QSet<base::AutomationId> m_seenAutomations;
    QSet<base::RunId> m_seenRuns;
    QTimer m_timer;
    bool m_held = false;
};

} // namespace models
