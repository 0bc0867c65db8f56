// SPDX-License-Identifier: Apache-2.0
// The logs of remote runs that somebody wants to see: each is fetched as the system gives it, as it comes, by asking
// again, or once the run is over. They go on beside everything else that is done for a connection.
#pragma once

#include "app/store/mirrors/mirrors.h"
#include "app/sync/sleeper.h"
#include "app/sync/step.h"

#include <QHash>

#include <map>

namespace syncing {

/// One log. It finishes where it is complete, and where it can't be had now: whoever looks next begins again where it
/// ended.
class LogFollower final : public Step
{
    Q_OBJECT

public:
    LogFollower(Session &session, store::WantedLog wanted, std::unique_ptr<Sleeper> sleeper);
    void start() override { ask(); }
    /// Whether all of it is here.
    bool isComplete() const { return m_complete; }

private:
    void ask();
    void take(const base::Result<LogPart> &part);
    void save(const LogPart &part);

    store::WantedLog m_wanted;
    std::unique_ptr<Sleeper> m_sleeper;
    bool m_complete = false;
};

/// Lives on the engine thread.
class LogFollowers : public QObject
{
    Q_OBJECT

public:
    LogFollowers(Session &session, MakeSleeper makeSleeper);
    ~LogFollowers() override;

    /// Begins to follow what is wanted and can be had.
    void look();
    /// Ends all.
    void stop();

private:
    void follow(const store::WantedLog &wanted);
    void ended(const QString &run);

    Session &m_session;
    MakeSleeper m_makeSleeper;
    std::map<QString, std::unique_ptr<LogFollower>> m_followers; // by run
};

} // namespace syncing
