// SPDX-License-Identifier: Apache-2.0
// What a person does on the first day, by mouse and keyboard, with a real engine behind the window: make an automation
// with a schedule, see it fire, and read the line it wrote.
#include "tests/flow/window/flowhouse.h"
#include "tests/support/registry.h"
#include "ui/forms/automationeditor.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/log/logview.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum Section { General, Work, Schedule };

void click(QWidget &widget)
{
    QTest::mouseClick(&widget, Qt::LeftButton);
}

void clickRow(QAbstractItemView &view, int row)
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.model()->index(row, 0)).center());
}

void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

} // namespace

class WindowFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scheduleBecomesALineOnTheScreen()
    {
        test::FlowHouse house;
        ui::MainWindow window(house.context);
        window.resize(1280, 800);
        window.show();
        window.start();
        window.setEngine(ui::EngineState::Ours);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        makeAutomation(window);
        auto *automations = window.findChild<QTableView *>(u"automationsTable"_s);
        QTRY_COMPARE(automations->model()->rowCount(), 1);
        QCOMPARE(automations->model()->index(0, 0).data().toString(), u"Greeting"_s);
        QTRY_COMPARE(automations->selectionModel()->selectedRows().size(), 1);

        house.engine.pass(61s);
        QTRY_COMPARE_WITH_TIMEOUT(house.engine.statuses(), QStringList{u"done"_s}, 10000);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        auto *runs = window.findChild<QTableView *>(u"runsTable"_s);
        QVERIFY(runs);
        QTRY_VERIFY(runs->isVisible());
        QTRY_COMPARE(runs->model()->rowCount(), 1);
        QTRY_COMPARE(runs->model()->index(0, 0).data().toString(), u"Done"_s);

        clickRow(*runs, 0);
        QTest::keyClick(runs, Qt::Key_Return);
        QTRY_VERIFY(window.findChild<ui::LogView *>());
        readTheLog(*window.findChild<ui::LogView *>());
        QVERIFY(test::shoot(window, u"flow-window"_s));
    }

private:
    static void makeAutomation(ui::MainWindow &window)
    {
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<ui::AutomationEditor *>());
        auto *editor = window.findChild<ui::AutomationEditor *>();
        QVERIFY(QTest::qWaitForWindowActive(editor));
        QTRY_COMPARE(QApplication::focusWidget(), editor->findChild<QLineEdit *>(u"field:name"_s));
        type(u"Greeting"_s);
        auto *sections = editor->findChild<QListView *>(u"sections"_s);
        clickRow(*sections, Work);
        click(*editor->findChild<QLineEdit *>(u"field:command"_s));
        type(u"echo hello from the schedule"_s);
        clickRow(*sections, Schedule);
        click(*editor->findChild<QPushButton *>(u"addTrigger"_s));
        auto *cron = editor->findChild<QLineEdit *>(u"field:cron"_s);
        cron->setFocus();
        cron->selectAll();
        type(u"* * * * *"_s);
        QTest::keyClick(cron, Qt::Key_Return);
        QTRY_VERIFY(!window.findChild<ui::AutomationEditor *>());
    }

    static void readTheLog(ui::LogView &view)
    {
        const auto copied = [&view] {
            view.setFocus();
            QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
            return QApplication::clipboard()->text();
        };
        QTRY_VERIFY(copied().contains(u"hello from the schedule"_s));
    }
};

REGISTER_TEST(WindowFlowTest);

#include "test_windowflow.moc"
