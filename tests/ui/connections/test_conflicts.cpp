// SPDX-License-Identifier: Apache-2.0
// What was changed here and there, as somebody decides it.
#include "models/automationmodel.h"
#include "tests/support/registry.h"
#include "tests/ui/connections/connectionshouse.h"

#include <QComboBox>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::ConnectionsHouse;
using test::RemoteWorld;

namespace {

class TestConflicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFieldIsDecidedAndNothingBefore()
    {
        ConnectionsHouse h;
        h.inConflict();
        QTRY_COMPARE(h.model->conflictCount(), 1);
        QTRY_VERIFY(h.side(u"here1"_s));
        QCOMPARE(test::textOf(*h.pane, u"conflictDecided"_s), u"0 of 2 fields decided"_s);
        QVERIFY(!h.action("resolve")->isEnabled());
        QCOMPARE(h.action("resolve")->toolTip(), u"Decide all fields first"_s);
        h.side(u"here0"_s)->click();
        QVERIFY(!h.action("resolve")->isEnabled());
        h.side(u"there1"_s)->click();
        QCOMPARE(test::textOf(*h.pane, u"conflictDecided"_s), u"2 of 2 fields decided"_s);
        QVERIFY(test::shoot(*h.pane, u"connections-conflict"_s));
        QCOMPARE(h.world.named(u"Backup"_s).description, u"ours"_s);
        h.action("resolve")->trigger();
        QTRY_COMPARE(h.model->conflictCount(), 0);
        const domain::Automation now = h.world.named(u"Backup"_s);
        QCOMPARE(now.description, u"ours"_s);
        QCOMPARE(now.params.value("command"_L1).toString(), u"tar -cz /srv\nsync"_s);
        QTRY_VERIFY(!test::textOf(*h.pane, u"conflictsEmpty"_s).isEmpty());
        QVERIFY(h.pane->findChild<QWidget *>(u"conflictsEmpty"_s)->isVisible());
    }

    void aChoiceStaysWhileOtherThingsChange()
    {
        ConnectionsHouse h;
        const base::ConnectionId office = h.inConflict({u"Backup"_s, u"Report"_s});
        QTRY_COMPARE(h.model->conflictCount(), 2);
        auto *choice = h.pane->findChild<QComboBox *>(u"conflictChoice"_s);
        QTRY_COMPARE(choice->count(), 2);
        QTRY_VERIFY(h.side(u"there0"_s));
        h.side(u"there0"_s)->click();
        h.world.stands(office, {.state = domain::ConnectionState::Offline, .detail = u"gone"_s});
        QTRY_COMPARE(h.model->row(0).connection.state, domain::ConnectionState::Offline);
        QVERIFY(h.side(u"there0"_s)->isChecked());
        const base::AutomationId other = h.world.named(u"Report"_s).id;
        RemoteWorld::mustDo(h.house.workspace->mirrors().resolve({{other, {}}}, u"bob"_s));
        QTRY_COMPARE(h.model->conflictCount(), 1);
        QVERIFY(h.side(u"there0"_s)->isChecked());
    }

    void whatChangesMeanwhileIsLookedAtAgain()
    {
        ConnectionsHouse h;
        h.inConflict();
        QTRY_VERIFY(h.side(u"here0"_s));
        h.action("takeTheirs")->trigger();
        QVERIFY(h.action("resolve")->isEnabled());
        h.world.edit(u"Backup"_s, {{u"tags"_s, QJsonArray{u"night"_s}}});
        QTRY_VERIFY(!h.action("resolve")->isEnabled()); // it would have been decided unseen
        h.action("takeTheirs")->trigger();
        h.action("resolve")->trigger();
        QTRY_COMPARE(h.model->conflictCount(), 0);
        QCOMPARE(h.world.named(u"Backup"_s).description, u"theirs"_s);
    }

    void allOfOneAndAllOfAllAreOneClick()
    {
        ConnectionsHouse h;
        h.inConflict({u"Backup"_s, u"Report"_s, u"Sweep"_s});
        QTRY_COMPARE(h.model->conflictCount(), 3);
        QTRY_VERIFY(h.action("takeTheirs")->isEnabled());
        h.action("takeTheirs")->trigger();
        QVERIFY(h.action("resolve")->isEnabled());
        h.action("resolve")->trigger();
        QTRY_COMPARE(h.model->conflictCount(), 2);
        QCOMPARE(h.world.named(u"Backup"_s).description, u"theirs"_s);
        h.action("keepHereInAll")->trigger();
        QVERIFY(h.house.prompts.asked.last().title.contains(u"2 conflicts"_s));
        QTRY_COMPARE(h.model->conflictCount(), 0);
        QCOMPARE(h.world.named(u"Sweep"_s).description, u"ours"_s);
    }

    void whatOneSideDeletedIsKeptOrLetGo()
    {
        ConnectionsHouse h;
        const base::ConnectionId office = h.world.connection(u"Office"_s);
        h.world.see(office, {RemoteWorld::automation(u"1"_s, u"Backup"_s)});
        h.world.works(office);
        h.world.edit(u"Backup"_s, {{u"description"_s, u"ours"_s}});
        RemoteWorld::mustDo(h.house.workspace->mirrors().gone(office, u"1"_s));
        QTRY_COMPARE(h.model->conflictCount(), 1);
        QTRY_VERIFY(h.side(u"there0"_s));
        h.side(u"there0"_s)->click();
        h.action("resolve")->trigger();
        QTRY_COMPARE(h.model->conflictCount(), 0);
        QVERIFY(h.world.named(u"Backup"_s).id.isEmpty());
    }

    void everyControlHasAName()
    {
        ConnectionsHouse h;
        h.inConflict();
        QTRY_VERIFY(h.side(u"here0"_s));
        QCOMPARE(test::unnamedWidgets(*h.pane), QStringList());
    }

    void severalSystemsInAllStates()
    {
        ConnectionsHouse h;
        const base::ConnectionId mill = h.world.connection(u"Mill: night"_s);
        h.world.see(mill, {RemoteWorld::automation(u"7"_s, u"Grind"_s)});
        h.world.works(mill);
        const base::ConnectionId yard = h.world.connection(u"Yard"_s);
        h.world.works(yard);
        h.world.stands(yard, {.state = domain::ConnectionState::Offline,
                              .detail = u"yard.example.org does not answer"_s,
                              .nextSyncAt = h.house.workspace.clock.now() + 9min});
        const base::ConnectionId quay = h.world.connection(u"Quay"_s);
        h.world.stands(quay, {.state = domain::ConnectionState::NeedsLogin, .detail = u"the key was refused"_s});
        h.world.connection(u"Zebra crossing with a name that is longer than the list"_s);
        h.inConflict({u"Backup"_s, u"Report"_s});
        QTRY_COMPARE(h.model->conflictCount(), 2);
        QTRY_COMPARE(h.list()->model()->rowCount(), 5);
        h.pane->select(yard);
        QVERIFY(test::shoot(*h.pane, u"connections-offline"_s));
        h.pane->showTab(ui::ConnectionPage::Capabilities);
        h.pane->select(mill);
        QVERIFY(test::shoot(*h.pane, u"connections-capabilities"_s));
        h.pane->showTab(ui::ConnectionPage::Conflicts);
        for (int row = 0; row < h.model->rowCount(); ++row) {
            if (!h.model->row(row).conflicts.isEmpty())
                h.pane->select(h.model->row(row).connection.id);
        }
        h.side(u"here0"_s)->click();
        QVERIFY(test::shoot(*h.pane, u"connections"_s));
    }
};

REGISTER_TEST(TestConflicts);

} // namespace

#include "test_conflicts.moc"
