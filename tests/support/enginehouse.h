// SPDX-License-Identifier: Apache-2.0
// A real engine on its own thread over a TempStore, with a clock and an alarm that the test moves. Processes are real.
#pragma once

#include "app/engine/engine.h"
#include "app/kinds/kinds.h"
#include "tests/support/fakealarm.h"
#include "tests/support/memorykeychain.h"
#include "tests/support/tempstore.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

namespace test {

class EngineHouse
{
public:
    explicit EngineHouse(engine::Scope scope = engine::Scope::Everything) : m_scope(scope) {}
    ~EngineHouse() { stop(); }

    TempStore store;
    MemorySecrets secrets{store.store()};
    engine::NotifyFunction notify = {};
    base::Instant since; ///< See engine::EngineOptions; before start().

    void start()
    {
        QVERIFY(store->takeEngine());
        m_alarms.clear();
        m_engine = new engine::Engine(store.store(), kinds::all(), store.clock,
                                      {.scope = m_scope,
                                       .since = since,
                                       .runnerProgram = engine::Runner::locate(),
                                       .secrets = secrets.get(),
                                       .notify = notify,
                                       .makeAlarm = [this] {
                                           auto alarm = std::make_unique<FakeAlarm>(store.clock);
                                           m_alarms.append(alarm.get());
                                           return alarm;
                                       }});
        m_engine->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
        const Heard started(m_engine, &engine::Engine::started);
        QObject::connect(m_engine, &engine::Engine::failed, m_engine, [](const base::Error &error) {
            qWarning("the engine failed: %s", qPrintable(error.message()));
        });
        m_thread.start();
        QMetaObject::invokeMethod(m_engine, &engine::Engine::start, Qt::QueuedConnection);
        QVERIFY(started.wait(10000));
    }

    /// Ends runs as a closing program does. The thread is gone afterwards whatever failed before.
    void stop()
    {
        if (!m_engine) {
            return;
        }
        const Heard stopped(m_engine, &engine::Engine::stopped);
        QMetaObject::invokeMethod(m_engine, &engine::Engine::stop, Qt::QueuedConnection);
        const bool inTime = stopped.wait(20000);
        m_thread.quit();
        m_thread.wait();
        m_engine = nullptr;
        store->releaseEngine();
        QVERIFY(inTime);
    }

    /// Time passes, and the alarms look.
    void pass(base::Millis by)
    {
        store.clock.advance(by);
        onEngineThread(&FakeAlarm::look);
    }
    /// Somebody sets the clock.
    void setClock(base::Millis by)
    {
        store.clock.jump(by);
        onEngineThread(&FakeAlarm::step);
    }

    QList<domain::Run> runs()
    {
        const auto page = await(store->runs().page({.limit = 0}));
        return page ? *page : QList<domain::Run>();
    }
    /// The status words of all runs, oldest first.
    QStringList statuses()
    {
        QStringList words;
        for (const domain::Run &run : runs()) {
            words.prepend(domain::statusWord(run.status));
        }
        return words;
    }
    QByteArray log(const base::RunId &id)
    {
        const auto chunk = await(store->logs().read(id, 0, 100000));
        return chunk ? chunk->bytes : QByteArray();
    }

    /// A script automation with a command line, stored.
    domain::Automation add(const QString &command, const std::function<void(domain::Automation &)> &change = {})
    {
        domain::Automation automation = someAutomation();
        automation.params = {{QStringLiteral("command"), command}};
        if (change) {
            change(automation);
        }
        const auto stored = await(store->automations().create({automation}, QStringLiteral("tester")));
        return stored ? stored->first() : domain::Automation();
    }

private:
    /// Whether a signal came. A QSignalSpy does not wait any more once a check of the test has failed.
    class Heard
    {
    public:
        Heard(engine::Engine *engine, void (engine::Engine::*signal)())
        {
            QObject::connect(engine, signal, engine, [flag = m_flag] { *flag = true; });
        }
        bool wait(int millis) const
        {
            return QTest::qWaitFor([this] { return m_flag->load(); }, millis);
        }

    private:
        std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
    };

    void onEngineThread(void (FakeAlarm::*what)())
    {
        QMetaObject::invokeMethod(
            m_engine,
            [this, what] {
                for (FakeAlarm *alarm : std::as_const(m_alarms)) {
                    (alarm->*what)();
                }
            },
            Qt::QueuedConnection);
    }

    engine::Scope m_scope;
    QThread m_thread;
    engine::Engine *m_engine = nullptr;
    QList<FakeAlarm *> m_alarms; // those of the engine
};

} // namespace test
