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
        automation.tags = {u"t%1"_s.arg(random.bounded(3))};
        automation.timeoutSeconds = oneOf<qint64>(random, {20, 600});
        if (random.bounded(2) == 0) {
            automation.maxParallel = 1 + random.bounded(2);
        }
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
    void likeWhatIsPlanned();
};

void TestForecastPlainly::likeThePlainOne()
{
    QRandomGenerator random(20261122);
    QHash<ForecastReason, int> met;
    for (int round = 0; round < 2000; ++round) {
        const ForecastInput input = randomInput(random);
        const QList<ForecastSlot> expected = test::PlainForecast(input).slots();
        const QList<ForecastSlot> got = domain::forecast(input).slots;
        QCOMPARE(got.size(), expected.size());
        for (qsizetype i = 0; i < got.size(); ++i) {
            QVERIFY2(got.at(i) == expected.at(i),
                     qPrintable(u"round %1, slot %2: %3, plainly %4"_s.arg(round).arg(i).arg(told(got.at(i)),
                                                                                             told(expected.at(i)))));
            ++met[got.at(i).reason];
        }
    }
    for (int reason = 0; reason <= int(ForecastReason::Replaces); ++reason) {
        QVERIFY2(met.value(ForecastReason(reason)) > 20, qPrintable(domain::reasonWord(ForecastReason(reason))));
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
