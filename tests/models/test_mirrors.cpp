// SPDX-License-Identifier: Apache-2.0
// Tables while what lives elsewhere is seen for the first time: a great deal of it, and older than what is shown.
#include "models/automationfilter.h"
#include "models/automationmodel.h"
#include "models/runmodel.h"
#include "tests/models/remoteworld.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
using test::RemoteWorld;

QList<domain::RemoteAutomation> automations(int count)
{
    QList<domain::RemoteAutomation> all;
    for (int i = 0; i < count; ++i) {
        all.append(RemoteWorld::automation(QString::number(i), u"Automation %1"_s.arg(i)));
    }
    return all;
}

/// Of the first automation, newest first, each a minute older than the one before.
QList<domain::RemoteRun> runsFrom(int first, int count, base::Instant now)
{
    QList<domain::RemoteRun> runs;
    for (int i = first; i < first + count; ++i) {
        domain::RemoteRun run;
        run.remoteId = u"r%1"_s.arg(i);
        run.automationRemoteId = u"0"_s;
        run.status = domain::RunStatus::Done;
        run.queuedAt = run.startedAt = run.finishedAt = now - i * 1min;
        runs.append(run);
    }
    return runs;
}

QStringList remoteIds(const models::RunModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids.append(model.run(row).remoteId);
    }
    return ids;
}

} // namespace

class MirrorModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyComesBehindWhatIsShown()
    {
        test::Workspace workspace;
        RemoteWorld world(workspace);
        const base::ConnectionId office = world.connection(u"Office"_s);
        world.see(office, automations(1));
        models::RunModel model(workspace.store(), workspace.clock);
        const QAbstractItemModelTester tester(&model, fatal);
        const base::Instant now = workspace.clock.now();
        RemoteWorld::must(workspace->mirrors().seeRuns(office, runsFrom(1, 3, now)));
        QTRY_COMPARE(model.rowCount(), 3);
        RemoteWorld::must(workspace->mirrors().seeRuns(office, runsFrom(4, 2, now)));
        QTRY_COMPARE(remoteIds(model), (QStringList{u"r1"_s, u"r2"_s, u"r3"_s, u"r4"_s, u"r5"_s}));
        world.works(office);
        RemoteWorld::must(workspace->mirrors().seeRuns(office, runsFrom(0, 1, now)));
        QTRY_COMPARE(model.rowCount(), 6);
        QCOMPARE(model.run(0).remoteId, u"r0"_s);
    }

    void longHistoryIsLeftToPages()
    {
        test::Workspace workspace;
        RemoteWorld world(workspace);
        const base::ConnectionId office = world.connection(u"Office"_s);
        world.see(office, automations(1));
        models::RunModel model(workspace.store(), workspace.clock);
        const QAbstractItemModelTester tester(&model, fatal);
        const int page = models::RunModel::pageSize;
        for (int part = 0; part < 6; ++part) {
            RemoteWorld::must(
                workspace->mirrors().seeRuns(office, runsFrom(1 + part * page / 2, page / 2, workspace.clock.now())));
        }
        QTRY_COMPARE(model.counts().total, 3 * page);
        QTRY_VERIFY(model.rowCount() >= page && model.canFetchMore({}));
        while (model.canFetchMore({})) {
            model.fetchMore({});
            QTRY_VERIFY(!model.isLoading());
        }
        QCOMPARE(model.rowCount(), 3 * page);
        const QList<domain::Run> stored = RemoteWorld::must(workspace->runs().page({.limit = 0}));
        QCOMPARE(remoteIds(model).first(), stored.first().remoteId);
        QCOMPARE(remoteIds(model).last(), stored.last().remoteId);
        QStringList shown = remoteIds(model);
        QCOMPARE(shown.removeDuplicates(), 0);
    }

    void theirHistoryIsShownWithThem()
    {
        test::Workspace workspace;
        RemoteWorld world(workspace);
        const base::ConnectionId office = world.connection(u"Office"_s);
        world.see(office, automations(1));
        models::AutomationModel model(workspace.store(), workspace.catalog, workspace.clock);
        QTRY_VERIFY(model.rowCount() == 1 && !model.row(0).historyUnread);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        RemoteWorld::must(workspace->mirrors().seeRuns(office, runsFrom(1, 3, workspace.clock.now())));
        QTRY_COMPARE(model.row(0).history.size(), 3);
        QCOMPARE(model.row(0).history.first().remoteId, u"r1"_s);
        const models::AutomationFilter sorted(model);
        QVERIFY(!changed.isEmpty());
        for (const QList<QVariant> &one : changed) { // else all rows between would be sorted again for each run
            QVERIFY(one.at(1).toModelIndex().column() < sorted.sortColumn());
        }
    }

    void portionsAreOfNeighboursAndHoldEverythingOnce()
    {
        models::AutomationNews news;
        QHash<base::AutomationId, int> rows;
        for (int i = 0; i < 2000; ++i) {
            const base::AutomationId id = base::AutomationId::make();
            rows.insert(id, i);
            news.histories.insert(id, {});
            if (i % 5 == 0) {
                news.automations.append(domain::Automation{.id = id});
            }
        }
        news.runs.append(domain::Run());
        models::PortionedNews portions(news);
        int automations = 0;
        QList<int> alone; // rows of histories that came without their automation
        while (!portions.isOver()) {
            const models::AutomationNews some =
                portions.next([&rows](const base::AutomationId &id) { return rows.value(id); });
            automations += int(some.automations.size());
            QList<int> now;
            for (auto it = some.histories.keyBegin(); it != some.histories.keyEnd(); ++it) {
                QCOMPARE(rows.value(*it) % 5 == 0, !some.automations.isEmpty());
                if (some.automations.isEmpty()) {
                    now.append(rows.value(*it));
                }
            }
            std::sort(now.begin(), now.end());
            alone += now;
            QVERIFY(some.automations.size() <= 200 && some.histories.size() <= 200);
            QCOMPARE(some.runs.size(), portions.isOver() ? 1 : 0);
        }
        QCOMPARE(automations, 400);
        QCOMPARE(alone.size(), 1600);
        QVERIFY(std::is_sorted(alone.begin(), alone.end()));
    }

    void manyComeInPortionsAndAllAreThere()
    {
        test::Workspace workspace;
        RemoteWorld world(workspace);
        workspace.create(1, u"Mine "_s);
        models::AutomationModel model(workspace.store(), workspace.catalog, workspace.clock);
        const QAbstractItemModelTester tester(&model, fatal);
        QTRY_COMPARE(model.rowCount(), 1);
        int most = 0;
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [&most](const QModelIndex &, int first, int last) { most = std::max(most, last - first + 1); });
        const base::ConnectionId office = world.connection(u"Office"_s);
        world.see(office, automations(1200));
        QTRY_COMPARE(model.rowCount(), 1201);
        QVERIFY2(most <= 200, qPrintable(QString::number(most)));
        QTRY_VERIFY(!model.row(1200).historyUnread);
        RemoteWorld::mustDo(workspace->connections().remove(office, store::Unsent::Discard, u"tester"_s));
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(0).automation.name, u"Mine 0000"_s);
    }
};

REGISTER_TEST(MirrorModelsTest);

#include "test_mirrors.moc"
