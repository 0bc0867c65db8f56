// SPDX-License-Identifier: Apache-2.0
#include "app/engine/engine.h"

#include "app/base/answer.h"
#include "app/domain/reasons.h"
#include "app/engine/log.h"

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr base::Millis saveAgainAfter{2000};

QSet<QString> typesThatWait(const Kinds &kinds)
{
    QSet<QString> types;
    for (const std::unique_ptr<Kind> &kind : kinds) {
        const domain::KindInfo info = kind->info();
        if (info.onlyWaits) {
            types.insert(info.type);
        }
    }
    return types;
}

} // namespace

Engine::Engine(store::Store &store, Kinds kinds, const base::Clock &clock, EngineOptions options)
    : m_store(store), m_kinds(std::move(kinds)), m_clock(clock), m_options(std::move(options))
{
}

Engine::~Engine() = default;

void Engine::start()
{
    m_runner = std::make_unique<Runner>(m_options.runnerProgram);
    m_book = std::make_unique<Book>(m_store);
    m_scheduler = std::make_unique<Scheduler>(*m_book, m_clock, m_options.makeAlarm());
    m_files = std::make_unique<FileTriggers>(*m_book, m_clock);
    m_gate = std::make_unique<ApprovalGate>(
        m_store, m_clock, m_options.makeAlarm(),
        [this](const domain::Automation &automation, base::Instant at) { return demandOfWindows(automation, at); });
    m_dispatcher = std::make_unique<Dispatcher>(m_store, *m_book, m_clock, m_options.makeAlarm());
    m_dispatcher->setGate(m_gate.get());
    m_dispatcher->setPlaceless(typesThatWait(m_kinds));
    m_executor = std::make_unique<Executor>(m_store, m_kinds, *m_runner, m_clock, m_options.secrets);
    m_executor->setNotify(m_options.notify);
    if (m_options.secrets) {
        m_lentSecrets = std::make_unique<LentSecrets>(m_store, *m_options.secrets);
    }
    connect(m_scheduler.get(), &Scheduler::planned, this, &Engine::save);
    connect(m_files.get(), &FileTriggers::planned, this, &Engine::save);
    connect(m_dispatcher.get(), &Dispatcher::admitted, m_executor.get(), &Executor::execute);
    connect(m_dispatcher.get(), &Dispatcher::cancelWanted, m_executor.get(), &Executor::cancel);
    connect(m_executor.get(), &Executor::workEnded, m_dispatcher.get(), &Dispatcher::workEnded);
    connect(m_executor.get(), &Executor::retryWanted, m_dispatcher.get(), &Dispatcher::rest);
    connect(m_executor.get(), &Executor::settled, m_dispatcher.get(), &Dispatcher::settled);
    connect(m_executor.get(), &Executor::idle, this, &Engine::onPartStopped);
    connect(m_dispatcher.get(), &Dispatcher::quiet, this, &Engine::onPartStopped);
    connect(m_book.get(), &Book::failed, this, &Engine::failed);
    connect(&m_store, &store::Store::changed, this, [this](const store::Changes &changes) {
        for (const store::Change &change : changes) {
            if (change.table == store::Table::Settings) {
                readLimits();
                return;
            }
        }
    });
    if (const base::Status opened = m_runner->open(); !opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    base::onAnswer(this, m_store.registerEngine(), [this](const base::Result<qint64> &engine) {
        if (engine) {
            adopt(*engine);
        } else {
            Q_EMIT failed(engine.error());
        }
    });
}

void Engine::adopt(qint64 engine)
{
    m_adoption = std::make_unique<Adoption>(m_store);
    connect(m_adoption.get(), &Adoption::failed, this, &Engine::failed);
    connect(m_adoption.get(), &Adoption::finished, this, [this, engine](const QList<AdoptedRun> &runs) {
        m_adopted = runs;
        reconcile(engine);
    });
    m_adoption->start(engine);
}

void Engine::reconcile(qint64 engine)
{
    base::onAnswer(this, m_store.runs().interruptLeftovers(engine), [this, engine](const base::Result<int> &count) {
        if (!count) {
            Q_EMIT failed(count.error());
            return;
        }
        if (*count > 0) {
            qCWarning(logEngine, "%d runs were under way when the last engine ended; they are marked as interrupted",
                      *count);
        }
        connect(m_book.get(), &Book::loaded, this, [this, engine] { begin(engine); });
        m_book->load();
    });
}

void Engine::begin(qint64 engine)
{
    if (m_stopping) {
        return;
    }
    readLimits();
    for (const AdoptedRun &adopted : std::exchange(m_adopted, {})) {
        m_dispatcher->goesOn(adopted.run, adopted.automation);
        m_executor->adopt(adopted.run, adopted.automation, adopted.adoptee);
    }
    watchRuns();
    m_dispatcher->start(engine, m_options.scope, m_options.since);
    if (m_options.scope == Scope::RequestedOnly) {
        Q_EMIT started();
        return;
    }
    m_gate->start();
    base::onAnswer(this, m_store.schedules().positions(),
                   [this](const base::Result<QList<store::SchedulePosition>> &positions) {
                       if (!positions) {
                           Q_EMIT failed(positions.error());
                           return;
                       }
                       if (!m_stopping) {
                           watchWindows();
                           m_sweeper = std::make_unique<Sweeper>(m_store);
                           m_sweeper->start();
                           m_files->start();
                           m_scheduler->start(*positions);
                           Q_EMIT started();
                       }
                   });
}

void Engine::watchRuns()
{
    if (!m_options.notify) {
        return;
    }
    m_noticer = std::make_unique<Noticer>(m_store, m_clock,
                                          Noticer::Walls{m_options.notify, m_options.secrets, m_options.makeAlarm(),
                                                         [this](const base::AutomationId &id) { return isMuted(id); }});
    connect(m_noticer.get(), &Noticer::quiet, this, &Engine::stopped);
    m_noticer->start();
    if (m_options.scope == Scope::Everything) {
        m_lateWatch = std::make_unique<LateWatch>(m_store, *m_book, m_clock, m_options.makeAlarm());
        m_lateWatch->start();
    }
}

void Engine::watchWindows()
{
    m_windows = std::make_unique<WindowKeeper>(m_store, *m_book, m_clock,
                                               WindowKeeper::Walls{m_options.notify, m_options.makeAlarm()});
    connect(m_windows.get(), &WindowKeeper::edge, m_dispatcher.get(), &Dispatcher::considerSoon);
    connect(m_windows.get(), &WindowKeeper::cancelWanted, m_executor.get(), &Executor::cancel);
    connect(m_dispatcher.get(), &Dispatcher::admitted, m_windows.get(), &WindowKeeper::judge);
    m_windows->start();
}

domain::WindowDemand Engine::demandOfWindows(const domain::Automation &automation, base::Instant at) const
{
    const std::optional<domain::OpenSpan> open = m_book->windows().strictest(automation, at);
    if (!open) {
        return {};
    }
    const domain::MaintenanceWindow &window = m_book->windows().window(open->window);
    const auto policy = domain::approvalPolicyFromJson(window.approval.toObject());
    return {.effect = window.effect(),
            .approval = window.approval.isObject() && policy ? std::optional(*policy) : std::nullopt};
}

bool Engine::isMuted(const base::AutomationId &id) const
{
    const domain::Automation *automation = m_book->find(id);
    return automation && m_book->windows().isMuted(*automation, m_clock.now());
}

void Engine::readLimits()
{
    base::onAnswer(this, m_store.settings().all(), [this](const base::Result<QJsonObject> &all) {
        if (all) {
            const int chosen = all->value(QLatin1StringView(store::setting::parallelRuns)).toInt();
            m_dispatcher->setGlobalLimit(chosen > 0 ? chosen : 2 * QThread::idealThreadCount());
            m_store.logs().keepAtMost(all->value(QLatin1StringView(store::setting::logOfRun)).toInteger() << 20);
        }
    });
}

/// Planned runs and how far their schedules are worked off are one transaction, tried until it is taken: a full disk
/// delays slots, it does not lose them.
void Engine::save(const Plan &plan)
{
    base::onAnswer(this, m_store.runs().plan(plan.runs, plan.positions),
                   [this, plan](const base::Result<QList<domain::Run>> &result) {
                       if (result) {
                           m_dispatcher->add(*result);
                       } else if (!m_stopping) {
                           qCWarning(logEngine, "planned runs could not be stored: %s",
                                     qUtf8Printable(result.error().message()));
                           QTimer::singleShot(saveAgainAfter, this, [this, plan] { save(plan); });
                       }
                   });
}

void Engine::stop()
{
    m_stopping = true;
    if (!m_executor) {
        Q_EMIT stopped();
        return;
    }
    m_partsAtWork = 2;
    m_sweeper.reset();
    m_files->stop();
    m_gate->stop();
    m_scheduler->stop();
    m_dispatcher->stop();
    m_executor->interruptAll(domain::reason::engineStopped());
}

void Engine::onPartStopped()
{
    if (--m_partsAtWork == 0) {
        stopNotices();
    }
}

/// Last, for the ends of runs are told, too.
void Engine::stopNotices()
{
    m_lateWatch.reset();
    m_windows.reset();
    if (m_noticer) {
        m_noticer->stop();
    } else {
        Q_EMIT stopped();
    }
}

} // namespace engine
