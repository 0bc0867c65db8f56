// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/automations/automationspane.h"
#include "ui/runs/runspane.h"

#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::textOf;

namespace {

/// Due daily at 03:00 UTC since five days ago; the last slot, at 03:00 on 24 October, was skipped with two before it.
void furnish(test::PaneHouse &house)
{
    house.workspace.clock.jump(-5 * 24h);
    domain::Automation automation = test::someAutomation(u"NAS backup"_s);
    automation.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s, .timezone = u"UTC"_s}};
    automation = house.workspace.create(QList<domain::Automation>{automation}).first();
    house.workspace.clock.jump(5 * 24h);
    domain::Run run;
    run.automationId = automation.id;
    run.automationName = automation.name;
    run.automationVersion = 1;
    run.trigger = domain::TriggerKind::Schedule;
    run.plannedFor = test::tempStoreStart - 21h;
    run.status = domain::RunStatus::Skipped;
    run.reason = u"missed while the engine was away"_s;
    run.missedCount = 3;
    test::Workspace::must(test::Workspace::now(house.workspace->runs().plan({run}, {})));
}

class Desktop : public test::Sheet
{
public:
    explicit Desktop(ui::Pane &pane) : Sheet(pane), m_pane(pane)
    {
        if (!QTest::qWaitForWindowActive(this))
            qFatal("the window does not open");
    }

    QWidget *openWhy()
    {
        auto *tabs = findChild<QTabBar *>(u"inspectorTabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == u"Why"_s)
                tabs->setCurrentIndex(i);
        }
        return findChild<QWidget *>(u"whyPage"_s);
    }
    QTableView *table() { return findChild<QTableView *>(m_pane.key() + u"Table"_s); }

private:
    ui::Pane &m_pane;
};

struct Furnished
{
    Furnished() { furnish(house); }

    test::PaneHouse house;
};

struct Automations : Furnished
{
    models::AutomationModel model{house.workspace.store(), house.workspace.catalog, house.workspace.clock};
    ui::AutomationsPane pane{house.context, model};
    Desktop desktop{pane};
};

} // namespace

class TestWhyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void cleanupTestCase() { qunsetenv("TZ"); }

    void theLastSlotOfAnAutomationIsTold()
    {
        Automations automations;
        Desktop &desktop = automations.desktop;
        QTRY_COMPARE(test::currentText(*desktop.table()), u"NAS backup"_s);
        QWidget *page = desktop.openWhy();
        QTRY_COMPARE(textOf(*page, u"whyVerdict"_s), u"It was skipped."_s);
        QCOMPARE(page->findChild<QLineEdit *>(u"whyTime"_s)->text(), u"2026-10-24 05:00"_s);
        QCOMPARE(textOf(*page, u"whyStep2"_s), u"Of several missed slots only the latest runs: misfire is once."_s);
        auto *step = page->findChild<QLabel *>(u"whyStep2"_s);
        QCOMPARE(step->accessibleName(), u"Decided: "_s + step->text());
        QVERIFY(step->focusPolicy() & Qt::TabFocus);
        QCOMPARE(test::unnamedWidgets(*page), QStringList());
        QVERIFY(test::shoot(desktop, u"why-automation"_s));
    }

    void anyTimeIsAskedByKeyboard()
    {
        Automations automations;
        Desktop &desktop = automations.desktop;
        QTRY_COMPARE(test::currentText(*desktop.table()), u"NAS backup"_s);
        QWidget *page = desktop.openWhy();
        QTRY_COMPARE(textOf(*page, u"whyVerdict"_s), u"It was skipped."_s);
        auto *time = page->findChild<QLineEdit *>(u"whyTime"_s);
        time->setFocus();
        time->selectAll();
        QTest::keyClicks(time, u"2026-10-26 04:00"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QTRY_COMPARE(textOf(*page, u"whyVerdict"_s), u"It will run."_s);
        auto *previous = page->findChild<QToolButton *>(u"whyPrevious"_s);
        previous->setFocus();
        QTest::keyClick(previous, Qt::Key_Space);
        QTRY_COMPARE(time->text(), u"2026-10-25 04:00"_s);

        time->setText(u"some day"_s);
        QTest::keyClick(time, Qt::Key_Return);
        auto *problem = page->findChild<QLabel *>(u"whyProblem"_s);
        QVERIFY(problem->isVisible() && problem->text().contains(u"2026-10-22 03:00"_s));
        QCOMPARE(time->text(), u"some day"_s);
        QCOMPARE(textOf(*page, u"whyVerdict"_s), u"It will run."_s);
        time->clear();
        QTest::keyClick(time, Qt::Key_Return);
        QTRY_COMPARE(time->text(), u"2026-10-24 05:00"_s);
        QVERIFY(!problem->isVisible());
    }

    void whatIsBeingWrittenStays()
    {
        Automations automations;
        Desktop &desktop = automations.desktop;
        QTRY_COMPARE(test::currentText(*desktop.table()), u"NAS backup"_s);
        QWidget *page = desktop.openWhy();
        QTRY_COMPARE(textOf(*page, u"whyVerdict"_s), u"It was skipped."_s);
        auto *time = page->findChild<QLineEdit *>(u"whyTime"_s);
        time->setFocus();
        time->selectAll();
        QTest::keyClicks(time, u"2026-10-2"_s);
        automations.house.workspace.clock.jump(4h); // Another slot has come due, and something tells of it.
        automations.house.workspace.create(1);
        QTRY_VERIFY(textOf(*page, u"whyVerdict"_s) != u"It was skipped."_s);
        QCOMPARE(time->text(), u"2026-10-2"_s);
        QTest::keyClicks(time, u"4 05:00"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QTRY_COMPARE(time->text(), u"2026-10-24 05:00"_s);
        QVERIFY(!time->isModified());
    }

    void failureOffersAnotherTry()
    {
        Automations automations;
        Desktop &desktop = automations.desktop;
        QTRY_COMPARE(test::currentText(*desktop.table()), u"NAS backup"_s);
        automations.house.workspace.store().close();
        QWidget *page = desktop.openWhy();
        auto *failed = page->findChild<QWidget *>(u"whyEmpty"_s);
        QTRY_VERIFY(failed->isVisible());
        QVERIFY(test::shoot(desktop, u"why-failed"_s));
        auto *again = failed->findChild<QPushButton *>();
        QVERIFY(again->isVisible());
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(failed->isVisible());
    }

    void aRunIsToldWithoutAQuestion()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.runFor(all[0].id, 41s, domain::RunStatus::Failed);
        ui::RunsPane pane(house.context);
        Desktop desktop(pane);
        QTRY_COMPARE(desktop.table()->model()->rowCount(), 1);
        QWidget *page = desktop.openWhy();
        QTRY_COMPARE(textOf(*page, u"whyVerdict"_s), u"It ran."_s);
        QVERIFY(!page->findChild<QLineEdit *>(u"whyTime"_s)->isVisible());
        QTRY_VERIFY(desktop.findChild<QTabBar *>(u"inspectorTabs"_s)->height() > 20);
        QCOMPARE(textOf(*page, u"whyStep0"_s), u"tester asked for it at 02:00 CEST."_s);
        QVERIFY(test::shoot(desktop, u"why-run"_s));
    }

    void anAutomationWithoutAScheduleSaysSo()
    {
        test::PaneHouse house;
        house.workspace.create(1);
        models::AutomationModel model(house.workspace.store(), house.workspace.catalog, house.workspace.clock);
        ui::AutomationsPane pane(house.context, model);
        Desktop desktop(pane);
        QWidget *page = desktop.openWhy();
        QTRY_COMPARE(textOf(*page, u"whyVerdict"_s), u"It was not due at that time."_s);
        QVERIFY(!page->findChild<QToolButton *>(u"whyNext"_s)->isEnabled());
        QVERIFY(test::shoot(desktop, u"why-manual"_s));
    }
};

REGISTER_TEST(TestWhyPage);
#include "test_whypage.moc"
