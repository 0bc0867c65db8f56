// SPDX-License-Identifier: Apache-2.0
// What the inspector says of one run: why, when, how long against what is usual, what it cost, who was ended.
#pragma once

#include "models/parts/changebatch.h"
#include "models/parts/facts.h"
#include "models/parts/usualtimes.h"

#include "app/store/store.h"

namespace models {

/// What is known beside a run.
struct RunSurroundings
{
    std::optional<UsualTime> usual;
    std::optional<qint64> attempts; ///< How many there may be in all.
};

/// The facts of a run; pure.
QList<Fact> runFacts(const domain::Run &run, const RunSurroundings &around, base::Instant now);

/// Lives on the main thread.
class RunDetail : public QObject
{
    Q_OBJECT

public:
    RunDetail(store::Store &store, const base::Clock &clock, QObject *parent = nullptr);

    /// Reads it and keeps it up to date; what an earlier question still brings is dropped.
    void setRun(const base::RunId &id);
    /// Empty until it is read.
    const std::optional<domain::Run> &run() const { return m_run; }

    QList<Fact> facts() const;
    std::optional<Banner> banner() const;

Q_SIGNALS:
    void changed();
    void failed(const base::Error &error);

private:
    void read();
    void readHistory();
    void readRules();
    QList<domain::Run> earlier() const;

    store::Store &m_store;
    const base::Clock &m_clock;
    ChangeBatch m_changes;
    base::RunId m_id;
    std::optional<domain::Run> m_run;
    QList<domain::Run> m_history; ///< The last runs of its automation, newest first.
    std::optional<qint64> m_attempts;
    int m_generation = 0;
};

} // namespace models
