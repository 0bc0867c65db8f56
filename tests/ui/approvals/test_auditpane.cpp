// SPDX-License-Identifier: Apache-2.0
// The pane of who did what.
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/audit/auditpane.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>

using namespace Qt::StringLiterals;

class TestAuditPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNewComesOnTopAndTheFilterNarrows()
    {
        test::PaneHouse house;
        domain::Automation automation = house.workspace.create(2).first();
        ui::AuditPane pane(house.context);
        pane.inspector()->resize(300, 600);
        QTableView *table = test::open(pane);
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        automation.timeoutSeconds = 5;
        QVERIFY(test::await(house.workspace->automations().update(automation, u"ann"_s)));
        QTRY_COMPARE(test::columnTexts(*table, models::AuditModel::What),
                     (QStringList{u"Edited"_s, u"Created"_s, u"Created"_s}));
        table->selectRow(0);
        QVERIFY(test::textOf(*pane.inspector(), u"auditBefore"_s).contains(u"600"_s));
        QVERIFY(test::textOf(*pane.inspector(), u"auditAfter"_s).contains(u"\"timeout_s\": 5"_s));
        QVERIFY(test::shoot(pane, u"audit"_s));
        QVERIFY(test::shoot(*pane.inspector(), u"audit-inspector"_s));
        pane.focusFilter();
        QTest::keyClicks(pane.findChild<QLineEdit *>(), u"ann"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::keyClicks(pane.findChild<QLineEdit *>(), u"xyz"_s);
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }

    void theChainIsVerified()
    {
        test::PaneHouse house;
        house.workspace.create(3);
        ui::AuditPane pane(house.context);
        QSignalSpy said(&pane, &ui::Pane::said);
        pane.findChild<QAction *>(u"verifyAudit"_s)->trigger();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.first().first().toString().startsWith(u"3 "_s));
    }
};

REGISTER_TEST(TestAuditPane);

#include "test_auditpane.moc"
