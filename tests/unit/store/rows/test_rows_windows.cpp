// SPDX-License-Identifier: Apache-2.0
// Maintenance windows as rows: verbs, versions, audit, announcements.
#include "app/store/sql/schema.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using domain::MaintenanceWindow;
using test::await;
using test::TempStore;

namespace {

MaintenanceWindow someWindow(const QString &name = u"Reboot"_s)
{
    return domain::windowFromJson({{u"name"_s, name},
                                   {u"start"_s, u"2026-10-25T03:00:00"_s},
                                   {u"end"_s, u"2026-10-25T04:00:00"_s},
                                   {u"recurring"_s, u"0 3 * * *"_s},
                                   {u"timezone"_s, u"UTC"_s}})
        .value();
}

MaintenanceWindow make(TempStore &store)
{
    return await(store->windows().create({someWindow()}, u"ann"_s)).value().first();
}

class WindowRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsOutliveTheProgram()
    {
        TempStore store;
        const auto made = await(store->windows().create({someWindow(u"b"_s), someWindow(u"A"_s)}, u"ann"_s));
        QCOMPARE(made->first().createdBy, u"ann"_s);
        QCOMPARE(made->first().version, 1);
        store.reopen();
        const QList<MaintenanceWindow> listed = await(store->windows().list()).value();
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed.at(0).name, u"A"_s);
        QCOMPARE(listed.at(1), made->first());
    }

    void anEditChangesWhatItGivesAndKnowsStaleOnes()
    {
        TempStore store;
        const MaintenanceWindow made = make(store);
        const auto edited =
            await(store->windows().edit(made.id, {{u"name"_s, u"Restart"_s}, {u"version"_s, 1}}, u"bob"_s));
        QCOMPARE(edited->name, u"Restart"_s);
        QCOMPARE(edited->version, 2);
        QCOMPARE(edited->createdBy, u"ann"_s);
        QCOMPARE(await(store->windows().edit(made.id, {{u"version"_s, 1}}, u"bob"_s)).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(await(store->windows().edit(made.id, {{u"end"_s, u"x"_s}}, u"bob"_s)).error().field, u"end"_s);
        QCOMPARE(await(store->windows().edit(u"window_none"_s, {}, u"bob"_s)).error().code, ErrorCode::NotFound);
    }

    void eachChangeIsAuditedAndAnnounced()
    {
        TempStore store;
        QSignalSpy changed(&store.store(), &store::Store::changed);
        const MaintenanceWindow made = make(store);
        QVERIFY(await(store->windows().activate(made.id, u"ann"_s)));
        QVERIFY(await(store->windows().extend(made.id, store.clock.now() + base::Seconds(7200), u"ann"_s)));
        store.clock.advance(base::Seconds(60));
        QVERIFY(await(store->windows().deactivate(made.id, u"ann"_s)));
        QVERIFY(await(store->windows().remove(made.id, u"ann"_s)));
        QCOMPARE(await(store->windows().deactivate(made.id, u"ann"_s)).error().code, ErrorCode::NotFound);
        QStringList actions;
        const QList<store::AuditEntry> entries = await(store->audit().page({})).value();
        for (const store::AuditEntry &entry : entries) {
            QCOMPARE(entry.subject, made.id);
            actions.prepend(entry.action);
        }
        QCOMPARE(actions,
                 (QStringList{u"create_window"_s, u"activate"_s, u"extend"_s, u"deactivate"_s, u"delete_window"_s}));
        QTRY_COMPARE(changed.size(), 5);
        const auto last = changed.last().first().value<store::Changes>();
        QCOMPARE(last, (store::Changes{{store::Table::Windows, store::ChangeKind::Deleted, made.id}}));
    }

    void whatWasRemovedIsPutBack()
    {
        TempStore store;
        const MaintenanceWindow made = make(store);
        const auto moved = await(store->windows().move(
            made.id, test::tempStoreStart + base::Seconds(3 * 3600),
            {test::tempStoreStart + base::Seconds(5 * 3600), test::tempStoreStart + base::Seconds(6 * 3600)},
            u"ann"_s));
        QCOMPARE(moved->exceptions.size(), 1);
        QVERIFY(await(store->windows().putBack(made, u"ann"_s)));
        QCOMPARE(await(store->windows().get(made.id))->exceptions.size(), 0);
        QVERIFY(await(store->windows().remove(made.id, u"ann"_s)));
        QVERIFY(await(store->windows().putBack(made, u"ann"_s)));
        QCOMPARE(await(store->windows().get(made.id))->name, made.name);
    }
};

REGISTER_TEST(WindowRowsTest);

/// Names of the versions, newest first.
QStringList namesOf(TempStore &store, const QString &id)
{
    QStringList names;
    const QList<MaintenanceWindow> versions = await(store->windows().history(id)).value_or({});
    for (const MaintenanceWindow &version : versions) {
        names.append(version.name);
    }
    return names;
}

class WindowVersionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySaveIsAVersion()
    {
        TempStore store;
        const MaintenanceWindow made = make(store);
        store.clock.advance(base::Seconds(60));
        QVERIFY(await(store->windows().edit(made.id, {{u"name"_s, u"Restart"_s}}, u"bob"_s)));
        QVERIFY(await(store->windows().activate(made.id, u"eve"_s)));
        store.reopen();
        const QList<MaintenanceWindow> versions = await(store->windows().history(made.id)).value();
        QCOMPARE(versions.size(), 3);
        QCOMPARE(versions.at(0).updatedBy, u"eve"_s);
        QCOMPARE(versions.at(0).exceptions.size(), 1);
        QCOMPARE(versions.at(1).name, u"Restart"_s);
        QCOMPARE(versions.at(1).updatedBy, u"bob"_s);
        QCOMPARE(versions.at(1).updatedAt, made.updatedAt + base::Seconds(60));
        QCOMPARE(versions.at(2), made);
        QCOMPARE(await(store->windows().get(made.id)).value(), versions.first());
        QCOMPARE(await(store->windows().history(u"window_none"_s)).error().code, ErrorCode::NotFound);
    }

    void aVersionIsRestored()
    {
        TempStore store;
        const MaintenanceWindow made = make(store);
        QVERIFY(await(store->windows().edit(made.id, {{u"name"_s, u"Restart"_s}}, u"bob"_s)));
        const MaintenanceWindow back = await(store->windows().restore(made.id, 1, u"eve"_s)).value();
        QCOMPARE(back.name, u"Reboot"_s);
        QCOMPARE(back.version, 3);
        QCOMPARE(back.updatedBy, u"eve"_s);
        QCOMPARE(back.createdBy, u"ann"_s);
        QCOMPARE(namesOf(store, made.id), (QStringList{u"Reboot"_s, u"Restart"_s, u"Reboot"_s}));
        QCOMPARE(await(store->windows().restore(made.id, 9, u"eve"_s)).error().code, ErrorCode::NotFound);
        const store::AuditEntry entry = await(store->audit().page({})).value().first();
        QCOMPARE(entry.action, u"restore_window"_s);
        QVERIFY(entry.before.contains(u"Restart"_s));
        QVERIFY(entry.after.contains(u"Reboot"_s));
        const domain::Actor viewer(u"vic"_s, domain::Role::Viewer);
        QCOMPARE(await(store->windows().restore(made.id, 1, viewer)).error().code, ErrorCode::Denied);
        QCOMPARE(namesOf(store, made.id).size(), 3);
    }

    void alsoOfAWindowThatWasRemoved()
    {
        TempStore store;
        const MaintenanceWindow made = make(store);
        QVERIFY(await(store->windows().remove(made.id, u"ann"_s)));
        QCOMPARE(namesOf(store, made.id).size(), 1);
        QCOMPARE(await(store->windows().restore(made.id, 1, u"bob"_s))->version, 2);
        QVERIFY(await(store->windows().remove(made.id, u"ann"_s)));
        QCOMPARE(await(store->windows().putBack(made, u"bob"_s))->version, 3); // an undo from before that
        QCOMPARE(await(store->windows().list())->size(), 1);
        QCOMPARE(namesOf(store, made.id).size(), 3);
    }

    void whatACalendarBringsComesBackByThatAlone()
    {
        TempStore store;
        const QJsonObject fields{{u"name"_s, u"Holidays"_s}, {u"source"_s, u"/nowhere/holidays.ics"_s}};
        const auto made = domain::subscriptionFromJson(fields);
        const QString calendar = await(store->calendars().create(made.value(), u"ann"_s))->id;
        MaintenanceWindow day = someWindow(u"Christmas"_s);
        day.id = u"window_ofcalendar"_s;
        day.calendar = calendar;
        QVERIFY(await(store->calendars().took(calendar, {day})));
        day.name = u"Xmas"_s;
        QVERIFY(await(store->calendars().took(calendar, {day})));
        QCOMPARE(namesOf(store, day.id), (QStringList{u"Xmas"_s, u"Christmas"_s}));
        QCOMPARE(await(store->windows().restore(day.id, 1, u"ann"_s)).error().code, ErrorCode::Conflict);
        QVERIFY(await(store->calendars().took(calendar, {})));
        QCOMPARE(namesOf(store, day.id), QStringList());
        QVERIFY(await(store->calendars().took(calendar, {day})));
        QCOMPARE(namesOf(store, day.id), QStringList{u"Xmas"_s});
    }

    void theLastOnesAreKept()
    {
        TempStore store;
        const MaintenanceWindow made = make(store);
        for (int i = 2; i <= 202; ++i) {
            QVERIFY(await(store->windows().edit(made.id, {{u"name"_s, QString::number(i)}}, u"bob"_s)));
        }
        const QStringList names = namesOf(store, made.id);
        QCOMPARE(names.size(), 200);
        QCOMPARE(names.first(), u"202"_s);
        QCOMPARE(names.last(), u"3"_s);
        QCOMPARE(await(store->windows().restore(made.id, 2, u"bob"_s)).error().code, ErrorCode::NotFound);
    }

    void windowsOfAnOlderSchemaBeginWithWhatTheyAre()
    {
        constexpr int stepOfVersions = 18;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"old.db"_s);
        QFile(path).open(QIODevice::WriteOnly);
        const auto db = store::Connection::open(path, store::Connection::Mode::Write);
        QVERIFY(db);
        const auto steps = store::schemaSteps();
        QVERIFY(store::migrate(**db, steps->first(stepOfVersions - 1)));
        QVERIFY((*db)->run("INSERT INTO maintenance_window (id, name, version, document, updated_at)"
                           " VALUES ('window_1', 'Reboot', 7, '{\"name\":\"Reboot\"}', 5)",
                           {}));
        QVERIFY(store::migrate(**db, *steps));
        QCOMPARE((*db)
                     ->number("SELECT version FROM window_version WHERE window_id = 'window_1'"
                              " AND document = '{\"name\":\"Reboot\"}'")
                     .value_or(-1),
                 7);
    }
};

REGISTER_TEST(WindowVersionsTest);

} // namespace

#include "test_rows_windows.moc"
