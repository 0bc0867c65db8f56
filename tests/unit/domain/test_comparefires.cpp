// SPDX-License-Identifier: Apache-2.0
#include "app/domain/comparefires.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::FireChanges;
using domain::FireSpan;
using domain::Schedule;

namespace {

Schedule cron(const QString &expression, const QString &zone = u"Europe/Berlin"_s)
{
    Schedule schedule;
    schedule.cron = expression;
    schedule.timezone = zone;
    return schedule;
}

base::Instant at(const QString &text)
{
    return base::parseIso(text).value();
}

/// The week from Monday, 2 March 2026, 00:00 in Berlin.
FireSpan week()
{
    return {.created = at(u"2026-01-01T00:00:00Z"_s),
            .from = at(u"2026-03-02T00:00:00+01:00"_s),
            .to = at(u"2026-03-09T00:00:00+01:00"_s)};
}

FireChanges compared(const QString &before, const QString &after)
{
    return domain::compareFires(cron(before), cron(after), week()).value();
}

} // namespace

class TestCompareFires : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangesWhereNothingDoes()
    {
        const FireChanges changes = compared(u"0 3 * * *"_s, u"0 3 * * *"_s);
        QCOMPARE(changes.kept, 7);
        QVERIFY(changes.gained.isEmpty() && changes.lost.isEmpty() && changes.moved.isEmpty());
        QVERIFY(!changes.more);
        QCOMPARE(changes.until, week().to);
    }

    void aLaterHourMovesEveryDay()
    {
        const FireChanges changes = compared(u"0 3 * * *"_s, u"30 4 * * *"_s);
        QCOMPARE(changes.moved.size(), 7);
        QCOMPARE(changes.moved.first().from, at(u"2026-03-02T03:00:00+01:00"_s));
        QCOMPARE(changes.moved.first().to, at(u"2026-03-02T04:30:00+01:00"_s));
        QVERIFY(changes.gained.isEmpty() && changes.lost.isEmpty());
        QCOMPARE(changes.kept, 0);
    }

    void otherDaysAreGainedAndLost()
    {
        const FireChanges changes = compared(u"0 3 * * MON,TUE"_s, u"0 3 * * TUE,WED"_s);
        QCOMPARE(changes.lost, QList<base::Instant>{at(u"2026-03-02T03:00:00+01:00"_s)});
        QCOMPARE(changes.gained, QList<base::Instant>{at(u"2026-03-04T03:00:00+01:00"_s)});
        QCOMPARE(changes.kept, 1);
        QVERIFY(changes.moved.isEmpty());
    }

    void daysWithOtherCountsMoveNothing()
    {
        const FireChanges changes = compared(u"0 3,4 * * MON"_s, u"0 3,5,6 * * MON"_s);
        QCOMPARE(changes.kept, 1);
        QCOMPARE(changes.lost, QList<base::Instant>{at(u"2026-03-02T04:00:00+01:00"_s)});
        QCOMPARE(changes.gained.size(), 2);
        QVERIFY(changes.moved.isEmpty());
    }

    void severalOfADayMoveInOrder()
    {
        const FireChanges changes = compared(u"0 8,9,12 * * MON"_s, u"0 7,9,23 * * MON"_s);
        QCOMPARE(changes.kept, 1);
        const QList<domain::MovedSlot> moved{{at(u"2026-03-02T08:00:00+01:00"_s), at(u"2026-03-02T07:00:00+01:00"_s)},
                                             {at(u"2026-03-02T12:00:00+01:00"_s), at(u"2026-03-02T23:00:00+01:00"_s)}};
        QCOMPARE(changes.moved, moved);
    }

    void daysAreThoseOfTheNewZone()
    {
        // 23:30 in Berlin is 07:30 of the next day in Tokyo, 00:30 there is 16:30 of the day before in Berlin.
        const Schedule before = cron(u"30 23 2 3 *"_s);
        const Schedule near = cron(u"30 9 3 3 *"_s, u"Asia/Tokyo"_s);
        QCOMPARE(domain::compareFires(before, near, week())->moved.size(), 1);
        const Schedule far = cron(u"30 9 2 3 *"_s, u"Asia/Tokyo"_s);
        const auto changes = domain::compareFires(before, far, week());
        QVERIFY(changes->moved.isEmpty());
        QCOMPARE(changes->lost.size(), 1);
        QCOMPARE(changes->gained.size(), 1);
    }

    void anotherZoneAloneMoves()
    {
        const auto changes = domain::compareFires(cron(u"0 12 * * *"_s), cron(u"0 12 * * *"_s, u"UTC"_s), week());
        QCOMPARE(changes->moved.size(), 7);
        QCOMPARE(changes->moved.first().to - changes->moved.first().from, std::chrono::hours(1));
    }

    void manySlotsStopAtTheLimit()
    {
        FireSpan span = week();
        span.limit = 10;
        const auto changes = domain::compareFires(cron(u"* * * * *"_s), cron(u"*/5 * * * *"_s), span);
        QVERIFY(changes->more);
        QCOMPARE(changes->until, span.from + std::chrono::minutes(10));
        QCOMPARE(changes->kept, 2);
        QCOMPARE(changes->lost.size(), 8);
        QVERIFY(changes->gained.isEmpty());
    }

    void theSpanIsHalfOpen()
    {
        FireSpan span = week();
        span.to = at(u"2026-03-03T03:00:00+01:00"_s);
        span.from = at(u"2026-03-02T03:00:00+01:00"_s);
        QCOMPARE(domain::compareFires(cron(u"0 3 * * *"_s), cron(u"0 3 * * *"_s), span)->kept, 1);
    }

    void wrongSchedulesAreNamed()
    {
        const auto changes = domain::compareFires(cron(u"0 3 * * *"_s), cron(u"0 25 * * *"_s), week());
        QVERIFY(!changes);
        QCOMPARE(changes.error().field, u"cron"_s);
    }
};

REGISTER_TEST(TestCompareFires);
#include "test_comparefires.moc"
