// SPDX-License-Identifier: Apache-2.0
#include "app/store/forecasts.h"

#include "app/store/desk.h"
#include "app/store/settings.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/pausetable.h"
#include "app/store/tables/runtable.h"
#include "app/store/windows/windowtable.h"

#include <QSet>
#include <QThread>

namespace store {

namespace {

using base::Result;

/// 0 is two for each core, as the engine has it.
Result<int> globalLimit(Connection &db)
{
    TRY(const QJsonObject settings, readSettings(db));
    const int chosen = settings.value(QLatin1StringView(setting::parallelRuns)).toInt();
    return chosen > 0 ? chosen : 2 * QThread::idealThreadCount();
}

/// Those of automations that are gone count by the place they take, which is none where they run elsewhere.
Result<QList<domain::OpenRun>> openRuns(Connection &db, const QList<domain::Automation> &automations)
{
    using domain::RunStatus;
    QSet<base::AutomationId> known;
    for (const domain::Automation &automation : automations) {
        known.insert(automation.id);
    }
    TRY(const QList<domain::Run> runs, RunTable(db).open({RunStatus::Running, RunStatus::Queued, RunStatus::Held}));
    QList<domain::OpenRun> open;
    for (const domain::Run &run : runs) {
        if (domain::isElsewhere(run) && !known.contains(run.automationId)) {
            continue;
        }
        if (domain::isBetweenAttempts(run)) {
            open.append({run.automationId, run.queuedAt, run.heldUntil});
        } else if (run.status != RunStatus::Held) {
            const bool running = run.status == RunStatus::Running;
            open.append({run.automationId, run.queuedAt, running ? domain::attemptStart(run) : std::nullopt});
        }
    }
    return open;
}

} // namespace

QFuture<Result<domain::ForecastInput>> Forecasts::input() const
{
    return m_desk.read([](Transaction &transaction) -> Result<domain::ForecastInput> {
        Connection &db = transaction.db();
        domain::ForecastInput input;
        TRY(input.automations, AutomationTable(db).all());
        for (const domain::Automation &automation : std::as_const(input.automations)) {
            TRY(const QList<base::Millis> known, RunTable(db).durations(automation.id, domain::learnedFromRuns));
            if (const std::optional<base::Millis> usual = domain::usualDuration(known)) {
                input.durations.insert(automation.id, *usual);
            }
        }
        TRY(input.open, openRuns(db, input.automations));
        TRY(input.maintenance, WindowTable(db).all());
        TRY(input.globalLimit, globalLimit(db));
        TRY(const AllPaused paused, readAllPaused(db));
        input.everythingPaused = paused.state == Pausing::On;
        return input;
    });
}

} // namespace store
