// SPDX-License-Identifier: Apache-2.0
// Mirrors and the outbox under a kill, and with several processes on one store.
#include "tests/support/registry.h"
#include "tests/unit/store/mirrors/someremote.h"
#include "tests/unit/store/storeprocess.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::await;

class KilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSavedIsInTheOutboxAfterAKill()
    {
        const QTemporaryDir folder;
        const QString directory = folder.path() + u"/workspace"_s;
        test::StoreProcess writer(directory, u"mirror"_s);
        QVERIFY(writer.waitForLines(20));
        writer.kill();
        test::FakeClock clock(test::tempStoreStart);
        store::Store store(directory, clock);
        QVERIFY(await(store.open()));
        const domain::Automation last = await(store.automations().list())->first();
        QVERIFY(last.version >= writer.lines().last().toLongLong());
        const base::ConnectionId office = await(store.connections().list())->first().id;
        QCOMPARE(*await(store.mirrors().remoteIds(office)), QStringList{u"1"_s});
        QCOMPARE(await(store.outbox().list(office))->size(), 1);
        clock.advance(std::chrono::hours(24 * 3650)); // the process had the clock of the machine
        const auto next = await(store.outbox().next(office));
        QVERIFY(next->task);
        QCOMPARE(next->task->wanted.version, last.version);
        QVERIFY(next->task->base.description.isEmpty());
    }

    void anEditOfAGuestIsSentByWhoeverHoldsTheEngine()
    {
        test::TempStore holder;
        QVERIFY(holder->takeEngine());
        const base::ConnectionId office = test::connectionIn(holder);
        QVERIFY(await(holder->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)})));
        store::Changes heard;
        connect(&holder.store(), &store::Store::changed, this,
                [&heard](const store::Changes &changes) { heard += changes; });
        store::Store guest(holder.directory(), holder.clock);
        QVERIFY(await(guest.open()));
        domain::Automation automation = await(guest.automations().list())->first();
        automation.description = u"from a guest"_s;
        QVERIFY(await(guest.automations().update(automation, u"ann"_s)));
        const store::Change wanted{store::Table::Outbox, store::ChangeKind::Updated, office.text()};
        QTRY_VERIFY(heard.contains(wanted));
        const store::OutboxTask task = test::nextIn(holder, office);
        QCOMPARE(task.wanted.description, u"from a guest"_s);
        QVERIFY(*await(holder->outbox().asking(task)));
        const auto entries = await(guest.outbox().list(office));
        QCOMPARE(entries->first().state, store::TaskState::Asking);
    }
};

REGISTER_TEST(KilledTest);

#include "test_killed.moc"
