// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/automations/automationspane.h"
#include "ui/runs/runspane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/panes.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/messages/emptystate.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/table/tableview.h"

#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QMenuBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

/// Shown and active, with its panes.
void openWindow(MainWindow &window, QSize size = {1280, 800})
{
    window.resize(size);
    window.show();
    window.start();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(window.automations()->isLoaded());
}

QString currentPane(const MainWindow &window)
{
    return window.findChild<Rail *>()->currentIndex().data().toString();
}

QWidget *inspector(const MainWindow &window)
{
    return window.findChild<QWidget *>(u"inspector"_s);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRailAndPanesOnceTheStoreIsOpen()
    {
        test::PaneHouse house;
        house.workspace.create(3);
        MainWindow window(house.context);
        QCOMPARE(window.findChild<Rail *>()->model()->rowCount(), 10);
        QVERIFY(!window.panes());
        openWindow(window);
        QCOMPARE(currentPane(window), u"Automations"_s);
        QCOMPARE(window.windowTitle(), u"Automations – Signalbox"_s);
        QCOMPARE(window.findChild<QTableView *>(u"automationsTable"_s)->model()->rowCount(), 3);
        QVERIFY(inspector(window)->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), window.findChild<QWidget *>(u"automationsTable"_s));
    }

    void columnsAreKnownByNamesOfTheirOwn()
    {
        test::PaneHouse house;
        MainWindow window(house.context);
        openWindow(window);
        for (int key = Qt::Key_1; key <= Qt::Key_9; ++key) {
            QTest::keyClick(&window, Qt::Key(key), Qt::ControlModifier); // panes are made when they are looked at
        }
        int seen = 0;
        for (const ui::TableView *table : window.findChildren<ui::TableView *>()) {
            QSet<QString> names;
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QString name = table->model()->headerData(column, Qt::Horizontal, models::KeyRole).toString();
                QVERIFY2(!name.isEmpty() && !names.contains(name), qPrintable(table->objectName() + u' ' + name));
                names.insert(name);
            }
            ++seen;
        }
        QVERIFY(seen >= 5);
    }

    void keysSwitchPanesAndParts()
    {
        test::PaneHouse house;
        MainWindow window(house.context);
        openWindow(window);
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(currentPane(window), u"Runs"_s);
        QVERIFY(window.panes()->runs().isVisible());
        QVERIFY(!window.findChild<QMenu *>(u"menu_automations"_s)->menuAction()->isEnabled());
        QVERIFY(window.findChild<QMenu *>(u"menu_runs"_s)->menuAction()->isEnabled());
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(currentPane(window), u"Overview"_s);
        QVERIFY(!inspector(window)->isVisible());
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(currentPane(window), u"Automations"_s);
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!inspector(window)->isVisible());
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(inspector(window)->isVisible());
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    }

    void narrowWindowHasTheInspectorOverThePane()
    {
        test::PaneHouse house;
        MainWindow window(house.context);
        openWindow(window, {900, 640});
        QCOMPARE(window.findChild<Rail *>()->width(), 52);
        QVERIFY(!inspector(window)->isVisible());
        const int paneWidth = window.panes()->automations().width();
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(inspector(window)->isVisible());
        QCOMPARE(window.panes()->automations().width(), paneWidth);
        inspector(window)->setFocus();
        QTest::keyClick(inspector(window), Qt::Key_Escape);
        QVERIFY(!inspector(window)->isVisible());
        window.resize(1280, 800);
        QTRY_VERIFY(inspector(window)->isVisible());
        QCOMPARE(window.findChild<Rail *>()->width(), 200);
    }

    void whatWasOpenComesBack()
    {
        test::PaneHouse house;
        const auto made = house.workspace.create(2);
        const domain::Run run = house.workspace.request(made.first().id);
        {
            MainWindow window(house.context);
            openWindow(window, {790, 640}); // smaller than the smallest screen of a test
            window.choosePane(u"runs"_s);
            window.openLog(run.id);
            QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
            window.close();
        }
        MainWindow window(house.context);
        window.show();
        window.start();
        QCOMPARE(window.size(), QSize(790, 640));
        QCOMPARE(currentPane(window), u"Runs"_s);
        QVERIFY(!inspector(window)->isVisible());
        QTRY_VERIFY(window.findChild<QDockWidget *>(u"logPlace"_s)->isVisible());
    }

    void closingAsksOnceWhileItRunsTheEngine()
    {
        test::PaneHouse house;
        const auto made = house.workspace.create(2);
        house.workspace.start(house.workspace.request(made.first().id).id);
        MainWindow window(house.context);
        openWindow(window);
        window.setEngine(EngineState::Ours);
        QSignalSpy closed(&window, &MainWindow::closeWanted);
        house.prompts.answer = 2;
        window.close();
        QTRY_COMPARE(house.prompts.asked.size(), 1);
        QVERIFY(house.prompts.asked.first().text.contains(made.first().name));
        QVERIFY(window.isVisible());
        QVERIFY(closed.isEmpty());
        house.prompts.answer = 0;
        window.close();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<CloseChoice>(), CloseChoice::Keep);
        window.close();
        QTRY_COMPARE(closed.size(), 2);
        QCOMPARE(house.prompts.asked.size(), 2);
    }

    void stoppingIsAskedAgainWhenWorkWouldBeLost()
    {
        test::PaneHouse house;
        const auto made = house.workspace.create(1);
        QVERIFY(test::await(house.workspace->settings().set(u"window.on_close"_s, u"stop"_s)));
        house.workspace.start(house.workspace.request(made.first().id).id);
        MainWindow window(house.context);
        openWindow(window);
        window.setEngine(EngineState::Ours);
        house.prompts.answer = 2;
        window.close();
        QTRY_COMPARE(house.prompts.asked.size(), 1);
        QVERIFY(house.prompts.asked.first().text.contains(made.first().name));
    }

    void theFileMenuChangesWhatClosingMeans()
    {
        test::PaneHouse house;
        QVERIFY(test::await(house.workspace->settings().set(u"window.on_close"_s, u"stop"_s)));
        MainWindow window(house.context);
        openWindow(window);
        auto *menu = window.findChild<QMenu *>(u"menuClosing"_s);
        menu->popup(window.pos());
        QTRY_VERIFY(menu->findChild<QAction *>(u"onClose_stop"_s)->isChecked());
        menu->findChild<QAction *>(u"onClose_ask"_s)->trigger();
        QTRY_COMPARE(test::await(house.workspace->settings().all())->value(u"window.on_close"_s).toString(), u"ask"_s);
    }

    void closingDoesNotAskWhatASettingSays()
    {
        test::PaneHouse house;
        QVERIFY(test::await(house.workspace->settings().set(u"window.on_close"_s, u"stop"_s)));
        MainWindow window(house.context);
        openWindow(window);
        window.setEngine(EngineState::Ours);
        QSignalSpy closed(&window, &MainWindow::closeWanted);
        window.close();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<CloseChoice>(), CloseChoice::Stop);
        QVERIFY(house.prompts.asked.isEmpty());
    }

    void closingAGuestDoesNotAsk()
    {
        test::PaneHouse house;
        MainWindow window(house.context);
        openWindow(window);
        window.setEngine(EngineState::Elsewhere);
        QSignalSpy closed(&window, &MainWindow::closeWanted);
        window.close();
        QCOMPARE(closed.size(), 1);
        QVERIFY(house.prompts.asked.isEmpty());
    }

    void lastingTroubleStandsInABanner()
    {
        test::PaneHouse house;
        MainWindow window(house.context);
        openWindow(window);
        const auto *banner = window.findChild<Banner *>(u"troubleBanner"_s);
        QVERIFY(!banner->isVisible());
        Q_EMIT house.workspace->troubled(base::unavailable({}, u"disk full"_s));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"disk full"_s));
        Q_EMIT house.workspace->logs().troubled(base::unavailable({}, u"read-only"_s));
        QVERIFY(banner->accessibleName().contains(u"disk full"_s)); // worst first
        Q_EMIT house.workspace->troubled(std::nullopt);
        QTRY_VERIFY(banner->accessibleName().contains(u"read-only"_s));
        Q_EMIT house.workspace->logs().troubled(std::nullopt);
        QTRY_VERIFY(!banner->isVisible());
    }

    void aWorkspaceThatCantBeOpenedSaysWhy()
    {
        test::PaneHouse house;
        MainWindow window(house.context);
        window.show();
        window.showFailure(base::unavailable(u"opening"_s, u"the folder is read-only"_s));
        const auto *notice = window.findChild<EmptyState *>(u"workspaceNotice"_s);
        QVERIFY(notice->isVisible());
        QSignalSpy again(&window, &MainWindow::retryWanted);
        notice->findChild<QPushButton *>()->click();
        QCOMPARE(again.size(), 1);
    }

    void statusLineCountsDown()
    {
        test::PaneHouse house;
        StatusLine line(test::look(), house.workspace.clock);
        const base::Instant now = house.workspace.clock.now();
        line.setFigures({.knowledge = StatusFigures::Knowledge::Open,
                         .next = StatusFigures::Fire{u"DNS zone check"_s, now + std::chrono::minutes(28)},
                         .running = 3,
                         .held = 1,
                         .queued = 0});
        QVERIFY(line.texts().first().contains(u"DNS zone check"_s));
        QVERIFY(line.texts().first().contains(u"in 28 min"_s));
        QCOMPARE(line.texts().mid(1, 2), QStringList({u"3 running"_s, u"1 held"_s}));
        house.workspace.clock.advance(std::chrono::minutes(8));
        QVERIFY(line.texts().first().contains(u"in 20 min"_s));
        line.setFigures({.knowledge = StatusFigures::Knowledge::Open, .next = {}, .paused = true});
        QCOMPARE(line.texts().first(), u"Next: paused"_s);
    }

    void everyControlIsNamed()
    {
        test::PaneHouse house;
        const auto made = house.workspace.create(2);
        const domain::Run run = house.workspace.request(made.first().id);
        MainWindow window(house.context);
        openWindow(window);
        window.openLog(run.id);
        QCOMPARE(test::unnamedWidgets(window).join(u", "_s), QString());
        window.findChild<QAction *>(u"shortcuts"_s)->trigger();
        const auto *list = window.findChild<QDialog *>(u"shortcutList"_s);
        QVERIFY(list);
        QCOMPARE(test::unnamedWidgets(*list).join(u", "_s), QString());
        window.findChild<QAction *>(u"programLog"_s)->trigger();
        QVERIFY(window.findChild<QDialog *>(u"programLogWindow"_s));
    }
};

REGISTER_TEST(TestMainWindow);
#include "test_mainwindow.moc"
