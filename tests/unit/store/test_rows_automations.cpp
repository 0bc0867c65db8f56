// SPDX-License-Identifier: Apache-2.0
// Automations, their versions, and settings: what is saved, and what is refused.
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using domain::Automation;
using test::await;
using test::someAutomation;
using test::TempStore;

namespace {

class RowsAutomationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void creatingGivesIdVersionAndTimes();
    void whatIsStoredComesBackWhole();
    void whatTheSystemNoLongerKnowsIsStillRead();
    void creatingIsAllOrNothing();
    void listIsByNameWhateverTheCase();
    void updateKeepsOldVersions();
    void updateOfAnOldVersionIsConflict();
    void updateThatCannotBeReadAgainIsRefused();
    void pausingChangesOnlyWhatIsNotPaused();
    void pausingAnUnknownOneChangesNothing();
    void removingKeepsRunsAndVersionsAndCancelsWaitingOnes();
    void everyCommitIsAnnounced();
    void settingsHaveDefaultsAndKeepChanges();
    void wrongSettingsAreRefusedByName_data();
    void wrongSettingsAreRefusedByName();
};

Automation created(TempStore &store, const QString &name = u"Backup"_s)
{
    const auto list = await(store->automations().create({someAutomation(name)}, u"ann"_s));
    return list ? list->value(0) : Automation();
}

void RowsAutomationsTest::creatingGivesIdVersionAndTimes()
{
    TempStore store;
    const Automation automation = created(store);
    QVERIFY(automation.id.text().startsWith(u"auto_"_s));
    QCOMPARE(automation.version, 1);
    QCOMPARE(automation.createdAt, test::tempStoreStart);
    QCOMPARE(automation.updatedAt, test::tempStoreStart);
    QCOMPARE(automation.updatedBy, u"ann"_s);
}

void RowsAutomationsTest::whatIsStoredComesBackWhole()
{
    TempStore store;
    Automation automation = someAutomation(u"Grüße 'quoted' \"twice\" 🚂"_s);
    automation.tags = {u"a"_s, u"b"_s};
    automation.env = {{u"PATH"_s, u"/bin"_s}};
    automation.params.insert(u"nested"_s, QJsonObject{{u"deep"_s, QJsonArray{1, true, QJsonValue::Null}}});
    automation.triggers = {domain::Schedule{.cron = u"*/5 * * * *"_s, .timezone = u"Europe/Berlin"_s}};
    automation.maxParallel = 2;
    const auto list = await(store->automations().create({automation}, u"ann"_s));
    QVERIFY(list);
    store.reopen();
    const auto read = await(store->automations().get(list->first().id));
    QVERIFY(read);
    QCOMPARE(*read, list->first());
    QCOMPARE(read->params, automation.params);
}

void RowsAutomationsTest::whatTheSystemNoLongerKnowsIsStillRead()
{
    QTemporaryDir zones;
    QVERIFY(QFile::copy(u"/usr/share/zoneinfo/Asia/Tokyo"_s, zones.filePath(u"Mars"_s)));
    TempStore store;
    Automation automation = someAutomation(u"Lost"_s);
    automation.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s, .timezone = u"Mars"_s}};
    qputenv("TZDIR", zones.path().toUtf8());
    const auto stored = await(store->automations().create({automation, someAutomation()}, u"ann"_s));
    qunsetenv("TZDIR");
    QVERIFY(stored);
    const auto list = await(store->automations().list());
    QVERIFY(list);
    QCOMPARE(list->size(), 2);
    QCOMPARE(await(store->automations().get(stored->first().id)).value().triggers, automation.triggers);
    QVERIFY(!await(store->automations().create({automation}, u"ann"_s)));
}

void RowsAutomationsTest::creatingIsAllOrNothing()
{
    TempStore store;
    const auto list = await(store->automations().create({someAutomation(), someAutomation(QString())}, u"ann"_s));
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::Invalid);
    QCOMPARE(list.error().field, u"[1].name"_s);
    QVERIFY(await(store->automations().list())->isEmpty());
}

void RowsAutomationsTest::listIsByNameWhateverTheCase()
{
    TempStore store;
    for (const QString &name : {u"beta"_s, u"Alpha"_s, u"Gamma"_s}) {
        created(store, name);
    }
    QStringList names;
    const auto list = await(store->automations().list());
    for (const Automation &automation : *list) {
        names.append(automation.name);
    }
    QCOMPARE(names, QStringList({u"Alpha"_s, u"beta"_s, u"Gamma"_s}));
}

void RowsAutomationsTest::updateKeepsOldVersions()
{
    TempStore store;
    Automation automation = created(store);
    automation.name = u"Backup of the night"_s;
    store.clock.advance(base::Millis(5000));
    const auto saved = await(store->automations().update(automation, u"bob"_s));
    QVERIFY(saved);
    QCOMPARE(saved->version, 2);
    QCOMPARE(saved->updatedBy, u"bob"_s);
    QCOMPARE(saved->createdAt, test::tempStoreStart);
    QCOMPARE(saved->updatedAt, test::tempStoreStart + base::Millis(5000));
    const auto history = await(store->automations().history(automation.id));
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->at(0).name, u"Backup of the night"_s);
    QCOMPARE(history->at(1).name, u"Backup"_s);
    QCOMPARE(history->at(1).updatedBy, u"ann"_s);
}

void RowsAutomationsTest::updateOfAnOldVersionIsConflict()
{
    TempStore store;
    const Automation automation = created(store);
    QVERIFY(await(store->automations().update(automation, u"bob"_s)));
    const auto late = await(store->automations().update(automation, u"eve"_s));
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::Conflict);
    QCOMPARE(await(store->automations().get(automation.id))->updatedBy, u"bob"_s);
}

void RowsAutomationsTest::updateThatCannotBeReadAgainIsRefused()
{
    TempStore store;
    Automation automation = created(store);
    automation.maxQueued = -1;
    const auto saved = await(store->automations().update(automation, u"bob"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Invalid);
    QCOMPARE(saved.error().field, u"max_queued"_s);
    automation.id = base::AutomationId(u"auto_none"_s);
    QCOMPARE(await(store->automations().update(automation, u"bob"_s)).error().code, ErrorCode::NotFound);
}

void RowsAutomationsTest::pausingChangesOnlyWhatIsNotPaused()
{
    TempStore store;
    const Automation one = created(store);
    const Automation two = created(store, u"Second"_s);
    QVERIFY(await(store->automations().setPaused({one.id}, true, u"bob"_s)));
    QVERIFY(await(store->automations().setPaused({one.id, two.id}, true, u"eve"_s)));
    const auto first = await(store->automations().get(one.id));
    QVERIFY(first->paused);
    QCOMPARE(first->version, 2);
    QCOMPARE(first->updatedBy, u"bob"_s);
    QCOMPARE(await(store->automations().get(two.id))->version, 2);
}

void RowsAutomationsTest::pausingAnUnknownOneChangesNothing()
{
    TempStore store;
    const Automation one = created(store);
    const QList<base::AutomationId> ids{one.id, base::AutomationId(u"auto_none"_s)};
    const auto paused = await(store->automations().setPaused(ids, true, u"bob"_s));
    QVERIFY(!paused);
    QCOMPARE(paused.error().code, ErrorCode::NotFound);
    QCOMPARE(await(store->automations().get(one.id))->version, 1);
}

void RowsAutomationsTest::removingKeepsRunsAndVersionsAndCancelsWaitingOnes()
{
    TempStore store;
    const Automation automation = created(store);
    const auto waiting = await(store->runs().request(automation.id, u"ann"_s));
    const auto running = await(store->runs().request(automation.id, u"ann"_s));
    QVERIFY(await(store->runs().start(running->id, 1)));
    QVERIFY(await(store->automations().remove(automation.id, u"bob"_s)));

    QCOMPARE(await(store->automations().get(automation.id)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(store->automations().remove(automation.id, u"bob"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(store->automations().history(automation.id))->size(), 1);
    const auto cancelled = await(store->runs().get(waiting->id));
    QCOMPARE(cancelled->status, domain::RunStatus::Cancelled);
    QCOMPARE(cancelled->reason, u"cancelled by bob"_s);
    QCOMPARE(await(store->runs().get(running->id))->status, domain::RunStatus::Running);
    QCOMPARE(await(store->runs().cancelRequests())->value(running->id), u"bob"_s);
    QCOMPARE(await(store->runs().request(automation.id, u"ann"_s)).error().code, ErrorCode::NotFound);
}

void RowsAutomationsTest::everyCommitIsAnnounced()
{
    TempStore store;
    QSignalSpy spy(&store.store(), &store::Store::changed);
    const Automation automation = created(store);
    QTRY_COMPARE(spy.count(), 1);
    const store::Change inserted{store::Table::Automations, store::ChangeKind::Inserted, automation.id.text()};
    QCOMPARE(spy.at(0).at(0).value<store::Changes>(), store::Changes{inserted});
    QVERIFY(!await(store->automations().create({someAutomation(QString())}, u"ann"_s)));
    QVERIFY(await(store->settings().set(u"api.enabled"_s, true)));
    QTRY_COMPARE(spy.count(), 2);
    const store::Change setting{store::Table::Settings, store::ChangeKind::Updated, u"api.enabled"_s};
    QCOMPARE(spy.at(1).at(0).value<store::Changes>(), store::Changes{setting});
}

void RowsAutomationsTest::settingsHaveDefaultsAndKeepChanges()
{
    TempStore store;
    const auto before = await(store->settings().all());
    QCOMPARE(before->size(), store::settingSpecs().size());
    QCOMPARE(before->value(u"engine.parallel_runs"_s).toInt(), 0);
    QVERIFY(await(store->settings().set(u"engine.parallel_runs"_s, 8)));
    QVERIFY(await(store->settings().set(u"window.on_close"_s, u"keep"_s)));
    store.reopen();
    const auto after = await(store->settings().all());
    QCOMPARE(after->value(u"engine.parallel_runs"_s).toInt(), 8);
    QCOMPARE(after->value(u"window.on_close"_s).toString(), u"keep"_s);
}

void RowsAutomationsTest::wrongSettingsAreRefusedByName_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown") << u"engine.colour"_s << QJsonValue(1);
    QTest::newRow("other type") << u"api.enabled"_s << QJsonValue(u"yes"_s);
    QTest::newRow("text for a number") << u"engine.parallel_runs"_s << QJsonValue(u"4"_s);
    QTest::newRow("fraction") << u"engine.parallel_runs"_s << QJsonValue(1.5);
    QTest::newRow("below") << u"engine.parallel_runs"_s << QJsonValue(-1);
    QTest::newRow("above") << u"engine.parallel_runs"_s << QJsonValue(1e9);
    QTest::newRow("unknown word") << u"window.on_close"_s << QJsonValue(u"explode"_s);
    QTest::newRow("null") << u"window.scheme"_s << QJsonValue(QJsonValue::Null);
}

void RowsAutomationsTest::wrongSettingsAreRefusedByName()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    TempStore store;
    const auto before = await(store->settings().all());
    const auto set = await(store->settings().set(key, value));
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::Invalid);
    QCOMPARE(set.error().field, key);
    QCOMPARE(*await(store->settings().all()), *before);
}

REGISTER_TEST(RowsAutomationsTest);

} // namespace

#include "test_rows_automations.moc"
