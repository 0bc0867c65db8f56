// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/past.h"
#include "app/domain/why/reason.h"
#include "app/domain/why/waiting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// How a run that failed did so.
WhyStep failure(const Run &run)
{
    const Reason reason = readReason(run.reason);
    if (reason.kind == ReasonKind::NotStarted) {
        return {WhyStepKind::NotStarted, WhyOutcome::Stop, {}, {.text = reason.text}};
    }
    if (run.signal) {
        return {WhyStepKind::Signal, WhyOutcome::Stop, {}, {.number = *run.signal, .text = run.reason}};
    }
    if (run.exitCode && *run.exitCode != 0) {
        return {WhyStepKind::ExitCode, WhyOutcome::Stop, {}, {.number = *run.exitCode, .text = run.reason}};
    }
    return {WhyStepKind::Failed, WhyOutcome::Stop, {}, {.text = run.reason}};
}

WhyStep cancellation(const Run &run)
{
    const Reason reason = readReason(run.reason);
    switch (reason.kind) {
    case ReasonKind::CancelledBy:
        return {WhyStepKind::CancelledBy, WhyOutcome::Stop, {}, {.who = reason.text}};
    case ReasonKind::ReplacedBy:
        return {WhyStepKind::ReplacedBy,
                WhyOutcome::Stop,
                {},
                {.field = u"overlap"_s, .value = u"replace"_s, .runs = {base::RunId(reason.text)}}};
    case ReasonKind::Deleted:
        return {WhyStepKind::Deleted, WhyOutcome::Stop, {}, {}};
    default:
        return {WhyStepKind::CancelledBy, WhyOutcome::Stop, {}, {.text = run.reason}};
    }
}

WhyStep interruption(const Run &run)
{
    switch (readReason(run.reason).kind) {
    case ReasonKind::EngineStopped:
        return {WhyStepKind::Interrupted, WhyOutcome::Stop, {}, {.value = u"stopped"_s}};
    case ReasonKind::EngineDied:
        return {WhyStepKind::Interrupted, WhyOutcome::Stop, {}, {.value = u"died"_s}};
    default:
        return {WhyStepKind::Interrupted, WhyOutcome::Stop, {}, {.text = run.reason}};
    }
}

WhyStep stillRuns(const RunStory &story)
{
    const Run &run = story.run;
    const std::optional<base::Instant> started = attemptStart(run);
    WhyFacts facts{.from = started,
                   .length = std::max(story.input.now - started.value_or(run.queuedAt), base::Millis(0))};
    if (story.rules && story.rules->timeoutSeconds > 0 && started) {
        facts.until = *started + base::Seconds(story.rules->timeoutSeconds);
        facts.field = u"timeout_s"_s;
        facts.value = fieldText(story.rules, facts.field);
    }
    return {WhyStepKind::StillRuns, WhyOutcome::Info, run.startedAt, std::move(facts)};
}

WhyStep endStep(const RunStory &story)
{
    const Run &run = story.run;
    switch (run.status) {
    case RunStatus::Done:
        return {WhyStepKind::Ended, WhyOutcome::Ok, {}, {.number = run.exitCode}};
    case RunStatus::TimedOut: {
        const QString field = u"timeout_s"_s;
        const QString value = fieldText(story.rules, field);
        WhyFacts facts{.field = field, .value = value};
        facts.number = story.rules ? std::optional(story.rules->timeoutSeconds) : std::nullopt;
        return {WhyStepKind::TimedOut, WhyOutcome::Stop, {}, std::move(facts)};
    }
    case RunStatus::Cancelled:
        return cancellation(run);
    case RunStatus::Interrupted:
        return interruption(run);
    case RunStatus::Rejected:
        return {WhyStepKind::Rejected, WhyOutcome::Stop, {}, {.text = run.reason}};
    case RunStatus::Failed:
    default:
        return failure(run);
    }
}

} // namespace

WhyVerdict verdictOf(const Run &run)
{
    switch (run.status) {
    case RunStatus::Queued:
    case RunStatus::Held:
    case RunStatus::AwaitingApproval:
        return WhyVerdict::Waiting;
    case RunStatus::Running:
        return WhyVerdict::Running;
    case RunStatus::Skipped:
        return WhyVerdict::Skipped;
    case RunStatus::Done:
    case RunStatus::Failed:
    case RunStatus::TimedOut:
    case RunStatus::Cancelled:
    case RunStatus::Rejected:
    case RunStatus::Interrupted:
        return run.startedAt ? WhyVerdict::Ran : WhyVerdict::Cancelled;
    }
    Q_UNREACHABLE();
}

void addRun(QList<WhyStep> &steps, const RunStory &story)
{
    const Run &run = story.run;
    if (run.startedAt) {
        const bool again = run.attemptStartedAt.has_value();
        steps.append({WhyStepKind::Started, WhyOutcome::Ok, run.startedAt, {.number = again ? 1 : run.attempt}});
    }
    if (run.attemptStartedAt) {
        steps.append({WhyStepKind::Started, WhyOutcome::Ok, run.attemptStartedAt, {.number = run.attempt}});
    }
    if (isBetweenAttempts(run)) {
        steps.append(waitStep(story));
    } else if (run.status == RunStatus::Running) {
        steps.append(stillRuns(story));
    } else if (isFinal(run.status) && run.status != RunStatus::Skipped) {
        WhyStep end = endStep(story);
        end.at = run.finishedAt;
        if (run.startedAt && run.finishedAt) {
            end.facts.length = std::max(*run.finishedAt - *run.startedAt, base::Millis(0));
        }
        steps.append(std::move(end));
    }
}

} // namespace domain
