// SPDX-License-Identifier: Apache-2.0
// Works: makes the job of an admitted run, takes in its output, ends it at its timeout or when asked, and writes how it
// ended, after the last line of its log.
#pragma once

#include "app/base/clock.h"
#include "app/engine/kind.h"
#include "app/engine/logwriter.h"
#include "app/engine/timeout.h"
#include "app/store/store.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace engine {

/// Lives on the engine thread.
class Executor : public QObject
{
    Q_OBJECT

public:
    Executor(store::Store &store, const Kinds &kinds, Runner &runner, const base::Clock &clock,
             QObject *parent = nullptr);
    ~Executor() override;

    void execute(const domain::Run &run, const domain::Automation &automation);
    /// The run ends as `cancelled` with this reason. Nothing happens if it is not ours or over.
    void cancel(const base::RunId &id, const QString &why);
    /// Every run ends as `interrupted`; idle() follows, at once if there is none.
    void interruptAll(const QString &why);
    int running() const { return static_cast<int>(m_works.size()); }

Q_SIGNALS:
    /// The processes of the run are gone; its record is being written.
    void workEnded(const base::RunId &id);
    /// The final row is committed (or the store refused it for good).
    void settled(const base::RunId &id);
    void idle();

private:
    /// A run at work.
    struct Work
    {
        domain::Run run;
        base::Millis killAfter{0};
        std::unique_ptr<Job> job;
        std::unique_ptr<LogWriter> log;
        Timeout timeout;
        std::optional<domain::RunStatus> wanted; // what an asked-for end is called
        QString why;
        domain::RunEnd end;
    };

    const Kind *kindOf(const QString &type) const;
    void failToStart(const domain::Run &run, const QString &why);
    std::unique_ptr<Work> makeWork(const domain::Run &run, const domain::Automation &automation, const Kind &kind);
    void endEarly(Work &work, domain::RunStatus as, const QString &why);
    void onJobFinished(const base::RunId &id, const JobEnd &end);
    void record(const base::RunId &id);
    void forget(const base::RunId &id);

    store::Store &m_store;
    const Kinds &m_kinds;
    Runner &m_runner;
    const base::Clock &m_clock;
    QString m_scratch;
    QHash<base::RunId, std::shared_ptr<Work>> m_works;
    bool m_stopping = false;
};

} // namespace engine
