// SPDX-License-Identifier: Apache-2.0
#include "models/parts/automationcells.h"

#include "models/parts/words.h"
#include "models/times.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::AutomationModel)
};

QString nothing()
{
    return u"–"_s;
}

QVariant name(const AutomationRow &row, const CellContext &)
{
    return row.automation.name;
}

QVariant stateKey(const AutomationRow &row, const CellContext &)
{
    return stateOf(row).key;
}

QVariant home(const AutomationRow &row, const CellContext &)
{
    return row.home.isEmpty() ? QVariant() : QVariant(row.home);
}

QVariant nameAndState(const AutomationRow &row, const CellContext &)
{
    const QString said = u"%1, %2"_s.arg(row.automation.name, stateOf(row).text);
    return row.home.isEmpty() ? said : Words::tr("%1, at %2").arg(said, row.home);
}

QVariant kind(const AutomationRow &row, const CellContext &context)
{
    return kindText(context.catalog, row.automation.type);
}

QVariant kindIcon(const AutomationRow &row, const CellContext &context)
{
    return iconName(context.catalog, row.automation);
}

QVariant trigger(const AutomationRow &row, const CellContext &context)
{
    return triggersText(row.automation, context.nameOf);
}

QVariant lastRun(const AutomationRow &row, const CellContext &)
{
    return stateOf(row).text;
}

QVariant lastRunTime(const AutomationRow &row, const CellContext &context)
{
    const AutomationState state = stateOf(row);
    if (!state.since) {
        return {};
    }
    if (state.run && state.run->status == domain::RunStatus::Running && state.run->startedAt) {
        return durationCounter(context.now - *state.since);
    }
    return pastShort(*state.since, context.now);
}

QVariant lastRunRaw(const AutomationRow &row, const CellContext &)
{
    const AutomationState state = stateOf(row);
    return state.since ? QVariant(localTime(*state.since)) : QVariant();
}

std::optional<base::Millis> lastTook(const AutomationRow &row, base::Instant now)
{
    for (const domain::Run &run : row.history) {
        if (domain::isFinal(run.status) && run.startedAt) {
            return ranFor(run, now);
        }
    }
    return std::nullopt;
}

QVariant took(const AutomationRow &row, const CellContext &context)
{
    if (row.isRunning()) {
        return row.usual ? Words::tr("≈ %1").arg(durationShort(row.usual->median)) : nothing();
    }
    const std::optional<base::Millis> time = lastTook(row, context.now);
    return time ? durationShort(*time) : nothing();
}

QVariant tookRaw(const AutomationRow &row, const CellContext &context)
{
    const std::optional<base::Millis> time = lastTook(row, context.now);
    return time ? QVariant(static_cast<qlonglong>(time->count())) : QVariant();
}

QVariant next(const AutomationRow &row, const CellContext &context)
{
    if (row.nextFire) {
        return futureShort(*row.nextFire, context.now);
    }
    const bool paused = row.automation.paused || context.everything == store::Pausing::On;
    return paused && row.hasSchedule() ? Words::tr("paused") : nothing();
}

QVariant nextRaw(const AutomationRow &row, const CellContext &)
{
    return row.nextFire ? QVariant(localTime(*row.nextFire)) : QVariant();
}

QVariant history(const AutomationRow &row, const CellContext &context)
{
    return barsOf(row.history, row.usual, context.now);
}

QVariant historyCounts(const AutomationRow &row, const CellContext &)
{
    return countsText(row.history);
}

QVariant historyRaw(const AutomationRow &row, const CellContext &)
{
    qlonglong done = 0;
    for (const domain::Run &run : row.history) {
        done += run.status == domain::RunStatus::Done ? 1 : 0;
    }
    return done;
}

QVariant tags(const AutomationRow &row, const CellContext &)
{
    return row.automation.tags.join(", "_L1);
}

const std::array<AutomationColumn, 8> &table()
{
    static const std::array<AutomationColumn, 8> columns{{
        {.key = "name",
         .title = QT_TRANSLATE_NOOP("models::AutomationModel", "Name"),
         .display = name,
         .statusKey = stateKey,
         .home = home,
         .accessible = nameAndState},
        {.key = "kind",
         .title = QT_TRANSLATE_NOOP("models::AutomationModel", "Kind"),
         .display = kind,
         .icon = kindIcon},
        {.key = "trigger", .title = QT_TRANSLATE_NOOP("models::AutomationModel", "Trigger"), .display = trigger},
        {.key = "lastRun",
         .title = QT_TRANSLATE_NOOP("models::AutomationModel", "Last run"),
         .display = lastRun,
         .raw = lastRunRaw,
         .secondary = lastRunTime,
         .statusKey = stateKey},
        {.key = "took",
         .title = QT_TRANSLATE_NOOP("models::AutomationModel", "Took"),
         .alignment = Qt::AlignRight,
         .display = took,
         .raw = tookRaw},
        {.key = "next", .title = QT_TRANSLATE_NOOP("models::AutomationModel", "Next"), .display = next, .raw = nextRaw},
        {.key = "history",
         .title = QT_TRANSLATE_NOOP("models::AutomationModel", "History"),
         .raw = historyRaw,
         .bars = history,
         .accessible = historyCounts},
        {.key = "tags", .title = QT_TRANSLATE_NOOP("models::AutomationModel", "Tags"), .display = tags},
    }};
    return columns;
}

} // namespace

std::span<const AutomationColumn> automationColumns()
{
    return table();
}

} // namespace models
