// SPDX-License-Identifier: Apache-2.0
// Random workspaces, forecast twice: by domain::forecast() and the plain way.
#include "app/domain/firing.h"
#include "tests/support/registry.h"
#include "tests/unit/domain/plainforecast.h"
#include "tests/unit/domain/someworkspace.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Automation;
using domain::ForecastInput;
using domain::ForecastReason;
using domain::ForecastSlot;
using domain::Overlap;
using domain::Schedule;
using domain::Window;
using domain::WindowEffect;
using std::chrono::minutes;
using std::chrono::seconds;
using test::add;
using test::every;
using test::firstMoment;
using test::span;
using test::window;

namespace {

template <typename T> T oneOf(QRandomGenerator &random, std::initializer_list<T> choices)
{
    return choices.begin()[random.bounded(int(choices.size()))];
}

Schedule randomSchedule(QRandomGenerator &random)
{
    Schedule schedule = every(oneOf<qint64>(random, {7, 10, 30, 60, 61}), random.bounded(60) - 30);
    schedule.jitterSeconds = oneOf<qint64>(random, {0, 0, 3, 40});
    if (random.bounded(6) == 0) {
        schedule.notBefore = firstMoment + seconds(random.bounded(200));
        schedule.notAfter = firstMoment + seconds(200 + random.bounded(200));
    }
    if (random.bounded(3) == 0) {
        schedule.everySeconds = 0;
        schedule.anchor.reset();
        schedule.cron = u"*/%1 * * * * *"_s.arg(oneOf(random, {10, 20, 30}));
    }
    return schedule;
}

/// Nothing comes late in a forecast, so none of this has a say.
void addLateness(QRandomGenerator &random, Automation &automation)
{
    automation.misfire = domain::Misfire(random.bounded(4));
    automation.maxCatchUp = 1 + random.bounded(10);
    automation.catchUpSpacingSeconds = random.bounded(2) * 60;
    if (random.bounded(3) == 0) {
        automation.startDeadlineSeconds = 1 + random.bounded(30);
    }
}

ForecastInput randomInput(QRandomGenerator &random)
{
    ForecastInput input = span(minutes(6));
    input.globalLimit = 1 + random.bounded(3);
    input.everythingPaused = random.bounded(20) == 0;
    for (int i = 1 + random.bounded(5); i > 0; --i) {
        Automation &automation = add(input, randomSchedule(random), base::Millis(random.bounded(40'000)));
        if (random.bounded(4) == 0) {
            automation.triggers.append(randomSchedule(random));
        }
        automation.overlap = Overlap(random.bounded(4));
        automation.maxQueued = oneOf<qint64>(random, {0, 1, 2, 100});
        automation.paused = random.bounded(10) == 0;
        if (random.bounded(4) == 0) {
            automation.connectionId = base::ConnectionId(u"conn_office"_s);
        }
        automation.tags = {u"t%1"_s.arg(random.bounded(3))};
        automation.timeoutSeconds = oneOf<qint64>(random, {20, 600});
        if (random.bounded(2) == 0) {
            automation.maxParallel = 1 + random.bounded(2);
        }
        addLateness(random, automation);
    }
    for (int i = random.bounded(3); i > 0; --i) {
        const auto &id = input.automations.at(random.bounded(int(input.automations.size()))).id;
        const base::Instant queued = firstMoment - seconds(random.bounded(30));
        input.open.append({id, queued, random.bounded(2) == 0 ? std::optional(queued) : std::nullopt});
    }
    for (int i = random.bounded(4); i > 0; --i) {
        const int from = random.bounded(330) - 10;
        Window one = window(WindowEffect(random.bounded(5)), seconds(from), seconds(from + random.bounded(90)));
        one.spans.append({firstMoment + seconds(random.bounded(360)), firstMoment + seconds(random.bounded(360))});
        one.scope.everything = random.bounded(2) == 0;
        one.scope.tags = {u"t0"_s};
        input.windows.append(one);
    }
    return input;
}

/// Two weeks around a clock change, with runs of hours.
ForecastInput randomFortnight(QRandomGenerator &random)
{
    ForecastInput input;
    input.from = base::Instant(std::chrono::sys_days(std::chrono::year(2026) / oneOf(random, {3, 10}) / 22)) +
                 base::Millis(random.bounded(86'400'000));
    input.to = input.from + std::chrono::days(14);
    input.globalLimit = 1 + random.bounded(3);
    for (int i = 1 + random.bounded(6); i > 0; --i) {
        Schedule schedule;
        schedule.timezone = oneOf(random, {u"Europe/Berlin"_s, u"America/New_York"_s, u"UTC"_s});
        schedule.cron = oneOf(random, {u"30 2 * * *"_s, u"15,45 1-3 * * *"_s, u"0 8-17/2 * * MON-FRI"_s,
                                       u"0 */4 * * *"_s, u"0 0 L * *"_s, u"0 12 * * SUN"_s});
        schedule.jitterSeconds = oneOf<qint64>(random, {0, 0, 600, 86400});
        Automation &automation = add(input, schedule, base::Seconds(random.bounded(30'000)));
        if (random.bounded(4) == 0) {
            schedule = {};
            schedule.at = input.from + base::Seconds(random.bounded(1'000'000));
            automation.triggers.append(schedule);
        }
        automation.overlap = Overlap(random.bounded(4));
        automation.maxQueued = oneOf<qint64>(random, {1, 3, 100});
        automation.timeoutSeconds = 0;
    }
    return input;
}

QString told(const ForecastSlot &slot)
{
    return u"%1 +%2 of %3.%4: %5 %6 %7-%8 window %9"_s.arg(base::isoUtc(slot.slot))
               .arg(slot.jitterMs)
               .arg(slot.automation)
               .arg(slot.trigger)
               .arg(domain::decisionWord(slot.decision), domain::reasonWord(slot.reason), base::isoUtc(slot.start),
                    base::isoUtc(slot.end))
               .arg(slot.window) +
           (slot.replaced ? u" replaced"_s : u""_s);
}

} // namespace

class TestForecastPlainly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void likeThePlainOne();
    void partsAreLikeTheWhole();
    void likeWhatIsPlanned();
};

void TestForecastPlainly::likeThePlainOne()
{
    QRandomGenerator random(20261122);
    QHash<ForecastReason, int> met;
    for (int round = 0; round < 2000; ++round) {
        const ForecastInput input = round % 5 == 0 ? randomFortnight(random) : randomInput(random);
        const QList<ForecastSlot> expected = test::PlainForecast(input).slots();
        const QList<ForecastSlot> got = domain::forecast(input).slots;
        for (qsizetype i = 0; i < std::max(got.size(), expected.size()); ++i) {
            const ForecastSlot nothing;
            const ForecastSlot here = got.value(i, nothing);
            const ForecastSlot there = expected.value(i, nothing);
            QVERIFY2(here == there,
                     qPrintable(u"round %1, slot %2: %3, plainly %4"_s.arg(round).arg(i).arg(told(here), told(there))));
            ++met[here.reason];
        }
    }
    for (int reason = 0; reason <= int(ForecastReason::Replaces); ++reason) {
        QVERIFY2(met.value(ForecastReason(reason)) > 20, qPrintable(domain::reasonWord(ForecastReason(reason))));
    }
}

/// What is left out changes nothing of what is kept.
void TestForecastPlainly::partsAreLikeTheWhole()
{
    QRandomGenerator random(20261124);
    for (int round = 0; round < 300; ++round) {
        ForecastInput input = randomInput(random);
        const QList<ForecastSlot> whole = domain::forecast(input).slots;
        input.only = random.bounded(int(input.automations.size()));
        QList<ForecastSlot> expected = whole;
        expected.removeIf([&](const ForecastSlot &slot) { return slot.automation != quint32(*input.only); });
        QVERIFY(domain::forecast(input).slots == expected);
        input.only.reset();
        input.mostSlots = random.bounded(int(whole.size()) + 2);
        const domain::Forecast part = domain::forecast(input);
        QCOMPARE(part.more, input.mostSlots < whole.size());
        QCOMPARE(part.slots.size(), std::min(input.mostSlots, whole.size()));
        QCOMPARE(part.until, part.more ? whole.at(input.mostSlots).due() : input.to);
        for (qsizetype i = 0; i < part.slots.size(); ++i) {
            QCOMPARE(part.slots.at(i).slot, whole.at(i).slot);
            QCOMPARE(part.slots.at(i).automation, whole.at(i).automation);
        }
    }
}

void TestForecastPlainly::likeWhatIsPlanned()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        ForecastInput input = span(minutes(6));
        input.globalLimit = 1000;
        const Schedule schedule = randomSchedule(random);
        Automation &automation = add(input, schedule, base::Millis(0));
        automation.paused = random.bounded(4) == 0;
        // Misses count as in time here, because the engine would have looked at every moment of the span.
        const auto finder = domain::SlotFinder::make(schedule, automation.createdAt).value();
        domain::FireInput fire{finder, automation.id, firstMoment - minutes(5), firstMoment - base::Millis(1)};
        fire.plannedUntil = domain::planFires(fire).plannedUntil;
        QList<base::Instant> planned;
        for (base::Instant now = firstMoment; now < input.to; now += base::Millis(500)) {
            fire.now = std::min(now + base::Millis(499), input.to - base::Millis(1));
            const domain::FirePlan plan = domain::planFires(fire);
            fire.plannedUntil = plan.plannedUntil;
            for (const domain::PlannedSlot &slot : plan.slots) {
                QCOMPARE(slot.outcome == domain::SlotOutcome::Run, true);
                planned.append(slot.slot);
            }
        }
        QList<base::Instant> expected;
        for (const ForecastSlot &slot : domain::forecast(input).slots) {
            QCOMPARE(slot.decision, automation.paused ? domain::Decision::Skip : domain::Decision::Run);
            expected.append(slot.slot);
        }
        QCOMPARE(expected, planned);
    }
}

REGISTER_TEST(TestForecastPlainly);

#include "test_forecastplainly.moc"
