// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/json.h"

#include "app/base/wordtable.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<WhyVerdict, WhyVerdict::Unknown> verdictWords({{
    {WhyVerdict::Ran, u"ran"},
    {WhyVerdict::Running, u"running"},
    {WhyVerdict::Waiting, u"waiting"},
    {WhyVerdict::Skipped, u"skipped"},
    {WhyVerdict::Cancelled, u"cancelled"},
    {WhyVerdict::WillRun, u"will_run"},
    {WhyVerdict::WillBeSkipped, u"will_be_skipped"},
    {WhyVerdict::NoSlot, u"no_slot"},
    {WhyVerdict::Unknown, u"unknown"},
}});

constexpr base::WordTable<WhyStepKind, WhyStepKind::WillStart> stepWords({{
    {WhyStepKind::Requested, u"requested"},
    {WhyStepKind::Triggered, u"triggered"},
    {WhyStepKind::DoneAgain, u"done_again"},
    {WhyStepKind::Planned, u"planned"},
    {WhyStepKind::NoSchedule, u"no_schedule"},
    {WhyStepKind::NoSlot, u"no_slot"},
    {WhyStepKind::OpenThen, u"open_then"},
    {WhyStepKind::NoSuchTime, u"no_such_time"},
    {WhyStepKind::NotYetMade, u"not_yet_made"},
    {WhyStepKind::ScheduleLater, u"schedule_later"},
    {WhyStepKind::VersionThen, u"version_then"},
    {WhyStepKind::ClockGap, u"clock_gap"},
    {WhyStepKind::GapSkipped, u"gap_skipped"},
    {WhyStepKind::ClockOverlap, u"clock_overlap"},
    {WhyStepKind::PassNotCounted, u"pass_not_counted"},
    {WhyStepKind::Jitter, u"jitter"},
    {WhyStepKind::NoEngine, u"no_engine"},
    {WhyStepKind::Asleep, u"asleep"},
    {WhyStepKind::NotLookedAt, u"not_looked_at"},
    {WhyStepKind::DueNow, u"due_now"},
    {WhyStepKind::CaughtUp, u"caught_up"},
    {WhyStepKind::Misfire, u"misfire"},
    {WhyStepKind::Ask, u"ask"},
    {WhyStepKind::Dismissed, u"dismissed"},
    {WhyStepKind::ChangedSince, u"changed_since"},
    {WhyStepKind::PausedSince, u"paused_since"},
    {WhyStepKind::Covered, u"covered"},
    {WhyStepKind::Paused, u"paused"},
    {WhyStepKind::AllPaused, u"all_paused"},
    {WhyStepKind::Deadline, u"deadline"},
    {WhyStepKind::Overlap, u"overlap"},
    {WhyStepKind::QueueFull, u"queue_full"},
    {WhyStepKind::SkippedFor, u"skipped_for"},
    {WhyStepKind::Waited, u"waited"},
    {WhyStepKind::WaitedForDecision, u"waited_for_decision"},
    {WhyStepKind::Released, u"released"},
    {WhyStepKind::WaitsUntil, u"waits_until"},
    {WhyStepKind::WaitsForRun, u"waits_for_run"},
    {WhyStepKind::WaitsForPlace, u"waits_for_place"},
    {WhyStepKind::WaitsForMachine, u"waits_for_machine"},
    {WhyStepKind::WaitsFor, u"waits_for"},
    {WhyStepKind::Replaces, u"replaces"},
    {WhyStepKind::Started, u"started"},
    {WhyStepKind::StillRuns, u"still_runs"},
    {WhyStepKind::Ended, u"ended"},
    {WhyStepKind::ExitCode, u"exit_code"},
    {WhyStepKind::Signal, u"signal"},
    {WhyStepKind::Failed, u"failed"},
    {WhyStepKind::NotStarted, u"not_started"},
    {WhyStepKind::TimedOut, u"timed_out"},
    {WhyStepKind::CancelledBy, u"cancelled_by"},
    {WhyStepKind::ReplacedBy, u"replaced_by"},
    {WhyStepKind::Deleted, u"deleted"},
    {WhyStepKind::Interrupted, u"interrupted"},
    {WhyStepKind::Rejected, u"rejected"},
    {WhyStepKind::NoRecord, u"no_record"},
    {WhyStepKind::WillStart, u"will_start"},
}});

constexpr base::WordTable<WhyOutcome, WhyOutcome::Info> outcomeWords({{
    {WhyOutcome::Ok, u"ok"},
    {WhyOutcome::Stop, u"stop"},
    {WhyOutcome::Info, u"info"},
}});

QJsonValue timeValue(const std::optional<base::Instant> &instant)
{
    return instant ? QJsonValue(base::isoUtc(*instant)) : QJsonValue(QJsonValue::Null);
}

void putText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(name, text);
    }
}

QJsonObject evidence(const WhyFacts &facts)
{
    QJsonObject object;
    putText(object, "field"_L1, facts.field);
    putText(object, "value"_L1, facts.value);
    putText(object, "by"_L1, facts.who);
    putText(object, "detail"_L1, facts.text);
    putText(object, "timezone"_L1, facts.zone);
    if (facts.from) {
        object.insert("from"_L1, base::isoUtc(*facts.from));
    }
    if (facts.until) {
        object.insert("until"_L1, base::isoUtc(*facts.until));
    }
    if (facts.length) {
        object.insert("seconds"_L1, double(facts.length->count()) / 1000.0);
    }
    if (facts.number) {
        object.insert("number"_L1, *facts.number);
    }
    if (facts.count) {
        object.insert("count"_L1, *facts.count);
    }
    if (!facts.walls.isEmpty()) {
        object.insert("wall_times"_L1, QJsonArray::fromStringList(facts.walls));
    }
    QJsonArray runs;
    for (const base::RunId &id : facts.runs) {
        runs.append(id.text());
    }
    if (!runs.isEmpty()) {
        object.insert("run_ids"_L1, runs);
    }
    return object;
}

} // namespace

QString verdictWord(WhyVerdict verdict)
{
    return verdictWords.of(verdict);
}

QString stepWord(WhyStepKind kind)
{
    return stepWords.of(kind);
}

QString outcomeWord(WhyOutcome outcome)
{
    return outcomeWords.of(outcome);
}

QJsonObject toJson(const Why &why, const WhyVoice &voice)
{
    QJsonArray steps;
    for (const WhyStep &step : why.steps) {
        steps.append(QJsonObject{{u"step"_s, stepWord(step.kind)},
                                 {u"outcome"_s, outcomeWord(step.outcome)},
                                 {u"text"_s, inWords(step, voice)},
                                 {u"at"_s, timeValue(step.at)},
                                 {u"evidence"_s, evidence(step.facts)}});
    }
    QJsonObject subject{{u"automation_id"_s, why.automation.text()}, {u"name"_s, why.automationName}};
    subject.insert("run_id"_L1, why.run ? QJsonValue(why.run->text()) : QJsonValue(QJsonValue::Null));
    return {{u"subject"_s, subject},
            {u"at"_s, base::isoUtc(why.at)},
            {u"verdict"_s, verdictWord(why.verdict)},
            {u"text"_s, inWords(why.verdict, voice)},
            {u"steps"_s, steps},
            {u"previous_slot"_s, timeValue(why.previousSlot)},
            {u"next_slot"_s, timeValue(why.nextSlot)}};
}

} // namespace domain
