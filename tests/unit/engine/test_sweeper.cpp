// SPDX-License-Identifier: Apache-2.0
// What has been kept long enough is removed in the background, and logs fit into the room they may take.
#include "app/engine/retention/sweeper.h"
#include "app/store/retention/retention.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using store::Swept;
using test::await;
using test::TempStore;

class SweeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAndTheirLogsGo()
    {
        TempStore store;
        const QList<base::RunId> runs = ended(store, 5, 1);
        QVERIFY(await(store->settings().set(u"retention.keep_runs"_s, 2)));
        QCOMPARE(sweep(store), (Swept{.tooMany = 3}));
        QCOMPARE(await(store->runs().counts())->total, 2);
        QCOMPARE(await(store->logs().usage())->logs, 2);
        QCOMPARE(await(store->logs().info(runs[4]))->lines, 1);
        QCOMPARE(sweep(store), Swept());
    }

    void logsFitIntoTheirRoomTheOldestGoFirst()
    {
        TempStore store;
        const QList<base::RunId> runs = ended(store, 6, 1 << 20);
        QVERIFY(await(store->settings().set(u"logs.total_mb"_s, 4)));
        const Swept swept = sweep(store);
        QVERIFY2(swept.logs >= 2 && swept.logs <= 4, qPrintable(QString::number(swept.logs)));
        QVERIFY(await(store->logs().usage())->used <= 4 << 20);
        for (int i = 0; i < runs.size(); ++i) {
            const domain::Run run = *await(store->runs().get(runs[i]));
            QCOMPARE(run.log.removedAt.has_value(), i < swept.logs);
            QCOMPARE(await(store->logs().info(runs[i]))->lines > 0, i >= swept.logs);
        }
        QCOMPARE(sweep(store), Swept());
    }

    void aSweepGoesOnWhereOneWasCutShort()
    {
        TempStore store;
        const QList<base::RunId> runs = ended(store, 4, 1);
        QVERIFY(await(store->settings().set(u"retention.keep_runs"_s, 1)));
        QCOMPARE(await(store->retention().removeRuns({}))->removed.size(), 3);
        QCOMPARE(await(store->logs().usage())->logs, 4);
        QCOMPARE(sweep(store), (Swept{.tooMany = 3}));
        QCOMPARE(await(store->logs().usage())->logs, 1);
        QCOMPARE(await(store->audit().page({.words = u"sweep"_s}))->size(), 1);
    }

    void aClosedStoreEndsASweep()
    {
        TempStore store;
        engine::Sweeper sweeper(store.store());
        QSignalSpy finished(&sweeper, &engine::Sweeper::finished);
        store->close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be removed"_s));
        sweeper.sweep();
        QTRY_COMPARE(finished.size(), 1);
    }

private:
    /// Runs of one automation that ended, each with so many bytes of log that can't be made smaller.
    static QList<base::RunId> ended(TempStore &store, int count, qsizetype bytes)
    {
        const auto made = await(store->automations().create({test::someAutomation()}, u"ann"_s));
        QList<base::RunId> runs;
        QRandomGenerator random(3);
        for (int i = 0; i < count; ++i) {
            const domain::Run run = *await(store->runs().request(made->first().id, u"ann"_s));
            QByteArray text(bytes, 'x');
            for (char &c : text) {
                c = static_cast<char>(random.bounded(11, 256));
            }
            const auto info =
                await(store->logs().append(run.id, {0, text + '\n', {{1, store::Stream::Out, run.queuedAt}}}));
            domain::RunEnd end;
            end.log = {.lines = 1, .bytes = bytes + 1};
            if (!info || !await(store->runs().start(run.id, 1)) || !await(store->runs().finish(run.id, end))) {
                qFatal("a run can't be made");
            }
            runs.append(run.id);
        }
        return runs;
    }
    static Swept sweep(TempStore &store)
    {
        engine::Sweeper sweeper(store.store());
        QSignalSpy finished(&sweeper, &engine::Sweeper::finished);
        sweeper.sweep();
        return finished.wait(20'000) ? finished.first().first().value<Swept>() : Swept{.tooOld = -1};
    }
};

REGISTER_TEST(SweeperTest);
#include "test_sweeper.moc"
