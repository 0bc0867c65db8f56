// SPDX-License-Identifier: Apache-2.0
// The words and vocabulary keys of states, triggers and rules, as every table and inspector says them. Pure; the words
// are translated.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/catalog.h"
#include "app/domain/run.h"

#include <QString>

#include <functional>

namespace models {

/// `run.timed_out`
QString statusKey(domain::RunStatus status);
/// `Timed out`; a held run without its reason is `Held`.
QString statusText(domain::RunStatus status);
/// `Held: grace` where the run has a reason for it.
QString statusText(const domain::Run &run);

/// `schedule`, `start of the engine`, or who asked for it.
QString triggerText(const domain::Run &run);

/// `Daily 01:30`, `Every 5 min`, `Mon–Fri 18:00`, `Once 22 Oct 14:00`, or the cron text where no short words fit.
QString scheduleText(const domain::Schedule &schedule);
/// The name of an automation; empty where it is not known.
using NameOf = std::function<QString(const base::AutomationId &)>;
/// The same of any trigger: `When the engine starts`, `After Price feed`.
QString triggerText(const domain::Trigger &trigger, const NameOf &nameOf);
/// The first trigger's words and how many more there are: `Daily 01:30 +1`; `Manual` without any.
QString triggersText(const domain::Automation &automation, const NameOf &nameOf);

/// The kind's own name; its key where this build does not know it.
QString kindText(const domain::Catalog &catalog, const QString &type);
/// Name of the drawing: the automation's own icon, else the kind's.
QString iconName(const domain::Catalog &catalog, const domain::Automation &automation);

/// `start in parallel`, `queue`, `skip`, `replace the running one`
QString overlapText(domain::Overlap overlap);
QString misfireText(domain::Misfire misfire);

} // namespace models
