// SPDX-License-Identifier: Apache-2.0
// Reads from the store what the table of automations needs, the whole of it first and then what changed. One reading is
// under way at a time; changes meanwhile wait for the next.
#pragma once

#include "models/parts/automationnews.h"
#include "models/parts/changebatch.h"

namespace models {

/// Lives on the main thread.
class AutomationReader : public QObject
{
    Q_OBJECT

public:
    explicit AutomationReader(store::Store &store, QObject *parent = nullptr);

    /// Reads everything (again).
    void readAll();

Q_SIGNALS:
    /// Of everything, rows and histories come one after the other.
    void read(const models::AutomationNews &news);
    /// Not all was read; what was shown stays. readAll() tries again.
    void failed(const base::Error &error);

private:
    void readBatch(const Batch &batch);
    void readAutomations();
    void readEverything();
    void takeHistories(const base::Result<store::Histories> &answer);
    void readOne(const base::AutomationId &id);
    void takeOne(const base::AutomationId &id, const base::Result<domain::Automation> &answer);
    void readRuns();
    void readHistories();
    void deliver();
    void fail(const base::Error &error);

    store::Store &m_store;
    ChangeBatch m_changes;
    Batch m_batch;
    AutomationNews m_news;
    qsizetype m_openAnswers = 0;
    qsizetype m_known = 0; ///< How many there were when all were read last.
    std::optional<base::Error> m_error;
    bool m_busy = false;
    bool m_again = false; ///< readAll() was asked for while reading.
    bool m_stale = false; ///< A reading failed: the next one reads everything.
};

} // namespace models
