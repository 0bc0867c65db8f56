// SPDX-License-Identifier: Apache-2.0
#include "models/parts/words.h"

#include "models/parts/cronwords.h"
#include "models/times.h"

#include <QCoreApplication>
#include <QLocale>

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
        return Words::tr("after another run");
    case domain::TriggerKind::File:
        return Words::tr("change of a file");
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
        return Words::tr("Once %1").arg(QLocale().toString(local.date(), u"d MMM yyyy"_s) +
                                        local.toString(u" HH:mm"_s));
    }
    return cronShort(schedule.cron);
}

QString triggerText(const domain::Trigger &trigger)
{
    const auto *schedule = std::get_if<domain::Schedule>(&trigger);
    return schedule ? scheduleText(*schedule) : Words::tr("When the engine starts");
}

QString triggersText(const domain::Automation &automation)
{
    if (automation.triggers.isEmpty()) {
        return Words::tr("Manual");
    }
    const QString first = triggerText(automation.triggers.constFirst());
    const qsizetype more = automation.triggers.size() - 1;
    return more == 0 ? first : Words::tr("%1 +%2").arg(first).arg(more);
}

QString kindText(const domain::Catalog &catalog, const QString &type)
{
    const domain::KindInfo *kind = catalog.kind(type);
    return kind ? QCoreApplication::translate("catalog", kind->label) : type;
}

QString iconName(const domain::Catalog &catalog, const domain::Automation &automation)
{
    if (!automation.icon.isEmpty()) {
        return automation.icon;
    }
    const domain::KindInfo *kind = catalog.kind(automation.type);
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
