// SPDX-License-Identifier: Apache-2.0
// Random workloads over the dispatcher and a real store, held against a model that looks at every pair of runs and has
// no memory but the list of them. Several seeds; more with SIGNALBOX_LONG, one with SIGNALBOX_SEED.
#include "app/engine/dispatcher.h"
#include "tests/support/fakealarm.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/engine/workloadmodel.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::Overlap;
using domain::RunStatus;
using engine::Dispatcher;
using test::await;
using test::Model;
using test::Modelled;
using test::State;

namespace {

template <typename T> T must(const QFuture<base::Result<T>> &future)
{
    const base::Result<T> result = await(future);
    if (!result) {
        qFatal("the store refused: %s", qPrintable(result.error().message()));
    }
    return *result;
}

/// The dispatcher with everything around it; the test ends runs in place of an executor.
class Plant : public QObject
{
public:
    explicit Plant(quint32 seed) : m_random(seed), m_book(store.store())
    {
        makeAutomations();
        QSignalSpy loaded(&m_book, &engine::Book::loaded);
        m_book.load();
        loaded.wait();
        start();
    }

    test::TempStore store;
    Model model{3};
    QString broken; ///< The first rule that was seen broken.

    void step()
    {
        switch (m_random.bounded(12)) {
        case 0:
            cancelOne();
            break;
        case 1:
            setLimit();
            break;
        case 2:
            passTime();
            break;
        case 3:
            restart();
            break;
        case 4:
        case 5:
        case 6:
        case 7:
            endOne();
            break;
        default:
            request();
            break;
        }
    }
    /// Nothing new comes; what runs ends, until nothing is left.
    bool drain()
    {
        for (qsizetype i = 0; i < 3 * model.runs.size() + 10; ++i) {
            passTime();
            if (!agree()) {
                return false;
            }
            const QList<base::RunId> working = m_working.keys();
            if (working.isEmpty()) {
                break;
            }
            endWork(working.first(), RunStatus::Done);
        }
        return std::all_of(model.runs.begin(), model.runs.end(),
                           [](const Modelled &run) { return run.state == State::Over; });
    }
    /// Whether the store comes to say what the model says, and what it has as running is handed over.
    bool agree()
    {
        model.settle();
        const auto works = std::count_if(model.runs.begin(), model.runs.end(),
                                         [](const Modelled &run) { return run.state == State::Works; });
        return QTest::qWaitFor([&] { return m_working.size() == works && told() == expected(); }, 30000);
    }
    QStringList expected() const
    {
        QStringList lines;
        for (const Modelled &run : model.runs) {
            const QString word = run.state == State::Waits     ? u"queued"_s
                                 : run.state == State::Works   ? u"running"_s
                                 : run.state == State::Between ? u"held"_s
                                                               : run.end;
            lines.append(u"%1 %2 %3"_s.arg(run.id.text(), word).arg(run.attempt));
        }
        return lines;
    }
    QStringList told()
    {
        QStringList lines;
        const auto page = await(store->runs().page({.limit = 0}));
        for (const domain::Run &run : page.value_or(QList<domain::Run>())) {
            lines.prepend(u"%1 %2 %3"_s.arg(run.id.text(), domain::statusWord(run.status)).arg(run.attempt));
        }
        return lines;
    }

private:
    void makeAutomations()
    {
        QList<domain::Automation> all;
        for (const Overlap overlap : {Overlap::Parallel, Overlap::Queue, Overlap::Skip, Overlap::Replace}) {
            for (const QStringList &locks : {QStringList{}, QStringList{u"a"_s}, QStringList{u"b"_s, u"a"_s}}) {
                domain::Automation automation = test::someAutomation();
                automation.overlap = overlap;
                automation.resourceLocks = locks;
                automation.maxQueued = 1 + m_random.bounded(4);
                automation.retry = domain::Retry{.attempts = 3, .delaySeconds = 60};
                if (overlap == Overlap::Parallel && !locks.isEmpty()) {
                    automation.maxParallel = 2;
                }
                all.append(automation);
            }
        }
        m_automations = must(store->automations().create(all, u"ann"_s));
    }

    void start()
    {
        auto alarm = std::make_unique<test::FakeAlarm>(store.clock);
        m_alarm = alarm.get();
        m_dispatcher = std::make_unique<Dispatcher>(store.store(), m_book, store.clock, std::move(alarm));
        connect(m_dispatcher.get(), &Dispatcher::admitted, this, &Plant::onAdmitted);
        connect(m_dispatcher.get(), &Dispatcher::cancelWanted, this, [this](const base::RunId &id) {
            if (m_working.contains(id)) {
                // Not from within the dispatcher's own call.
                QMetaObject::invokeMethod(
                    this, [this, id] { finish(id, RunStatus::Cancelled); }, Qt::QueuedConnection);
            }
        });
        m_dispatcher->setGlobalLimit(m_limit);
        m_dispatcher->start(++m_engine, engine::Scope::Everything, {});
    }

    /// A new life of the dispatcher; what was running is over.
    void restart()
    {
        m_dispatcher->stop();
        m_dispatcher.reset();
        m_working.clear();
        must(store->runs().interruptLeftovers(m_engine + 1));
        for (Modelled &run : model.runs) {
            if (run.state == State::Works) {
                run.state = State::Over;
                run.end = u"interrupted"_s;
            }
        }
        start();
    }

    void onAdmitted(const domain::Run &run, const domain::Automation &automation)
    {
        for (auto it = m_working.constBegin(); it != m_working.constEnd(); ++it) {
            for (const QString &lock : automation.resourceLocks) {
                if (it->resourceLocks.contains(lock)) {
                    broken = u"%1 and %2 share the lock %3"_s.arg(run.id.text(), it.key().text(), lock);
                }
            }
        }
        m_working.insert(run.id, automation);
    }

    void request()
    {
        const domain::Automation &automation = m_automations.at(m_random.bounded(int(m_automations.size())));
        model.runs.append({must(store->runs().request(automation.id, u"ann"_s)).id, &automation});
    }

    void cancelOne()
    {
        QList<Modelled *> open;
        for (Modelled &run : model.runs) {
            if (run.state == State::Waits || run.state == State::Between) {
                open.append(&run);
            }
        }
        if (!open.isEmpty()) {
            Modelled *run = open.at(m_random.bounded(int(open.size())));
            must(store->runs().cancel(run->id, u"bob"_s));
            run->state = State::Over;
            run->end = u"cancelled"_s;
        }
    }

    void setLimit()
    {
        m_limit = 1 + m_random.bounded(5);
        model.setLimit(m_limit);
        m_dispatcher->setGlobalLimit(m_limit);
    }

    void passTime()
    {
        store.clock.advance(base::Seconds(60));
        for (Modelled &run : model.runs) {
            run.due = run.due || run.state == State::Between;
        }
        m_alarm->look();
    }

    void endOne()
    {
        const QList<base::RunId> working = m_working.keys();
        if (!working.isEmpty()) {
            const bool fails = m_random.bounded(3) == 0;
            endWork(working.at(m_random.bounded(int(working.size()))), fails ? RunStatus::Failed : RunStatus::Done);
        }
    }

    /// As the executor does: a failed attempt is tried again while one is left.
    void endWork(const base::RunId &id, RunStatus status)
    {
        Modelled *run = model.find(id);
        if (status == RunStatus::Failed && run->attempt < 3) {
            const base::Instant now = store.clock.now();
            m_working.remove(id);
            const domain::Run held = must(
                store->runs().retryLater(id, {.status = status}, {now + base::Seconds(60), now, u"attempt failed"_s}));
            run->state = State::Between;
            run->due = false;
            m_dispatcher->rest(held);
            return;
        }
        run->state = State::Over;
        run->end = domain::statusWord(status);
        finish(id, status);
    }

    void finish(const base::RunId &id, RunStatus status)
    {
        if (m_working.remove(id) > 0) {
            must(store->runs().finish(id, {.status = status}));
            m_dispatcher->settled(id);
        }
    }

    QRandomGenerator m_random;
    QList<domain::Automation> m_automations;
    engine::Book m_book;
    std::unique_ptr<Dispatcher> m_dispatcher;
    test::FakeAlarm *m_alarm = nullptr;
    QHash<base::RunId, domain::Automation> m_working;
    int m_limit = 3;
    qint64 m_engine = 0;
};

class WorkloadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWorkloadIsServedAsTheModelSays_data()
    {
        QTest::addColumn<quint32>("seed");
        const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_SEED");
        const int first = wanted > 0 ? wanted : 1;
        const int count = wanted > 0 ? 1 : qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 6 : 200;
        for (int seed = first; seed < first + count; ++seed) {
            QTest::addRow("seed %d", seed) << quint32(seed);
        }
    }
    void everyWorkloadIsServedAsTheModelSays()
    {
        QFETCH(quint32, seed);
        Plant plant(seed);
        for (int i = 0; i < 120; ++i) {
            plant.step();
            if (!plant.agree()) {
                QCOMPARE(plant.told(), plant.expected());
                QFAIL("it agreed too late");
            }
            QVERIFY2(plant.broken.isEmpty(), qPrintable(plant.broken));
        }
        // None starves.
        QVERIFY2(plant.drain(), qPrintable(plant.expected().join(u'\n')));
        QCOMPARE(plant.told(), plant.expected());
    }
};

} // namespace

REGISTER_TEST(WorkloadsTest);

#include "test_workloads.moc"
