// SPDX-License-Identifier: Apache-2.0
#include "models/parts/words.h"

#include "models/parts/cronwords.h"
#include "models/times.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::Words)
};

QString everyText(qint64 seconds)
{
    if (seconds % 86400 == 0) {
        return Words::tr("Every %1 d").arg(seconds / 86400);
    }
    if (seconds % 3600 == 0) {
        return Words::tr("Every %1 h").arg(seconds / 3600);
    }
    return seconds % 60 == 0 ? Words::tr("Every %1 min").arg(seconds / 60) : Words::tr("Every %1 s").arg(seconds);
}

QString afterText(const domain::After &after, const QString &name)
{
    const QString who = name.isEmpty() ? Words::tr("one that is gone") : name;
    switch (after.on) {
    case domain::AfterOn::Success:
        return Words::tr("After %1").arg(who);
    case domain::AfterOn::Failure:
        return Words::tr("After %1 failed").arg(who);
    case domain::AfterOn::Any:
        return Words::tr("After %1, however it ends").arg(who);
    }
    Q_UNREACHABLE();
}

} // namespace

QString statusKey(domain::RunStatus status)
{
    return u"run."_s + domain::statusWord(status);
}

QString statusText(domain::RunStatus status)
{
    using enum domain::RunStatus;
    switch (status) {
    case Queued:
        return Words::tr("Queued");
    case Held:
        return Words::tr("Held");
    case AwaitingApproval:
        return Words::tr("Needs approval");
    case Running:
        return Words::tr("Running");
    case Done:
        return Words::tr("Done");
    case Failed:
        return Words::tr("Failed");
    case TimedOut:
        return Words::tr("Timed out");
    case Cancelled:
        return Words::tr("Cancelled");
    case Rejected:
        return Words::tr("Rejected");
    case Skipped:
        return Words::tr("Skipped");
    case Interrupted:
        return Words::tr("Interrupted");
    }
    Q_UNREACHABLE();
}

QString statusText(const domain::Run &run)
{
    if (run.status == domain::RunStatus::Held && !run.reason.isEmpty()) {
        return Words::tr("Held: %1").arg(run.reason);
    }
    return statusText(run.status);
}

QString triggerText(const domain::Run &run)
{
    switch (run.trigger) {
    case domain::TriggerKind::Schedule:
        return Words::tr("schedule");
    case domain::TriggerKind::Startup:
        return Words::tr("start of the engine");
    case domain::TriggerKind::After:
        return Words::tr("after a run");
    case domain::TriggerKind::File:
        return Words::tr("file");
    case domain::TriggerKind::Workflow:
        return Words::tr("workflow");
    case domain::TriggerKind::Webhook:
        return Words::tr("webhook");
    case domain::TriggerKind::Remote:
        return run.requestedBy.isEmpty() ? Words::tr("remote") : run.requestedBy;
    case domain::TriggerKind::Manual:
        return run.requestedBy.isEmpty() ? Words::tr("manual") : run.requestedBy;
    }
    Q_UNREACHABLE();
}

QString scheduleText(const domain::Schedule &schedule)
{
    if (schedule.everySeconds > 0) {
        return everyText(schedule.everySeconds);
    }
    if (schedule.at) {
        const QDateTime local = localTime(*schedule.at);
        return Words::tr("Once %1").arg(dayYearText(local.date()) + local.toString(u" HH:mm"_s));
    }
    return cronShort(schedule.cron);
}

QString triggerText(const domain::Trigger &trigger, const NameOf &nameOf)
{
    if (const auto *schedule = std::get_if<domain::Schedule>(&trigger)) {
        return scheduleText(*schedule);
    }
    if (const auto *file = std::get_if<domain::FileChange>(&trigger)) {
        return Words::tr("When %1 changes").arg(file->path);
    }
    if (std::holds_alternative<domain::Webhook>(trigger)) {
        return Words::tr("When its webhook is called");
    }
    if (const auto *after = std::get_if<domain::After>(&trigger)) {
        return afterText(*after, nameOf(after->automation));
    }
    return Words::tr("When the engine starts");
}

QString triggersText(const domain::Automation &automation, const NameOf &nameOf)
{
    if (automation.triggers.isEmpty()) {
        return Words::tr("Manual");
    }
    const QString first = triggerText(automation.triggers.constFirst(), nameOf);
    const qsizetype more = automation.triggers.size() - 1;
    return more == 0 ? first : Words::tr("%1 +%2").arg(first).arg(more);
}

QString kindText(const domain::Catalog &catalog, const QString &type)
{
    const domain::KindInfo *kind = catalog.kindAnywhere(type);
    return kind ? QCoreApplication::translate("catalog", kind->label) : type;
}

QString iconName(const domain::Catalog &catalog, const domain::Automation &automation)
{
    if (!automation.icon.isEmpty()) {
        return automation.icon;
    }
    const domain::KindInfo *kind = catalog.kindAnywhere(automation.type);
    return kind ? kind->icon : automation.type;
}

QString overlapText(domain::Overlap overlap)
{
    switch (overlap) {
    case domain::Overlap::Parallel:
        return Words::tr("run side by side");
    case domain::Overlap::Queue:
        return Words::tr("queue");
    case domain::Overlap::Skip:
        return Words::tr("skip");
    case domain::Overlap::Replace:
        return Words::tr("replace the running one");
    }
    Q_UNREACHABLE();
}

QString misfireText(domain::Misfire misfire)
{
    switch (misfire) {
    case domain::Misfire::Skip:
        return Words::tr("skip");
    case domain::Misfire::Once:
        return Words::tr("run once");
    case domain::Misfire::All:
        return Words::tr("run them all");
    case domain::Misfire::Ask:
        return Words::tr("ask");
    }
    Q_UNREACHABLE();
}

} // namespace models
