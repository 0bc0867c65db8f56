// SPDX-License-Identifier: Apache-2.0
#include "app/domain/forecast.h"
#include "tests/support/registry.h"
#include "tests/unit/domain/someworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Automation;
using domain::Forecast;
using domain::ForecastInput;
using domain::ForecastReason;
using domain::ForecastSlot;
using domain::Overlap;
using domain::Schedule;
using domain::Window;
using domain::WindowEffect;
using std::chrono::seconds;
using test::add;
using test::every;
using test::firstMoment;
using test::span;
using test::window;

namespace {

/// Decision, reason and start of each slot, in seconds from the first moment: `run 0; wait earlier_run 20`.
QString story(const Forecast &forecast)
{
    QStringList parts;
    for (const ForecastSlot &slot : forecast.slots) {
        QStringList words{domain::decisionWord(slot.decision)};
        if (slot.reason != ForecastReason::None) {
            words.append(domain::reasonWord(slot.reason));
        }
        words.append(QString::number((slot.start - firstMoment).count() / 1000));
        if (slot.replaced) {
            words.append(u"to %1"_s.arg((slot.end - firstMoment).count() / 1000));
        }
        parts.append(words.join(u' '));
    }
    return parts.join(u"; "_s);
}

QString story(const ForecastInput &input)
{
    return story(domain::forecast(input));
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freeSlotsRunWhenTheyAreDue();
    void queuedRunsWaitForTheOneBefore();
    void skippedWhileOneIsOpen();
    void replacedRunsEndEarly();
    void parallelRunsHaveALimit();
    void fullQueuesSkip();
    void theMachineHasALimit();
    void whatLivesElsewhereTakesNoPlaceHere();
    void pausedSlotsAreSkipped();
    void aPauseOfEverythingIsOfThisMachine();
    void windowsDecide_data();
    void windowsDecide();
    void theStrictestWindowWins();
    void windowsConcernTheirScope();
    void openRunsHaveTheirPlace();
    void unknownDurationsAreSaidToBe();
    void jitterKeepsTheOrderOfDueTimes();
    void twoSchedulesOfOneSlotMakeOneRun();
    void oneAutomationAmongAll();
    void tooManySlotsStop();
    void everySecondIsBounded();
    void spansWithoutTimeAreEmpty();
    void cancelledForecastsStop();
    void unreadableSchedulesAreNamed();
    void usualDurationIsTheLowerMedian();
};

void TestForecast::freeSlotsRunWhenTheyAreDue()
{
    ForecastInput input = span(seconds(60));
    add(input, every(20));
    QCOMPARE(story(input), u"run 0; run 20; run 40"_s);
    input.automations[0].triggers.append(every(60, 30));
    QCOMPARE(story(input), u"run 0; run 20; run 30; run 40"_s);
    const Forecast forecast = domain::forecast(input);
    QCOMPARE(forecast.slots.at(2).trigger, quint16(1));
    QCOMPARE(forecast.slots.at(2).end - forecast.slots.at(2).start, seconds(5));
    QCOMPARE(forecast.until, input.to);
    QVERIFY(!forecast.more);
}

void TestForecast::queuedRunsWaitForTheOneBefore()
{
    ForecastInput input = span(seconds(60));
    add(input, every(20), seconds(25));
    QCOMPARE(story(input), u"run 0; wait earlier_run 25; wait earlier_run 50"_s);
}

void TestForecast::skippedWhileOneIsOpen()
{
    ForecastInput input = span(seconds(60));
    add(input, every(20), seconds(25)).overlap = Overlap::Skip;
    QCOMPARE(story(input), u"run 0; skip overlap 20; run 40"_s);
}

void TestForecast::replacedRunsEndEarly()
{
    ForecastInput input = span(seconds(60));
    add(input, every(20), seconds(25)).overlap = Overlap::Replace;
    QCOMPARE(story(input), u"run 0 to 20; run replaces 20 to 40; run replaces 40"_s);
}

void TestForecast::parallelRunsHaveALimit()
{
    ForecastInput input = span(seconds(60));
    Automation &automation = add(input, every(20), seconds(50));
    automation.overlap = Overlap::Parallel;
    QCOMPARE(story(input), u"run 0; run 20; run 40"_s);
    automation.maxParallel = 2;
    QCOMPARE(story(input), u"run 0; run 20; wait parallel_limit 50"_s);
}

void TestForecast::fullQueuesSkip()
{
    ForecastInput input = span(seconds(60));
    add(input, every(10), seconds(35)).maxQueued = 1;
    QCOMPARE(story(input), u"run 0; wait earlier_run 35; skip queue_full 20; skip queue_full 30; wait earlier_run 70; "
                           "skip queue_full 50"_s);
}

void TestForecast::theMachineHasALimit()
{
    ForecastInput input = span(seconds(20));
    for (int i = 0; i < 3; ++i) {
        add(input, every(60), seconds(10 + i));
    }
    input.globalLimit = 2;
    QCOMPARE(story(input), u"run 0; run 0; wait machine_limit 10"_s);
}

void TestForecast::whatLivesElsewhereTakesNoPlaceHere()
{
    ForecastInput input = span(seconds(30));
    add(input, every(60), seconds(10));
    add(input, every(20), seconds(25)).connectionId = base::ConnectionId(u"conn_office"_s);
    add(input, every(60, 5), seconds(10));
    input.globalLimit = 1;
    QCOMPARE(story(input), u"run 0; run 0; wait machine_limit 10; wait earlier_run 25"_s);
    input.open = {{input.automations.at(1).id, firstMoment - seconds(5), firstMoment - seconds(5)}};
    QCOMPARE(story(input), u"run 0; wait earlier_run 20; wait machine_limit 10; wait earlier_run 45"_s);
}

void TestForecast::pausedSlotsAreSkipped()
{
    ForecastInput input = span(seconds(40));
    add(input, every(20)).paused = true;
    add(input, every(20));
    QCOMPARE(story(input), u"skip automation_paused 0; run 0; skip automation_paused 20; run 20"_s);
    input.everythingPaused = true;
    QCOMPARE(story(input), u"skip everything_paused 0; skip everything_paused 0; skip everything_paused 20; "
                           "skip everything_paused 20"_s);
}

void TestForecast::aPauseOfEverythingIsOfThisMachine()
{
    ForecastInput input = span(seconds(40));
    add(input, every(20)).connectionId = base::ConnectionId(u"conn_office"_s);
    add(input, every(20));
    input.everythingPaused = true;
    QCOMPARE(story(input), u"run 0; skip everything_paused 0; run 20; skip everything_paused 20"_s);
    input.automations.first().paused = true;
    QVERIFY(story(input).startsWith(u"skip automation_paused 0; "_s));
}

void TestForecast::windowsDecide_data()
{
    QTest::addColumn<WindowEffect>("effect");
    QTest::addColumn<QString>("expected");
    QTest::newRow("skip") << WindowEffect::Skip << u"run 0; skip window 10; skip window 20; run 30"_s;
    QTest::newRow("once after") << WindowEffect::OnceAfter
                                << u"run 0; wait window 30; skip window 20; wait earlier_run 35"_s;
    QTest::newRow("approve") << WindowEffect::Approve << u"run 0; approval window 10; approval window 20; run 30"_s;
    QTest::newRow("notify") << WindowEffect::Notify << u"run 0; run 10; run 20; run 30"_s;
    QTest::newRow("execute") << WindowEffect::Execute << u"run 0; run 10; run 20; run 30"_s;
}

void TestForecast::windowsDecide()
{
    QFETCH(const WindowEffect, effect);
    QFETCH(const QString, expected);
    ForecastInput input = span(seconds(40));
    add(input, every(10));
    input.windows = {window(effect, seconds(10), seconds(30))};
    const Forecast forecast = domain::forecast(input);
    QCOMPARE(story(forecast), expected);
    QCOMPARE(forecast.slots.at(0).window, ForecastSlot::noWindow);
    QCOMPARE(forecast.slots.at(1).window, effect == WindowEffect::Execute ? ForecastSlot::noWindow : quint16(0));
}

void TestForecast::theStrictestWindowWins()
{
    ForecastInput input = span(seconds(40));
    add(input, every(10));
    input.windows = {window(WindowEffect::Notify, seconds(0), seconds(40)),
                     window(WindowEffect::OnceAfter, seconds(5), seconds(25)),
                     window(WindowEffect::Approve, seconds(15), seconds(35))};
    const Forecast forecast = domain::forecast(input);
    QCOMPARE(story(forecast), u"run 0; approval window 25; skip window 20; approval window 30"_s);
    QCOMPARE(forecast.slots.at(0).window, quint16(0));
    QCOMPARE(forecast.slots.at(1).window, quint16(2));
    QCOMPARE(forecast.slots.at(2).window, quint16(1));
}

void TestForecast::windowsConcernTheirScope()
{
    ForecastInput input = span(seconds(10));
    add(input, every(60)).tags = {u"db"_s};
    add(input, every(60));
    add(input, every(60));
    Window one = window(WindowEffect::Skip, seconds(0), seconds(60));
    one.scope = {.everything = false, .automations = {input.automations.at(2).id}, .tags = {u"db"_s}};
    input.windows = {one};
    QCOMPARE(story(input), u"skip window 0; run 0; skip window 0"_s);
}

void TestForecast::openRunsHaveTheirPlace()
{
    ForecastInput input = span(seconds(20));
    const base::AutomationId id = add(input, every(60), seconds(30)).id;
    input.open = {{id, firstMoment - seconds(20), firstMoment - seconds(20)}};
    QCOMPARE(story(input), u"wait earlier_run 10"_s);
    input.open.append({id, firstMoment - seconds(5), std::nullopt});
    QCOMPARE(story(input), u"wait earlier_run 40"_s);
    input.open = {{base::AutomationId(u"auto_gone"_s), firstMoment - seconds(4), firstMoment - seconds(4)}};
    input.globalLimit = 1;
    QCOMPARE(story(input), u"wait machine_limit 6"_s);
}

void TestForecast::unknownDurationsAreSaidToBe()
{
    ForecastInput input = span(seconds(20));
    add(input, every(60), seconds(30));
    add(input, every(60)).timeoutSeconds = 4;
    input.durations.remove(input.automations.at(1).id);
    add(input, every(60), seconds(99)).timeoutSeconds = 0;
    const Forecast forecast = domain::forecast(input);
    QVERIFY(forecast.durations.at(0).learned);
    QVERIFY(!forecast.durations.at(1).learned);
    QCOMPARE(forecast.slots.at(0).end - firstMoment, seconds(30));
    QCOMPARE(forecast.slots.at(1).end - firstMoment, seconds(4));
    QCOMPARE(forecast.slots.at(2).end - firstMoment, seconds(99));
}

void TestForecast::jitterKeepsTheOrderOfDueTimes()
{
    ForecastInput input = span(std::chrono::hours(2));
    for (int i = 0; i < 20; ++i) {
        Schedule schedule = every(600, i);
        schedule.jitterSeconds = 300;
        add(input, schedule);
    }
    const Forecast forecast = domain::forecast(input);
    int moved = 0;
    for (qsizetype i = 0; i < forecast.slots.size(); ++i) {
        const ForecastSlot &slot = forecast.slots.at(i);
        const Automation &automation = input.automations.at(slot.automation);
        const auto finder =
            domain::SlotFinder::make(std::get<Schedule>(automation.triggers.first()), firstMoment).value();
        QCOMPARE(slot.due(), finder.dueAt(slot.slot, automation.id));
        QVERIFY(i == 0 || forecast.slots.at(i - 1).due() <= slot.due());
        moved += i > 0 && forecast.slots.at(i - 1).slot > slot.slot ? 1 : 0;
    }
    QVERIFY(forecast.slots.size() > 200);
    QVERIFY(moved > 10); // Order of slots and order of due times are different things here.
}

void TestForecast::twoSchedulesOfOneSlotMakeOneRun()
{
    ForecastInput input = span(seconds(60));
    add(input, every(20)).triggers.append(every(30));
    QCOMPARE(story(input), u"run 0; run 20; run 30; run 40"_s);
}

void TestForecast::oneAutomationAmongAll()
{
    ForecastInput input = span(seconds(40));
    add(input, every(20), seconds(8));
    add(input, every(20), seconds(8));
    input.globalLimit = 1;
    input.only = 1;
    const Forecast forecast = domain::forecast(input);
    QCOMPARE(story(forecast), u"wait machine_limit 8; wait machine_limit 28"_s);
    QCOMPARE(forecast.slots.first().automation, quint32(1));
}

void TestForecast::tooManySlotsStop()
{
    ForecastInput input = span(seconds(60));
    add(input, every(10));
    add(input, every(20));
    input.mostSlots = 4;
    const Forecast forecast = domain::forecast(input);
    QCOMPARE(forecast.slots.size(), 4);
    QVERIFY(forecast.more);
    QCOMPARE(forecast.until, firstMoment + seconds(20)); // Of the two slots due then only one is here.
    input.mostSlots = 9;
    QVERIFY(!domain::forecast(input).more);
}

void TestForecast::everySecondIsBounded()
{
    ForecastInput input = span(std::chrono::days(366));
    for (int i = 0; i < 200; ++i) {
        add(input, every(1), base::Millis(1));
    }
    input.mostSlots = 1000;
    const Forecast forecast = domain::forecast(input);
    QVERIFY(forecast.more);
    QCOMPARE(forecast.slots.size(), 1000);
    QCOMPARE(forecast.until, firstMoment + seconds(5));
}

void TestForecast::spansWithoutTimeAreEmpty()
{
    for (const base::Seconds length : {seconds(0), seconds(-5)}) {
        ForecastInput input = span(length);
        add(input, every(1));
        const Forecast forecast = domain::forecast(input);
        QVERIFY(forecast.slots.isEmpty());
        QVERIFY(!forecast.more);
        QCOMPARE(forecast.until, input.to);
    }
}

void TestForecast::cancelledForecastsStop()
{
    ForecastInput input = span(std::chrono::days(366));
    add(input, every(1), base::Millis(1));
    int asked = 0;
    input.isCancelled = [&asked] { return ++asked == 3; };
    const Forecast forecast = domain::forecast(input);
    QVERIFY(forecast.cancelled);
    QCOMPARE(asked, 3);
    QVERIFY(forecast.slots.size() < 100'000);
}

void TestForecast::unreadableSchedulesAreNamed()
{
    ForecastInput input = span(seconds(20));
    add(input, every(60));
    Schedule lost = every(60);
    lost.timezone = u"Nowhere/Atall"_s;
    add(input, lost);
    const Forecast forecast = domain::forecast(input);
    QCOMPARE(forecast.slots.size(), 1);
    QCOMPARE(forecast.unreadable, QList<qsizetype>{1});
}

void TestForecast::usualDurationIsTheLowerMedian()
{
    using base::Millis;
    QVERIFY(!domain::usualDuration({}));
    QCOMPARE(domain::usualDuration({Millis(9), Millis(1), Millis(5)}), Millis(5));
    QCOMPARE(domain::usualDuration({Millis(9), Millis(1), Millis(5), Millis(4)}), Millis(4));
}

REGISTER_TEST(TestForecast);

#include "test_forecast.moc"
