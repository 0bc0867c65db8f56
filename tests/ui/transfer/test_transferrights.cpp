// SPDX-License-Identifier: Apache-2.0
// Whoever may not edit can take nothing out and put nothing in, and is told why.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/automations/automationspane.h"
#include "ui/templates/templatespane.h"
#include "ui/transfer/backupverbs.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/transferverbs.h"
#include "ui/widgets/table/tableview.h"

#include <QAction>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::Right;
using test::await;

namespace {

/// Where nobody sits who may edit.
enum class Seated { Viewer, Locked, LookingOnly };

} // namespace

Q_DECLARE_METATYPE(Seated)

class TestTransferRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesStayWhereTheyAre_data() { seats(); }
    void filesStayWhereTheyAre()
    {
        test::PaneHouse house;
        QWidget window;
        ui::TransferVerbs verbs(house.context, &window);
        window.show();
        const auto names = {u"importFiles"_s, u"importUnits"_s, u"exportAll"_s, u"backUp"_s, u"restoreBackup"_s};
        QCOMPARE(verbs.actions().size(), qsizetype(names.size()));
        const auto look = [&](const QString &why) {
            for (QAction *action : verbs.actions()) {
                QVERIFY2(std::find(names.begin(), names.end(), action->objectName()) != names.end(),
                         qPrintable(action->objectName()));
                QVERIFY2(action->isEnabled() == why.isEmpty(), qPrintable(action->objectName()));
                QVERIFY2(why.isEmpty() || action->toolTip().contains(why), qPrintable(action->toolTip()));
            }
        };
        look({});
        const QString why = sit(house);
        look(why);

        QSignalSpy failed(&verbs, &ui::TransferVerbs::failed);
        QFile file(house.folder.filePath(u"jobs"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("0 3 * * * true\n") > 0);
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QCoreApplication::sendEvent(&window, &enter));
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QCoreApplication::sendEvent(&window, &drop));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<base::Error>().code, base::ErrorCode::Denied);
        QVERIFY(!failed.first().first().value<base::Error>().detail.isEmpty());
        QVERIFY(!window.findChild<ui::ImportDialog *>());
        QVERIFY(!verbs.banner());
    }

    void anOperatorMovesAutomationsButNoBackups()
    {
        test::PaneHouse house;
        QWidget window;
        ui::TransferVerbs verbs(house.context, &window);
        takeDesk(house, domain::Role::Operator);
        for (QAction *action : verbs.actions()) {
            const bool backup = action->objectName() == "backUp"_L1 || action->objectName() == "restoreBackup"_L1;
            QVERIFY2(action->isEnabled() != backup, qPrintable(action->objectName()));
        }
    }

    void nothingIsMadeOfTemplatesNorKeptAsOne_data() { seats(); }
    void nothingIsMadeOfTemplatesNorKeptAsOne()
    {
        test::PaneHouse house;
        house.workspace.create(1);
        models::AutomationModel model(house.workspace.store(), house.workspace.catalog, house.workspace.clock);
        ui::AutomationsPane automations(house.context, model);
        QTableView *automationsTable = test::open(automations);
        QTRY_COMPARE(automationsTable->model()->rowCount(), 1);
        ui::chooseRow(*automationsTable, 0);
        ui::TemplatesPane templates(house.context);
        ui::chooseRow(*test::open(templates), 0);
        const auto *keep = automations.findChild<QAction *>(u"saveAsTemplate"_s);
        const auto *make = templates.findChild<QAction *>(u"makeTemplate"_s);
        const auto *button = templates.inspector()->findChild<QPushButton *>(u"makeFromTemplate"_s);
        QTRY_VERIFY(keep->isEnabled());
        QVERIFY(make->isEnabled() && button && button->isEnabled());
        const QString why = sit(house);
        for (const QAction *action : {keep, make}) {
            QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
            QVERIFY2(action->toolTip().contains(why), qPrintable(action->toolTip()));
        }
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains(why));
        takeDesk(house, domain::Role::Operator);
        house.seat.setReadOnly(ui::ReadOnly::No);
        QVERIFY(keep->isEnabled() && make->isEnabled() && button->isEnabled());
        QVERIFY(button->toolTip().isEmpty());
    }

private:
    static void seats()
    {
        QTest::addColumn<Seated>("seated");
        QTest::newRow("a viewer") << Seated::Viewer;
        QTest::newRow("locked") << Seated::Locked;
        QTest::newRow("looking only") << Seated::LookingOnly;
    }

    /// Why nothing can be edited from now on.
    static QString sit(test::PaneHouse &house)
    {
        QFETCH(Seated, seated);
        if (seated == Seated::Viewer)
            takeDesk(house, domain::Role::Viewer);
        else if (seated == Seated::Locked)
            house.seat.lock();
        else
            house.seat.setReadOnly(ui::ReadOnly::Yes);
        return house.seat.whyNot(Right::Edit).section(u':', 0, 0);
    }

    static void takeDesk(test::PaneHouse &house, domain::Role role)
    {
        const QString name = u"the "_s + domain::roleWord(role);
        store::Operators &operators = house.workspace.store().operators();
        QVERIFY(await(operators.add({name, role}, u"tester"_s, u"tester"_s)));
        const auto made = await(
            operators.createToken({.name = u"desk"_s, .operatorName = name, .role = role}, u"tester"_s, u"tester"_s));
        house.seat.take(made->secret, [](const base::Status &) {});
        QTRY_COMPARE(house.seat.who().name, name);
    }
};

REGISTER_TEST(TestTransferRights);

#include "test_transferrights.moc"
