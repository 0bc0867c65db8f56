// SPDX-License-Identifier: Apache-2.0
#include "models/automationdetail.h"
#include "models/automationfilter.h"
#include "models/roles.h"
#include "models/workspacestatus.h"
#include "tests/models/workspace.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Model = models::AutomationModel;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

struct Table
{
    explicit Table(test::Workspace &workspace) : model(workspace.store(), workspace.catalog, workspace.clock)
    {
        if (!QTest::qWaitFor([this] { return model.isLoaded() && historiesRead(); })) {
            qFatal("the model never loaded");
        }
    }

    bool historiesRead() const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.row(row).historyUnread) {
                return false;
            }
        }
        return true;
    }

    QVariant at(const base::AutomationId &id, int column, int role = Qt::DisplayRole) const
    {
        return model.index(model.rowOf(id), column).data(role);
    }
    /// Whether the model holds what the store holds.
    bool agreesWith(test::Workspace &workspace) const
    {
        const auto list = test::Workspace::must(test::Workspace::now(workspace.store().automations().list()));
        QList<base::AutomationId> ids;
        for (const domain::Automation &automation : list) {
            ids.append(automation.id);
        }
        const auto histories = test::Workspace::must(test::Workspace::now(workspace.store().runs().histories(ids, 20)));
        bool same = list.size() == model.rowCount();
        for (const domain::Automation &automation : list) {
            const int row = model.rowOf(automation.id);
            same = same && row >= 0 && model.row(row).automation == automation &&
                   model.row(row).history == histories.value(automation.id);
        }
        return same;
    }

    Model model;
    QAbstractItemModelTester tester{&model, fatal};
};

class TestAutomationModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsSayTheStateOfAnAutomation()
    {
        test::Workspace workspace;
        const base::AutomationId id = workspace.create(1).constFirst().id;
        Table table(workspace);
        QCOMPARE(table.at(id, Model::Name, models::StatusKeyRole).toString(), u"automation.never_run"_s);
        QCOMPARE(table.at(id, Model::Kind).toString(), u"Script"_s);
        QCOMPARE(table.at(id, Model::Trigger).toString(), u"Manual"_s);
        QCOMPARE(table.at(id, Model::Took).toString(), u"–"_s);

        workspace.runFor(id, 41s);
        QTRY_COMPARE(table.at(id, Model::LastRun).toString(), u"Done"_s);
        QCOMPARE(table.at(id, Model::Took).toString(), u"41 s"_s);
        QCOMPARE(table.at(id, Model::Took, models::RawRole).toLongLong(), 41000);
        QCOMPARE(table.at(id, Model::History, models::BarsRole).toList().size(), 1);

        const domain::Run run = workspace.request(id);
        workspace.start(run.id);
        workspace.clock.advance(12s);
        QTRY_COMPARE(table.at(id, Model::LastRun).toString(), u"Running"_s);
        QCOMPARE(table.at(id, Model::LastRun, models::SecondaryTextRole).toString(), u"0:12"_s);
        QCOMPARE(table.at(id, Model::Took).toString(), u"≈ 41 s"_s);
        QCOMPARE(table.at(id, Model::History, models::BarsRole).toList().constLast().toList().size(), 3);

        workspace.finish(run.id, domain::RunStatus::Failed, u"exit 2"_s);
        QTRY_COMPARE(table.at(id, Model::Name, models::StatusKeyRole).toString(), u"run.failed"_s);
        QCOMPARE(table.model.failingCount(), 1);
        QCOMPARE(table.at(id, Model::History, Qt::AccessibleTextRole).toString(), u"1 done, 1 failed"_s);
    }

    void aRunningCounterTicksOnlyWhileSomethingRuns()
    {
        test::Workspace workspace;
        const base::AutomationId id = workspace.create(1).constFirst().id;
        Table table(workspace);
        const domain::Run run = workspace.request(id);
        workspace.start(run.id);
        QTRY_COMPARE(table.at(id, Model::LastRun).toString(), u"Running"_s);
        QSignalSpy repaints(&table.model, &Model::dataChanged);
        QTRY_VERIFY(!repaints.isEmpty());
        const QList<int> roles = repaints.constFirst().at(2).value<QList<int>>();
        QVERIFY(roles.contains(models::SecondaryTextRole));
    }

    void aBulkChangeIsOneSignal()
    {
        test::Workspace workspace;
        QList<base::AutomationId> ids;
        for (const domain::Automation &automation : workspace.create(200)) {
            ids.append(automation.id);
        }
        Table table(workspace);
        QSignalSpy repaints(&table.model, &Model::dataChanged);
        QSignalSpy resets(&table.model, &Model::modelReset);
        QVERIFY(test::Workspace::now(workspace.store().automations().setPaused(ids, true, u"tester"_s)));
        QTRY_COMPARE(table.at(ids.constLast(), Model::LastRun).toString(), u"Paused"_s);
        QCOMPARE(repaints.size(), 1);
        QCOMPARE(repaints.constFirst().at(0).toModelIndex().row(), 0);
        QCOMPARE(repaints.constFirst().at(1).toModelIndex().row(), 199);
        QVERIFY(resets.isEmpty());
        QVERIFY(table.at(ids.constFirst(), Model::Name, models::DimmedRole).toBool());
    }

    void newAndRemovedRowsComeAsRanges()
    {
        test::Workspace workspace;
        const auto automations = workspace.create(10);
        Table table(workspace);
        QSignalSpy inserted(&table.model, &Model::rowsInserted);
        workspace.create(100, u"Later "_s);
        QTRY_COMPARE(table.model.rowCount(), 110);
        QCOMPARE(inserted.size(), 1);
        QVERIFY(test::Workspace::now(workspace.store().automations().remove(automations.at(3).id, u"tester"_s)));
        QTRY_COMPARE(table.model.rowOf(automations.at(3).id), -1);
        QVERIFY(table.agreesWith(workspace));
    }

    void theNextFireIsShownAndPassed()
    {
        test::Workspace workspace;
        domain::Automation automation = test::someAutomation();
        automation.triggers = {domain::Schedule{.everySeconds = 2, .anchor = workspace.clock.now()}};
        const base::AutomationId id = workspace.create({automation}).constFirst().id;
        Table table(workspace);
        models::WorkspaceStatus status(workspace.store(), table.model, workspace.clock);
        const base::Instant first = workspace.clock.now() + 2s;
        QCOMPARE(status.nextFire()->at, first);
        QCOMPARE(table.at(id, Model::Next, models::RawRole).toDateTime().toMSecsSinceEpoch(), base::toMillis(first));
        workspace.clock.advance(2s);
        QTRY_COMPARE(status.nextFire()->at, first + 2s);

        QVERIFY(test::Workspace::now(workspace.store().automations().setPaused({id}, true, u"tester"_s)));
        QTRY_COMPARE(table.at(id, Model::Next).toString(), u"paused"_s);
        QVERIFY(!table.at(id, Model::Next, models::RawRole).isValid());
        QVERIFY(!status.nextFire());
    }

    void noTimeIsShownWhileEverythingIsPaused()
    {
        test::Workspace workspace;
        domain::Automation daily = test::someAutomation(u"Daily"_s);
        daily.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s}};
        const QList<domain::Automation> stored = workspace.create({daily, test::someAutomation(u"By hand"_s)});
        const base::AutomationId id = stored.constFirst().id;
        Table table(workspace);
        models::WorkspaceStatus status(workspace.store(), table.model, workspace.clock);
        models::AutomationDetail detail(table.model, workspace.clock);
        detail.setAutomation(id);
        QVERIFY(status.nextFire());
        QCOMPARE(detail.fires().size(), 4);

        const auto setPaused = [&](store::Pausing state) {
            return test::Workspace::now(workspace->pauses().setAllPaused(state, u"tester"_s)).has_value();
        };
        QVERIFY(setPaused(store::Pausing::On));
        QTRY_COMPARE(table.at(id, Model::Next).toString(), u"paused"_s);
        QVERIFY(!table.at(id, Model::Next, models::RawRole).isValid());
        QCOMPARE(table.at(stored.constLast().id, Model::Next).toString(), u"–"_s); // Not even otherwise.
        QVERIFY(!status.nextFire());
        QVERIFY(status.isAllPaused());
        QVERIFY(detail.fires().isEmpty());
        QCOMPARE(detail.pauseNote(), u"paused"_s);
        models::AutomationModel second(workspace.store(), workspace.catalog, workspace.clock);
        QTRY_VERIFY(second.isLoaded() && second.isAllPaused());
        QVERIFY(!second.nextFire());

        QVERIFY(setPaused(store::Pausing::Off));
        QTRY_VERIFY(status.nextFire());
        QVERIFY(table.at(id, Model::Next).toString() != u"paused"_s);
        QVERIFY(detail.pauseNote().isEmpty());
    }

    void selectedRowsStayThemselvesUnderARandomStory()
    {
        test::Workspace workspace;
        QList<base::AutomationId> ids;
        for (const domain::Automation &automation : workspace.create(40)) {
            ids.append(automation.id);
        }
        Table table(workspace);
        models::AutomationFilter proxy(table.model);
        QAbstractItemModelTester proxyTester(&proxy, fatal);
        const base::AutomationId kept = ids.takeFirst();
        const QPersistentModelIndex selected = proxy.mapFromSource(table.model.index(table.model.rowOf(kept), 0));
        QRandomGenerator random(4711);
        for (int i = 0; i < 1000; ++i) {
            step(workspace, ids, random);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY_WITH_TIMEOUT(table.agreesWith(workspace), 20000);
        QVERIFY(selected.isValid());
        QCOMPARE(selected.data(models::KeyRole).toString(), kept.text());
        QCOMPARE(proxy.rowCount(), table.model.rowCount());
    }

    void rowsKeepTheirPlaceUntilSortedAgain()
    {
        test::Workspace workspace;
        const auto automations = workspace.create(3);
        Table table(workspace);
        models::AutomationFilter proxy(table.model);
        QAbstractItemModelTester tester(&proxy, fatal);
        proxy.sort(Model::LastRun, Qt::DescendingOrder);
        QCOMPARE(proxy.sortKeys().size(), 2);
        const auto order = [&proxy] {
            QString names;
            for (int row = 0; row < proxy.rowCount(); ++row) {
                names += proxy.index(row, Model::Name).data().toString().back();
            }
            return names;
        };
        QCOMPARE(order(), u"012"_s);
        workspace.runFor(automations.at(2).id, 1s);
        QTRY_COMPARE(table.at(automations.at(2).id, Model::LastRun).toString(), u"Done"_s);
        QCOMPARE(order(), u"012"_s);
        proxy.sortAgain();
        QCOMPARE(order(), u"201"_s);
        proxy.sort(Model::Name, Qt::DescendingOrder);
        QCOMPARE(order(), u"210"_s);
    }

    void aFilterFollowsWhatChanges()
    {
        test::Workspace workspace;
        const auto automations = workspace.create(5);
        Table table(workspace);
        models::AutomationFilter proxy(table.model);
        QAbstractItemModelTester tester(&proxy, fatal);
        proxy.setFilter(models::parseFilter(u"status:failing"_s, models::FilterScope::Automations), {});
        QCOMPARE(proxy.rowCount(), 0);
        workspace.runFor(automations.at(2).id, 1s, domain::RunStatus::Failed);
        QTRY_COMPARE(proxy.rowCount(), 1);
        QCOMPARE(proxy.index(0, 0).data(models::KeyRole).toString(), automations.at(2).id.text());
        workspace.runFor(automations.at(2).id, 1s);
        QTRY_COMPARE(proxy.rowCount(), 0);
    }

private:
    static void step(test::Workspace &workspace, QList<base::AutomationId> &ids, QRandomGenerator &random)
    {
        const int place = static_cast<int>(random.bounded(ids.size()));
        const base::AutomationId id = ids.at(place);
        switch (random.bounded(6)) {
        case 0:
            ids.append(workspace.create(1, u"Random "_s).constFirst().id);
            break;
        case 1:
            if (ids.size() > 5) {
                QVERIFY(test::Workspace::now(workspace.store().automations().remove(id, u"tester"_s)));
                ids.remove(place);
            }
            break;
        case 2: {
            domain::Automation automation =
                test::Workspace::must(test::Workspace::now(workspace.store().automations().get(id)));
            automation.name += u'x';
            QVERIFY(test::Workspace::now(workspace.store().automations().update(automation, u"tester"_s)));
            break;
        }
        case 3:
            QVERIFY(test::Workspace::now(
                workspace.store().automations().setPaused({id}, random.bounded(2) == 0, u"tester"_s)));
            break;
        case 4:
            workspace.request(id);
            break;
        default:
            workspace.clock.advance(100ms);
            workspace.runFor(id, 1s, random.bounded(3) == 0 ? domain::RunStatus::Failed : domain::RunStatus::Done);
        }
    }
};

REGISTER_TEST(TestAutomationModel);

} // namespace

#include "test_automationmodel.moc"
