// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/waiting.h"

#include "app/domain/why/reason.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// Shorter than this nobody calls waiting.
constexpr base::Millis shortWait{1'000};
/// What waited for a run to end, or for an engine, starts this soon after it.
constexpr base::Millis atOnce{5'000};

bool openAt(const Run &run, base::Instant instant)
{
    return run.queuedAt <= instant && run.status != RunStatus::Skipped &&
           (!run.finishedAt || *run.finishedAt >= instant);
}

/// Until it started or was dropped.
base::Instant waitedUntil(const Run &run)
{
    return run.startedAt.value_or(run.finishedAt.value_or(run.queuedAt));
}

/// The last one of the same automation that ended just before the wait did.
const Run *endedBefore(const RunStory &story, base::Instant until)
{
    const Run *last = nullptr;
    for (const Run &other : story.input.earlier) {
        const bool ended = other.finishedAt && other.startedAt && *other.finishedAt > story.run.queuedAt &&
                           *other.finishedAt <= until && until - *other.finishedAt <= atOnce;
        if (ended && (!last || *last->finishedAt < *other.finishedAt)) {
            last = &other;
        }
    }
    return last;
}

/// What it waited for, as far as the rows of today tell.
WhyStep waitedStep(const RunStory &story)
{
    const Run &run = story.run;
    const base::Instant until = waitedUntil(run);
    WhyFacts facts{.from = run.queuedAt, .until = until, .length = until - run.queuedAt};
    const bool spaced = run.caughtUp && story.rules && story.rules->catchUpSpacingSeconds > 0;
    const auto engine = std::find_if(story.input.engines.begin(), story.input.engines.end(), [&](base::Instant at) {
        return at > run.queuedAt && at <= until && until - at <= atOnce;
    });
    if (const Run *last = endedBefore(story, until); last && !spaced) {
        const bool parallel = story.rules && story.rules->overlap == Overlap::Parallel;
        facts.count = openRuns(story.input, run.queuedAt).size();
        facts.field = parallel ? u"max_parallel"_s : u"overlap"_s;
        facts.runs = {last->id};
    } else if (spaced) {
        facts.field = u"catch_up_spacing_s"_s;
        facts.number = story.rules->catchUpSpacingSeconds;
    } else if (engine != story.input.engines.end()) {
        facts.until = *engine;
        facts.length = *engine - run.queuedAt;
        return {WhyStepKind::NoEngine, WhyOutcome::Info, *engine, std::move(facts)};
    } else if (!run.startedAt) {
        facts.text = u"never started"_s; // So nothing tells what it waited for.
    }
    facts.value = facts.field.isEmpty() ? QString() : fieldText(story.rules, facts.field);
    return {WhyStepKind::Waited, WhyOutcome::Info, run.queuedAt, std::move(facts)};
}

} // namespace

QList<base::RunId> openRuns(const WhyInput &input, base::Instant instant)
{
    QList<base::RunId> open;
    for (const Run &run : input.earlier) {
        if (openAt(run, instant)) {
            open.append(run.id);
        }
    }
    return open;
}

void addWait(QList<WhyStep> &steps, const RunStory &story)
{
    for (const Run &other : story.input.earlier) {
        if (readReason(other.reason) == Reason{ReasonKind::ReplacedBy, story.run.id.text(), 0}) {
            steps.append({WhyStepKind::Replaces, WhyOutcome::Info, other.finishedAt, {.runs = {other.id}}});
            return;
        }
    }
    if (waitedUntil(story.run) - story.run.queuedAt >= shortWait) {
        steps.append(waitedStep(story));
    }
}

WhyStep waitStep(const RunStory &story)
{
    const Run &run = story.run;
    const Reason reason = readReason(run.reason);
    WhyFacts facts{.from = run.queuedAt, .length = std::max(story.input.now - run.queuedAt, base::Millis(0))};
    WhyStepKind kind = WhyStepKind::WaitsFor;
    switch (reason.kind) {
    case ReasonKind::WaitsForRun:
    case ReasonKind::WaitsToReplace:
        kind = WhyStepKind::WaitsForRun;
        facts.field = u"overlap"_s;
        facts.runs = openRuns(story.input, story.input.now);
        facts.count = facts.runs.size();
        break;
    case ReasonKind::WaitsForPlace:
        kind = WhyStepKind::WaitsForPlace;
        facts.field = u"max_parallel"_s;
        facts.number = reason.number;
        break;
    case ReasonKind::WaitsForMachine:
        kind = WhyStepKind::WaitsForMachine;
        facts.number = reason.number;
        break;
    case ReasonKind::Ask:
        kind = WhyStepKind::Ask;
        facts.field = u"misfire"_s;
        break;
    case ReasonKind::MadeUpApart:
        kind = WhyStepKind::WaitsUntil;
        facts.field = u"catch_up_spacing_s"_s;
        facts.number = reason.number;
        facts.until = run.heldUntil;
        break;
    case ReasonKind::ReleasedBy:
        break; // What it waits for is not known yet.
    default:
        facts.text = run.reason;
        break;
    }
    if (kind == WhyStepKind::WaitsFor && run.status == RunStatus::Held && run.heldUntil) {
        kind = WhyStepKind::WaitsUntil;
        facts.until = run.heldUntil;
    }
    facts.value = facts.field.isEmpty() ? QString() : fieldText(story.rules, facts.field);
    return {kind, WhyOutcome::Stop, {}, std::move(facts)};
}

void addDecided(QList<WhyStep> &steps, const RunStory &story)
{
    const Run &run = story.run;
    if (waitsForDecision(run)) {
        steps.append(waitStep(story));
        return;
    }
    if (const Reason reason = readReason(run.reason); reason.kind == ReasonKind::ReleasedBy) {
        steps.append({WhyStepKind::Released, WhyOutcome::Ok, {}, {.who = reason.text}});
    }
    if (!run.startedAt && !isFinal(run.status)) {
        steps.append(waitStep(story));
        return;
    }
    const QString field = u"misfire"_s;
    WhyFacts facts{.from = run.queuedAt, .until = waitedUntil(run), .field = field};
    facts.length = *facts.until - run.queuedAt;
    facts.value = fieldText(story.rules, field);
    steps.append({WhyStepKind::WaitedForDecision, WhyOutcome::Info, run.queuedAt, std::move(facts)});
}

} // namespace domain
