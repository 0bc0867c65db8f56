// SPDX-License-Identifier: Apache-2.0
// What the calendar of maintenance is given: blocks, traffic, and what the windows do to slots to come.
#include "models/calendar/calendarmodel.h"
#include "models/calendar/windowmodel.h"
#include "tests/models/remoteworld.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

domain::MaintenanceWindow window(const QString &name, const QString &cron, const QString &effect)
{
    return domain::windowFromJson({{u"name"_s, name},
                                   {u"start"_s, u"2026-10-25T02:00:00"_s},
                                   {u"end"_s, u"2026-10-25T04:00:00"_s},
                                   {u"timezone"_s, u"UTC"_s},
                                   {u"recurring"_s, cron},
                                   {u"scope"_s, QJsonArray{u"tag:db"_s}},
                                   {u"autonomy_override"_s, effect}})
        .value();
}

class CalendarModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksTrafficAndWhatIsToCome()
    {
        test::Workspace workspace;
        fill(workspace);
        models::CalendarModel model(workspace.store(), workspace.clock);
        QSignalSpy answered(&model, &models::CalendarModel::answered);
        const base::Instant from = test::tempStoreStart;
        model.setSpan({from, from + 24h * 7});
        QVERIFY(!model.isSettled());
        model.setWatched(models::CalendarModel::Watched::Yes);
        QTRY_VERIFY(model.isSettled());
        const models::CalendarData &data = model.data();
        QCOMPARE(data.windows.size(), 2);
        QCOMPARE(data.blocks.size(), 7 + 1); // each day, and the Sunday it begins with
        QCOMPARE(data.blocks.first().scope, u"tag:db, 1"_s);
        QCOMPARE(data.skipped, 7 * 2);
        QCOMPARE(data.asked, 0); // the other one is less strict
        QCOMPARE(data.slots.size(), 7 * 2);
        QCOMPARE(data.perHour.first(), 1);
        QVERIFY(test::await(workspace->windows().remove(data.windows.first().id, u"ann"_s)));
        QTRY_COMPARE(model.data().windows.size(), 1);
    }

    void whatLivesElsewhereKnowsNoWindowOfOurs()
    {
        test::Workspace workspace;
        fill(workspace);
        test::RemoteWorld world(workspace);
        domain::RemoteAutomation theirs = test::RemoteWorld::automation(u"1"_s, u"Theirs"_s);
        theirs.automation.tags = {u"db"_s};
        theirs.automation.triggers = {domain::Schedule{.cron = u"30 * * * *"_s, .timezone = u"UTC"_s}};
        world.see(world.connection(u"Office"_s), {theirs});
        models::CalendarModel model(workspace.store(), workspace.clock);
        model.setSpan({test::tempStoreStart, test::tempStoreStart + 24h * 7});
        model.setWatched(models::CalendarModel::Watched::Yes);
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(model.data().perHour.first(), 2); // it is planned, there
        QCOMPARE(model.data().skipped, 7 * 2);     // and no slot of it is skipped
        for (const models::CalendarSlot &slot : model.data().slots) {
            QCOMPARE(slot.automation, u"Hourly"_s);
        }
    }

    void windowsOfOneNameAreToldApart()
    {
        test::Workspace workspace;
        fill(workspace);
        QVERIFY(
            test::await(workspace->windows().create({window(u"Daily"_s, u"0 12 * * *"_s, u"disabled"_s)}, u"ann"_s)));
        models::CalendarModel model(workspace.store(), workspace.clock);
        model.setSpan({test::tempStoreStart, test::tempStoreStart + 24h * 7});
        model.setWatched(models::CalendarModel::Watched::Yes);
        QTRY_VERIFY(model.isSettled());
        QHash<QString, int> slots;
        for (const models::CalendarSlot &slot : model.data().slots) {
            ++slots[slot.window];
        }
        for (const domain::MaintenanceWindow &one : model.data().windows) {
            QCOMPARE(slots.value(one.id), one.name == u"Daily"_s ? 7 * 2 : 0); // on Sundays the stricter one says it
        }
    }

    void theTableSaysWhatIsOpenAndWhatIsOver()
    {
        test::Workspace workspace;
        fill(workspace);
        workspace.clock.advance(3h);
        models::CalendarData data;
        data.now = workspace.clock.now();
        data.windows = test::await(workspace->windows().list()).value();
        models::WindowModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(data);
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, models::WindowModel::Name), u"Daily"_s);
        QCOMPARE(text(0, models::WindowModel::Effect), u"Blocks"_s);
        QVERIFY(text(0, models::WindowModel::When).startsWith(u"open until"_s));
        QCOMPARE(model.index(0, 0).data(models::StatusKeyRole).toString(), u"window.open"_s);
        QCOMPARE(model.rowOf(data.windows.at(1).id), 1);
        data.windows.removeFirst();
        model.show(data);
        QCOMPARE(model.rowCount(), 1);
    }

private:
    static void fill(test::Workspace &workspace)
    {
        domain::Automation hourly = test::someAutomation(u"Hourly"_s);
        hourly.tags = {u"db"_s};
        hourly.triggers = {domain::Schedule{.cron = u"30 * * * *"_s, .timezone = u"UTC"_s}};
        workspace.create({hourly, test::someAutomation(u"Manual"_s)});
        QVERIFY(test::await(workspace->windows().create(
            {window(u"Daily"_s, u"0 2 * * *"_s, u"disabled"_s), window(u"Sunday"_s, u"0 2 * * 0"_s, u"approve"_s)},
            u"ann"_s)));
    }
};

REGISTER_TEST(CalendarModelTest);

} // namespace

#include "test_calendarmodel.moc"
