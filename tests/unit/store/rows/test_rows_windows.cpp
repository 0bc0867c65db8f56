// SPDX-License-Identifier: Apache-2.0
// Maintenance windows as rows: verbs, audit, announcements.
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

} // namespace

#include "test_rows_windows.moc"
