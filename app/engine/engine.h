// SPDX-License-Identifier: Apache-2.0
// When, whether and how to run. Puts the scheduler, the dispatcher, the executor and the runner together; talks to the
// rest of the program only through the store.
#pragma once

#include "app/base/clock.h"
#include "app/engine/dispatcher.h"
#include "app/engine/executor.h"
#include "app/engine/files/filetriggers.h"
#include "app/engine/input/lentsecrets.h"
#include "app/engine/kind.h"
#include "app/engine/notices/latewatch.h"
#include "app/engine/notices/noticer.h"
#include "app/engine/retention/sweeper.h"
#include "app/engine/runner.h"
#include "app/engine/scheduler.h"
#include "app/engine/survival/adoption.h"
#include "app/engine/windows/windowkeeper.h"

#include <QObject>

#include <functional>
#include <memory>

namespace engine {

struct EngineOptions
{
    Scope scope = Scope::Everything;
    base::Instant since = {};                ///< With Scope::RequestedOnly: runs requested before are left alone.
    QString runnerProgram;                   ///< Path of signalbox-runner.
    secrets::SecretStore *secrets = nullptr; ///< Outlives the engine. Without it runs that need secrets fail.
    NotifyFunction notify = {};              ///< Without it nobody is told of anything.
    /// Called for each that is needed: for schedules, for held runs, for requests, for notices, for windows.
    std::function<std::unique_ptr<Alarm>()> makeAlarm = [] { return std::make_unique<TimerfdAlarm>(); };
};

/// Made anywhere, then moved to the engine thread; start() and stop() are called there. The store's engine lock must be
/// held by this process.
class Engine : public QObject
{
    Q_OBJECT

public:
    Engine(store::Store &store, Kinds kinds, const base::Clock &clock, EngineOptions options);
    ~Engine() override;

    /// Takes over runs that went on and reconciles what else a dead engine left, then plans and runs. started() or
    /// failed() follows.
    void start();
    /// Ends every run by the kill ladder and records it as interrupted, but for those that go on without an engine;
    /// stopped() follows.
    void stop();

Q_SIGNALS:
    void started();
    void failed(const base::Error &error);
    void stopped();

private:
    void adopt(qint64 engine);
    void reconcile(qint64 engine);
    void begin(qint64 engine);
    void watchRuns();
    void watchWindows();
    bool isMuted(const base::AutomationId &id) const;
    /// What the strictest open window asks of a run of this automation.
    domain::WindowDemand demandOfWindows(const domain::Automation &automation, base::Instant at) const;
    void readLimits();
    void save(const Plan &plan);
    void onPartStopped();
    void stopNotices();

    store::Store &m_store;
    const Kinds m_kinds;
    const base::Clock &m_clock;
    EngineOptions m_options;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Runner> m_runner;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<FileTriggers> m_files;
    std::unique_ptr<ApprovalGate> m_gate;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<Adoption> m_adoption;
    QList<AdoptedRun> m_adopted; // until they are handed over
    std::unique_ptr<LentSecrets> m_lentSecrets;
    std::unique_ptr<Noticer> m_noticer; // none where nobody can be told
    std::unique_ptr<LateWatch> m_lateWatch;
    std::unique_ptr<WindowKeeper> m_windows;
    std::unique_ptr<Sweeper> m_sweeper;
    bool m_stopping = false;
    int m_partsAtWork = 0; // of those that stop() waits for
};

} // namespace engine
