// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/past.h"

#include "app/domain/why/reason.h"
#include "app/domain/why/slots.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// Shorter than this nobody calls waiting.
constexpr base::Millis shortWait{1'000};
/// An engine looks at a slot this soon after it was due, and a run that waited for another starts this soon after it.
constexpr base::Millis atOnce{5'000};

bool openAt(const Run &run, base::Instant instant)
{
    return run.queuedAt <= instant && run.status != RunStatus::Skipped &&
           (!run.finishedAt || *run.finishedAt >= instant);
}

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

WhyStep stop(WhyStepKind kind, WhyFacts facts)
{
    return {kind, WhyOutcome::Stop, {}, std::move(facts)};
}

void addWait(QList<WhyStep> &steps, const RunStory &story)
{
    const Run &run = story.run;
    const base::Instant until = run.startedAt.value_or(run.finishedAt.value_or(run.queuedAt));
    const base::Millis waited = until - run.queuedAt;
    const Run *last = nullptr;
    for (const Run &other : story.input.earlier) {
        if (readReason(other.reason) == Reason{ReasonKind::ReplacedBy, run.id.text(), 0}) {
            steps.append({WhyStepKind::Replaces, WhyOutcome::Info, other.finishedAt, {.runs = {other.id}}});
            return;
        }
        const bool endedBefore = other.finishedAt && other.startedAt && *other.finishedAt > run.queuedAt &&
                                 *other.finishedAt <= until && until - *other.finishedAt <= atOnce;
        if (endedBefore && (!last || *last->finishedAt < *other.finishedAt)) {
            last = &other;
        }
    }
    if (waited < shortWait) {
        return;
    }
    WhyFacts facts{.from = run.queuedAt, .until = until, .length = waited};
    if (last) {
        facts.count = openRuns(story.input, run.queuedAt).size();
        facts.field = u"overlap"_s;
        facts.value = fieldText(story.rules, facts.field);
        facts.runs = {last->id};
    }
    steps.append({WhyStepKind::Waited, WhyOutcome::Info, run.queuedAt, std::move(facts)});
}

/// What a run that is not started yet waits for.
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
    default:
        facts.text = run.reason;
        break;
    }
    facts.value = facts.field.isEmpty() ? QString() : fieldText(story.rules, facts.field);
    return stop(kind, std::move(facts));
}

} // namespace

QString fieldText(const Automation *rules, const QString &field)
{
    return rules ? toJson(*rules).value(field).toVariant().toString() : QString();
}

WhyStep pausedStep(const WhyInput &input, base::Instant instant)
{
    WhyStep step = stop(WhyStepKind::Paused, {.field = u"paused"_s, .value = u"true"_s});
    const qsizetype first = input.versions.isEmpty() ? 0 : versionAt(input.versions, instant);
    for (qsizetype i = first; i < input.versions.size() && input.versions.at(i).paused; ++i) {
        step.at = input.versions.at(i).updatedAt;
        step.facts.who = input.versions.at(i).updatedBy;
        step.facts.number = input.versions.at(i).version;
    }
    return step;
}

WhyStep allPausedStep(const WhyInput &input, base::Instant instant)
{
    WhyStep step = stop(WhyStepKind::AllPaused, {});
    if (input.everythingPaused && input.everythingPaused->at <= instant) {
        step.at = input.everythingPaused->at;
        step.facts.who = input.everythingPaused->by;
    }
    return step;
}

void addWhoLooked(QList<WhyStep> &steps, const WhyInput &input, base::Instant due, base::Instant lookedAt)
{
    if (lookedAt - due <= atOnce) {
        return;
    }
    const auto started = std::find_if(input.engines.begin(), input.engines.end(),
                                      [&](base::Instant engine) { return engine > due && engine <= lookedAt; });
    const bool none = started != input.engines.end();
    if (!none && lookedAt - due <= missedAfter) {
        return;
    }
    const base::Instant at = none ? *started : lookedAt;
    steps.append({none ? WhyStepKind::NoEngine : WhyStepKind::Asleep,
                  WhyOutcome::Info,
                  at,
                  {.from = due, .until = at, .length = at - due}});
}

WhyStep skipStep(const Run &row, const WhyInput &input, const Automation *rules)
{
    const Reason reason = readReason(row.reason);
    const auto byField = [&](WhyStepKind kind, const QString &field) {
        return stop(kind, {.field = field, .value = fieldText(rules, field)});
    };
    switch (reason.kind) {
    case ReasonKind::Paused:
        return pausedStep(input, row.plannedFor.value_or(row.queuedAt));
    case ReasonKind::AllPaused:
        return allPausedStep(input, row.plannedFor.value_or(row.queuedAt));
    case ReasonKind::Misfire: {
        WhyStep step = byField(WhyStepKind::Misfire, u"misfire"_s);
        if (rules && rules->misfire == Misfire::All) {
            step.facts.number = rules->maxCatchUp;
        }
        return step;
    }
    case ReasonKind::Ask:
        return byField(WhyStepKind::Ask, u"misfire"_s);
    case ReasonKind::ChangedSince: {
        WhyStep step = stop(WhyStepKind::ChangedSince, {});
        // The last one saved before somebody looked at the slot.
        const auto saved = std::find_if(input.versions.begin(), input.versions.end(),
                                        [&](const Automation &version) { return version.updatedAt <= row.queuedAt; });
        if (saved != input.versions.end()) {
            step.at = saved->updatedAt;
            step.facts.number = saved->version;
            step.facts.who = saved->updatedBy;
        }
        return step;
    }
    case ReasonKind::Deadline: {
        WhyStep step = byField(WhyStepKind::Deadline, u"start_deadline_s"_s);
        step.facts.length = row.queuedAt - row.plannedFor.value_or(row.queuedAt);
        step.facts.number = rules ? rules->startDeadlineSeconds : std::nullopt;
        return step;
    }
    case ReasonKind::Overlap: {
        WhyStep step = byField(WhyStepKind::Overlap, u"overlap"_s);
        step.facts.runs = openRuns(input, row.finishedAt.value_or(row.queuedAt));
        return step;
    }
    case ReasonKind::QueueFull: {
        WhyStep step = byField(WhyStepKind::QueueFull, u"max_queued"_s);
        step.facts.count = reason.number;
        return step;
    }
    default:
        return stop(WhyStepKind::SkippedFor, {.text = row.reason});
    }
}

void addDecision(QList<WhyStep> &steps, const RunStory &story)
{
    const Run &run = story.run;
    if (run.plannedFor) {
        addWhoLooked(steps, story.input, story.due, run.queuedAt);
    }
    if (run.status == RunStatus::Skipped) {
        steps.append(skipStep(run, story.input, story.rules));
        if (run.missedCount > 1) {
            steps.append({WhyStepKind::Covered,
                          WhyOutcome::Info,
                          run.queuedAt,
                          {.until = run.plannedFor, .count = run.missedCount, .runs = {run.id}}});
        }
        return;
    }
    if (run.plannedFor && run.status != RunStatus::Held && run.queuedAt - story.due > missedAfter) {
        const QString field = u"misfire"_s;
        steps.append({WhyStepKind::CaughtUp,
                      WhyOutcome::Ok,
                      run.queuedAt,
                      {.field = field, .value = fieldText(story.rules, field)}});
    }
    if (run.startedAt || isFinal(run.status)) {
        addWait(steps, story);
    } else {
        steps.append(waitStep(story));
    }
}

} // namespace domain
