// SPDX-License-Identifier: Apache-2.0
// Maintenance windows at the next times of a schedule: in its form, in the editor of an automation and in its
// inspector.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/automations/automationspane.h"
#include "ui/forms/automationeditor.h"
#include "ui/forms/schedule/next/nexttimes.h"
#include "ui/forms/schedule/next/nexttimeslist.h"
#include "ui/forms/schedule/scheduleform.h"
#include "ui/panes/inspectorparts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table/tableview.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using test::await;

namespace {

/// Over two o'clock of the first day of the test.
domain::MaintenanceWindow freeze(const QString &effect, const QString &blocked = u"skip"_s,
                                 const QString &scope = u"*"_s)
{
    return domain::windowFromJson({{u"name"_s, u"Freeze"_s},
                                   {u"start"_s, u"2026-10-25T01:00:00"_s},
                                   {u"end"_s, u"2026-10-25T03:00:00"_s},
                                   {u"timezone"_s, u"UTC"_s},
                                   {u"scope"_s, QJsonArray{scope}},
                                   {u"autonomy_override"_s, effect},
                                   {u"blocked_slots"_s, blocked}})
        .value();
}

domain::Automation nightly()
{
    domain::Automation automation = test::someAutomation(u"Nightly"_s);
    automation.tags = {u"db"_s};
    domain::Schedule schedule;
    schedule.cron = u"0 2 * * *"_s;
    schedule.timezone = u"UTC"_s;
    automation.triggers = {schedule};
    return automation;
}

} // namespace

class TestWindowMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachEffectHasItsWords_data()
    {
        QTest::addColumn<QString>("effect");
        QTest::addColumn<QString>("blocked");
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("words");
        QTest::newRow("skips") << u"disabled"_s << u"skip"_s << u"*"_s << u"skipped by the window “Freeze”"_s;
        QTest::newRow("once") << u"disabled"_s << u"once_after"_s << u"*"_s
                              << u"waits for the end of the window “Freeze”"_s;
        QTest::newRow("asks") << u"approve"_s << u"skip"_s << u"tag:db"_s << u"the window “Freeze” asks first"_s;
        QTest::newRow("tells") << u"notify"_s << u"skip"_s << u"tag:db"_s << u"in the window “Freeze”"_s;
        QTest::newRow("another's") << u"disabled"_s << u"skip"_s << u"tag:web"_s << QString();
    }
    void eachEffectHasItsWords()
    {
        QFETCH(QString, effect);
        QFETCH(QString, blocked);
        QFETCH(QString, scope);
        QFETCH(QString, words);
        const test::FakeClock clock(test::tempStoreStart);
        ui::ScheduleForm form(test::look(), clock);
        form.setTriggers(domain::toJson(nightly()).value("triggers"_L1).toArray(), base::Instant());
        form.setWindows({freeze(effect, blocked, scope)}, nightly());
        form.resize(756, 640);
        form.show();
        const auto *list = form.findChild<ui::NextTimesList *>();
        QTRY_COMPARE(list->times().size(), 10);
        QCOMPARE(list->times().at(0).window, words);
        QCOMPARE(list->times().at(1).window, QString()); // it is over by then
        QVERIFY(test::shoot(form, u"schedule-window-"_s + QLatin1StringView(QTest::currentDataTag())));
    }

    void theEditorHasThoseOfTheStore()
    {
        test::PaneHouse house;
        const domain::Automation automation = house.workspace.create({nightly()}).first();
        QVERIFY(await(house.workspace->windows().create({freeze(u"approve"_s)}, u"ann"_s)));
        ui::AutomationEditor editor(house.context, automation, nullptr);
        editor.show();
        QTRY_VERIFY(editor.findChild<ui::NextTimesList *>());
        const auto *list = editor.findChild<ui::NextTimesList *>();
        QTRY_VERIFY(!list->times().isEmpty());
        QTRY_COMPARE(list->times().at(0).window, u"the window “Freeze” asks first"_s);
    }

    void theInspectorFollowsThem()
    {
        test::PaneHouse house;
        house.workspace.create({nightly()});
        models::AutomationModel model(house.workspace.store(), house.workspace.catalog, house.workspace.clock);
        ui::AutomationsPane pane(house.context, model);
        QTableView *table = test::open(pane);
        pane.inspector()->show();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        ui::chooseRow(*table, 0);
        const auto marks = [&pane] {
            QStringList texts;
            for (const auto *label : pane.inspector()->findChild<ui::TimesList *>()->findChildren<ui::TextLabel *>())
                if (label->text().contains(u"Freeze"_s))
                    texts.append(label->text());
            return texts;
        };
        QTRY_VERIFY(!pane.inspector()->findChild<ui::TimesList *>()->findChildren<ui::TextLabel *>().isEmpty());
        QCOMPARE(marks(), QStringList());
        const auto made = await(house.workspace->windows().create({freeze(u"disabled"_s)}, u"ann"_s));
        QTRY_COMPARE(marks(), QStringList{u"in 2 h, in the window “Freeze”"_s});
        QVERIFY(await(house.workspace->windows().remove(made->first().id, u"ann"_s)));
        QTRY_COMPARE(marks(), QStringList());
    }
};

REGISTER_TEST(TestWindowMarks);

#include "test_windowmarks.moc"
