// SPDX-License-Identifier: Apache-2.0
// Stories of runs that waited, and of missed slots about which somebody decided.
#include "tests/unit/domain/whymakers.h"

using namespace test::made;

namespace test {

QList<WhyStory> waitStories()
{
    const auto waiting = [](const QString &reason) {
        WhyInput input = nightly(row(u"a"_s, three, RunStatus::Queued, reason));
        input.now = utc(three) + 5min;
        return input;
    };
    Run late = row(u"a"_s, three);
    late.startedAt = late.queuedAt + 10min;
    late.finishedAt = *late.startedAt + 1min;
    WhyInput behind = nightly(late);
    Run before = row(u"before"_s, u"2026-06-10T02:59:00"_s);
    before.finishedAt = *late.startedAt - 20ms;
    behind.earlier = {before};
    WhyInput replacing = nightly(row(u"a"_s, three));
    replacing.earlier = {row(u"old"_s, u"2026-06-10T02:59:00"_s, RunStatus::Cancelled, u"replaced by run_a"_s)};
    WhyInput second = waiting(u"waits for the run before it"_s);
    second.earlier = {row(u"before"_s, u"2026-06-10T02:59:00"_s, RunStatus::Running)};
    return {
        {"behind another", behind, u"ran"_s, u"planned waited~ started ended"_s},
        {"for a free place", nightly(late), u"ran"_s, u"planned waited~ started ended"_s},
        {"in the place of another", replacing, u"ran"_s, u"planned replaces~ started ended"_s},
        {"waits for one that is known", second, u"waiting"_s, u"planned waits_for_run!"_s},
        {"waits for the one before", waiting(u"waits for the run before it"_s), u"waiting"_s,
         u"planned waits_for_run!"_s},
        {"waits for a place", waiting(u"waits for one of 2 parallel runs to end"_s), u"waiting"_s,
         u"planned waits_for_place!"_s},
        {"waits for the machine", waiting(u"waits for one of 4 runs on this machine to end"_s), u"waiting"_s,
         u"planned waits_for_machine!"_s},
        {"waits", waiting({}), u"waiting"_s, u"planned waits_for!"_s},
    };
}

QList<WhyStory> decisionStories()
{
    Automation asks = automation(u"0 3 * * *"_s);
    asks.misfire = domain::Misfire::Ask;
    const auto missed = [&asks](const Run &run) {
        WhyInput input = lateBy(run, 6h, utc(three) + 6h - 1s);
        input.versions = {asks};
        return input;
    };
    Run released = row(u"a"_s, three);
    released.startedAt = utc(three) + 2h; // lateBy() adds six.
    released.finishedAt = *released.startedAt + 1min;
    Run queued = row(u"a"_s, three, RunStatus::Queued, domain::reason::releasedBy(u"kim"_s));
    Run cancelled = row(u"a"_s, three, RunStatus::Cancelled, domain::reason::cancelledBy(u"kim"_s));
    cancelled.startedAt.reset();
    Run held = row(u"a"_s, three, RunStatus::Held, domain::reason::waitsForDecision());
    held.startedAt.reset();
    Run dismissed = row(u"a"_s, three, RunStatus::Skipped, domain::reason::dismissedBy(u"kim"_s));
    dismissed.finishedAt = dismissed.queuedAt + 90min;
    const QString missedWords = u"planned no_engine~ "_s;
    return {
        {"missed, to be decided", missed(held), u"waiting"_s, missedWords + u"ask!"_s},
        {"missed, decided for", missed(released), u"ran"_s, missedWords + u"waited_for_decision~ started ended"_s},
        {"missed, decided for, waits", missed(queued), u"waiting"_s, missedWords + u"released waits_for!"_s},
        {"missed, decided against", missed(dismissed), u"skipped"_s, missedWords + u"dismissed!"_s},
        {"missed, cancelled undecided", missed(cancelled), u"cancelled"_s,
         missedWords + u"waited_for_decision~ cancelled_by!"_s},
    };
}

QList<WhyStory> delayStories()
{
    Automation spaced = automation(u"0 3 * * *"_s);
    spaced.catchUpSpacingSeconds = 120;
    Run second = row(u"a"_s, three);
    second.caughtUp = true;
    second.startedAt = second.queuedAt + 2min;
    second.finishedAt = *second.startedAt + 1min;
    WhyInput apart = lateBy(second, 6h, utc(three) + 6h - 1s);
    apart.versions = {spaced};
    Run first = row(u"before"_s, three); // It ended while this one was held back.
    first.queuedAt = utc(three) + 6h;
    first.startedAt = first.queuedAt;
    first.finishedAt = first.queuedAt + 119s;
    apart.earlier = {first};
    Run held = row(u"a"_s, three, RunStatus::Held, domain::reason::madeUpApart(120));
    held.startedAt.reset();
    held.heldUntil = utc(three) + 6h + 2min;
    WhyInput notYet = lateBy(held, 6h, utc(three) + 6h - 1s);
    notYet.versions = {spaced};
    Automation two = automation({});
    two.overlap = domain::Overlap::Parallel;
    two.maxParallel = 2;
    Run third = row(u"a"_s, three);
    third.plannedFor.reset();
    third.trigger = domain::TriggerKind::Manual;
    third.startedAt = third.queuedAt + 10min;
    third.finishedAt = *third.startedAt + 1min;
    WhyInput parallel = withRow(two, third);
    Run before = row(u"before"_s, u"2026-06-10T02:59:00"_s);
    before.finishedAt = *third.startedAt - 20ms;
    parallel.earlier = {before};
    WhyInput noEngine = withRow(two, third);
    noEngine.engines = {utc(three) + 10min - 1s};
    WhyInput longRunning = withRow(two, third);
    longRunning.engines = {utc(three) + 5min}; // It was there for minutes before there was a place.
    return {
        {"made up for with a distance", apart, u"ran"_s, u"planned no_engine~ caught_up waited~ started ended"_s},
        {"to be made up for with a distance", notYet, u"waiting"_s, u"planned no_engine~ waits_until!"_s},
        {"for one of its own places", parallel, u"ran"_s, u"requested waited~ started ended"_s},
        {"for an engine", noEngine, u"ran"_s, u"requested no_engine~ started ended"_s},
        {"for a place under a new engine", longRunning, u"ran"_s, u"requested waited~ started ended"_s},
    };
}

QList<WhyStory> attemptStories()
{
    Automation tries = automation(u"0 3 * * *"_s);
    tries.retry = domain::Retry{.attempts = 3, .delaySeconds = 60};
    Run held = row(u"a"_s, three, RunStatus::Held, domain::retryReason(*tries.retry, 1, u"exit code 1"_s));
    held.heldSince = held.queuedAt + 1min;
    held.heldUntil = held.queuedAt + 2min;
    WhyInput between = nightly(held);
    between.versions = {tries};
    between.now = held.queuedAt + 90s;
    Run second = row(u"a"_s, three, RunStatus::Running);
    second.attempt = 2;
    second.attemptStartedAt = second.queuedAt + 2min;
    WhyInput again = nightly(second);
    again.versions = {tries};
    again.now = second.queuedAt + 3min;
    Run redone = row(u"b"_s, three);
    redone.plannedFor.reset();
    redone.parentRunId = base::RunId(u"run_a"_s);
    redone.attempt = 2;
    WhyInput anew = withRow(tries, redone);
    anew.earlier = {row(u"a"_s, u"2026-06-10T02:00:00"_s, RunStatus::Interrupted, domain::reason::engineDied())};
    Run delayed = redone;
    delayed.status = RunStatus::Held;
    delayed.startedAt.reset();
    delayed.finishedAt.reset();
    delayed.heldUntil = delayed.queuedAt + 1min;
    delayed.reason = domain::againReason(anew.earlier.first());
    WhyInput soon = withRow(tries, delayed);
    soon.earlier = anew.earlier;
    soon.now = delayed.queuedAt + 10s;
    Run after = redone;
    after.trigger = domain::TriggerKind::After;
    after.parentRunId = base::RunId(u"run_of_another"_s);
    after.attempt = 1;
    Run step = after;
    step.trigger = domain::TriggerKind::Workflow;
    step.triggerDetail = u"copy"_s;
    Run changed = after;
    changed.trigger = domain::TriggerKind::File;
    changed.triggerDetail = u"/srv/in"_s;
    changed.parentRunId = {};
    return {
        {"between two attempts", between, u"waiting"_s, u"planned started waits_until!"_s},
        {"another attempt", again, u"running"_s, u"planned started started still_runs~"_s},
        {"done again", anew, u"ran"_s, u"done_again started ended"_s},
        {"to be done again", soon, u"waiting"_s, u"done_again waits_until!"_s},
        {"after another", withRow(automation({}), after), u"ran"_s, u"triggered started ended"_s},
        {"a step of a workflow", withRow(automation({}), step), u"ran"_s, u"triggered started ended"_s},
        {"after a change of a file", withRow(automation({}), changed), u"ran"_s, u"triggered started ended"_s},
    };
}

QList<WhyStory> pauseStories()
{
    const auto missed = [](const QString &reason) {
        return lateBy(row(u"a"_s, three, RunStatus::Skipped, reason), 6h, utc(three) + 2h);
    };
    WhyInput resumed = missed(domain::reason::beforeResume());
    resumed.everythingResumed = utc(three) + 1h;
    WhyInput paused = missed(domain::reason::beforePause());
    paused.everythingPaused = {u"kim"_s, utc(three) + 1h};
    WhyInput later = missed(domain::reason::beforePause());
    later.everythingPaused = {u"kim"_s, utc(three) + 20h}; // Another pause than that.
    WhyInput notLooked = asked(automation(u"0 3 * * *"_s), u"2026-06-10T03:00Z"_s);
    notLooked.now = utc(u"2026-06-10T09:00:00"_s);
    notLooked.positions.first().plannedUntil = utc(u"2026-06-09T03:00:00"_s);
    notLooked.everythingResumed = utc(u"2026-06-10T08:00:00"_s);
    WhyInput before = notLooked;
    before.everythingResumed.reset();
    before.everythingPaused = {u"kim"_s, utc(u"2026-06-10T08:00:00"_s)};
    WhyInput longAgo = notLooked;
    longAgo.everythingResumed = utc(u"2026-06-10T02:00:00"_s);
    return {
        {"missed before everything was resumed", resumed, u"skipped"_s, u"planned no_engine~ paused_since!"_s},
        {"missed before everything was paused", paused, u"skipped"_s, u"planned no_engine~ paused_since!"_s},
        {"missed before an earlier pause", later, u"skipped"_s, u"planned no_engine~ paused_since!"_s},
        {"not looked at, resumed since", notLooked, u"will_be_skipped"_s, u"planned not_looked_at! paused_since!"_s},
        {"not looked at, paused since", before, u"will_be_skipped"_s, u"planned not_looked_at! paused_since!"_s},
        {"not looked at, resumed before", longAgo, u"will_run"_s, u"planned not_looked_at! caught_up"_s},
    };
}

} // namespace test
