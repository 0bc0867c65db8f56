// SPDX-License-Identifier: Apache-2.0
#include "models/automationdetail.h"
#include "models/automationfilter.h"
#include "models/connections/conflictrows.h"
#include "models/connections/connectionmodel.h"
#include "models/connections/connectionwords.h"
#include "models/connections/outboxmodel.h"
#include "models/rundetail.h"
#include "models/runmodel.h"
#include "models/sight.h"
#include "tests/models/remoteworld.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
using test::RemoteWorld;

struct Fixture
{
    test::Workspace workspace;
    RemoteWorld world{workspace};
    models::AutomationModel automations{workspace.store(), workspace.catalog, workspace.clock};
    models::ConnectionModel model{workspace.store(), automations, workspace.clock};

    QString state(int row) const { return model.index(row).data(models::SecondaryTextRole).toString(); }
    QString key(int row) const { return model.index(row).data(models::StatusKeyRole).toString(); }
    /// Changed on both sides since they agreed.
    base::ConnectionId inConflict()
    {
        const base::ConnectionId office = world.connection(u"Office"_s);
        world.see(office, {RemoteWorld::automation(u"1"_s, u"Backup"_s)});
        world.works(office);
        world.edit(u"Backup"_s, {{u"description"_s, u"ours"_s}});
        world.see(office, {RemoteWorld::automation(u"1"_s, u"Backup"_s, u"theirs"_s)});
        return office;
    }
};

class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateSaysWhyAndUntilWhen()
    {
        Fixture f;
        const QAbstractItemModelTester tester(&f.model, fatal);
        const base::ConnectionId office = f.world.connection(u"Office"_s);
        QTRY_COMPARE(f.model.rowCount(), 1);
        QTRY_COMPARE(f.key(0), u"connection.untried"_s);
        f.world.see(office, {RemoteWorld::automation(u"1"_s, u"Backup"_s)});
        f.world.works(office);
        QTRY_COMPARE(f.key(0), u"connection.in_sync"_s);
        f.workspace.clock.advance(12min);
        QCOMPARE(f.state(0), u"In sync, 12 min ago"_s);
        QTRY_COMPARE(f.model.index(0).data(models::ConnectionModel::CountTextRole).toString(), u"1 automations"_s);
        f.world.stands(office, {.state = domain::ConnectionState::Offline,
                                .detail = u"connection refused"_s,
                                .nextSyncAt = f.workspace.clock.now() + 2min});
        QTRY_COMPARE(f.key(0), u"connection.offline"_s);
        QVERIFY(f.state(0).startsWith(u"Offline, tried again at "_s));
        const auto banner = models::connectionBanner(f.model.row(0), f.workspace.clock.now());
        QVERIFY(banner->sentence.contains(u"in 2 min"_s));
        QCOMPARE(banner->note, u"connection refused"_s);
        f.world.stands(office, {.state = domain::ConnectionState::NeedsLogin, .detail = u"the key was refused"_s});
        QTRY_COMPARE(f.key(0), u"connection.sign_in_needed"_s);
        f.world.edit(u"Backup"_s, {{u"description"_s, u"ours"_s}});
        QTRY_COMPARE(f.state(0), u"Sign-in needed, 1 changes wait"_s);
        RemoteWorld::must(f.workspace->connections().edit(office, {{u"paused"_s, true}}, u"tester"_s));
        QTRY_COMPARE(f.key(0), u"connection.paused"_s);
    }

    void aConflictIsCountedAndTakenBack()
    {
        Fixture f;
        f.inConflict();
        QTRY_COMPARE(f.model.conflictCount(), 1);
        QCOMPARE(f.key(0), u"connection.conflict"_s);
        QVERIFY(f.state(0).startsWith(u"1 conflicts"_s));
        const base::AutomationId id = f.world.named(u"Backup"_s).id;
        RemoteWorld::mustDo(f.workspace->mirrors().resolve({{id, {.side = domain::Side::Remote}}}, u"tester"_s));
        QTRY_COMPARE(f.model.conflictCount(), 0);
    }

    void whatMayNotBeSeenIsNotShown()
    {
        Fixture f;
        models::Sight sight(f.workspace.store(), {u"bob"_s, domain::Role::Viewer});
        f.inConflict();
        f.world.edit(u"Backup"_s, {{u"acl"_s, QJsonArray{u"ann"_s}}});
        f.model.setSight(sight);
        QTRY_VERIFY(f.model.rowCount() == 1 && f.model.row(0).conflicts.isEmpty() && f.model.row(0).entries.isEmpty());
        sight.setWho({u"root"_s, domain::Role::Admin});
        QTRY_COMPARE(f.model.conflictCount(), 1);
    }

    void anAutomationNamesItsHomeAndIsFoundByIt()
    {
        Fixture f;
        f.workspace.create(1, u"Mine "_s);
        const base::ConnectionId office = f.world.connection(u"Office"_s);
        f.world.see(office, {RemoteWorld::automation(u"1"_s, u"Backup"_s)});
        QTRY_COMPARE(f.automations.rowCount(), 2);
        const auto home = [&f](const QString &name) {
            const int row = f.automations.rowOf(f.world.named(name).id);
            return f.automations.index(row, models::AutomationModel::Name).data(models::HomeRole);
        };
        QTRY_COMPARE(home(u"Backup"_s).toString(), u"Office"_s);
        QVERIFY(!home(u"Mine 0000"_s).isValid());
        models::AutomationFilter filter(f.automations);
        filter.setFilter(models::parseFilter(u"connection:off"_s, models::FilterScope::Automations),
                         f.workspace.clock.now());
        QCOMPARE(filter.rowCount(), 1);
        RemoteWorld::must(f.workspace->connections().edit(office, {{u"name"_s, u"Attic"_s}}, u"tester"_s));
        QTRY_COMPARE(home(u"Backup"_s).toString(), u"Attic"_s);
        QTRY_COMPARE(filter.rowCount(), 0);
        const models::ConnectionBook &homes = f.automations.homes();
        QVERIFY(homes.whyNot(office, domain::Capability::Run).isEmpty());
        QVERIFY(homes.whyNot({}, domain::Capability::Delete).isEmpty());
        QCOMPARE(homes.whyNot(office, domain::Capability::Delete), u"Attic can't do this: Delete automations"_s);
        QCOMPARE(homes.whyNotPause(office), QString());
        domain::Connection attic = *homes.find(office);
        attic.account.capabilities.carries.removeAll(u"paused"_s);
        QCOMPARE(models::cannotPauseText(attic), u"Attic can't pause its automations"_s);
        attic.account.capabilities.can.removeAll(domain::Capability::Update);
        QCOMPARE(models::cannotPauseText(attic), u"Attic can't do this: Change automations"_s);
    }

    void whatIsNotToldThereIsNotSaidOfIt()
    {
        Fixture f;
        const domain::Automation mine = f.workspace.create(1, u"Mine "_s).first();
        const base::ConnectionId office = f.world.connection(u"Office"_s);
        f.world.see(office, {RemoteWorld::automation(u"1"_s, u"Backup"_s)});
        QTRY_COMPARE(f.automations.rowCount(), 2);
        QTRY_VERIFY(f.automations.homes().find(office));
        models::AutomationDetail detail(f.automations, f.workspace.clock);
        const auto said = [&detail](const QString &key) {
            for (const models::Fact &fact : detail.facts()) {
                if (fact.key == key) {
                    return fact.text;
                }
            }
            return QString();
        };
        detail.setAutomation(mine.id);
        QCOMPARE(said(u"timeout"_s), u"10 min, then kill after 10 s"_s);
        QVERIFY(!said(u"overlap"_s).isEmpty() && !said(u"misfire"_s).isEmpty());
        detail.setAutomation(f.world.named(u"Backup"_s).id);
        QCOMPARE(said(u"home"_s), u"Office"_s);
        for (const QString &key : {u"timeout"_s, u"overlap"_s, u"misfire"_s}) {
            QVERIFY2(said(key).isEmpty(), qPrintable(key + u": "_s + said(key)));
        }
        domain::AccountFacts facts = RemoteWorld::account();
        facts.capabilities.carries.append(u"timeout_s"_s);
        RemoteWorld::mustDo(f.workspace->connections().setFacts(office, facts));
        QTRY_COMPARE(said(u"timeout"_s), u"10 min"_s); // nobody there says how it is ended
    }

    void aRunWhoseBeginningNobodyTellsHasNoClock()
    {
        Fixture f;
        const base::ConnectionId office = f.world.connection(u"Office"_s);
        f.world.see(office, {RemoteWorld::automation(u"1"_s, u"Backup"_s), RemoteWorld::automation(u"2"_s, u"Copy"_s)});
        f.world.works(office);
        domain::RemoteRun untimed;
        untimed.remoteId = u"r1"_s;
        untimed.automationRemoteId = u"1"_s;
        untimed.queuedAt = f.workspace.clock.now();
        RemoteWorld::must(f.workspace->mirrors().seeRuns(office, {untimed}));
        f.world.seeRun(office, u"r2"_s, u"2"_s, domain::RunStatus::Running);
        const auto beside = [&f](const QString &name) {
            const int row = f.automations.rowOf(f.world.named(name).id);
            const QModelIndex cell = f.automations.index(row, models::AutomationModel::LastRun);
            return cell.data().toString() + u'|' + cell.data(models::SecondaryTextRole).toString();
        };
        QTRY_COMPARE(f.automations.rowCount(), 2);
        QTRY_VERIFY2(beside(u"Copy"_s).startsWith(u"Running|0:0"_s), qPrintable(beside(u"Copy"_s)));
        const QString untold = beside(u"Backup"_s);
        QVERIFY2(untold.startsWith(u"Running|"_s) && untold.count(u':') < 2, qPrintable(untold));
    }

    void aRunNamesItsHomeAndIsFoundByIt()
    {
        Fixture f;
        const domain::Automation mine = f.workspace.create(1, u"Mine "_s).first();
        f.workspace.runFor(mine.id, 2s);
        const base::ConnectionId office = f.world.connection(u"Office"_s);
        f.world.see(office, {RemoteWorld::automation(u"1"_s, u"Backup"_s)});
        f.world.works(office);
        f.world.seeRun(office, u"r1"_s, u"1"_s, domain::RunStatus::Running);
        models::RunModel runs(f.workspace.store(), f.workspace.clock);
        const QAbstractItemModelTester tester(&runs, fatal);
        QTRY_COMPARE(runs.rowCount(), 2);
        const QModelIndex remote = runs.index(0, models::RunModel::Automation);
        QTRY_COMPARE(remote.data(models::HomeRole).toString(), u"Office"_s);
        QVERIFY(!runs.index(1, models::RunModel::Automation).data(models::HomeRole).isValid());
        models::RunDetail detail(f.workspace.store(), f.workspace.clock);
        detail.setRun(runs.run(0).id);
        const auto homeFact = [&detail] {
            for (const models::Fact &fact : detail.facts()) {
                if (fact.key == "home"_L1) {
                    return fact.text + u'|' + fact.quiet;
                }
            }
            return QString();
        };
        QTRY_COMPARE(homeFact(), u"Office|log: at the end only"_s);
        const auto filtered = [&](const QString &text) {
            runs.setFilter(
                models::runFilter(models::parseFilter(text, models::FilterScope::Runs), f.workspace.clock.now()));
        };
        filtered(u"connection:office"_s);
        QTRY_COMPARE(runs.rowCount(), 1);
        filtered(u"-connection:office"_s);
        QTRY_VERIFY(runs.rowCount() == 1 && runs.run(0).automationId == mine.id);
    }

    void whatWaitsSaysForWhat()
    {
        Fixture f;
        f.inConflict();
        QTRY_VERIFY(f.model.rowCount() == 1 && f.model.row(0).entries.size() == 1 &&
                    !f.model.row(0).entries.first().waitsFor.isEmpty());
        models::OutboxModel outbox(f.workspace.clock);
        const QAbstractItemModelTester tester(&outbox, fatal);
        outbox.setEntries(f.model.row(0).entries);
        using Column = models::OutboxModel::Column;
        QCOMPARE(outbox.index(0, Column::Automation).data().toString(), u"Backup"_s);
        QCOMPARE(outbox.index(0, Column::What).data().toString(), u"Send the changes"_s);
        QCOMPARE(outbox.index(0, Column::WaitsFor).data().toString(), u"a conflict waits for a decision"_s);
        store::OutboxEntry later = f.model.row(0).entries.first();
        later.waitsFor = u"503 Service Unavailable"_s;
        later.dueAt = f.workspace.clock.now() + 90s;
        outbox.setEntries({later});
        const QString waits = outbox.index(0, Column::WaitsFor).data().toString();
        QVERIFY2(waits.startsWith(u"503 Service Unavailable; tried again at "_s), qPrintable(waits));
        later.state = store::TaskState::Unsure;
        later.waitsFor = u"far answered 500; nobody knows whether it arrived; it is looked for first"_s;
        outbox.setEntries({later});
        QVERIFY(outbox.index(0, Column::WaitsFor).data().toString().startsWith(later.waitsFor + u"; tried again"_s));
        outbox.setEntries({});
        QCOMPARE(outbox.rowCount(), 0);
    }

    void aConflictIsDecidedFieldByField()
    {
        store::Conflict conflict;
        const QJsonObject half{{u"type"_s, u"schedule"_s}, {u"every_minutes"_s, 30}};
        QJsonObject ours = half;
        ours[u"every_minutes"_s] = 25;
        conflict.fields = {{{u"description"_s}, QJsonValue::Undefined, u"ours"_s, u"theirs"_s},
                           {{u"triggers"_s}, QJsonArray{half}, QJsonArray{ours}, QJsonArray{}},
                           {{u"params"_s, u"script"_s}, u"a\nb"_s, u"a\nc"_s, u"a\nb\nd"_s}};
        QList<models::ConflictField> fields = models::conflictFields(conflict, u"Office"_s);
        QCOMPARE(fields.size(), 3);
        QCOMPARE(fields[0].base, u"–"_s);
        QCOMPARE(fields[1].local, u"Every 25 min"_s);
        QCOMPARE(fields[1].remote, u"none"_s);
        QCOMPARE(fields[2].label, u"What it runs: script"_s);
        QCOMPARE(fields[2].localLines.size(), 3); // the same, one went, one came
        QVERIFY(!models::choiceOf(fields));
        for (models::ConflictField &field : fields) {
            field.chosen = domain::Side::Local;
        }
        fields[1].chosen = domain::Side::Remote;
        const std::optional<store::Choice> choice = models::choiceOf(fields);
        QCOMPARE(choice->fields.value(u"description"_s), domain::Side::Local);
        QCOMPARE(choice->fields.value(u"triggers"_s, domain::Side::Local), domain::Side::Remote);
        QVERIFY(choice->fields.contains(u"params.script"_s));
    }

    void whatWasChangedHereOnlyIsSaid()
    {
        store::Conflict conflict;
        conflict.fields = {{{u"description"_s}, QJsonValue::Undefined, u"ours"_s, u"theirs"_s}};
        domain::Automation here = test::someAutomation();
        here.description = u"ours"_s;
        here.timeoutSeconds = 5;
        here.tags = {u"not carried"_s};
        const QStringList carries{u"name"_s, u"description"_s, u"timeout_s"_s};
        QCOMPARE(models::changedHereOnly(conflict, here, test::someAutomation(), carries),
                 QStringList{u"time limit"_s});
    }

    void aRemovalIsDecidedAsAWhole()
    {
        store::Conflict conflict;
        conflict.what = store::Disagreement::RemovedThere;
        QList<models::ConflictField> fields = models::conflictFields(conflict, u"Office"_s);
        QCOMPARE(fields.size(), 1);
        QVERIFY(fields[0].remote.contains(u"Office"_s));
        fields[0].chosen = domain::Side::Remote;
        QCOMPARE(models::choiceOf(fields)->side, domain::Side::Remote);
    }

    void capabilitiesSayWhyNot()
    {
        domain::Connection connection;
        connection.account = RemoteWorld::account();
        domain::ProviderInfo info = test::harbour();
        const auto textOf = [&](const QString &key) {
            for (const models::Fact &fact : models::capabilityFacts(connection, &info)) {
                if (fact.key == key) {
                    return fact.text + u'|' + fact.quiet;
                }
            }
            return QString();
        };
        QCOMPARE(textOf(u"run"_s), u"Yes|"_s);
        QCOMPARE(textOf(u"delete"_s), u"No|this account may not"_s);
        info.capabilities.can.removeAll(domain::Capability::Delete);
        QCOMPARE(textOf(u"delete"_s), u"No|the system does not have it"_s);
        QCOMPARE(textOf(u"log"_s), u"at the end only|"_s);
    }
};

REGISTER_TEST(TestConnections);

} // namespace

#include "test_connections.moc"
