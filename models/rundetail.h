// SPDX-License-Identifier: Apache-2.0
// What the inspector says of one run: why, when, how long against what is usual, what it cost, who was ended.
#pragma once

#include "models/connections/connectionbook.h"
#include "models/parts/changebatch.h"
#include "models/parts/facts.h"
#include "models/parts/usualtimes.h"

#include "app/store/store.h"

namespace models {

/// What is known beside a run.
struct RunSurroundings
{
    std::optional<UsualTime> usual;
    std::optional<qint64> attempts = {}; ///< How many there may be in all.
    QString runAs = {};                  ///< The command put in front of it.
    QString savedBy = {};                ///< Whose version it ran.
    QString home = {};                   ///< The name of the connection where it runs; empty is this machine.
    QString homeLog = {};                ///< How its log can be had from there, in words.
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
    /// The run that it is a step of, follows or does again; empty where there is none, or none any more.
    const std::optional<domain::Run> &parentRun() const { return m_parent; }

    QList<Fact> facts() const;
    std::optional<Banner> banner() const;

Q_SIGNALS:
    void changed();
    void failed(const base::Error &error);

private:
    void read();
    void readHistory();
    void readRules();
    void readParent();
    void startOrStopTick();
    QList<domain::Run> earlier() const;

    store::Store &m_store;
    const base::Clock &m_clock;
    ConnectionBook m_homes;
    ChangeBatch m_changes;
    base::RunId m_id;
    std::optional<domain::Run> m_run;
    QList<domain::Run> m_history; ///< The last runs of its automation, newest first.
    bool m_rulesKnown = false;
    RunSurroundings m_around; ///< Without the usual time, which other runs change.
    std::optional<domain::Run> m_parent;
    QTimer m_tick; ///< While something of it counts.
    int m_generation = 0;
};

} // namespace models
