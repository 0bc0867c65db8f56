// SPDX-License-Identifier: Apache-2.0
#include "models/parts/runcells.h"

#include "app/store/runs.h"
#include "models/parts/words.h"
#include "models/times.h"

#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using Context = RunCellContext;

constexpr base::Millis days = std::chrono::hours(48);

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::RunModel)
};

QVariant status(const domain::Run &run, const Context &)
{
    return statusText(run.status);
}

QVariant statusRaw(const domain::Run &run, const Context &)
{
    return domain::statusWord(run.status);
}

QVariant runStatusKey(const domain::Run &run, const Context &)
{
    return statusKey(run.status);
}

QVariant automation(const domain::Run &run, const Context &)
{
    return run.automationName;
}

QVariant home(const domain::Run &, const Context &context)
{
    return context.home.isEmpty() ? QVariant() : QVariant(context.home);
}

QVariant automationAndHome(const domain::Run &run, const Context &context)
{
    return context.home.isEmpty() ? run.automationName : Words::tr("%1, at %2").arg(run.automationName, context.home);
}

QVariant trigger(const domain::Run &run, const Context &)
{
    return triggerText(run);
}

QVariant time(const domain::Run &run, const Context &context)
{
    return pastExact(store::timeOf(run), context.now);
}

QVariant timeRaw(const domain::Run &run, const Context &)
{
    return localTime(store::timeOf(run));
}

QVariant notStarted(const domain::Run &run, const Context &)
{
    return !run.startedAt.has_value();
}

/// Of a held run how long until it starts.
std::optional<base::Millis> countdown(const domain::Run &run, base::Instant now)
{
    const bool counts = run.status == domain::RunStatus::Held && run.heldUntil;
    return counts ? std::optional(std::max(*run.heldUntil - now, base::Millis(0))) : std::nullopt;
}

QVariant duration(const domain::Run &run, const Context &context)
{
    if (const std::optional<base::Millis> left = countdown(run, context.now)) {
        return Words::tr("in %1").arg(*left < days ? durationCounter(*left) : durationWords(*left));
    }
    const std::optional<base::Millis> time = ranFor(run, context.now);
    if (!time) {
        return u"–"_s;
    }
    return run.finishedAt ? durationExact(*time) : durationCounter(*time);
}

QVariant durationRaw(const domain::Run &run, const Context &context)
{
    const std::optional<base::Millis> time = ranFor(run, context.now);
    return time ? QVariant(static_cast<qlonglong>(time->count())) : QVariant();
}

QVariant durationShare(const domain::Run &run, const Context &context)
{
    if (run.status == domain::RunStatus::Held) {
        return {};
    }
    const std::optional<base::Millis> time = ranFor(run, context.now);
    return time && context.usual ? QVariant(share(*time, context.usual->high)) : QVariant();
}

QVariant expectedShare(const domain::Run &run, const Context &context)
{
    const bool running = run.status == domain::RunStatus::Running;
    return running && context.usual ? QVariant(share(context.usual->median, context.usual->high)) : QVariant();
}

QVariant reason(const domain::Run &run, const Context &)
{
    const QString why = run.reason.isEmpty() ? run.errorMessage : run.reason;
    if (!run.acknowledged) {
        return why;
    }
    const QString noted = run.acknowledged->note.isEmpty()
                              ? Words::tr("noted by %1").arg(run.acknowledged->by)
                              : Words::tr("noted by %1: %2").arg(run.acknowledged->by, run.acknowledged->note);
    return why.isEmpty() ? noted : u"%1 (%2)"_s.arg(why, noted);
}

QVariant reasonRaw(const domain::Run &run, const Context &)
{
    return run.reason.isEmpty() ? run.errorMessage : run.reason;
}

QVariant isNoted(const domain::Run &run, const Context &)
{
    return run.acknowledged.has_value();
}

const std::array<RunColumn, 6> &table()
{
    static const std::array<RunColumn, 6> columns{{
        {.key = "status",
         .title = QT_TRANSLATE_NOOP("models::RunModel", "Status"),
         .display = status,
         .raw = statusRaw,
         .statusKey = runStatusKey},
        {.key = "automation",
         .title = QT_TRANSLATE_NOOP("models::RunModel", "Automation"),
         .display = automation,
         .home = home,
         .accessible = automationAndHome},
        {.key = "trigger", .title = QT_TRANSLATE_NOOP("models::RunModel", "Trigger"), .display = trigger},
        {.key = "time",
         .title = QT_TRANSLATE_NOOP("models::RunModel", "Time"),
         .display = time,
         .raw = timeRaw,
         .dimmed = notStarted},
        {.key = "duration",
         .title = QT_TRANSLATE_NOOP("models::RunModel", "Duration"),
         .display = duration,
         .raw = durationRaw,
         .statusKey = runStatusKey,
         .fraction = durationShare,
         .expected = expectedShare},
        {.key = "reason",
         .title = QT_TRANSLATE_NOOP("models::RunModel", "Reason"),
         .display = reason,
         .raw = reasonRaw,
         .dimmed = isNoted},
    }};
    return columns;
}

} // namespace

std::span<const RunColumn> runColumns()
{
    return table();
}

} // namespace models
