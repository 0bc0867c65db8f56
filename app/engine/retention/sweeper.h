// SPDX-License-Identifier: Apache-2.0
// Removes what has been kept long enough, in the background and in small steps: runs too old or too many, then the
// oldest logs where all together take too much room.
#pragma once

#include "app/store/retention/retention.h"
#include "app/store/store.h"

#include <QObject>
#include <QTimer>

namespace engine {

/// Lives on the engine thread.
class Sweeper : public QObject
{
    Q_OBJECT

public:
    explicit Sweeper(store::Store &store, QObject *parent = nullptr);

    /// Sweeps in a minute, then every hour, and some seconds after what is kept was changed.
    void start();
    /// Sweeps now. One that is under way is left to end.
    void sweep();

Q_SIGNALS:
    /// It is over. After a failure it says what was done, and the next sweep goes on.
    void finished(const store::Swept &swept);

private:
    void onChanged(const store::Changes &changes);
    void removeLogs(const QList<base::RunId> &runs, const std::function<void()> &then);
    void removeRuns(const store::SweepPlace &from);
    void readTotal();
    void fitLogs(qint64 most);
    void giveUp(qint64 bytes, qint64 most);
    void end();
    void giveUpFor(const base::Error &error);
    /// Goes on with the value of an answer; an error ends the sweep.
    template <typename Value, typename Then> void follow(const QFuture<base::Result<Value>> &future, Then then);

    store::Store &m_store;
    QTimer m_timer;
    bool m_atWork = false;
    bool m_fitting = false; ///< The logs took too much room in this sweep.
};

} // namespace engine
