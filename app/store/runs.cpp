// SPDX-License-Identifier: Apache-2.0
#include "app/store/runs.h"

#include "app/domain/input/runkey.h"
#include "app/domain/input/secretrefs.h"
#include "app/domain/reasons.h"
#include "app/store/desk.h"
#include "app/store/hooks/hooktable.h"
#include "app/store/tables/argumentmemory.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/pausetable.h"
#include "app/store/tables/resulttable.h"
#include "app/store/tables/runkeytable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"
#include "app/store/tables/scheduletable.h"
#include "app/store/tables/stepruns.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Run;
using domain::RunStatus;

const QList<RunStatus> waitingStatuses{RunStatus::Queued, RunStatus::Held, RunStatus::AwaitingApproval};

/// What was lent to one run is not for another.
base::Status checkLent(const domain::Automation &automation, const Run &run)
{
    for (const domain::Argument &argument : automation.arguments) {
        const QString name = domain::referredSecret(run.arguments.value(argument.name)).value_or(QString());
        if (argument.kind == domain::ArgumentKind::Secret && domain::isLentName(name) &&
            domain::runOfLent(name) != run.id.text()) {
            return base::invalid(u"arguments."_s + argument.name,
                                 u"%1 was given to another run only"_s.arg(argument.name));
        }
    }
    return {};
}

base::Status checkPlanned(const Run &run)
{
    if (!isQueuedOrHeld(run) && run.status != RunStatus::Skipped) {
        return base::invalid(u"status"_s, u"a planned run is queued, held or skipped"_s);
    }
    if (run.trigger == domain::TriggerKind::Schedule && !run.plannedFor) {
        return base::invalid(u"planned_for"_s, u"a run of a schedule has a planned time"_s);
    }
    return {};
}

/// Nothing where the automation was removed meanwhile or the slot has its run. A pause that was answered before holds,
/// also where the planner had not heard of it yet.
Result<std::optional<Run>> planOne(Transaction &transaction, Run run, Pausing everything)
{
    CHECK(checkPlanned(run));
    TRY(const std::optional<bool> paused, AutomationTable(transaction.db()).paused(run.automationId));
    if (!paused) {
        return std::optional<Run>();
    }
    if (run.status != RunStatus::Skipped && (*paused || everything == Pausing::On)) {
        run.status = RunStatus::Skipped;
        run.heldUntil.reset();
        run.heldSince.reset();
        run.caughtUp = false;
        run.reason = everything == Pausing::On ? domain::reason::everythingPaused() : domain::reason::paused();
        run.missedCount = run.plannedFor ? 1 : 0;
    }
    if (run.queuedAt == base::Instant()) {
        run.queuedAt = transaction.now();
    }
    if (domain::isFinal(run.status) && !run.finishedAt) {
        run.finishedAt = transaction.now();
    }
    TRY(const bool inserted, insertRun(transaction, run));
    return inserted ? std::optional(run) : std::nullopt;
}

template <typename Decide>
Result<QList<Run>> decideAll(Transaction &transaction, const QList<base::RunId> &ids, const domain::Actor &by,
                             Decide decide)
{
    QList<Run> decided;
    for (const base::RunId &id : ids) {
        TRY(const Run run, RunTable(transaction.db()).get(id));
        TRY(Run after, decide(transaction, run, by));
        decided.append(std::move(after));
    }
    return decided;
}

} // namespace

QFuture<Result<Run>> Runs::get(const base::RunId &id) const
{
    return m_desk.read([id](Transaction &transaction) -> Result<Run> {
        TRY(Run run, RunTable(transaction.db()).get(id));
        CHECK(ResultTable(transaction.db()).fill(run));
        return run;
    });
}

QFuture<Result<QList<Run>>> Runs::page(const RunQuery &query) const
{
    return m_desk.read([query](Transaction &transaction) { return RunTable(transaction.db()).page(query); });
}

QFuture<Result<QList<Run>>> Runs::some(const QList<base::RunId> &ids) const
{
    return m_desk.read([ids](Transaction &transaction) -> Result<QList<Run>> {
        QList<Run> runs;
        for (const base::RunId &id : ids) {
            TRY(std::optional<Run> run, RunTable(transaction.db()).find(id));
            if (run) {
                runs.append(*std::move(run));
            }
        }
        return runs;
    });
}

QFuture<Result<QList<Run>>> Runs::waiting() const
{
    return m_desk.read([](Transaction &transaction) { return RunTable(transaction.db()).open(waitingStatuses); });
}

QFuture<Result<QHash<base::AutomationId, base::Instant>>> Runs::lastCatchUps() const
{
    return m_desk.read([](Transaction &transaction) { return RunTable(transaction.db()).lastCatchUps(); });
}

QFuture<Result<QList<Run>>> Runs::running() const
{
    return m_desk.read([](Transaction &transaction) { return RunTable(transaction.db()).open({RunStatus::Running}); });
}

QFuture<Result<RunCounts>> Runs::counts() const
{
    return m_desk.read([](Transaction &transaction) { return RunTable(transaction.db()).counts(); });
}

namespace {

Result<Histories> readHistories(Connection &db, const QList<base::AutomationId> &ids, int length)
{
    Histories histories;
    for (const base::AutomationId &id : ids) {
        RunQuery query;
        query.automation = id;
        query.limit = std::max(length, 1);
        TRY(QList<Run> runs, RunTable(db).page(query));
        for (Run &run : runs) {
            run.automationId = id; // one text for all of them
        }
        runs.squeeze(); // they stay for long
        histories.insert(id, std::move(runs));
    }
    return histories;
}

base::Status recordRequest(Transaction &transaction, const Run &run, const domain::Actor &by)
{
    return record(transaction, {.by = by, .action = u"run"_s, .subject = run.id.text(), .detail = run.automationName});
}

/// What is remembered of the request beside its run.
base::Status keepRequest(Transaction &transaction, const Run &run, const domain::Actor &by, const RunInput &input)
{
    if (input.request) {
        CHECK(HookTable(transaction.db()).keepRequest(run.id, *input.request));
    }
    if (input.key) {
        CHECK(RunKeyTable(transaction.db()).insert({run.automationId, by.name}, *input.key, run.id));
    }
    return recordRequest(transaction, run, by);
}

Result<Run> makeRequested(Transaction &transaction, const domain::Automation &known, const domain::Actor &by,
                          const RunInput &input)
{
    Run run;
    run.id = input.id;
    TRY(run.arguments, domain::completed(known.arguments, input.arguments));
    CHECK(checkLent(known, run));
    run.overrideReason = input.overrideReason.simplified();
    run.triggerDetail = input.key ? domain::detailOfKey(input.key->text) : input.request ? u"request"_s : QString();
    run.automationId = known.id;
    run.automationName = known.name;
    run.automationVersion = known.version;
    run.requestedBy = by.name;
    run.queuedAt = transaction.now();
    CHECK(insertRun(transaction, run));
    CHECK(keepRequest(transaction, run, by, input));
    if (domain::asksAnything(known.arguments)) {
        CHECK(rememberArguments(transaction.db(), known, run.arguments));
    }
    if (!run.overrideReason.isEmpty()) {
        CHECK(recordBreakGlass(transaction, run, by));
    }
    return run;
}

} // namespace

QFuture<Result<Histories>> Runs::histories(const QList<base::AutomationId> &ids, int length) const
{
    return m_desk.read(
        [ids, length](Transaction &transaction) { return readHistories(transaction.db(), ids, length); });
}

QFuture<Result<Histories>> Runs::allHistories(int length) const
{
    return m_desk.read([length](Transaction &transaction) -> Result<Histories> {
        TRY(const QList<base::AutomationId> ids, AutomationTable(transaction.db()).ids());
        return readHistories(transaction.db(), ids, length);
    });
}

QFuture<Result<Run>> Runs::request(const base::AutomationId &automation, domain::Actor by, RunInput input)
{
    return m_desk.write([automation, by, input](Transaction &transaction) -> Result<Run> {
        TRY(const domain::Automation known, AutomationTable(transaction.db()).get(automation));
        if (input.key) {
            TRY(const auto before, RunKeyTable(transaction.db()).find({automation, by.name}, *input.key));
            if (before) {
                return RunTable(transaction.db()).get(*before);
            }
        }
        return makeRequested(transaction, known, by, input);
    });
}

QFuture<Result<Run>> Runs::again(const base::RunId &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<Run> {
        TRY(const Run before, RunTable(transaction.db()).get(id));
        TRY(const domain::Automation known, AutomationTable(transaction.db()).get(before.automationId));
        Run run;
        TRY(run.arguments, domain::fitted(known.arguments, domain::withoutLent(before.arguments)));
        run.automationId = known.id;
        run.automationName = known.name;
        run.automationVersion = known.version;
        run.requestedBy = by.name;
        run.parentRunId = before.id;
        run.queuedAt = transaction.now();
        CHECK(insertRun(transaction, run));
        CHECK(recordRequest(transaction, run, by));
        return run;
    });
}

QFuture<Result<Run>> Runs::requestStep(const base::RunId &workflow, StepRequest request)
{
    return m_desk.write([workflow, request = std::move(request)](Transaction &transaction) {
        return insertStepRun(transaction, workflow, request);
    });
}

QFuture<Result<QList<Run>>> Runs::stepsOf(const base::RunId &workflow) const
{
    return m_desk.read([workflow](Transaction &transaction) { return RunTable(transaction.db()).stepsOf(workflow); });
}

QFuture<Result<domain::ArgumentValues>> Runs::lastArguments(const base::AutomationId &automation) const
{
    return m_desk.read(
        [automation](Transaction &transaction) { return rememberedArguments(transaction.db(), automation); });
}

QFuture<Result<QList<Run>>> Runs::plan(QList<Run> runs, QList<SchedulePosition> positions)
{
    return m_desk.write([runs, positions](Transaction &transaction) -> Result<QList<Run>> {
        QList<Run> fresh;
        TRY(const AllPaused everything, readAllPaused(transaction.db()));
        for (const Run &run : runs) {
            TRY(std::optional<Run> inserted, planOne(transaction, run, everything.state));
            if (inserted) {
                fresh.append(*std::move(inserted));
            }
        }
        for (const SchedulePosition &position : positions) {
            TRY(const bool moved, ScheduleTable(transaction.db()).move(position));
            if (moved) {
                transaction.note(Table::Schedules, ChangeKind::Updated, position.automation.text());
            }
        }
        return fresh;
    });
}

QFuture<Result<QList<Run>>> Runs::release(const QList<base::RunId> &ids, domain::Actor by)
{
    return m_desk.write([ids, by](Transaction &transaction) { return decideAll(transaction, ids, by, releaseRun); });
}

QFuture<Result<QList<Run>>> Runs::dismiss(const QList<base::RunId> &ids, domain::Actor by)
{
    return m_desk.write([ids, by](Transaction &transaction) { return decideAll(transaction, ids, by, dismissRun); });
}

QFuture<Result<int>> Runs::clearQueue(std::optional<base::AutomationId> automation, domain::Actor by)
{
    return m_desk.write([automation, by](Transaction &transaction) -> Result<int> {
        TRY(QList<Run> queued, RunTable(transaction.db()).open({RunStatus::Queued}, automation));
        queued.removeIf([](const Run &run) { return !run.remoteId.isEmpty(); }); // that is another queue
        for (const Run &run : queued) {
            CHECK(cancelRun(transaction, run, by));
        }
        const QString subject = automation ? automation->text() : u"*"_s;
        if (!queued.isEmpty()) {
            CHECK(record(
                transaction,
                {.by = by, .action = u"clear_queue"_s, .subject = subject, .detail = u"%1 runs"_s.arg(queued.size())}));
        }
        return static_cast<int>(queued.size());
    });
}

QFuture<Result<QList<Run>>> Runs::acknowledge(const QList<base::RunId> &ids, domain::Actor by, QString note)
{
    return m_desk.write([ids, by, note](Transaction &transaction) {
        return decideAll(transaction, ids, by, [&note](Transaction &in, const Run &run, const domain::Actor &who) {
            return acknowledgeRun(in, run, who, note);
        });
    });
}

QFuture<Result<QList<Run>>> Runs::unacknowledge(const QList<base::RunId> &ids, domain::Actor by)
{
    return m_desk.write(
        [ids, by](Transaction &transaction) { return decideAll(transaction, ids, by, unacknowledgeRun); });
}

QFuture<Result<Run>> Runs::breakGlass(const base::RunId &id, domain::Actor by, QString reason)
{
    return m_desk.write([id, by, reason](Transaction &transaction) -> Result<Run> {
        TRY(const Run run, RunTable(transaction.db()).get(id));
        return store::breakGlass(transaction, run, by, reason);
    });
}

QFuture<Result<Run>> Runs::cancel(const base::RunId &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<Run> {
        TRY(const Run run, RunTable(transaction.db()).get(id));
        TRY(const Run cancelled, cancelRun(transaction, run, by));
        CHECK(
            record(transaction, {.by = by, .action = u"cancel"_s, .subject = id.text(), .detail = run.automationName}));
        return cancelled;
    });
}

QFuture<Result<QMap<base::RunId, QString>>> Runs::cancelRequests() const
{
    return m_desk.read([](Transaction &transaction) { return RunTable(transaction.db()).cancelRequests(); });
}

} // namespace store
