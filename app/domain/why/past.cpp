// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/past.h"

#include "app/domain/why/reason.h"
#include "app/domain/why/slots.h"
#include "app/domain/why/waiting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// An engine looks at a slot this soon after it was due.
constexpr base::Millis atOnce{5'000};

WhyStep stop(WhyStepKind kind, WhyFacts facts)
{
    return {kind, WhyOutcome::Stop, {}, std::move(facts)};
}

/// When that was, where it is still the last word.
std::optional<base::Instant> pauseSeenAt(const WhyInput &input, ReasonKind which, base::Instant lookedAt)
{
    const std::optional<base::Instant> at = which == ReasonKind::BeforeResume ? input.everythingResumed
                                            : input.everythingPaused ? std::optional(input.everythingPaused->at)
                                                                     : std::nullopt;
    return at && *at <= lookedAt ? at : std::nullopt;
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

WhyStep pausedSinceStep(ReasonKind which, std::optional<base::Instant> at)
{
    const QString change = which == ReasonKind::BeforePause ? u"paused"_s : u"resumed"_s;
    return {WhyStepKind::PausedSince, WhyOutcome::Stop, at, {.value = change}};
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

/// The last version saved before somebody looked at the slot.
WhyStep changedStep(const WhyInput &input, base::Instant lookedAt)
{
    WhyStep step = stop(WhyStepKind::ChangedSince, {});
    const auto saved = std::find_if(input.versions.begin(), input.versions.end(),
                                    [&](const Automation &version) { return version.updatedAt <= lookedAt; });
    if (saved != input.versions.end()) {
        step.at = saved->updatedAt;
        step.facts.number = saved->version;
        step.facts.who = saved->updatedBy;
    }
    return step;
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
    case ReasonKind::DismissedBy: {
        WhyStep step = byField(WhyStepKind::Dismissed, u"misfire"_s);
        step.at = row.finishedAt;
        step.facts.who = reason.text;
        step.facts.length = row.finishedAt.value_or(row.queuedAt) - row.queuedAt;
        return step;
    }
    case ReasonKind::BeforePause:
    case ReasonKind::BeforeResume:
        return pausedSinceStep(reason.kind, pauseSeenAt(input, reason.kind, row.queuedAt));
    case ReasonKind::BeforeChange:
        return changedStep(input, row.queuedAt);
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
    const bool missed = run.plannedFor && run.queuedAt - story.due > missedAfter;
    if (missed && story.rules && story.rules->misfire == Misfire::Ask) {
        addDecided(steps, story);
        return;
    }
    if (missed && run.status != RunStatus::Held) {
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
