// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"

#include "ui/runs/runspane.h"

#include <QAction>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestChosenLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsOfSeveralRunsAreOpenedTogether()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        house.workspace.runFor(all[0].id, std::chrono::seconds(3));
        house.workspace.runFor(all[0].id, std::chrono::seconds(3));
        ui::RunsPane pane(house.context);
        QTableView *table = test::open(pane);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QSignalSpy logs(&pane, &ui::Pane::logsWanted);
        auto *compare = pane.findChild<QAction *>(u"compareLogs"_s);
        table->selectRow(0);
        QTRY_VERIFY(!compare->isEnabled());
        table->selectAll();
        QTRY_VERIFY(compare->isEnabled());
        compare->trigger();
        QCOMPARE(logs.size(), 1);
        QCOMPARE(logs[0][0].value<QList<domain::Run>>().size(), 2);
        QVERIFY(logs[0][1].value<ui::LogsVerb>() == ui::LogsVerb::Compare);
    }
};

REGISTER_TEST(TestChosenLogs);
#include "test_chosenlogs.moc"
