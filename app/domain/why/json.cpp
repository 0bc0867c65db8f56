// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

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
    static const QStringList words{u"ran"_s,      u"running"_s,         u"waiting"_s, u"skipped"_s, u"cancelled"_s,
                                   u"will_run"_s, u"will_be_skipped"_s, u"no_slot"_s, u"unknown"_s};
    return words.at(qsizetype(verdict));
}

QString stepWord(WhyStepKind kind)
{
    static const QStringList words{u"requested"_s,       u"triggered"_s,
                                   u"planned"_s,         u"no_schedule"_s,
                                   u"no_slot"_s,         u"open_then"_s,
                                   u"no_such_time"_s,    u"not_yet_made"_s,
                                   u"schedule_later"_s,  u"version_then"_s,
                                   u"clock_gap"_s,       u"gap_skipped"_s,
                                   u"clock_overlap"_s,   u"pass_not_counted"_s,
                                   u"jitter"_s,          u"no_engine"_s,
                                   u"asleep"_s,          u"not_looked_at"_s,
                                   u"due_now"_s,         u"caught_up"_s,
                                   u"misfire"_s,         u"ask"_s,
                                   u"changed_since"_s,   u"covered"_s,
                                   u"paused"_s,          u"all_paused"_s,
                                   u"deadline"_s,        u"overlap"_s,
                                   u"queue_full"_s,      u"skipped_for"_s,
                                   u"waited"_s,          u"waits_for_run"_s,
                                   u"waits_for_place"_s, u"waits_for_machine"_s,
                                   u"waits_for"_s,       u"replaces"_s,
                                   u"started"_s,         u"still_runs"_s,
                                   u"ended"_s,           u"exit_code"_s,
                                   u"signal"_s,          u"failed"_s,
                                   u"not_started"_s,     u"timed_out"_s,
                                   u"cancelled_by"_s,    u"replaced_by"_s,
                                   u"deleted"_s,         u"interrupted"_s,
                                   u"rejected"_s,        u"no_record"_s,
                                   u"will_start"_s};
    return words.at(qsizetype(kind));
}

QString outcomeWord(WhyOutcome outcome)
{
    static const QStringList words{u"ok"_s, u"stop"_s, u"info"_s};
    return words.at(qsizetype(outcome));
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
