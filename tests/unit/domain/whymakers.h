// SPDX-License-Identifier: Apache-2.0
// What stories about automations that ran, or did not, are made from: an automation due at three in the night, its
// versions, its rows.
#pragma once

#include "app/domain/reasons.h"
#include "app/domain/retry.h"
#include "tests/unit/domain/nexttimes.h"
#include "tests/unit/domain/whystories.h"

namespace test::made {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Automation;
using domain::Run;
using domain::RunStatus;
using domain::Schedule;
using domain::WhyInput;

inline const QString berlin = u"Europe/Berlin"_s;
inline const QString lordHowe = u"Australia/Lord_Howe"_s;

inline Automation automation(const QString &cron, const QString &zone = u"UTC"_s)
{
    Automation a;
    a.id = base::AutomationId(u"auto_000000000001"_s);
    a.name = u"Backup"_s;
    a.type = u"script"_s;
    a.version = 1;
    a.createdAt = a.updatedAt = utc(u"2026-01-01T12:00:00"_s);
    a.updatedBy = u"deploy"_s;
    if (!cron.isEmpty()) {
        Schedule schedule;
        schedule.cron = cron;
        schedule.timezone = zone;
        a.triggers = {schedule};
    }
    return a;
}

inline Schedule &scheduleOf(Automation &automation)
{
    return std::get<Schedule>(automation.triggers.first());
}

inline domain::AskedTime ask(const QString &text, const QString &zone = u"UTC"_s)
{
    return domain::readAskedTime(text, domain::Zone::load(zone).value(), u"at"_s).value();
}

/// Asked in 2027, when all of it is long over and worked off.
inline WhyInput asked(const Automation &automation, const QString &text, const QString &zone = u"UTC"_s)
{
    WhyInput input;
    input.versions = {automation};
    input.asked = ask(text, zone);
    input.now = utc(u"2027-01-01T00:00:00"_s);
    for (const domain::Trigger &trigger : automation.triggers) {
        input.positions.append({std::get<Schedule>(trigger), input.now});
    }
    return input;
}

/// The automation's next version, saved at a time.
inline WhyInput &thenSaved(WhyInput &input, const QString &at, const std::function<void(Automation &)> &change)
{
    Automation next = input.versions.first();
    ++next.version;
    next.updatedAt = utc(at);
    next.updatedBy = u"kim"_s;
    change(next);
    input.versions.prepend(next);
    return input;
}

inline Run row(const QString &id, const QString &slot, RunStatus status = RunStatus::Done, const QString &reason = {})
{
    Run run;
    run.id = base::RunId(u"run_"_s + id);
    run.automationId = base::AutomationId(u"auto_000000000001"_s);
    run.automationName = u"Backup"_s;
    run.automationVersion = 1;
    run.trigger = domain::TriggerKind::Schedule;
    run.plannedFor = utc(slot);
    run.queuedAt = utc(slot);
    run.status = status;
    run.reason = reason;
    if (status != RunStatus::Skipped && status != RunStatus::Queued) {
        run.startedAt = run.queuedAt + 10ms;
    }
    if (domain::isFinal(status)) {
        run.finishedAt = run.queuedAt + (status == RunStatus::Skipped ? 0ms : 60'000ms);
    }
    run.exitCode = status == RunStatus::Done ? std::optional(0) : std::nullopt;
    return run;
}

inline WhyInput withRow(const Automation &automation, const Run &run)
{
    WhyInput input = asked(automation, base::isoUtc(run.plannedFor.value_or(run.queuedAt)));
    input.run = run;
    return input;
}

inline WhyInput nightly(const Run &run)
{
    return withRow(automation(u"0 3 * * *"_s), run);
}

inline const QString three = u"2026-06-10T03:00:00"_s;
inline const QString gone = u"missed while the engine was away"_s;

inline WhyInput lateBy(Run run, base::Millis late, base::Instant engine)
{
    run.queuedAt += late;
    if (run.startedAt) {
        run.startedAt = *run.startedAt + late;
    }
    if (run.finishedAt) {
        run.finishedAt = *run.finishedAt + late;
    }
    WhyInput input = nightly(run);
    input.engines = {engine};
    return input;
}

} // namespace test::made
