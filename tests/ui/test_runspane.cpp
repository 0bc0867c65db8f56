// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/panes/tableexport.h"
#include "ui/runs/runspane.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/table/tableview.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::columnTexts;
using test::textOf;

namespace {

using Model = models::RunModel;

struct Opened
{
    explicit Opened(test::PaneHouse &paneHouse) : house(paneHouse) {}

    test::PaneHouse &house;
    ui::RunsPane pane{house.context};
    QTableView *table = test::open(pane);
    QLineEdit *filter = pane.findChild<QLineEdit *>(u"filterEdit"_s);

    bool hasRows(int count) const
    {
        return QTest::qWaitFor([&] { return table->model()->rowCount() == count; });
    }
    QString chosenKey() const
    {
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        return rows.isEmpty() ? QString() : rows.constFirst().data(models::KeyRole).toString();
    }
};

class TestRunsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAppearNewestFirst()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(2);
        house.workspace.runFor(all[0].id, 41s);
        Opened opened(house);
        QVERIFY(opened.hasRows(1));
        house.workspace.request(all[1].id);
        QVERIFY(opened.hasRows(2));
        QCOMPARE(columnTexts(*opened.table, Model::Status), (QStringList{u"Queued"_s, u"Done"_s}));
        QTRY_COMPARE(textOf(opened.pane, u"paneCount"_s), u"2"_s);
    }

    void runAgainMakesANewRun()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.runFor(all[0].id, 3s);
        Opened opened(house);
        QVERIFY(opened.hasRows(1));
        QTest::keyClick(opened.table, Qt::Key_F5);
        QVERIFY(opened.hasRows(2));
        QCOMPARE(columnTexts(*opened.table, Model::Trigger), (QStringList{u"tester"_s, u"tester"_s}));
    }

    void cancelIsThereOnlyForWhatIsNotOver()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.runFor(all[0].id, 3s);
        house.workspace.request(all[0].id);
        Opened opened(house);
        QVERIFY(opened.hasRows(2));
        auto *cancel = opened.pane.findChild<QPushButton *>(u"headerCancel"_s);
        ui::chooseRow(*opened.table, 1);
        QVERIFY(!cancel->isEnabled());
        QVERIFY(cancel->toolTip().contains(u"over"_s));
        ui::chooseRow(*opened.table, 0);
        QVERIFY(cancel->isEnabled());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_COMPARE(opened.table->model()->index(0, Model::Status).data().toString(), u"Cancelled"_s);
        QTRY_VERIFY(!cancel->isEnabled());
    }

    void enterOpensTheLogOfTheRow()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        const domain::Run run = house.workspace.runFor(all[0].id, 3s);
        Opened opened(house);
        QVERIFY(opened.hasRows(1));
        QTRY_COMPARE(opened.chosenKey(), run.id.text());
        QSignalSpy log(&opened.pane, &ui::Pane::logWanted);
        QTest::keyClick(opened.table, Qt::Key_Return);
        QCOMPARE(log.size(), 1);
        QCOMPARE(log[0][0].value<base::RunId>(), run.id);
        QSignalSpy automation(&opened.pane, &ui::Pane::automationWanted);
        opened.pane.findChild<QAction *>(u"showAutomation"_s)->trigger();
        QCOMPARE(automation[0][0].value<base::AutomationId>(), all[0].id);
    }

    void theFilterAsksTheStore()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(2);
        house.workspace.runFor(all[0].id, 3s);
        house.workspace.runFor(all[1].id, 3s, domain::RunStatus::Failed);
        Opened opened(house);
        QVERIFY(opened.hasRows(2));
        opened.pane.findChild<QAction *>(u"filterState_failed"_s)->trigger();
        QVERIFY(opened.hasRows(1));
        QTRY_COMPARE(textOf(opened.pane, u"paneCount"_s), u"1 of 2"_s);
        opened.filter->setText(u"0000"_s);
        QVERIFY(opened.hasRows(0));
        auto *instead = opened.table->findChild<QWidget *>(u"emptyState"_s);
        QTRY_VERIFY(instead->isVisible());
        QCOMPARE(instead->accessibleName(), u"No run matches"_s);
        QTest::keyClick(opened.table, Qt::Key_Escape);
        QVERIFY(opened.hasRows(2));
        opened.pane.showRunsOf(all[0].id);
        QVERIFY(opened.hasRows(1));
        opened.filter->setText(u"tag:x"_s);
        QTRY_VERIFY(opened.pane.findChild<QWidget *>(u"filterNote"_s)->isVisible());
    }

    void selectionAndScrollStayWhileRunsCome()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        for (int i = 0; i < 60; ++i)
            house.workspace.request(all[0].id);
        Opened opened(house);
        QVERIFY(opened.hasRows(60));
        ui::chooseRow(*opened.table, 30);
        opened.table->scrollTo(opened.table->model()->index(30, 0), QAbstractItemView::PositionAtTop);
        const QString chosen = opened.chosenKey();
        const int place = opened.table->rowViewportPosition(30);
        for (int i = 0; i < 100; ++i)
            house.workspace.request(all[0].id);
        QVERIFY(opened.hasRows(160));
        QCOMPARE(opened.chosenKey(), chosen);
        QCOMPARE(opened.table->rowViewportPosition(130), place);
    }

    void anEmptyStoreSaysWhatWillBeHere()
    {
        test::PaneHouse house;
        Opened opened(house);
        auto *instead = opened.table->findChild<QWidget *>(u"emptyState"_s);
        QTRY_VERIFY(instead->isVisible());
        QCOMPARE(instead->accessibleName(), u"No runs yet"_s);
    }

    void theInspectorSaysTheCause()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        const domain::Run run = house.workspace.runFor(all[0].id, 3s, domain::RunStatus::Failed);
        Opened opened(house);
        QTRY_VERIFY(textOf(*opened.pane.inspector(), u"runCause"_s).startsWith(u"Asked for by tester at "_s));
        QCOMPARE(textOf(*opened.pane.inspector(), u"inspectorName"_s), run.automationName);
        opened.table->clearSelection();
        QTRY_VERIFY(
            opened.pane.inspector()->findChild<QWidget *>(u"nothingChosen"_s)->isVisibleTo(opened.pane.inspector()));
    }

    void theInspectorShowsWhatARunCostAndWhoWasEnded()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        const domain::Run run = house.workspace.request(all[0].id);
        house.workspace.start(run.id);
        house.workspace.clock.advance(62s);
        const auto victim = [](int pid, const QString &name, const QString &signal, int at) {
            return QJsonObject{
                {u"pid"_s, pid}, {u"name"_s, name}, {u"signal"_s, signal}, {u"at_ms"_s, at}, {u"denied"_s, false}};
        };
        const domain::RunEnd end{.status = domain::RunStatus::TimedOut,
                                 .reason = u"limit 60 s reached"_s,
                                 .signal = 9,
                                 .usage = domain::Usage{18'400'000, 207'000, 4'100'000, 31'000'000},
                                 .killReceipt = {victim(4711, u"perl"_s, u"TERM"_s, 0),
                                                 victim(4715, u"sleep"_s, u"TERM"_s, 0),
                                                 victim(4711, u"perl"_s, u"KILL"_s, 2013)}};
        QVERIFY(test::Workspace::now(house.workspace.store().runs().finish(run.id, end)));
        Opened opened(house);
        QTRY_COMPARE(textOf(*opened.pane.inspector(), u"killReceipt"_s),
                     u"perl 4711: TERM\nsleep 4715: TERM\nperl 4711: KILL after 2 s"_s);
        QVERIFY(opened.pane.inspector()->findChild<QWidget *>(u"killReceipt"_s)->isVisibleTo(opened.pane.inspector()));
        opened.pane.inspector()->resize(360, 640);
        QVERIFY(test::shoot(*opened.pane.inspector(), u"run-receipt"_s));
    }

    void severalAreCancelledAfterOneQuestion()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.runFor(all[0].id, 3s);
        for (int i = 0; i < 3; ++i)
            house.workspace.request(all[0].id);
        Opened opened(house);
        QVERIFY(opened.hasRows(4));
        opened.table->selectAll();
        house.prompts.answer = 1;
        QTest::keyClick(opened.table, Qt::Key_Delete);
        QCOMPARE(house.prompts.asked.size(), 1);
        QCOMPARE(house.prompts.asked[0].title, u"Cancel 3 runs?"_s);
        QCOMPARE(test::await(house.workspace->runs().counts())->queued, 3);
        house.prompts.answer = 0;
        QTest::keyClick(opened.table, Qt::Key_Delete);
        QTRY_COMPARE(columnTexts(*opened.table, Model::Status).count(u"Cancelled"_s), 3);
        QCOMPARE(house.prompts.asked.size(), 2);
    }

    void aHeldRunCountsDownAndStartsNow()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        const domain::Run run = house.workspace.request(all[0].id);
        const base::Instant now = house.workspace.clock.now();
        QVERIFY(test::await(house.workspace->runs().hold(
            run.id, {.until = now + 90s, .since = now, .reason = u"on hold for 90 s before it starts"_s})));
        Opened opened(house);
        QVERIFY(opened.hasRows(1));
        const auto left = [&] { return opened.table->model()->index(0, Model::Duration).data().toString(); };
        QCOMPARE(left(), u"in 1:30"_s);
        QSignalSpy ticked(opened.table->model(), &QAbstractItemModel::dataChanged);
        house.workspace.clock.advance(30s);
        QTRY_VERIFY(!ticked.isEmpty());
        QCOMPARE(left(), u"in 1:00"_s);
        auto *startNow = opened.pane.findChild<QAction *>(u"startNow"_s);
        QTRY_VERIFY(startNow->isEnabled());
        startNow->trigger();
        QTRY_COMPARE(columnTexts(*opened.table, Model::Status), QStringList{u"Queued"_s});
        QCOMPARE(left(), u"–"_s);
        QTRY_VERIFY(!startNow->isEnabled());
    }

    void failuresAreNotedAndTheNoteIsTakenBack()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.runFor(all[0].id, 3s, domain::RunStatus::Failed);
        house.workspace.runFor(all[0].id, 3s, domain::RunStatus::TimedOut);
        house.workspace.runFor(all[0].id, 3s);
        Opened opened(house);
        QVERIFY(opened.hasRows(3));
        QSignalSpy said(&opened.pane, &ui::Pane::said);
        auto *note = opened.pane.findChild<QAction *>(u"noteFailure"_s);
        ui::chooseRow(*opened.table, 0);
        QVERIFY(!note->isEnabled());
        opened.table->selectAll();
        QVERIFY(note->isEnabled());
        note->trigger(); // and think better of it
        QCOMPARE(house.prompts.askedForText.size(), 1);
        QCOMPARE(test::await(house.workspace->runs().counts())->unnoted, 2);
        house.prompts.text = u"disk replaced"_s;
        note->trigger();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"Noted: 2 failures"_s);
        QTRY_COMPARE(columnTexts(*opened.table, Model::Reason)[1], u"exit 1 (noted by tester: disk replaced)"_s);
        QVERIFY(opened.table->model()->index(1, Model::Reason).data(models::DimmedRole).toBool());
        QTRY_COMPARE(note->text(), u"Take the &note back"_s);
        said[0][1].value<std::function<void()>>()();
        QTRY_COMPARE(test::await(house.workspace->runs().counts())->unnoted, 2);
        house.prompts.text = u""_s;
        QTRY_COMPARE(note->text(), u"Take &note…"_s);
        note->trigger();
        QTRY_COMPARE(columnTexts(*opened.table, Model::Reason)[1], u"exit 1 (noted by tester)"_s);
        QTRY_COMPARE(note->text(), u"Take the &note back"_s);
        note->trigger();
        QTRY_COMPARE(columnTexts(*opened.table, Model::Reason)[1], u"exit 1"_s);
    }

    void theQueueIsEmptiedAfterAQuestion()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(2);
        house.workspace.start(house.workspace.request(all[0].id).id);
        Opened opened(house);
        QVERIFY(opened.hasRows(1));
        auto *clear = opened.pane.findChild<QAction *>(u"clearQueue"_s);
        QVERIFY(!clear->isEnabled());
        for (const auto &automation : all)
            house.workspace.request(automation.id);
        QTRY_VERIFY(clear->isEnabled());
        QTRY_COMPARE(test::await(house.workspace->runs().counts())->queued, 2);
        QVERIFY(opened.hasRows(3));
        clear->trigger();
        QCOMPARE(house.prompts.asked[0].title, u"Cancel the 2 runs that wait for their turn?"_s);
        QTRY_COMPARE(columnTexts(*opened.table, Model::Status),
                     (QStringList{u"Cancelled"_s, u"Cancelled"_s, u"Running"_s}));
        QTRY_VERIFY(!clear->isEnabled());
    }

    void timeAndTriggerAreChosenFromTheMenu()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.runFor(all[0].id, 3s);
        house.workspace.clock.advance(50h);
        house.workspace.runFor(all[0].id, 3s);
        Opened opened(house);
        QVERIFY(opened.hasRows(2));
        opened.pane.findChild<QAction *>(u"filterState_24h"_s)->trigger();
        QVERIFY(opened.hasRows(1));
        opened.pane.findChild<QAction *>(u"filterState_7d"_s)->trigger();
        QVERIFY(opened.hasRows(2));
        opened.pane.findChild<QAction *>(u"filterState_schedule"_s)->trigger();
        QVERIFY(opened.hasRows(0));
        opened.pane.setFilter(u"until:2d"_s);
        QVERIFY(opened.hasRows(1));
    }

    void aFilterIsKeptAsAView()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.runFor(all[0].id, 3s);
        house.workspace.runFor(all[0].id, 3s, domain::RunStatus::Failed);
        Opened opened(house);
        QVERIFY(opened.hasRows(2));
        opened.pane.findChild<QAction *>(u"filterState_failed"_s)->trigger();
        opened.filter->setText(u"Automation"_s);
        QVERIFY(opened.hasRows(1));
        house.prompts.text = u"Broken & open"_s;
        const auto action = [&opened](const QString &name) { return opened.pane.findChild<QAction *>(name); };
        action(u"saveView"_s)->trigger();
        QTRY_VERIFY(action(u"view_Broken & open"_s));
        QTest::keyClick(opened.table, Qt::Key_Escape);
        QVERIFY(opened.hasRows(2));
        action(u"view_Broken & open"_s)->trigger();
        QVERIFY(opened.hasRows(1));
        QCOMPARE(opened.filter->text(), u"Automation"_s);
        QVERIFY(opened.pane.findChild<ui::FilterBar *>()->chips().contains({u"status"_s, u"Failed"_s}));
        house.prompts.text = u"Broken"_s;
        action(u"renameView_Broken & open"_s)->trigger();
        QTRY_VERIFY(action(u"view_Broken"_s));
        QVERIFY(!action(u"view_Broken & open"_s));
        QSignalSpy said(&opened.pane, &ui::Pane::said);
        action(u"deleteView_Broken"_s)->trigger();
        QTRY_VERIFY(!action(u"view_Broken"_s));
        QTRY_COMPARE(said.size(), 1);
        said[0][1].value<std::function<void()>>()();
        QTRY_VERIFY(action(u"view_Broken"_s));
        ui::RunsPane other(house.context); // another window of the same store
        QTRY_VERIFY(other.findChild<QAction *>(u"view_Broken"_s));
    }

    void exportsValuesNotTheirShortForms()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create({test::someAutomation(u"Say \"hi\", twice"_s)});
        house.workspace.runFor(all[0].id, 41s);
        Opened opened(house);
        QVERIFY(opened.hasRows(1));
        const QStringList lines = ui::asCsv(*opened.table->model()).split(u"\r\n"_s);
        QCOMPARE(lines[0], u"Status,Automation,Trigger,Time,Duration,Reason"_s);
        QVERIFY(lines[1].startsWith(u"done,\"Say \"\"hi\"\", twice\",tester,2026-10-25T"_s));
        QVERIFY(lines[1].contains(u",41000,"_s));
    }

    void everyControlHasAName()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.request(all[0].id);
        Opened opened(house);
        QVERIFY(opened.hasRows(1));
        QCOMPARE(test::unnamedWidgets(opened.pane).join(u'\n'), QString());
        QCOMPARE(test::unnamedWidgets(*opened.pane.inspector()).join(u'\n'), QString());
    }
};

REGISTER_TEST(TestRunsPane);

} // namespace

#include "test_runspane.moc"
