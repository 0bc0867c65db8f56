// SPDX-License-Identifier: Apache-2.0
#include "app/sync/pace.h"
#include "tests/support/registry.h"

#include <QTest>

using base::Millis;
using base::Seconds;
using syncing::Pace;

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRunsIsLookedAtEveryTwoSeconds();
    void idleLooksGrowApartUpToTheInterval();
    void whatRunsForLongIsLookedAtLessOften();
    void failuresGrowApartAndSpread();
};

void TestPace::whatRunsIsLookedAtEveryTwoSeconds()
{
    Pace pace;
    pace.afterLook(false, Seconds(60), 0.5);
    for (int i = 0; i < 150; ++i) {
        QCOMPARE(pace.afterLook(true, Seconds(60), 0.5), Millis(2000));
    }
    QCOMPARE(Pace().afterLook(true, Seconds(1), 0.5), Millis(1000));
}

void TestPace::idleLooksGrowApartUpToTheInterval()
{
    Pace pace;
    QList<qint64> pauses;
    for (int i = 0; i < 6; ++i) {
        pauses.append(pace.afterLook(false, Seconds(60), 0.5).count());
    }
    QCOMPARE(pauses, (QList<qint64>{4000, 8000, 16'000, 32'000, 60'000, 60'000}));
    QCOMPARE(pace.afterLook(false, Seconds(60), 0), Millis(54'000));
    QCOMPARE(pace.afterLook(false, Seconds(60), 1), Millis(66'000));
    pace.quicken();
    QCOMPARE(pace.afterLook(false, Seconds(60), 0.5), Millis(4000));
}

void TestPace::whatRunsForLongIsLookedAtLessOften()
{
    Pace pace;
    for (int i = 0; i < 160; ++i) {
        pace.afterLook(true, Seconds(60), 0.5);
    }
    QCOMPARE(pace.afterLook(true, Seconds(60), 0.5), Millis(60'000));
    pace.quicken();
    QCOMPARE(pace.afterLook(true, Seconds(60), 0.5), Millis(2000));
}

void TestPace::failuresGrowApartAndSpread()
{
    QCOMPARE(syncing::pauseAfterFailures(1, 1), Millis(2000));
    QCOMPARE(syncing::pauseAfterFailures(1, 0), Millis(1000));
    QCOMPARE(syncing::pauseAfterFailures(4, 1), Millis(16'000));
    QCOMPARE(syncing::pauseAfterFailures(1000, 1), Millis(600'000));
    Pace pace;
    QCOMPARE(pace.afterFailure(1), Millis(2000));
    QCOMPARE(pace.afterFailure(1), Millis(4000));
    pace.afterLook(false, Seconds(60), 0.5);
    QCOMPARE(pace.afterFailure(1), Millis(2000));
}

REGISTER_TEST(TestPace);
#include "test_pace.moc"
