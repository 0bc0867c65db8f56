// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/seenruns.h"

#include "app/domain/reasons.h"
#include "app/store/approvals/approvalmoves.h"
#include "app/store/mirrors/homes.h"
#include "app/store/mirrors/logplaces.h"
#include "app/store/retention/sweeptable.h"
#include "app/store/settings.h"
#include "app/store/tables/aftermath.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/resulttable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

using base::Result;
using domain::RemoteRun;
using domain::Run;

namespace {

/// An end that is told of so late is of interest to nobody who has to act.
constexpr std::chrono::hours stillNews{1};
/// Their clock may be so far from ours.
constexpr std::chrono::minutes clockSkew{10};
/// Or agree with ours but for what is cut off.
constexpr std::chrono::seconds clockTick{1};

std::optional<base::Instant> beganAt(const RemoteRun &remote)
{
    return remote.startedAt ? remote.startedAt : remote.queuedAt;
}

/// Whether it is ours is no better known because more is told of it.
bool isDoubted(const Run &run)
{
    return run.reason.startsWith(domain::reason::perhapsOthers({}));
}

/// `run` as it is told of now. An end stays, whatever comes late.
Run asTold(Run run, const RemoteRun &remote, base::Instant now)
{
    if (domain::isFinal(run.status)) {
        return run;
    }
    run.status = remote.status;
    run.remoteId = remote.remoteId;
    run.startedAt = remote.startedAt ? remote.startedAt : run.startedAt;
    run.reason = isDoubted(run) ? run.reason : remote.reason;
    run.stage = remote.theirStatus;
    run.branch = remote.branch;
    run.state = remote.state;
    run.errorMessage = remote.errorMessage;
    run.exitCode = remote.exitCode;
    run.heldUntil.reset();
    run.heldSince.reset();
    if (domain::isFinal(run.status)) {
        run.finishedAt = remote.finishedAt ? remote.finishedAt : std::optional(now);
        run.result = remote.result;
    }
    return run;
}

} // namespace

SeenRunsKeeper::SeenRunsKeeper(Transaction &transaction, domain::Connection connection)
    : m_transaction(transaction), m_connection(std::move(connection))
{
}

Result<SeenRuns> SeenRunsKeeper::see(const QList<RemoteRun> &page)
{
    TRY(m_lost, OutboxTable(m_transaction.db()).unsure(m_connection.id));
    m_lost.removeIf([](const TaskRow &task) { return task.kind != TaskKind::Run; });
    CHECK(adoptSurely(page));
    const auto keep = [this](const RemoteRun &remote) { return seeOne(remote); };
    // History is put before all others from its newest on; what is new comes behind them from its oldest on.
    if (m_connection.syncedAt) {
        for (auto remote = page.crbegin(); remote != page.crend(); ++remote) {
            CHECK(keep(*remote));
        }
    } else {
        for (const RemoteRun &remote : page) {
            CHECK(keep(remote));
        }
    }
    m_seen.allKnown = m_seen.added + m_seen.adopted == 0;
    return m_seen;
}

base::Status SeenRunsKeeper::seeOne(const RemoteRun &remote)
{
    TRY(const std::optional<Run> known, RunTable(m_transaction.db()).findThere(m_connection.id, remote.remoteId));
    return known ? follow(*known, remote) : add(remote);
}

/// One that began after it was asked for goes before one that somebody else may have started shortly before.
base::Status SeenRunsKeeper::adoptSurely(const QList<RemoteRun> &page)
{
    for (auto remote = page.crbegin(); remote != page.crend() && !m_lost.isEmpty(); ++remote) {
        TRY(const std::optional<Run> known, RunTable(m_transaction.db()).findThere(m_connection.id, remote->remoteId));
        if (known || !(remote->key || beganAt(*remote))) {
            continue;
        }
        TRY(const base::AutomationId id,
            MirrorTable(m_transaction.db()).automation(m_connection.id, remote->automationRemoteId));
        if (const std::optional<TaskRow> ours = lostWish(id, *remote, clockTick)) {
            CHECK(adopt(*ours, *remote));
        }
    }
    return {};
}

/// Where the system does not tell keys, somebody else may have started it just then, and ours not be there at all: that
/// is said for as long as the run is kept.
base::Status SeenRunsKeeper::adopt(const TaskRow &task, const RemoteRun &remote)
{
    ++m_seen.adopted;
    if (!remote.key) {
        RunTable table(m_transaction.db());
        TRY(std::optional<Run> run, table.find(task.run));
        if (run && !domain::isFinal(run->status)) {
            run->reason = domain::reason::perhapsOthers(m_connection.name);
            CHECK(table.save(*run));
        }
    }
    return took(task, remote);
}

std::optional<TaskRow> SeenRunsKeeper::wishOf(const QString &key)
{
    const auto ours =
        std::find_if(m_lost.begin(), m_lost.end(), [&](const TaskRow &task) { return task.run.text() == key; });
    return ours == m_lost.end() ? std::nullopt : std::optional(m_lost.takeAt(ours - m_lost.begin()));
}

std::optional<TaskRow> SeenRunsKeeper::lostWish(const base::AutomationId &automation, const RemoteRun &remote,
                                                base::Millis skew)
{
    if (remote.key) {
        return wishOf(*remote.key);
    }
    const std::optional<base::Instant> began = beganAt(remote);
    const auto ours = std::find_if(m_lost.begin(), m_lost.end(), [&](const TaskRow &task) {
        const bool sameAutomation = task.automation == automation || task.remoteId == remote.automationRemoteId;
        return sameAutomation && (!began || !task.askedAt || *began >= *task.askedAt - skew);
    });
    if (ours == m_lost.end()) {
        return std::nullopt;
    }
    const TaskRow task = *ours;
    m_lost.erase(ours);
    return task;
}

base::Status SeenRunsKeeper::add(const RemoteRun &remote)
{
    TRY(const base::AutomationId id,
        MirrorTable(m_transaction.db()).automation(m_connection.id, remote.automationRemoteId));
    if (const std::optional<TaskRow> ours = lostWish(id, remote, clockSkew)) {
        return adopt(*ours, remote); // also where its automation is gone by now
    }
    TRY(const std::optional<domain::Automation> automation, AutomationTable(m_transaction.db()).find(id));
    if (!automation) {
        return {};
    }
    Run run;
    run.automationId = id;
    run.automationName = automation->name;
    run.automationVersion = automation->version;
    run.trigger = domain::TriggerKind::Remote;
    run.requestedBy = remote.requestedBy;
    run.connectionId = m_connection.id;
    run.queuedAt = remote.queuedAt.value_or(beganAt(remote).value_or(remote.finishedAt.value_or(m_transaction.now())));
    run = asTold(run, remote, m_transaction.now());
    TRY(const bool tooOld, isTooOld(*automation, run));
    if (tooOld) {
        return {}; // it would be removed again
    }
    run.id = base::RunId::make();
    const bool history = isHistory(run);
    if (history && domain::isFailure(run)) {
        run.acknowledged = {.by = domain::actorName(m_connection),
                            .at = m_transaction.now(),
                            .note = u"over before it was first seen"_s};
    }
    RunTable table(m_transaction.db());
    TRY(const bool inserted, m_connection.syncedAt ? table.insert(run) : table.insertFirst(run));
    Q_UNUSED(inserted) // it was looked for above
    m_transaction.note(Table::Runs, ChangeKind::Inserted, run.id.text());
    ++m_seen.added;
    CHECK(ResultTable(m_transaction.db()).save(run));
    CHECK(history && !remote.fleeting ? base::Status() : wantLog(run, remote));
    return domain::isFinal(run.status) && !history ? followEnd(m_transaction, run) : base::Status();
}

Result<bool> SeenRunsKeeper::isTooOld(const domain::Automation &automation, const Run &run)
{
    if (!domain::isFinal(run.status)) {
        return false;
    }
    if (!m_keeping) {
        TRY(const QJsonObject settings, readSettings(m_transaction.db()));
        m_keeping = domain::Keeping{.days = settings.value(QLatin1StringView(setting::keepDays)).toInteger(),
                                    .runs = settings.value(QLatin1StringView(setting::keepRuns)).toInteger()};
    }
    return domain::isTooOld(domain::keepingOf(automation.retention, *m_keeping), *run.finishedAt, m_transaction.now());
}

/// It was over when it was first seen, and nobody waited for it.
bool SeenRunsKeeper::isHistory(const Run &run) const
{
    return domain::isFinal(run.status) && (!m_connection.syncedAt || *run.finishedAt < m_transaction.now() - stillNews);
}

base::Status SeenRunsKeeper::wantLog(const Run &run, const RemoteRun &remote)
{
    const bool has = remote.hasLog && m_connection.account.capabilities.log != domain::RemoteLog::None;
    return has ? LogPlaces(m_transaction.db()).want(run.id) : base::Status();
}

base::Status SeenRunsKeeper::follow(const Run &known, const RemoteRun &remote)
{
    Run told = asTold(known, remote, m_transaction.now());
    if (domain::isFinal(told.status) && !domain::isFinal(known.status)) {
        ++m_seen.changed;
        return end(known, told);
    }
    if (told == known) {
        return {};
    }
    ++m_seen.changed;
    CHECK(RunTable(m_transaction.db()).save(told));
    m_transaction.note(Table::Runs, ChangeKind::Updated, told.id.text());
    return known.status == domain::RunStatus::AwaitingApproval ? asksNoMore(told) : base::Status();
}

/// Somebody decided there.
base::Status SeenRunsKeeper::asksNoMore(const Run &run)
{
    return run.status == domain::RunStatus::AwaitingApproval
               ? base::Status()
               : withdrawRequest(m_transaction, run.id, domain::reason::decidedThere(m_connection.name));
}

/// Not every status on the way to it was seen from here, so that it is written as it is told.
base::Status SeenRunsKeeper::end(const Run &before, Run run)
{
    OutboxTable outbox(m_transaction.db());
    TRY(const QList<TaskRow> tasks, outbox.of(run.id));
    for (const TaskRow &task : tasks) {
        CHECK(dropTask(m_transaction, task)); // there is nothing left to cancel
    }
    if (before.status == domain::RunStatus::Running && !run.startedAt) {
        run.startedAt = before.startedAt;
    }
    CHECK(RunTable(m_transaction.db()).save(run));
    CHECK(ResultTable(m_transaction.db()).save(run));
    CHECK(asksNoMore(run));
    m_transaction.note(Table::Runs, ChangeKind::Updated, run.id.text());
    return followEnd(m_transaction, run);
}

/// It was seen as something new before its answer came.
base::Status SeenRunsKeeper::dropDouble(const QString &remoteId)
{
    TRY(const std::optional<Run> other, RunTable(m_transaction.db()).findThere(m_connection.id, remoteId));
    if (!other) {
        return {};
    }
    m_transaction.note(Table::Runs, ChangeKind::Deleted, other->id.text());
    return SweepTable(m_transaction.db(), m_transaction.now()).remove({.id = other->id, .queuedAt = {}, .endedAt = {}});
}

base::Status SeenRunsKeeper::took(const TaskRow &task, const RemoteRun &started)
{
    CHECK(dropTask(m_transaction, task));
    TRY(const std::optional<Run> run, RunTable(m_transaction.db()).find(task.run));
    if (!run || run->remoteId == started.remoteId) {
        return {};
    }
    CHECK(dropDouble(started.remoteId));
    Run known = *run;
    known.remoteId = started.remoteId;
    CHECK(RunTable(m_transaction.db()).save(known));
    m_transaction.note(Table::Runs, ChangeKind::Updated, known.id.text());
    OutboxTable outbox(m_transaction.db());
    TRY(const QList<TaskRow> later, outbox.of(known.id));
    for (TaskRow cancel : later) {
        cancel.remoteId = started.remoteId;
        CHECK(outbox.save(cancel));
    }
    CHECK(wantLog(known, started));
    return follow(known, started);
}

base::Status SeenRunsKeeper::gone(const QString &remoteId)
{
    TRY(const std::optional<Run> known, RunTable(m_transaction.db()).findThere(m_connection.id, remoteId));
    if (!known || domain::isFinal(known->status)) {
        return {};
    }
    Run over = *known;
    over.status = domain::RunStatus::Interrupted;
    over.reason = domain::reason::goneThere(m_connection.name);
    over.finishedAt = m_transaction.now();
    return end(*known, over);
}

} // namespace store
