// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/domain/whystories.h"

#include "tests/unit/domain/nexttimes.h"
#include "tests/unit/domain/whymakers.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Automation;
using domain::Run;
using domain::RunStatus;
using domain::Schedule;
using domain::WhyInput;
using namespace test::made;

namespace test {

QString stepsText(const domain::Why &why)
{
    static const QString marks = u" !~"_s;
    QStringList words;
    for (const domain::WhyStep &step : why.steps) {
        words.append((domain::stepWord(step.kind) + marks.at(qsizetype(step.outcome))).trimmed());
    }
    return words.join(u' ');
}

QList<WhyStory> clockStories()
{
    const auto berlinAt = [](const QString &cron) { return automation(cron, berlin); };
    Automation twoPasses = berlinAt(u"30 2 * * *"_s);
    scheduleOf(twoPasses).overlap = domain::OverlapRule::Both;
    Automation second = berlinAt(u"30 2 * * *"_s);
    scheduleOf(second).overlap = domain::OverlapRule::Second;
    Automation shifted = berlinAt(u"30 2 * * *"_s);
    scheduleOf(shifted).gap = domain::GapRule::Shift;
    const Run gapRow = row(u"gap"_s, u"2026-03-29T01:00:00"_s);
    const Run shiftRow = row(u"shift"_s, u"2026-03-29T01:30:00"_s);
    const Run passRow = row(u"pass"_s, u"2026-10-25T00:30:00"_s);
    const Run secondRow = row(u"second"_s, u"2026-10-25T01:30:00"_s);
    const Run howeGap = row(u"howegap"_s, u"2026-10-03T15:30:00"_s);
    const Run howePass = row(u"howepass"_s, u"2026-04-04T14:45:00"_s);
    return {
        {"Berlin, the hour left out", withRow(berlinAt(u"30 2 * * *"_s), gapRow), u"ran"_s,
         u"planned clock_gap~ started ended"_s},
        {"Berlin, shifted by the hour", withRow(shifted, shiftRow), u"ran"_s, u"planned clock_gap~ started ended"_s},
        {"Berlin, left out for elapsed time", asked(berlinAt(u"30 */1 * * *"_s), u"2026-03-29T02:30"_s, berlin),
         u"no_slot"_s, u"gap_skipped!"_s},
        {"Berlin, due at the gap's end anyway", asked(berlinAt(u"0 3 * * *"_s), u"2026-03-29T02:30"_s, berlin),
         u"no_slot"_s, u"no_such_time!"_s},
        {"Berlin, twice, first pass", withRow(berlinAt(u"30 2 * * *"_s), passRow), u"ran"_s,
         u"planned clock_overlap~ started ended"_s},
        {"Berlin, twice, both passes", withRow(twoPasses, secondRow), u"ran"_s,
         u"planned clock_overlap~ started ended"_s},
        {"Berlin, twice, second pass", withRow(second, secondRow), u"ran"_s, u"planned clock_overlap~ started ended"_s},
        {"Berlin, the pass that does not count", asked(berlinAt(u"30 2 * * *"_s), u"2026-10-25T02:30+01:00"_s),
         u"no_slot"_s, u"pass_not_counted!"_s},
        {"Lord Howe, half an hour left out", withRow(automation(u"15 2 * * *"_s, lordHowe), howeGap), u"ran"_s,
         u"planned clock_gap~ started ended"_s},
        {"Lord Howe, half an hour twice", withRow(automation(u"45 1 * * *"_s, lordHowe), howePass), u"ran"_s,
         u"planned clock_overlap~ started ended"_s},
        {"Lord Howe, elapsed time", asked(automation(u"*/15 * * * *"_s, lordHowe), u"2026-10-04T02:15"_s, lordHowe),
         u"no_slot"_s, u"gap_skipped!"_s},
    };
}

QList<WhyStory> plannedStories()
{
    Automation spread = automation(u"0 3 * * *"_s);
    scheduleOf(spread).jitterSeconds = 3600;
    WhyInput edited = asked(automation(u"0 4 * * *"_s), u"2026-06-10T03:00Z"_s);
    thenSaved(edited, u"2026-06-11T00:00:00"_s, [](Automation &a) { scheduleOf(a).cron = u"0 3 * * *"_s; });
    WhyInput open = asked(automation(u"0 4 * * *"_s), u"2026-06-10T03:00Z"_s);
    open.earlier = {row(u"long"_s, u"2026-06-10T02:59:30"_s)};
    Run byHand = row(u"hand"_s, u"2026-06-10T02:15:20"_s);
    byHand.plannedFor.reset();
    byHand.trigger = domain::TriggerKind::Manual;
    WhyInput found = asked(automation(u"0 4 * * *"_s), u"2026-06-10T02:15Z"_s);
    found.earlier = {byHand};
    WhyInput sameRules = nightly(row(u"a"_s, three));
    thenSaved(sameRules, u"2026-06-11T00:00:00"_s, [](Automation &a) { a.description = u"new words"_s; });
    Automation elsewhere = automation(u"0 3 * * *"_s);
    elsewhere.triggers.append(Schedule{.everySeconds = 3600, .anchor = utc(three), .timezone = u"UTC"_s});

    const QString ran = u"planned started ended"_s;
    return {
        {"a planned slot that ran", nightly(row(u"a"_s, three)), u"ran"_s, ran},
        {"two schedules with one slot", withRow(elsewhere, row(u"a"_s, three)), u"ran"_s,
         u"planned planned started ended"_s},
        {"only words were edited since", sameRules, u"ran"_s, ran},
        {"jitter", withRow(spread, row(u"a"_s, three)), u"ran"_s, u"planned jitter~ started ended"_s},
        {"not due then", asked(automation(u"0 4 * * *"_s), u"2026-06-10T03:00Z"_s), u"no_slot"_s, u"no_slot!"_s},
        {"no schedule", asked(automation({}), u"2026-06-10T03:00Z"_s), u"no_slot"_s, u"no_schedule!"_s},
        {"before it was made", asked(automation(u"0 3 * * *"_s), u"2025-06-10T03:00Z"_s), u"unknown"_s,
         u"not_yet_made!"_s},
        {"saved too late", edited, u"no_slot"_s, u"version_then~ no_slot! schedule_later~"_s},
        {"another was under way", open, u"no_slot"_s, u"no_slot! open_then~"_s},
        {"started by hand in that minute", found, u"ran"_s, u"requested started ended"_s},
    };
}

QList<WhyStory> ruleStories()
{
    const auto skipped = [](const QString &reason) { return row(u"a"_s, three, RunStatus::Skipped, reason); };
    const auto pausedBy = [](WhyInput input) {
        return thenSaved(input, u"2026-06-09T00:00:00"_s, [](Automation &a) { a.paused = true; });
    };
    Run atPause = skipped(u"paused"_s);
    atPause.automationVersion = 2;
    Run block = skipped(gone);
    block.missedCount = 5;
    WhyInput covered = asked(automation(u"0 3 * * *"_s), u"2026-06-08T03:00Z"_s);
    covered.cover = block;
    covered.cover->queuedAt += 6h;
    covered.engines = {utc(u"2026-06-10T08:59:00"_s)};
    WhyInput tooShort = covered;
    tooShort.cover->missedCount = 2;
    WhyInput overlap = nightly(skipped(u"overlap: an earlier run is still open"_s));
    overlap.earlier = {row(u"before"_s, u"2026-06-10T02:59:30"_s), row(u"longago"_s, u"2026-06-09T03:00:00"_s)};
    WhyInput changed = lateBy(skipped(u"missed before the automation was last changed"_s), 6h, utc(three) + 2h);
    thenSaved(changed, u"2026-06-10T08:00:00"_s, [](Automation &a) { a.description = u"x"_s; });
    Automation all = automation(u"0 3 * * *"_s);
    all.misfire = domain::Misfire::All;
    WhyInput missedOfAll = lateBy(skipped(gone), 6h, utc(three) + 2h);
    missedOfAll.versions = {all};
    return {
        {"paused", pausedBy(nightly(atPause)), u"skipped"_s, u"planned paused!"_s},
        {"missed, no engine", lateBy(skipped(gone), 6h, utc(three) + 2h), u"skipped"_s,
         u"planned no_engine~ misfire!"_s},
        {"missed, more than are made up for", missedOfAll, u"skipped"_s, u"planned no_engine~ misfire!"_s},
        {"missed, asleep", lateBy(skipped(gone), 6h, utc(three) - 2h), u"skipped"_s, u"planned asleep~ misfire!"_s},
        {"missed, made up for", lateBy(row(u"a"_s, three), 6h, utc(three) + 2h), u"ran"_s,
         u"planned no_engine~ caught_up started ended"_s},
        {"late but not missed", lateBy(row(u"a"_s, three), 17s, utc(three) + 16s), u"ran"_s,
         u"planned no_engine~ started ended"_s},
        {"everything paused then", nightly(skipped(u"everything is paused"_s)), u"skipped"_s, u"planned all_paused!"_s},
        {"missed before it was saved", changed, u"skipped"_s, u"planned no_engine~ changed_since!"_s},
        {"one row for several", nightly(block), u"skipped"_s, u"planned misfire! covered~"_s},
        {"a slot in a block", covered, u"skipped"_s, u"planned no_engine~ misfire! covered~"_s},
        {"a slot before a block", tooShort, u"unknown"_s, u"planned no_record!"_s},
        {"too late", lateBy(skipped(u"missed its start deadline"_s), 50s, utc(three) - 2h), u"skipped"_s,
         u"planned deadline!"_s},
        {"still running", overlap, u"skipped"_s, u"planned overlap!"_s},
        {"queue full", nightly(skipped(u"overlap: 100 runs are waiting already"_s)), u"skipped"_s,
         u"planned queue_full!"_s},
        {"a reason of another program", nightly(skipped(u"quota"_s)), u"skipped"_s, u"planned skipped_for!"_s},
    };
}

QList<WhyStory> runStories()
{
    const auto ended = [](RunStatus status, const QString &reason) {
        return nightly(row(u"a"_s, three, status, reason));
    };
    Run exit = row(u"a"_s, three, RunStatus::Failed, u"exit code 3"_s);
    exit.exitCode = 3;
    Run signal = row(u"a"_s, three, RunStatus::Failed, u"ended by signal 9"_s);
    signal.signal = 9;
    Run early = row(u"a"_s, three, RunStatus::Cancelled, u"cancelled by kim"_s);
    early.startedAt.reset();
    Run file = row(u"a"_s, three);
    file.plannedFor.reset();
    WhyInput goesOn = nightly(row(u"a"_s, three, RunStatus::Running));
    goesOn.now = utc(three) + 5min;
    WhyInput forgotten = nightly(row(u"a"_s, three));
    forgotten.versions.clear();
    forgotten.asked.reset();
    return {
        {"exit code", nightly(exit), u"ran"_s, u"planned started exit_code!"_s},
        {"signal", nightly(signal), u"ran"_s, u"planned started signal!"_s},
        {"failed otherwise", ended(RunStatus::Failed, u"the disk is full"_s), u"ran"_s, u"planned started failed!"_s},
        {"could not start", ended(RunStatus::Failed, u"could not start: no such program"_s), u"ran"_s,
         u"planned started not_started!"_s},
        {"timed out", ended(RunStatus::TimedOut, u"limit 600 s reached"_s), u"ran"_s, u"planned started timed_out!"_s},
        {"cancelled", ended(RunStatus::Cancelled, u"cancelled by kim"_s), u"ran"_s, u"planned started cancelled_by!"_s},
        {"cancelled before it started", nightly(early), u"cancelled"_s, u"planned waited~ cancelled_by!"_s},
        {"replaced", ended(RunStatus::Cancelled, u"replaced by run_b"_s), u"ran"_s, u"planned started replaced_by!"_s},
        {"deleted", ended(RunStatus::Cancelled, u"the automation was deleted"_s), u"ran"_s,
         u"planned started deleted!"_s},
        {"interrupted", ended(RunStatus::Interrupted, u"the engine was stopped"_s), u"ran"_s,
         u"planned started interrupted!"_s},
        {"rejected", ended(RunStatus::Rejected, u"no"_s), u"ran"_s, u"planned started rejected!"_s},
        {"by another trigger", withRow(automation({}), file), u"ran"_s, u"triggered started ended"_s},
        {"running", goesOn, u"running"_s, u"planned started still_runs~"_s},
        {"nothing left of the automation", forgotten, u"ran"_s, u"planned started ended"_s},
    };
}

QList<WhyStory> aheadStories()
{
    const auto withNow = [](Automation automation, const QString &asks, const QString &now) {
        WhyInput input = asked(automation, asks);
        input.now = utc(now);
        input.positions.first().plannedUntil = utc(u"2026-06-09T03:00:00"_s);
        return input;
    };
    const Automation nightlyOne = automation(u"0 3 * * *"_s);
    const auto rule = [&](domain::Misfire misfire) {
        Automation changed = nightlyOne;
        changed.misfire = misfire;
        return withNow(changed, u"2026-06-10T03:00Z"_s, u"2026-06-10T09:00:00"_s);
    };
    Automation strict = nightlyOne;
    strict.startDeadlineSeconds = 600;
    WhyInput pausedLater = withNow(nightlyOne, u"2026-06-10T03:00Z"_s, u"2026-06-10T02:00:00"_s);
    thenSaved(pausedLater, u"2026-06-09T12:00:00"_s, [](Automation &a) { a.paused = true; });
    WhyInput everything = withNow(nightlyOne, u"2026-06-10T03:00Z"_s, u"2026-06-10T02:00:00"_s);
    everything.everythingPaused = {u"kim"_s, utc(u"2026-06-09T00:00:00"_s)};
    WhyInput pausedMissed = rule(domain::Misfire::Once);
    thenSaved(pausedMissed, u"2026-06-09T12:00:00"_s, [](Automation &a) { a.paused = true; });
    WhyInput savedSince = rule(domain::Misfire::Once);
    thenSaved(savedSince, u"2026-06-10T08:00:00"_s, [](Automation &) {});
    WhyInput last = withNow(nightlyOne, u"2026-06-10T03:00Z"_s, u"2026-06-10T02:00:00"_s);
    last.asked.reset();
    last.positions.first().plannedUntil = utc(three);
    WhyInput fresh = last;
    fresh.now = fresh.versions.first().updatedAt;
    return {
        {"to come", withNow(nightlyOne, u"2026-06-10T03:00Z"_s, u"2026-06-10T02:00:00"_s), u"will_run"_s,
         u"planned will_start"_s},
        {"to come, everything paused", everything, u"will_be_skipped"_s, u"planned all_paused!"_s},
        {"to come, paused", pausedLater, u"will_be_skipped"_s, u"planned paused!"_s},
        {"due now", withNow(nightlyOne, u"2026-06-10T03:00Z"_s, u"2026-06-10T03:00:01"_s), u"will_run"_s,
         u"planned due_now"_s},
        {"not looked at, once", rule(domain::Misfire::Once), u"will_run"_s, u"planned not_looked_at! caught_up"_s},
        {"not looked at, skip", rule(domain::Misfire::Skip), u"will_be_skipped"_s,
         u"planned not_looked_at! misfire!"_s},
        {"not looked at, ask", rule(domain::Misfire::Ask), u"waiting"_s, u"planned not_looked_at! ask!"_s},
        {"not looked at, too late", withNow(strict, u"2026-06-10T03:00Z"_s, u"2026-06-10T09:00:00"_s),
         u"will_be_skipped"_s, u"planned not_looked_at! deadline!"_s},
        {"not looked at, paused", pausedMissed, u"will_be_skipped"_s, u"planned not_looked_at! paused!"_s},
        {"not looked at, saved since", savedSince, u"will_be_skipped"_s, u"planned not_looked_at! changed_since!"_s},
        {"the last one where nothing is asked", last, u"unknown"_s, u"planned no_record!"_s},
        {"the next one where there was none", fresh, u"will_run"_s, u"planned will_start"_s},
    };
}

} // namespace test
