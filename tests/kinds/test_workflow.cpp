// SPDX-License-Identifier: Apache-2.0
// The job of a workflow over a store that is scripted: what is not there now is asked for again.
#include "app/domain/workflow/steps.h"
#include "app/engine/runner.h"
#include "app/kinds/workflow/workflowjob.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Result;
using domain::Run;
using domain::RunStatus;

namespace {

template <typename T> QFuture<Result<T>> answered(Result<T> answer)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

/// Gives the runs of steps, and refuses as often as it is told to.
class ScriptedStore
{
public:
    int refusals = 0;      ///< Of request(), before it works.
    int blindReads = 0;    ///< Of read(), before it works.
    QStringList asked;     ///< Steps, in the order in which they were asked for.
    QStringList cancelled; ///< Runs.

    engine::OtherRuns runs()
    {
        return {.request = [this](const store::StepRequest &request) { return make(request); },
                .read = [this](const base::RunId &id) { return read(id); },
                .cancel =
                    [this](const base::RunId &id) {
                        cancelled.append(id.text());
                        m_runs[id].status = RunStatus::Cancelled;
                        return read(id);
                    }};
    }

    void end(const QString &step, RunStatus status) { m_runs[idOf(step)].status = status; }
    static base::RunId idOf(const QString &step) { return base::RunId(u"run_"_s + step); }

private:
    static base::Error notNow() { return base::unavailable(u"writing"_s, u"the disk is full"_s); }

    QFuture<Result<Run>> make(const store::StepRequest &request)
    {
        asked.append(request.step.id);
        if (refusals > 0) {
            --refusals;
            return answered<Run>(notNow());
        }
        Run run;
        run.id = idOf(request.step.id);
        run.automationName = request.step.automation.text();
        run.status = RunStatus::Running;
        m_runs.insert(run.id, run);
        return answered<Run>(run);
    }

    QFuture<Result<Run>> read(const base::RunId &id)
    {
        if (blindReads > 0) {
            --blindReads;
            return answered<Run>(notNow());
        }
        return answered<Run>(m_runs.value(id));
    }

    QHash<base::RunId, Run> m_runs;
};

/// A job of steps that run one after another.
class Chain
{
public:
    Chain(ScriptedStore &store, const QStringList &names)
        : runner({}),
          job({.run = {},
               .automation = flow(names),
               .runner = runner,
               .clock = clock,
               .scratchDirectory = {},
               .steps = store.runs()})
    {
        QObject::connect(&job, &engine::Job::finished, &job, [this](const engine::JobEnd &end) { ends.append(end); });
        QObject::connect(&job, &engine::Job::output, &job,
                         [this](store::Stream, const QByteArray &bytes) { log += bytes; });
    }

    base::SystemClock clock;
    engine::Runner runner;
    kinds::WorkflowJob job;
    QList<engine::JobEnd> ends;
    QByteArray log;

private:
    static domain::Automation flow(const QStringList &names)
    {
        domain::Steps steps;
        for (const QString &name : names) {
            domain::Step step{.id = name, .automation = base::AutomationId(u"auto_"_s + name)};
            if (!steps.isEmpty()) {
                step.after = {{steps.last().id}};
            }
            steps.append(step);
        }
        domain::Automation automation;
        automation.type = u"workflow"_s;
        automation.params = {{u"steps"_s, domain::toJson(steps)}};
        return automation;
    }
};

} // namespace

class WorkflowJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTurnOutlivesAFullDisk()
    {
        ScriptedStore store;
        Chain chain(store, {u"a"_s, u"b"_s});
        store.refusals = 2;
        chain.job.start();
        // Asked twice in vain, then made.
        QTRY_COMPARE_WITH_TIMEOUT(store.asked, (QStringList{u"a"_s, u"a"_s, u"a"_s}), 10000);
        QVERIFY(chain.ends.isEmpty());
        QVERIFY2(!chain.log.contains("disk"), chain.log.constData()); // nothing has failed
        store.end(u"a"_s, RunStatus::Done);
        store.refusals = 1;
        chain.job.onRunsChanged({u"run_a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(store.asked, (QStringList{u"a"_s, u"a"_s, u"a"_s, u"b"_s, u"b"_s}), 10000);
        store.end(u"b"_s, RunStatus::Done);
        chain.job.onRunsChanged({u"run_b"_s});
        QTRY_COMPARE(chain.ends.size(), 1);
        QVERIFY2(chain.ends.first().succeeded, qPrintable(chain.ends.first().reason));
        QVERIFY2(chain.log.endsWith("a: done\nb: auto_b, run run_b\nb: done\n"), chain.log.constData());
    }

    void anEndThatCouldNotBeReadIsReadAgain()
    {
        ScriptedStore store;
        Chain chain(store, {u"a"_s});
        chain.job.start();
        QTRY_VERIFY(chain.log.contains("run_a"));
        store.end(u"a"_s, RunStatus::Failed);
        store.blindReads = 1;
        chain.job.onRunsChanged({u"run_a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(chain.ends.size(), 1, 10000);
        QVERIFY(!chain.ends.first().succeeded);
        QCOMPARE(chain.ends.first().reason, u"step a failed"_s);
    }

    void nothingIsAskedForAgainAfterACancel()
    {
        ScriptedStore store;
        Chain chain(store, {u"a"_s, u"b"_s});
        chain.job.start();
        QTRY_VERIFY(chain.log.contains("run_a"));
        chain.job.cancel();
        QTRY_COMPARE(chain.ends.size(), 1);
        QCOMPARE(store.cancelled, QStringList{u"run_a"_s});
        QCOMPARE(store.asked, QStringList{u"a"_s});
        QVERIFY(!chain.ends.first().succeeded);
    }
};

REGISTER_TEST(WorkflowJobTest);
#include "test_workflow.moc"
