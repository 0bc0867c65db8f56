// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"
#include "models/rundetail.h"
#include "models/runmodel.h"
#include "tests/models/workspace.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Model = models::RunModel;
using domain::RunStatus;

models::RunFilter filter(const QString &text)
{
    return models::runFilter(models::parseFilter(text, models::FilterScope::Runs), {});
}

struct Table
{
    explicit Table(test::Workspace &workspace) : model(workspace.store(), workspace.clock) { settle(); }

    void settle()
    {
        if (!QTest::qWaitFor([this] { return !model.isLoading(); })) {
            qFatal("the model never loaded");
        }
    }
    QVariant at(const base::RunId &id, int column, int role = Qt::DisplayRole) const
    {
        return model.index(model.rowOf(id), column).data(role);
    }
    QStringList ids() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all.append(model.run(row).id.text());
        }
        return all;
    }

    Model model;
    QSignalSpy repaints{&model, &Model::dataChanged};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

/// `count` runs that were skipped, in one transaction.
QList<domain::Run> plan(test::Workspace &workspace, const domain::Automation &automation, int count)
{
    QList<domain::Run> runs;
    for (int i = 0; i < count; ++i) {
        domain::Run run;
        run.id = base::RunId::make();
        run.automationId = automation.id;
        run.automationName = automation.name;
        run.automationVersion = automation.version;
        run.trigger = domain::TriggerKind::Schedule;
        run.plannedFor = workspace.clock.now() + base::Seconds(i);
        run.queuedAt = workspace.clock.now();
        run.status = RunStatus::Skipped;
        run.reason = i % 2 == 0 ? u"even-slot"_s : u"odd-slot"_s;
        runs.append(run);
    }
    return test::Workspace::must(test::Workspace::now(workspace.store().runs().plan(runs, {})));
}

/// All ids that a question without limit answers.
QStringList stored(test::Workspace &workspace, const store::RunQuery &query)
{
    store::RunQuery whole = query;
    whole.limit = 0;
    QStringList ids;
    for (const domain::Run &run : test::Workspace::must(test::Workspace::now(workspace.store().runs().page(whole)))) {
        ids.append(run.id.text());
    }
    return ids;
}

class TestRunModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveThousandRunsComeByPages()
    {
        test::Workspace workspace;
        plan(workspace, workspace.create(1).constFirst(), 5000);
        Table table(workspace);
        QCOMPARE(table.model.rowCount(), Model::pageSize);
        int pages = 1;
        while (table.model.canFetchMore({})) {
            table.model.fetchMore({});
            QVERIFY(!table.model.canFetchMore({}));
            table.settle();
            ++pages;
        }
        QCOMPARE(pages, 26);
        QCOMPARE(table.ids(), stored(workspace, {}));
        QTRY_COMPARE(table.model.matching(), std::optional<qint64>(5000));
    }

    void columnsSayWhatARunIs()
    {
        test::Workspace workspace;
        const domain::Automation automation = workspace.create(1).constFirst();
        workspace.runFor(automation.id, 100s);
        Table table(workspace);
        const domain::Run run = workspace.request(automation.id);
        QTRY_COMPARE(table.at(run.id, Model::Status).toString(), u"Queued"_s);
        QVERIFY(table.at(run.id, Model::Time, models::DimmedRole).toBool());
        QCOMPARE(table.at(run.id, Model::Trigger).toString(), u"tester"_s);
        QCOMPARE(table.at(run.id, Model::Duration).toString(), u"–"_s);

        workspace.start(run.id);
        workspace.clock.advance(25s);
        QTRY_COMPARE(table.at(run.id, Model::Status, models::StatusKeyRole).toString(), u"run.running"_s);
        QVERIFY(!table.at(run.id, Model::Time, models::DimmedRole).toBool());
        QCOMPARE(table.at(run.id, Model::Duration).toString(), u"0:25"_s);
        QTRY_COMPARE(table.at(run.id, Model::Duration, models::FractionRole).toDouble(), 0.25);
        QCOMPARE(table.at(run.id, Model::Duration, models::ExpectedFractionRole).toDouble(), 1.0);

        workspace.finish(run.id, RunStatus::Failed, u"exit 2: no space left"_s);
        QTRY_COMPARE(table.at(run.id, Model::Status).toString(), u"Failed"_s);
        QCOMPARE(table.at(run.id, Model::Reason).toString(), u"exit 2: no space left"_s);
        QCOMPARE(table.at(run.id, Model::Duration, models::RawRole).toLongLong(), 25000);
        QVERIFY(!table.at(run.id, Model::Duration, models::ExpectedFractionRole).isValid());
    }

    void newRunsComeOnTopInOneSignal()
    {
        test::Workspace workspace;
        const domain::Automation automation = workspace.create(1).constFirst();
        const QList<domain::Run> first = plan(workspace, automation, 10);
        Table table(workspace);
        const QPersistentModelIndex selected = table.model.index(3, 0);
        const QString key = selected.data(models::KeyRole).toString();
        QSignalSpy inserted(&table.model, &Model::rowsInserted);
        workspace.clock.advance(1h);
        plan(workspace, automation, 500);
        QTRY_COMPARE(table.model.rowCount(), 510);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(selected.row(), 503);
        QCOMPARE(selected.data(models::KeyRole).toString(), key);
        QCOMPARE(table.ids(), stored(workspace, {}));
    }

    void anUpdateIsOneSignalPerBatch()
    {
        test::Workspace workspace;
        const domain::Automation automation = workspace.create(1).constFirst();
        QList<domain::Run> runs;
        for (int i = 0; i < 50; ++i) {
            runs.append(workspace.request(automation.id));
        }
        Table table(workspace);
        QTRY_VERIFY(!table.repaints.isEmpty()); // the usual times have come
        table.repaints.clear();
        for (const domain::Run &run : runs) {
            QVERIFY(test::Workspace::now(workspace.store().runs().drop(run.id, RunStatus::Skipped, u"overlap"_s)));
        }
        QTRY_COMPARE(table.at(runs.constFirst().id, Model::Status).toString(), u"Skipped"_s);
        QTRY_COMPARE(table.at(runs.constLast().id, Model::Status).toString(), u"Skipped"_s);
        QCOMPARE(table.repaints.size(), 1);
        QCOMPARE(table.repaints.constFirst().at(1).toModelIndex().row(), 49);
    }

    void aFilterIsAskedAfreshAndLateAnswersAreDropped()
    {
        test::Workspace workspace;
        const domain::Automation automation = workspace.create(1).constFirst();
        plan(workspace, automation, 1000);
        workspace.runFor(automation.id, 1s, RunStatus::Failed);
        Table table(workspace);
        QSignalSpy resets(&table.model, &Model::modelReset);
        table.model.setFilter(filter(u"odd-slot"_s));
        table.model.setFilter(filter(u"even-slot"_s));
        table.model.setFilter(filter(u"status:failed"_s));
        table.settle();
        QCOMPARE(table.model.rowCount(), 1);
        QCOMPARE(resets.size(), 1);
        QCOMPARE(table.model.matching(), std::optional<qint64>(1));
        table.model.setFilter(filter(u"status:failed -status:failed"_s));
        QCOMPARE(table.model.rowCount(), 0);
        table.model.setFilter(filter(u"-odd-slot status:skipped"_s));
        table.settle();
        QCOMPARE(table.model.rowCount(), 100);
        while (table.model.canFetchMore({})) {
            table.model.fetchMore({});
            table.settle();
        }
        QCOMPARE(table.model.rowCount(), 500);
    }

    void aFilteredTableFollowsWhatChanges()
    {
        test::Workspace workspace;
        const domain::Automation automation = workspace.create(1).constFirst();
        Table table(workspace);
        table.model.setFilter(filter(u"status:running"_s));
        table.settle();
        const domain::Run first = workspace.request(automation.id);
        workspace.clock.advance(1s);
        const domain::Run second = workspace.request(automation.id);
        workspace.start(second.id);
        QTRY_COMPARE(table.ids(), QStringList{second.id.text()});
        workspace.start(first.id);
        QTRY_COMPARE(table.ids(), (QStringList{second.id.text(), first.id.text()}));
        workspace.finish(second.id);
        QTRY_COMPARE(table.ids(), QStringList{first.id.text()});
    }

    void aSelectedRunStaysItselfUnderARandomStory()
    {
        test::Workspace workspace;
        const auto automations = workspace.create(5);
        plan(workspace, automations.constFirst(), 50);
        Table table(workspace);
        const QPersistentModelIndex selected = table.model.index(20, 0);
        const QString key = selected.data(models::KeyRole).toString();
        QList<domain::Run> open;
        QRandomGenerator random(42);
        for (int i = 0; i < 1000; ++i) {
            workspace.clock.advance(10ms);
            step(workspace, automations, open, random);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE_WITH_TIMEOUT(table.ids(), stored(workspace, {}), 20000);
        QCOMPARE(selected.data(models::KeyRole).toString(), key);
        const auto agrees = [&table, &workspace] {
            store::RunQuery all;
            all.limit = 0;
            const auto runs = test::Workspace::must(test::Workspace::now(workspace.store().runs().page(all)));
            return std::all_of(runs.cbegin(), runs.cend(), [&table](const domain::Run &run) {
                return table.model.run(table.model.rowOf(run.id)) == run;
            });
        };
        QTRY_VERIFY(agrees());
    }

    void theInspectorSaysWhyAndHowLong()
    {
        test::Workspace workspace;
        const domain::Automation automation = workspace.create(1).constFirst();
        workspace.runFor(automation.id, 380s);
        workspace.clock.advance(1s);
        workspace.runFor(automation.id, 40s, RunStatus::Failed);
        workspace.clock.advance(1s);
        const domain::Run run = workspace.runFor(automation.id, 41s, RunStatus::Failed);
        models::RunDetail detail(workspace.store(), workspace.clock);
        QVERIFY(detail.facts().isEmpty());
        detail.setRun(run.id);
        const auto fact = [&detail](const QString &key) {
            for (const models::Fact &one : detail.facts()) {
                if (one.key == key) {
                    return one;
                }
            }
            return models::Fact();
        };
        QTRY_COMPARE(fact(u"took"_s).quiet, u"usually 6:20"_s);
        QCOMPARE(fact(u"took"_s).text, u"41 s"_s);
        QCOMPARE(detail.banner()->statusKey, u"run.failed"_s);
        QCOMPARE(detail.banner()->sentence, u"Failed: exit 1."_s);
        QVERIFY(detail.banner()->note.contains(u"Last success"_s));
        QVERIFY(detail.banner()->note.contains(u"2 times"_s));
    }

    void factsTellSignalsCostsAndWhoWasEnded()
    {
        domain::Run run;
        run.plannedFor = base::fromMillis(1'000'000);
        run.startedAt = base::fromMillis(1'000'031);
        run.finishedAt = base::fromMillis(1'012'031);
        run.status = RunStatus::Cancelled;
        run.signal = 9;
        run.usage =
            domain::Usage{.cpuMicros = 18'400'000, .peakKib = 207'000, .readBytes = 0, .writtenBytes = 3'000'000};
        run.killReceipt = {
            QJsonObject{{u"pid"_s, 4711}, {u"name"_s, u"sleep"_s}, {u"signal"_s, u"TERM"_s}, {u"denied"_s, true}},
            QJsonObject{{u"pid"_s, 4712}, {u"name"_s, u"perl"_s}, {u"signal"_s, u"KILL"_s}, {u"at_ms"_s, 2000}}};
        QStringList texts;
        for (const models::Fact &fact : models::runFacts(run, {}, base::fromMillis(2'000'000))) {
            texts.append(fact.key + u'=' + fact.text);
        }
        QVERIFY(texts.contains(u"signal=KILL (9)"_s));
        QVERIFY(texts.contains(u"cpu=18 s"_s));
        QVERIFY(texts.contains(u"memory=212 MB"_s));
        QVERIFY(texts.contains(u"disk=0 B read, 3.0 MB written"_s));
        QVERIFY(texts.contains(u"receipt=sleep 4711: TERM was denied\nperl 4712: KILL after 2 s"_s));
        QVERIFY(texts.filter(u"planned="_s).constFirst().endsWith(u"started 31 ms later"_s));
    }

    void attemptsHoldsAndNotesAreFacts()
    {
        const base::Instant now = base::fromMillis(1'792'672'200'000);
        domain::Run run;
        run.status = RunStatus::Held;
        run.startedAt = now - 5min;
        run.attempt = 2;
        run.heldUntil = now + 90s;
        const auto texts = [&](const models::RunSurroundings &around) {
            QStringList all;
            for (const models::Fact &fact : models::runFacts(run, around, now))
                all.append(fact.key + u'=' + fact.label + u'=' + fact.text + u'=' + fact.quiet);
            return all.join(u'\n');
        };
        QVERIFY(texts({.usual = {}, .attempts = 3}).contains(u"attempt=Attempt=2 of 3="_s));
        QVERIFY(texts({}).contains(u"attempt=Attempt=2="_s));
        QVERIFY(texts({.usual = {}, .runAs = u"sudo -u postgres"_s}).contains(u"run_as=Ran as=sudo -u postgres"_s));
        QVERIFY(texts({.usual = {}, .savedBy = u"night"_s}).contains(u"version=Version=0, saved by night"_s));
        QVERIFY2(texts({}).contains(u"held_until=Next attempt="_s) && texts({}).contains(u"=in 1 min 30 s"_s),
                 qPrintable(texts({})));
        run.startedAt.reset();
        QVERIFY(texts({}).contains(u"held_until=Starts="_s));
        run.status = RunStatus::Failed;
        run.acknowledged = domain::Acknowledgement{u"bob"_s, now, u"disk replaced"_s};
        QVERIFY(texts({}).contains(u" by bob=disk replaced"_s));
        QVERIFY(!texts({}).contains(u"held_until"_s));
    }

private:
    static void step(test::Workspace &workspace, const QList<domain::Automation> &automations, QList<domain::Run> &open,
                     QRandomGenerator &random)
    {
        const int choice = static_cast<int>(random.bounded(4));
        if (open.isEmpty() || choice == 0) {
            open.append(workspace.request(automations.at(random.bounded(automations.size())).id));
            return;
        }
        const int place = static_cast<int>(random.bounded(open.size()));
        domain::Run &run = open[place];
        if (run.status == RunStatus::Running) {
            workspace.finish(run.id, choice == 1 ? RunStatus::Failed : RunStatus::Done);
            open.remove(place);
        } else if (choice == 1) {
            QVERIFY(test::Workspace::now(workspace.store().runs().drop(run.id, RunStatus::Skipped, u"overlap"_s)));
            open.remove(place);
        } else {
            run = workspace.start(run.id);
        }
    }
};

REGISTER_TEST(TestRunModel);

} // namespace

#include "test_runmodel.moc"
