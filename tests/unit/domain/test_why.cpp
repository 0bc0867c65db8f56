// SPDX-License-Identifier: Apache-2.0
#include "app/domain/admission.h"
#include "app/domain/reasons.h"
#include "app/domain/why/reason.h"
#include "app/domain/why/slots.h"
#include "tests/support/registry.h"
#include "tests/unit/domain/nexttimes.h"
#include "tests/unit/domain/whystories.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::utc;
using test::WhyStory;

namespace {

QList<WhyStory> allStories()
{
    return test::plannedStories() + test::clockStories() + test::ruleStories() + test::runStories() +
           test::waitStories() + test::decisionStories() + test::delayStories() + test::attemptStories() +
           test::pauseStories() + test::aheadStories();
}

const WhyStory &story(const QList<WhyStory> &stories, const char *name)
{
    const auto found = std::find_if(stories.begin(), stories.end(),
                                    [&](const WhyStory &each) { return qstrcmp(each.name, name) == 0; });
    if (found == stories.end()) {
        qFatal("there is no story %s", name);
    }
    return *found;
}

/// The sentences of a story, in order.
QStringList told(const char *name)
{
    const QList<WhyStory> stories = allStories();
    QStringList sentences;
    const domain::Why why = domain::why(story(stories, name).input);
    for (const domain::WhyStep &step : why.steps) {
        sentences.append(domain::inWords(step, domain::plainVoice()));
    }
    return sentences;
}

} // namespace

Q_DECLARE_METATYPE(test::WhyStory)

class TestWhy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void cleanupTestCase() { qunsetenv("TZ"); }

    void everyChainIsAsItWas_data()
    {
        QTest::addColumn<WhyStory>("story");
        for (const WhyStory &each : allStories()) {
            QTest::newRow(each.name) << each;
        }
    }
    void everyChainIsAsItWas()
    {
        QFETCH(WhyStory, story);
        const domain::Why why = domain::why(story.input);
        QCOMPARE(test::stepsText(why), story.steps);
        QCOMPARE(domain::verdictWord(why.verdict), story.verdict);
    }

    // The stories are the proof that nothing in the vocabulary is dead and everything can be said.
    void everyVerdictAndStepIsToldOnce()
    {
        QSet<domain::WhyStepKind> steps;
        QSet<domain::WhyVerdict> verdicts;
        const QList<WhyStory> stories = allStories();
        for (const WhyStory &each : stories) {
            const domain::Why why = domain::why(each.input);
            verdicts.insert(why.verdict);
            for (const domain::WhyStep &step : why.steps) {
                steps.insert(step.kind);
                const QString sentence = domain::inWords(step, domain::plainVoice());
                QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%') && !sentence.contains(u"  "_s),
                         qPrintable(sentence));
            }
        }
        for (int kind = 0; kind <= int(domain::WhyStepKind::WillStart); ++kind) {
            QVERIFY2(steps.contains(domain::WhyStepKind(kind)),
                     qPrintable(u"no story has "_s + domain::stepWord(domain::WhyStepKind(kind))));
        }
        QCOMPARE(verdicts.size(), int(domain::WhyVerdict::Unknown) + 1);
    }

    void sentencesCarryTheirProof()
    {
        QCOMPARE(told("Berlin, the hour left out").at(0),
                 u"Its schedule \"30 2 * * *\" planned it for 2026-03-29 03:00:00 +02:00, which is 03:00 in "
                 u"Europe/Berlin."_s);
        QCOMPARE(told("Berlin, the hour left out").at(1),
                 u"02:30 does not exist in Europe/Berlin on that day, the clocks go from 02:00 to 03:00; it is due at "
                 u"2026-03-29 03:00:00 +02:00."_s);
        QCOMPARE(told("Lord Howe, half an hour left out").at(1),
                 u"02:15 does not exist in Australia/Lord_Howe on that day, the clocks go from 02:00 to 02:30; it is "
                 u"due at 2026-10-03 17:30:00 +02:00."_s);
        QCOMPARE(told("Berlin, twice, first pass").at(1),
                 u"02:30 comes twice in Europe/Berlin on that day, at 2026-10-25 02:30:00 +02:00 and at 2026-10-25 "
                 u"02:30:00 +01:00; it is due the first time only."_s);
        QCOMPARE(told("paused").at(1), u"kim paused the automation at 2026-06-09 02:00:00 +02:00."_s);
        QCOMPARE(told("still running").at(1), u"run_before was still open: overlap is queue."_s);
        QCOMPARE(told("behind another").at(1), u"It waited 10 min for run_before to end: overlap is queue."_s);
        QCOMPARE(told("waits for one that is known").at(1),
                 u"It has been waiting 5 min for run_before to end: overlap is queue."_s);
        QCOMPARE(told("a slot in a block").at(1),
                 u"No engine was running at that time; the next one started at 2026-06-10 10:59:00 +02:00, 2 d 5 h "
                 u"later."_s);
        QCOMPARE(told("a slot in a block").last(),
                 u"run_a stands for 5 slots, the last of them at 2026-06-10 05:00:00 +02:00."_s);
        QVERIFY(told("after another").first().startsWith(u"The end of run_of_another asked for it at 2026-"_s));
        const QString step = told("a step of a workflow").first();
        QVERIFY(step.startsWith(u"The workflow run_of_another asked for it at 2026-"_s));
        QVERIFY(step.endsWith(u", as its step copy."_s));
        QVERIFY(told("after a change of a file").first().startsWith(u"A change of /srv/in asked for it at 2026-"_s));
        QCOMPARE(told("missed, decided for").at(2),
                 u"It was missed and waited 2 h for somebody to decide: misfire is ask."_s);
        QCOMPARE(told("missed, decided against").last(),
                 u"It was missed, and kim dismissed it 1 h 30 min later: misfire is ask."_s);
        QCOMPARE(told("made up for with a distance").at(3),
                 u"It waited 2 min: missed slots are made up for at least 2 min apart."_s);
        QCOMPARE(told("for one of its own places").at(1),
                 u"It waited 10 min for run_before to end: at most 2 runs of it may go on at once."_s);
        QCOMPARE(told("for an engine").at(1),
                 u"No engine was running at that time; the next one started at 2026-06-10 05:09:59 +02:00, 9 min 59 s "
                 u"later."_s);
        QCOMPARE(told("cancelled before it started").at(1), u"It waited 1 min for its turn."_s);
        QCOMPARE(told("between two attempts").last(),
                 u"It waits until 2026-06-10 05:02:00 +02:00: attempt 1 of 3 failed: exit code 1."_s);
        QCOMPARE(told("another attempt").at(2), u"It started at 2026-06-10 05:02:00 +02:00, attempt 2."_s);
        QCOMPARE(told("another attempt").last(),
                 u"It has been running for 1 min; its timeout ends it at 2026-06-10 05:12:00 +02:00."_s);
        QCOMPARE(told("done again").first(), u"It is done again, because run_a was interrupted."_s);
        QCOMPARE(told("after another").first(),
                 u"The end of run_of_another asked for it at 2026-06-10 05:00:00 +02:00."_s);
        QCOMPARE(told("missed before everything was resumed").last(),
                 u"Everything was resumed at 2026-06-10 06:00:00 +02:00; slots missed before are not made up for."_s);
        QCOMPARE(told("missed before an earlier pause").last(),
                 u"It was missed before everything was paused; such slots are not made up for."_s);
        QCOMPARE(told("interrupted").last(),
                 u"It was interrupted at 2026-06-10 05:01:00 +02:00: the engine was stopped."_s);
        QCOMPARE(told("exit code").last(),
                 u"It failed at 2026-06-10 05:01:00 +02:00, after 1 min, with exit code 3."_s);
    }

    void plainTimesNameTheirOffset()
    {
        const domain::WhyVoice voice = domain::plainVoice();
        QCOMPARE(voice.time(utc(u"2026-06-10T03:00:07.900"_s)), u"2026-06-10 05:00:07 +02:00"_s);
        qputenv("TZ", "UTC");
        tzset();
        QCOMPARE(voice.time(utc(u"2026-06-10T03:00:07.900"_s)), u"2026-06-10 03:00:07 Z"_s);
        qputenv("TZ", "Europe/Berlin");
        tzset();
        QCOMPARE(voice.duration(1230ms), u"1.2 s"_s);
        QCOMPARE(voice.duration(19987ms), u"20 s"_s);
    }

    void neighboursAreThoseOfTheVersionInForce()
    {
        const QList<WhyStory> stories = test::plannedStories();
        const domain::Why ran = domain::why(story(stories, "a planned slot that ran").input);
        QCOMPARE(ran.previousSlot, utc(u"2026-06-09T03:00:00"_s));
        QCOMPARE(ran.nextSlot, utc(u"2026-06-11T03:00:00"_s));
        // Until the 11th it is 04:00, from then on 03:00.
        const domain::Why edited = domain::why(story(stories, "saved too late").input);
        QCOMPARE(edited.previousSlot, utc(u"2026-06-09T04:00:00"_s));
        QCOMPARE(edited.nextSlot, utc(u"2026-06-10T04:00:00"_s));
        const domain::Why early = domain::why(story(stories, "before it was made").input);
        QCOMPARE(early.previousSlot, std::nullopt);
        QCOMPARE(early.nextSlot, utc(u"2026-01-02T03:00:00"_s));
        QCOMPARE(domain::why(story(stories, "no schedule").input).nextSlot, std::nullopt);
    }

    void aGoneAutomationHasNoNextSlot()
    {
        domain::WhyInput input = story(test::plannedStories(), "a planned slot that ran").input;
        input.removed = true;
        QCOMPARE(domain::why(input).nextSlot, std::nullopt);
    }

    void theJsonFormHasWordsAndProof()
    {
        const QList<WhyStory> stories = test::ruleStories();
        const QJsonObject json =
            domain::toJson(domain::why(story(stories, "a slot in a block").input), domain::plainVoice());
        QCOMPARE(json.value("verdict"_L1).toString(), u"skipped"_s);
        QCOMPARE(json.value("text"_L1).toString(), u"It was skipped."_s);
        QCOMPARE(json.value("at"_L1).toString(), u"2026-06-08T03:00:00.000Z"_s);
        QCOMPARE(json.value("subject"_L1).toObject().value("run_id"_L1).toString(), u"run_a"_s);
        QCOMPARE(json.value("previous_slot"_L1).toString(), u"2026-06-07T03:00:00.000Z"_s);
        const QJsonArray steps = json.value("steps"_L1).toArray();
        QCOMPARE(steps.size(), 4);
        const QJsonObject rule = steps.at(2).toObject();
        QCOMPARE(rule.value("step"_L1).toString(), u"misfire"_s);
        QCOMPARE(rule.value("outcome"_L1).toString(), u"stop"_s);
        QCOMPARE(rule.value("evidence"_L1).toObject(),
                 (QJsonObject{{u"field"_s, u"misfire"_s}, {u"value"_s, u"once"_s}}));
        QCOMPARE(steps.at(3).toObject().value("evidence"_L1).toObject().value("run_ids"_L1).toArray(),
                 QJsonArray{u"run_a"_s});
    }

    void timesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ranges"); // empty: refused
        QTest::newRow("wall") << u"2026-06-10T03:00"_s << u"06-10T01:00:00.000 06-10T01:00:59.999"_s;
        QTest::newRow("space") << u" 2026-06-10 03:00 "_s << u"06-10T01:00:00.000 06-10T01:00:59.999"_s;
        QTest::newRow("seconds") << u"2026-06-10T03:00:07"_s << u"06-10T01:00:07.000 06-10T01:00:07.999"_s;
        QTest::newRow("UTC") << u"2026-06-10T03:00:00.000Z"_s << u"06-10T03:00:00.000 06-10T03:00:00.999"_s;
        QTest::newRow("offset") << u"2026-06-10T03:00-03:30"_s << u"06-10T06:30:00.000 06-10T06:30:59.999"_s;
        QTest::newRow("plus of a form") << u"2026-06-10T03:00 02:00"_s << u"06-10T01:00:00.000 06-10T01:00:59.999"_s;
        QTest::newRow("left out") << u"2026-03-29T02:30"_s
                                  << u"03-29T01:00:00.000 03-29T01:00:59.999 03-29T01:30:00.000 03-29T01:30:59.999"_s;
        QTest::newRow("twice") << u"2026-10-25T02:30"_s
                               << u"10-25T00:30:00.000 10-25T00:30:59.999 10-25T01:30:00.000 10-25T01:30:59.999"_s;
        for (const char *bad : {"", "yesterday", "2026-06-10", "2026-13-10T03:00", "2026-06-10T25:00",
                                "2026-06-10T03:00+99:00", "2026-06-10T03:00Zx"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
        }
    }
    void timesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, ranges);
        const auto asked = domain::readAskedTime(text, domain::Zone::load(u"Europe/Berlin"_s).value(), u"at"_s);
        if (ranges.isEmpty()) {
            QVERIFY(!asked);
            QCOMPARE(asked.error().field, u"at"_s);
            QVERIFY(asked.error().message().contains(u"2026-10-22T03:00"_s));
            return;
        }
        QVERIFY(asked);
        QStringList got;
        for (const domain::TimeRange &range : asked->ranges) {
            got << base::isoUtc(range.from).mid(5).chopped(1) << base::isoUtc(range.until).mid(5).chopped(1);
        }
        QCOMPARE(got.join(u' '), ranges);
    }

    void theLastSlotIsTheOneAWalkFinds()
    {
        QRandomGenerator random(7);
        for (const char *cron : {"* * * * *", "0 3 * * *", "30 2 * * 1", "15 2 1 */5 *", "7 7 29 2 *"}) {
            domain::Schedule schedule;
            schedule.cron = QString::fromLatin1(cron);
            schedule.timezone = u"Europe/Berlin"_s;
            const auto finder = domain::SlotFinder::make(schedule, {}).value();
            const base::Instant since = utc(u"2020-01-01T00:00:00"_s);
            for (int i = 0; i < 20; ++i) {
                const base::Instant before = since + base::Seconds(random.bounded(200'000'000));
                const auto last = domain::lastSlot(finder, since, before);
                if (!last) {
                    QVERIFY(finder.next(since - 1ms).value() >= before);
                    continue;
                }
                QVERIFY(*last < before && *last >= since);
                QCOMPARE(finder.next(*last - 1ms), last);
                QVERIFY(finder.next(*last).value() >= before);
            }
        }
    }

    // What admit() writes into a row is what readReason() must recognise.
    void reasonsOfAdmissionAreRecognised()
    {
        using domain::ReasonKind;
        const auto reason = [](domain::Overlap overlap, const domain::Surroundings &around) {
            domain::Automation automation;
            automation.overlap = overlap;
            automation.maxParallel = 2;
            automation.maxQueued = 3;
            return domain::readReason(domain::admit({}, automation, around).reason).kind;
        };
        QCOMPARE(reason(domain::Overlap::Queue, {.runningHere = 1}), ReasonKind::WaitsForRun);
        QCOMPARE(reason(domain::Overlap::Skip, {.runningHere = 1}), ReasonKind::Overlap);
        QCOMPARE(reason(domain::Overlap::Replace, {.runningHere = 1}), ReasonKind::WaitsToReplace);
        QCOMPARE(reason(domain::Overlap::Parallel, {.runningHere = 2}), ReasonKind::WaitsForPlace);
        QCOMPARE(reason(domain::Overlap::Parallel, {.runningEverywhere = 4}), ReasonKind::WaitsForMachine);
        QCOMPARE(reason(domain::Overlap::Queue, {.runningHere = 1, .queuedBefore = 3}), ReasonKind::QueueFull);
    }

    void everyReasonIsReadBack()
    {
        using namespace domain::reason;
        using enum domain::ReasonKind;
        const QList<std::pair<QString, domain::Reason>> all{
            {paused(), {Paused, {}, 0}},
            {everythingPaused(), {AllPaused, {}, 0}},
            {missed(), {Misfire, {}, 0}},
            {pastDeadline(), {Deadline, {}, 0}},
            {beforeChange(), {BeforeChange, {}, 0}},
            {beforePause(), {BeforePause, {}, 0}},
            {beforeResume(), {BeforeResume, {}, 0}},
            {waitsForDecision(), {Ask, {}, 0}},
            {dismissedBy(u"kim"_s), {DismissedBy, u"kim"_s, 0}},
            {releasedBy(u"kim"_s), {ReleasedBy, u"kim"_s, 0}},
            {madeUpApart(60), {MadeUpApart, u"60"_s, 60}},
            {overlaps(), {Overlap, {}, 0}},
            {queueFull(100), {QueueFull, u"100"_s, 100}},
            {waitsForRun(), {WaitsForRun, {}, 0}},
            {waitsToReplace(), {WaitsToReplace, {}, 0}},
            {waitsForPlace(2), {WaitsForPlace, u"2"_s, 2}},
            {waitsForMachine(4), {WaitsForMachine, u"4"_s, 4}},
            {cancelledBy(u"kim"_s), {CancelledBy, u"kim"_s, 0}},
            {replacedBy(u"run_a"_s), {ReplacedBy, u"run_a"_s, 0}},
            {deleted(), {Deleted, {}, 0}},
            {notStarted(u"no such\nprogram"_s), {NotStarted, u"no such\nprogram"_s, 0}},
            {engineStopped(), {EngineStopped, {}, 0}},
            {engineDied(), {EngineDied, {}, 0}},
            {u"quota"_s, {Other, u"quota"_s, 0}},
            {QString(), {None, {}, 0}},
        };
        for (const auto &[line, reason] : all) {
            QVERIFY2(domain::readReason(line) == reason, qPrintable(line));
        }
        QCOMPARE(all.size(), int(Other) + 1);
    }
};

REGISTER_TEST(TestWhy);
#include "test_why.moc"
