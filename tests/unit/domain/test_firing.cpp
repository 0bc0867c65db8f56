// SPDX-License-Identifier: Apache-2.0
#include "app/domain/firing.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::FireInput;
using domain::FirePlan;
using domain::Misfire;
using domain::PlannedSlot;
using domain::Schedule;
using domain::SkipReason;
using domain::SlotFinder;
using domain::SlotOutcome;

namespace {

base::Instant utc(const QString &text)
{
    return base::parseIso(u"2026-01-01T"_s + text + u'Z').value();
}

SlotFinder finder(const QString &cron, qint64 jitterSeconds = 0)
{
    Schedule schedule;
    schedule.cron = cron;
    schedule.timezone = u"UTC"_s;
    schedule.jitterSeconds = jitterSeconds;
    return SlotFinder::make(schedule, base::Instant()).value();
}

PlannedSlot runs(const QString &time)
{
    return {.slot = utc(time)};
}
PlannedSlot catchesUp(const QString &time)
{
    return {.slot = utc(time), .caughtUp = true};
}
PlannedSlot asks(const QString &time)
{
    return {.slot = utc(time), .outcome = SlotOutcome::Ask};
}
PlannedSlot skips(const QString &time, SkipReason reason, qint64 count)
{
    return {utc(time), SlotOutcome::Skip, reason, count, false};
}

/// Slots every ten minutes, accounted for until 00:00.
struct TenMinutes
{
    SlotFinder slotFinder = finder(u"*/10 * * * *"_s);
    FireInput input{slotFinder, base::AutomationId(u"auto_000000000001"_s), utc(u"00:00:00"_s), utc(u"00:00:00"_s)};

    FirePlan at(const QString &now)
    {
        input.now = utc(now);
        return domain::planFires(input);
    }
};

} // namespace

class TestFiring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDueBeforeItsTime();
    void aSlotInTimeRuns();
    void onceRunsTheLatestMissed();
    void skipRunsNothing();
    void allRunsTheNewestInOrder();
    void askAsksAboutTheNewest();
    void deadlineEndsAStart();
    void pausedSlotsAreSkipped();
    void slotsInTimeRunBesideMissedOnes();
    void backwardJumpsRepeatNothing();
    void jitterDelays();
    void yearsOfSecondsAreBounded();
    void theNewestOfManyAreFoundWithoutAHole();
    void schedulesThatEndHaveNoNext();
    void everySlotIsAccountedForOnce_data();
    void everySlotIsAccountedForOnce();
};

void TestFiring::nothingIsDueBeforeItsTime()
{
    TenMinutes ten;
    const FirePlan plan = ten.at(u"00:09:59.999"_s);
    QVERIFY(plan.slots.empty());
    QCOMPARE(plan.plannedUntil, utc(u"00:00:00"_s));
    QCOMPARE(plan.nextDue.value(), utc(u"00:10:00"_s));
}

void TestFiring::aSlotInTimeRuns()
{
    for (const QString &now : {u"00:10:00"_s, u"00:11:00"_s}) {
        TenMinutes ten;
        const FirePlan plan = ten.at(now);
        QCOMPARE(plan.slots, std::vector<PlannedSlot>{runs(u"00:10:00"_s)});
        QCOMPARE(plan.plannedUntil, utc(u"00:10:00"_s));
        QCOMPARE(plan.nextDue.value(), utc(u"00:20:00"_s));
    }
}

void TestFiring::onceRunsTheLatestMissed()
{
    TenMinutes ten;
    QCOMPARE(ten.at(u"00:11:00.001"_s).slots, std::vector<PlannedSlot>{catchesUp(u"00:10:00"_s)});
    const FirePlan plan = ten.at(u"00:55:00"_s);
    QCOMPARE(plan.slots, (std::vector{skips(u"00:40:00"_s, SkipReason::Misfire, 4), catchesUp(u"00:50:00"_s)}));
    QCOMPARE(plan.plannedUntil, utc(u"00:50:00"_s));
}

void TestFiring::skipRunsNothing()
{
    TenMinutes ten;
    ten.input.misfire = Misfire::Skip;
    QCOMPARE(ten.at(u"00:55:00"_s).slots, std::vector{skips(u"00:50:00"_s, SkipReason::Misfire, 5)});
}

void TestFiring::allRunsTheNewestInOrder()
{
    TenMinutes ten;
    ten.input.misfire = Misfire::All;
    ten.input.maxCatchUp = 2;
    QCOMPARE(ten.at(u"00:55:00"_s).slots, (std::vector{skips(u"00:30:00"_s, SkipReason::Misfire, 3),
                                                       catchesUp(u"00:40:00"_s), catchesUp(u"00:50:00"_s)}));
    ten.input.maxCatchUp = 0;
    QCOMPARE(ten.at(u"00:55:00"_s).slots, std::vector{skips(u"00:50:00"_s, SkipReason::Misfire, 5)});
    ten.input.maxCatchUp = 10;
    QCOMPARE(ten.at(u"00:55:00"_s).slots.size(), size_t(5));
}

void TestFiring::askAsksAboutTheNewest()
{
    TenMinutes ten;
    ten.input.misfire = Misfire::Ask;
    ten.input.maxCatchUp = 2;
    QCOMPARE(ten.at(u"00:55:00"_s).slots,
             (std::vector{skips(u"00:30:00"_s, SkipReason::Misfire, 3), asks(u"00:40:00"_s), asks(u"00:50:00"_s)}));
    QCOMPARE(ten.at(u"00:10:30"_s).slots, std::vector{runs(u"00:10:00"_s)});
    ten.input.startDeadline = base::Seconds(600);
    QCOMPARE(ten.at(u"00:55:00"_s).slots,
             (std::vector{skips(u"00:30:00"_s, SkipReason::Misfire, 3), skips(u"00:40:00"_s, SkipReason::Deadline, 1),
                          asks(u"00:50:00"_s)}));
    ten.input.paused = true;
    QCOMPARE(ten.at(u"00:55:00"_s).slots, std::vector{skips(u"00:50:00"_s, SkipReason::Paused, 5)});
}

void TestFiring::deadlineEndsAStart()
{
    TenMinutes ten;
    ten.input.startDeadline = base::Seconds(240);
    QCOMPARE(ten.at(u"00:54:00"_s).slots,
             (std::vector{skips(u"00:40:00"_s, SkipReason::Misfire, 4), catchesUp(u"00:50:00"_s)}));
    QCOMPARE(ten.at(u"00:54:01"_s).slots, (std::vector{skips(u"00:40:00"_s, SkipReason::Misfire, 4),
                                                       skips(u"00:50:00"_s, SkipReason::Deadline, 1)}));
    ten.input.misfire = Misfire::All;
    ten.input.startDeadline = base::Seconds(900);
    QCOMPARE(ten.at(u"00:54:00"_s).slots, (std::vector{skips(u"00:30:00"_s, SkipReason::Deadline, 3),
                                                       catchesUp(u"00:40:00"_s), catchesUp(u"00:50:00"_s)}));
    ten.input.startDeadline = base::Seconds(5);
    QCOMPARE(ten.at(u"00:10:06"_s).slots, std::vector{skips(u"00:10:00"_s, SkipReason::Deadline, 1)});
}

void TestFiring::pausedSlotsAreSkipped()
{
    TenMinutes ten;
    ten.input.paused = true;
    QCOMPARE(ten.at(u"00:10:00"_s).slots, std::vector{skips(u"00:10:00"_s, SkipReason::Paused, 1)});
    QCOMPARE(ten.at(u"00:50:30"_s).slots, std::vector{skips(u"00:50:00"_s, SkipReason::Paused, 5)});
}

void TestFiring::slotsInTimeRunBesideMissedOnes()
{
    TenMinutes ten;
    ten.input.misfire = Misfire::Skip;
    QCOMPARE(ten.at(u"00:50:30"_s).slots,
             (std::vector{skips(u"00:40:00"_s, SkipReason::Misfire, 4), runs(u"00:50:00"_s)}));
    ten.input.misfire = Misfire::Once;
    QCOMPARE(ten.at(u"00:50:30"_s).slots,
             (std::vector{skips(u"00:40:00"_s, SkipReason::Misfire, 4), runs(u"00:50:00"_s)}));
}

void TestFiring::backwardJumpsRepeatNothing()
{
    TenMinutes ten;
    ten.input.plannedUntil = utc(u"00:50:00"_s);
    const FirePlan plan = ten.at(u"00:20:00"_s);
    QVERIFY(plan.slots.empty());
    QCOMPARE(plan.plannedUntil, utc(u"00:50:00"_s));
    QCOMPARE(plan.nextDue.value(), utc(u"01:00:00"_s));
}

void TestFiring::jitterDelays()
{
    const SlotFinder slotFinder = finder(u"*/10 * * * *"_s, 300);
    const base::AutomationId automation(u"auto_000000000001"_s);
    const base::Instant due = slotFinder.dueAt(utc(u"00:10:00"_s), automation);
    QVERIFY(due > utc(u"00:10:00"_s));
    FireInput input{slotFinder, automation, utc(u"00:00:00"_s), due - base::Millis(1)};
    QVERIFY(domain::planFires(input).slots.empty());
    QCOMPARE(domain::planFires(input).nextDue.value(), due);
    input.now = due;
    QCOMPARE(domain::planFires(input).slots, std::vector{runs(u"00:10:00"_s)});
}

void TestFiring::yearsOfSecondsAreBounded()
{
    const SlotFinder slotFinder = finder(u"* * * * * *"_s);
    FireInput input{slotFinder, base::AutomationId(u"auto_000000000001"_s), base::Instant(), utc(u"12:00:00"_s)};
    input.misfire = Misfire::All;
    input.maxCatchUp = 3;
    const FirePlan plan = domain::planFires(input);
    QCOMPARE(plan.slots.size(), size_t(1 + 3 + 61));
    QVERIFY(plan.slots[0].countIsAtLeast);
    QVERIFY(plan.slots[0].missedCount > 90'000);
    QCOMPARE(plan.slots[0].reason, SkipReason::Misfire);
    QCOMPARE(plan.slots[1], catchesUp(u"11:58:57"_s));
    QCOMPARE(plan.plannedUntil, utc(u"12:00:00"_s));
    for (size_t i = 1; i < plan.slots.size(); ++i) {
        QCOMPARE(plan.slots[i].slot - plan.slots[i - 1].slot, base::Millis(1000));
    }
    input.paused = true;
    QCOMPARE(domain::planFires(input).slots.size(), size_t(1));
}

void TestFiring::theNewestOfManyAreFoundWithoutAHole()
{
    const SlotFinder slotFinder = finder(u"* * * * * *"_s);
    for (const qint64 away : {100'002, 131'073, 200'000, 262'145, 300'001, 1'000'000}) {
        FireInput input{slotFinder, {}, utc(u"12:00:00"_s) - base::Seconds(away), utc(u"12:00:00"_s)};
        input.misfire = Misfire::All;
        input.maxCatchUp = 900;
        const FirePlan plan = domain::planFires(input);
        QCOMPARE(plan.slots.size(), size_t(1 + 900 + 61));
        for (size_t i = 1; i < plan.slots.size(); ++i) {
            QCOMPARE(plan.slots[i].slot - plan.slots[i - 1].slot, base::Millis(1000));
        }
    }
}

void TestFiring::schedulesThatEndHaveNoNext()
{
    Schedule schedule;
    schedule.at = utc(u"00:10:00"_s);
    const SlotFinder slotFinder = SlotFinder::make(schedule, base::Instant()).value();
    const FirePlan plan = domain::planFires({slotFinder, {}, utc(u"00:00:00"_s), utc(u"09:00:00"_s)});
    QCOMPARE(plan.slots, std::vector{catchesUp(u"00:10:00"_s)});
    QVERIFY(!plan.nextDue);
    const SlotFinder never = finder(u"0 0 31 2 *"_s);
    QVERIFY(!domain::planFires({never, {}, utc(u"00:00:00"_s), utc(u"09:00:00"_s)}).nextDue);
}

void TestFiring::everySlotIsAccountedForOnce_data()
{
    QTest::addColumn<QString>("cron");
    QTest::addColumn<int>("jitter");
    QTest::addRow("minutely") << u"* * * * *"_s << 0;
    QTest::addRow("seven seconds") << u"*/7 * * * * *"_s << 0;
    QTest::addRow("jitter longer than the interval") << u"*/2 * * * *"_s << 600;
    QTest::addRow("irregular") << u"3,4,5,59 */2 * * *"_s << 30;
}

void TestFiring::everySlotIsAccountedForOnce()
{
    QFETCH(QString, cron);
    QFETCH(int, jitter);
    const SlotFinder slotFinder = finder(cron, jitter);
    QRandomGenerator random(11);
    for (int story = 0; story < 40; ++story) {
        FireInput input{slotFinder, base::AutomationId::make(), utc(u"00:00:00"_s), utc(u"00:00:00"_s)};
        qint64 accounted = 0;
        base::Instant last = input.plannedUntil;
        for (int look = 0; look < 60; ++look) {
            const int jump = random.bounded(10);
            input.now +=
                base::Millis(jump == 0 ? -random.bounded(7'200'000) : random.bounded(jump < 8 ? 120'000 : 20'000'000));
            input.misfire = Misfire(random.bounded(4));
            input.maxCatchUp = random.bounded(5);
            input.paused = random.bounded(5) == 0;
            input.startDeadline =
                random.bounded(3) == 0 ? std::optional(base::Seconds(random.bounded(300))) : std::nullopt;
            const FirePlan plan = domain::planFires(input);
            for (const PlannedSlot &row : plan.slots) {
                QVERIFY(row.slot > last && row.slot <= input.now);
                QCOMPARE(row.outcome == SlotOutcome::Skip, row.reason != SkipReason::None);
                QCOMPARE(row.outcome == SlotOutcome::Skip, row.missedCount > 0);
                QVERIFY(row.outcome == SlotOutcome::Skip || !input.paused);
                accounted += std::max<qint64>(row.missedCount, 1);
                last = row.slot;
            }
            QCOMPARE(plan.plannedUntil, last);
            QVERIFY(plan.nextDue && (plan.nextDue > input.now));
            input.plannedUntil = plan.plannedUntil;
        }
        qint64 walked = 0;
        for (auto slot = slotFinder.next(utc(u"00:00:00"_s)); *slot <= last; slot = slotFinder.next(*slot)) {
            ++walked;
        }
        QCOMPARE(accounted, walked);
    }
}

REGISTER_TEST(TestFiring);
#include "test_firing.moc"
