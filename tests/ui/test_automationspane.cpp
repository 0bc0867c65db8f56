// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/automations/automationspane.h"
#include "ui/widgets/table/tableview.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::columnTexts;
using test::currentText;
using test::textOf;

namespace {

using Model = models::AutomationModel;

struct Opened
{
    explicit Opened(test::PaneHouse &paneHouse) : house(paneHouse) {}

    test::PaneHouse &house;
    Model model{house.workspace.store(), house.workspace.catalog, house.workspace.clock};
    ui::AutomationsPane pane{house.context, model};
    QTableView *table = test::open(pane);
    QLineEdit *filter = pane.findChild<QLineEdit *>(u"filterEdit"_s);

    bool hasRows(int count) const
    {
        return QTest::qWaitFor([&] { return model.isLoaded() && table->model()->rowCount() == count; });
    }
    QWidget *tableEmptyState() const { return table->findChild<QWidget *>(u"emptyState"_s); }
};

class TestAutomationsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAppearAndTheFirstIsChosen()
    {
        test::PaneHouse house;
        house.workspace.create(3);
        Opened opened(house);
        QVERIFY(opened.hasRows(3));
        QCOMPARE(currentText(*opened.table), u"Automation 0000"_s);
        QTRY_COMPARE(textOf(*opened.pane.inspector(), u"inspectorName"_s), u"Automation 0000"_s);
        QCOMPARE(textOf(opened.pane, u"paneCount"_s), u"3"_s);
        house.workspace.create(1, u"Later "_s);
        QVERIFY(opened.hasRows(4));
        QCOMPARE(textOf(opened.pane, u"paneCount"_s), u"4"_s);
        const auto *tabs = opened.pane.inspector()->findChild<QTabBar *>();
        QVERIFY2(tabs->sizeHint().width() <= 340, "the tabs do not fit");
    }

    void f5QueuesARunOfTheChosen()
    {
        test::PaneHouse house;
        house.workspace.create(2);
        Opened opened(house);
        QVERIFY(opened.hasRows(2));
        QSignalSpy said(&opened.pane, &ui::Pane::said);
        ui::chooseRow(*opened.table, 1);
        QTest::keyClick(opened.table, Qt::Key_F5);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"A run of “Automation 0001” is queued"_s);
        const auto waiting = test::Workspace::must(test::await(house.workspace->runs().waiting()));
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting[0].requestedBy, u"tester"_s);
        QTRY_COMPARE(opened.table->model()->index(1, Model::LastRun).data().toString(), u"Queued"_s);
        QSignalSpy log(&opened.pane, &ui::Pane::logWanted);
        QTest::keyClick(opened.table, Qt::Key_Return);
        QCOMPARE(log.size(), 1);
        QCOMPARE(log[0][0].value<base::RunId>(), waiting[0].id);
    }

    void deleteAsksFirst()
    {
        test::PaneHouse house;
        house.workspace.create(3);
        Opened opened(house);
        QVERIFY(opened.hasRows(3));
        opened.table->selectAll();
        house.prompts.answer = 1;
        QTest::keyClick(opened.table, Qt::Key_Delete);
        QCOMPARE(house.prompts.asked.size(), 1);
        QCOMPARE(house.prompts.asked[0].title, u"Delete 3 automations?"_s);
        QVERIFY(house.prompts.asked[0].destructive);
        ui::chooseRow(*opened.table, 0);
        house.prompts.answer = 0;
        QTest::keyClick(opened.table, Qt::Key_Delete);
        QVERIFY(opened.hasRows(2));
        QCOMPARE(columnTexts(*opened.table, 0), (QStringList{u"Automation 0001"_s, u"Automation 0002"_s}));
        QCOMPARE(currentText(*opened.table), u"Automation 0001"_s);
    }

    void whatIsDeletedComesBack()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(2);
        Opened opened(house);
        QVERIFY(opened.hasRows(2));
        QSignalSpy said(&opened.pane, &ui::Pane::said);
        ui::chooseRow(*opened.table, 0);
        QTest::keyClick(opened.table, Qt::Key_Delete);
        QVERIFY(opened.hasRows(1));
        QVERIFY(house.prompts.asked.isEmpty()); // it can be undone
        QTRY_COMPARE(said.size(), 1);
        said[0][1].value<std::function<void()>>()();
        QVERIFY(opened.hasRows(2));
        const auto back = test::Workspace::must(test::await(house.workspace->automations().get(all[0].id)));
        QCOMPARE(back.name, all[0].name);
        QCOMPARE(back.params, all[0].params);
        house.workspace.request(all[0].id);
        QTRY_COMPARE(opened.table->model()->index(0, Model::LastRun).data().toString(), u"Queued"_s);
        ui::chooseRow(*opened.table, 1);
        ui::chooseRow(*opened.table, 0);
        QTest::keyClick(opened.table, Qt::Key_Delete);
        QCOMPARE(house.prompts.asked.size(), 1); // what waits would be lost
    }

    void aCopyIsPausedAndChosen()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        Opened opened(house);
        QVERIFY(opened.hasRows(1));
        QSignalSpy said(&opened.pane, &ui::Pane::said);
        QTest::keyClick(opened.table, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(opened.hasRows(2));
        QTRY_COMPARE(currentText(*opened.table), u"Automation 0000 (copy)"_s);
        const auto list = test::Workspace::must(test::await(house.workspace->automations().list()));
        QCOMPARE(list[1].params, all[0].params);
        QVERIFY(list[1].paused && !list[0].paused);
        QTRY_COMPARE(said.size(), 1);
        said[0][1].value<std::function<void()>>()();
        QVERIFY(opened.hasRows(1));
        QCOMPARE(columnTexts(*opened.table, 0), QStringList{u"Automation 0000"_s});
    }

    void severalRunAfterOneQuestion()
    {
        test::PaneHouse house;
        house.workspace.create(3);
        Opened opened(house);
        QVERIFY(opened.hasRows(3));
        opened.table->selectAll();
        house.prompts.answer = 1;
        QTest::keyClick(opened.table, Qt::Key_F5);
        QCOMPARE(house.prompts.asked.size(), 1);
        QCOMPARE(house.prompts.asked[0].title, u"Run 3 automations now?"_s);
        QCOMPARE(test::await(house.workspace->runs().counts())->total, 0);
        house.prompts.answer = 0;
        QTest::keyClick(opened.table, Qt::Key_F5);
        QTRY_COMPARE(test::await(house.workspace->runs().counts())->queued, 3);
        QCOMPARE(house.prompts.asked.size(), 2);
    }

    void pauseCountsAndCanBeUndone()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(3);
        QVERIFY(test::await(house.workspace->automations().setPaused({all[0].id}, true, u"x"_s)));
        Opened opened(house);
        QVERIFY(opened.hasRows(3));
        QSignalSpy said(&opened.pane, &ui::Pane::said);
        opened.table->selectAll();
        QTest::keyClick(opened.table, Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"2 automations paused"_s);
        QCOMPARE(house.prompts.asked[0].title, u"Pause 2 automations?"_s);
        const auto pausedCount = [&] {
            const auto list = test::Workspace::must(test::await(house.workspace->automations().list()));
            return int(std::count_if(list.cbegin(), list.cend(), [](const auto &one) { return one.paused; }));
        };
        QCOMPARE(pausedCount(), 3);
        said[0][1].value<std::function<void()>>()();
        QTRY_COMPARE(pausedCount(), 1);
    }

    void theFilterHidesAndSaysWhatItDoesNotKnow()
    {
        test::PaneHouse house;
        house.workspace.create(2, u"Backup "_s);
        house.workspace.create(1, u"Probe "_s);
        Opened opened(house);
        QVERIFY(opened.hasRows(3));
        opened.filter->setText(u"probe"_s);
        QVERIFY(opened.hasRows(1));
        QCOMPARE(textOf(opened.pane, u"paneCount"_s), u"1 of 3"_s);
        auto *note = opened.pane.findChild<QWidget *>(u"filterNote"_s);
        QVERIFY(!note->isVisible());
        opened.filter->setText(u"colour:red"_s);
        QTRY_VERIFY(note->isVisible());
        QVERIFY(note->accessibleName().contains(u"colour"_s));
        opened.filter->setText(u"nothing like it"_s);
        QVERIFY(opened.hasRows(0));
        QTRY_VERIFY(opened.tableEmptyState()->isVisible());
        QVERIFY(opened.tableEmptyState()->accessibleDescription().contains(u"3 automations"_s));
        QTest::keyClick(opened.table, Qt::Key_Escape);
        QVERIFY(opened.hasRows(3));
        QTRY_VERIFY(!opened.tableEmptyState()->isVisible());
        QVERIFY(opened.filter->text().isEmpty());
    }

    void statesOfTheMenuBecomeChips()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(3);
        house.workspace.runFor(all[1].id, 2s, domain::RunStatus::Failed);
        Opened opened(house);
        QVERIFY(opened.hasRows(3));
        opened.pane.findChild<QAction *>(u"filterState_failing"_s)->trigger();
        QVERIFY(opened.hasRows(1));
        QCOMPARE(columnTexts(*opened.table, 0), QStringList{u"Automation 0001"_s});
        opened.filter->setFocus();
        QTest::keyClick(opened.filter, Qt::Key_Backspace);
        QVERIFY(opened.hasRows(3));
    }

    void selectionAndScrollStayWhileRowsComeAndChange()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(80, u"M "_s);
        Opened opened(house);
        QVERIFY(opened.hasRows(80));
        ui::chooseRow(*opened.table, 40);
        opened.table->scrollTo(opened.table->model()->index(40, 0), QAbstractItemView::PositionAtCenter);
        const QString chosen = currentText(*opened.table);
        const int place = opened.table->rowViewportPosition(40);

        house.workspace.create(30, u"A "_s);
        QVERIFY(opened.hasRows(110));
        QCOMPARE(currentText(*opened.table), chosen);
        QCOMPARE(opened.table->rowViewportPosition(70), place);

        const int scroll = opened.table->verticalScrollBar()->value();
        for (int i = 0; i < 100; ++i)
            house.workspace.request(all[i % 80].id);
        QTRY_COMPARE(opened.table->model()->index(109, Model::LastRun).data().toString(), u"Queued"_s);
        QCOMPARE(currentText(*opened.table), chosen);
        QCOMPARE(opened.table->verticalScrollBar()->value(), scroll);
    }

    void anEmptyStoreOffersTheFirstStep()
    {
        test::PaneHouse house;
        Opened opened(house);
        QTRY_VERIFY(opened.tableEmptyState()->isVisible());
        QCOMPARE(opened.tableEmptyState()->accessibleName(), u"No automations yet"_s);
        QSignalSpy edit(&opened.pane, &ui::Pane::editWanted);
        QTest::mouseClick(opened.table->findChild<QWidget *>(u"emptyAction"_s), Qt::LeftButton);
        QCOMPARE(edit.size(), 1);
        QVERIFY(edit[0][0].value<base::AutomationId>().isEmpty());
        house.workspace.create(1);
        QVERIFY(opened.hasRows(1));
        QTRY_VERIFY(!opened.tableEmptyState()->isVisible());
    }

    void whatCannotBeReadSaysSo()
    {
        test::PaneHouse house;
        house.workspace.store().close();
        Opened opened(house);
        QTRY_VERIFY(opened.tableEmptyState()->isVisible());
        QCOMPARE(opened.tableEmptyState()->accessibleName(), u"The automations could not be read."_s);
        QSignalSpy failed(&opened.model, &Model::failed);
        QTest::mouseClick(opened.table->findChild<QWidget *>(u"emptyAction"_s), Qt::LeftButton);
        QTRY_COMPARE(failed.size(), 1);
    }

    void severalAreToldAsSeveral()
    {
        test::PaneHouse house;
        house.workspace.create(3);
        Opened opened(house);
        QVERIFY(opened.hasRows(3));
        opened.table->selectAll();
        QTRY_COMPARE(textOf(*opened.pane.inspector()->findChild<QWidget *>(u"severalChosen"_s), u"chosenTitle"_s),
                     u"3 selected"_s);
        QVERIFY(!opened.pane.findChild<QAction *>(u"edit"_s)->isEnabled());
        QVERIFY(!opened.pane.findChild<QAction *>(u"edit"_s)->toolTip().isEmpty());
        opened.table->clearSelection();
        QVERIFY(!opened.pane.findChild<QAction *>(u"runNow"_s)->isEnabled());
    }

    void whatTheUserArrangedComesBack()
    {
        test::PaneHouse house;
        house.workspace.create(5);
        {
            Opened opened(house);
            QVERIFY(opened.hasRows(5));
            ui::chooseRow(*opened.table, 3);
            opened.table->setColumnWidth(Model::Trigger, 201);
            opened.table->horizontalHeader()->moveSection(1, 3);
            opened.table->sortByColumn(Model::Name, Qt::DescendingOrder);
            opened.filter->setText(u"automation"_s);
            opened.pane.saveState();
        }
        Opened opened(house);
        opened.pane.restoreState();
        QVERIFY(opened.hasRows(5));
        QTRY_COMPARE(currentText(*opened.table), u"Automation 0003"_s);
        QCOMPARE(opened.table->columnWidth(Model::Trigger), 201);
        QCOMPARE(opened.table->horizontalHeader()->visualIndex(Model::Kind), 3);
        QCOMPARE(columnTexts(*opened.table, 0).constFirst(), u"Automation 0004"_s);
        QCOMPARE(opened.filter->text(), u"automation"_s);
    }

    void narrowWindowsLoseColumnsInOrder()
    {
        test::PaneHouse house;
        house.workspace.create(1);
        Opened opened(house);
        const auto shown = [&](int width) {
            opened.pane.resize(width, 600);
            QCoreApplication::processEvents();
            QList<int> columns;
            for (int column = 0; column < opened.model.columnCount(); ++column)
                if (!opened.table->isColumnHidden(column))
                    columns.append(column);
            return columns;
        };
        using enum Model::Column;
        QCOMPARE(shown(1700), (QList<int>{Name, Kind, Trigger, LastRun, Took, Next, History, Tags}));
        QCOMPARE(shown(1200), (QList<int>{Name, Kind, Trigger, LastRun, Took, Next, History}));
        QCOMPARE(shown(1100), (QList<int>{Name, Trigger, LastRun, Took, Next, History}));
        QCOMPARE(shown(900), (QList<int>{Name, Trigger, LastRun, Next, History}));
        auto *kind = opened.pane.findChild<QAction *>(u"column_kind"_s);
        kind->setChecked(true);
        QVERIFY(shown(900).contains(Kind));
        QVERIFY(opened.table->columnWidth(Name) > 100);
    }

    void everyControlHasAName()
    {
        test::PaneHouse house;
        house.workspace.create(2);
        Opened opened(house);
        QVERIFY(opened.hasRows(2));
        QCOMPARE(test::unnamedWidgets(opened.pane).join(u'\n'), QString());
        QCOMPARE(test::unnamedWidgets(*opened.pane.inspector()).join(u'\n'), QString());
    }
};

REGISTER_TEST(TestAutomationsPane);

} // namespace

#include "test_automationspane.moc"
