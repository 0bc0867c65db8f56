// SPDX-License-Identifier: Apache-2.0
// The verbs of Runs by which an engine takes a run from its turn to its end.
#include "app/store/runs.h"

#include "app/domain/reasons.h"
#include "app/store/approvals/approvalmoves.h"
#include "app/store/desk.h"
#include "app/store/mirrors/homes.h"
#include "app/store/tables/aftermath.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/resulttable.h"
#include "app/store/tables/runmoves.h"
#include "app/store/tables/runtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Run;
using domain::RunStatus;

/// What all attempts cost together.
std::optional<domain::Usage> together(const std::optional<domain::Usage> &before,
                                      const std::optional<domain::Usage> &now)
{
    if (!before || !now) {
        return now ? now : before;
    }
    return domain::Usage{.cpuMicros = before->cpuMicros + now->cpuMicros,
                         .peakKib = std::max(before->peakKib, now->peakKib),
                         .readBytes = before->readBytes + now->readBytes,
                         .writtenBytes = before->writtenBytes + now->writtenBytes};
}

Run ended(Run run, const domain::RunEnd &end)
{
    run.reason = end.reason;
    run.exitCode = end.exitCode;
    run.signal = end.signal;
    run.errorMessage = end.errorMessage;
    run.log = end.log;
    run.usage = together(run.usage, end.usage);
    run.killReceipt = end.killReceipt;
    run.result = end.result;
    run.artifacts = end.artifacts;
    return run;
}

} // namespace

QFuture<Result<Run>> Runs::start(const base::RunId &id, qint64 engine, qint64 version)
{
    return m_desk.write([id, engine, version](Transaction &transaction) -> Result<Run> {
        RunTable table(transaction.db());
        TRY(Run run, table.get(id));
        if (!isQueuedOrHeld(run)) {
            return wrongStatus(run, u"queued or held to be started"_s);
        }
        const qint64 running = version > 0 ? version : run.automationVersion;
        TRY(std::optional<Run> asked, heldBack(transaction, run, running));
        if (asked) {
            return *std::move(asked);
        }
        if (domain::isBetweenAttempts(run)) {
            ++run.attempt;
            run.attemptStartedAt = transaction.now();
            run.exitCode.reset();
            run.signal.reset();
        } else {
            run.startedAt = transaction.now();
        }
        run.reason.clear();
        run.automationVersion = running;
        CHECK(table.setStart(id, engine, run.automationVersion));
        return moveRun(transaction, run, RunStatus::Running);
    });
}

QFuture<Result<Run>> Runs::handOver(const base::RunId &id)
{
    return m_desk.write([id](Transaction &transaction) -> Result<Run> {
        TRY(const Run run, RunTable(transaction.db()).get(id));
        if (!isQueuedOrHeld(run)) {
            return wrongStatus(run, u"queued or held to be handed over"_s);
        }
        TRY(const domain::Automation automation, AutomationTable(transaction.db()).get(run.automationId));
        TRY(std::optional<Run> asked, heldBack(transaction, run, automation.version));
        return asked ? *std::move(asked) : store::handOver(transaction, run, automation);
    });
}

QFuture<Result<QList<Run>>> Runs::handedOver() const
{
    return m_desk.read([](Transaction &transaction) { return RunTable(transaction.db()).handedOver(); });
}

QFuture<Result<Run>> Runs::takeBack(const base::RunId &id, QString reason)
{
    return m_desk.write([id, reason](Transaction &transaction) -> Result<Run> {
        TRY(Run run, RunTable(transaction.db()).get(id));
        if (run.status != RunStatus::Running) {
            return wrongStatus(run, u"running to be taken back"_s);
        }
        if (run.attemptStartedAt) {
            --run.attempt;
        } else {
            run.startedAt.reset();
        }
        return holdRun(transaction, run, {.until = transaction.now(), .since = transaction.now(), .reason = reason});
    });
}

QFuture<Result<Run>> Runs::finish(const base::RunId &id, domain::RunEnd end)
{
    return m_desk.write([id, end](Transaction &transaction) -> Result<Run> {
        TRY(const Run run, RunTable(transaction.db()).get(id));
        if (run.status != RunStatus::Running) {
            return wrongStatus(run, u"running to be finished"_s);
        }
        if (!domain::isFinal(end.status)) {
            return base::conflict(u"%1 is not an end of a run"_s.arg(domain::statusWord(end.status)));
        }
        const Run over = ended(run, end);
        CHECK(ResultTable(transaction.db()).save(over));
        return endRun(transaction, over, end.status);
    });
}

QFuture<Result<Run>> Runs::retryLater(const base::RunId &id, domain::RunEnd end, domain::Hold hold)
{
    return m_desk.write([id, end, hold](Transaction &transaction) -> Result<Run> {
        RunTable table(transaction.db());
        TRY(const Run run, table.get(id));
        if (run.status != RunStatus::Running) {
            return wrongStatus(run, u"running to be tried again"_s);
        }
        TRY(const std::optional<QString> cancelledBy, table.cancelRequest(id));
        Run after = ended(run, end);
        if (cancelledBy) {
            after.reason = domain::reason::cancelledBy(*cancelledBy);
            return endRun(transaction, after, RunStatus::Cancelled);
        }
        return holdRun(transaction, after, hold);
    });
}

QFuture<Result<Run>> Runs::drop(const base::RunId &id, RunStatus to, QString reason)
{
    return m_desk.write([id, to, reason](Transaction &transaction) -> Result<Run> {
        TRY(Run run, RunTable(transaction.db()).get(id));
        if (!isQueuedOrHeld(run)) {
            return wrongStatus(run, u"queued or held to be dropped"_s);
        }
        if (to != RunStatus::Skipped && to != RunStatus::Cancelled && to != RunStatus::Failed) {
            return base::conflict(u"a waiting run can't be dropped as %1"_s.arg(domain::statusWord(to)));
        }
        run.reason = reason;
        return endRun(transaction, run, to);
    });
}

QFuture<Result<Run>> Runs::hold(const base::RunId &id, domain::Hold hold)
{
    return m_desk.write([id, hold](Transaction &transaction) -> Result<Run> {
        TRY(Run run, RunTable(transaction.db()).get(id));
        if (run.status != RunStatus::Queued) {
            return wrongStatus(run, u"queued to be held"_s);
        }
        return holdRun(transaction, run, hold);
    });
}

QFuture<Result<void>> Runs::moveHolds(const QHash<base::RunId, base::Instant> &until)
{
    return m_desk.write([until](Transaction &transaction) -> Result<void> {
        for (auto it = until.constBegin(); it != until.constEnd(); ++it) {
            RunTable table(transaction.db());
            TRY(std::optional<Run> run, table.find(it.key()));
            if (run && run->status == RunStatus::Held && run->heldUntil) {
                if (run->heldSince) {
                    *run->heldSince += it.value() - *run->heldUntil;
                }
                run->heldUntil = it.value();
                CHECK(table.save(*run));
                transaction.note(Table::Runs, ChangeKind::Updated, it.key().text());
            }
        }
        return {};
    });
}

QFuture<Result<QList<Run>>> Runs::releaseDue(const QList<base::RunId> &ids, base::Instant now)
{
    return m_desk.write([ids, now](Transaction &transaction) -> Result<QList<Run>> {
        QList<Run> waiting;
        for (const base::RunId &id : ids) {
            TRY(std::optional<Run> run, RunTable(transaction.db()).find(id));
            const bool due = run && run->status == RunStatus::Held && run->heldUntil && *run->heldUntil <= now;
            if (due && !domain::isBetweenAttempts(*run)) {
                run->reason.clear();
                TRY(run, moveRun(transaction, *run, RunStatus::Queued));
            }
            if (run && isQueuedOrHeld(*run)) {
                waiting.append(*std::move(run));
            }
        }
        return waiting;
    });
}

QFuture<Result<void>> Runs::explain(const base::RunId &id, QString reason)
{
    return m_desk.write([id, reason](Transaction &transaction) -> Result<void> {
        RunTable table(transaction.db());
        TRY(Run run, table.get(id));
        if (domain::isFinal(run.status) || run.status == RunStatus::Running) {
            return wrongStatus(run, u"waiting to be given a reason"_s);
        }
        if (run.reason == reason) {
            return {};
        }
        run.reason = reason;
        CHECK(table.save(run));
        transaction.note(Table::Runs, ChangeKind::Updated, id.text());
        return {};
    });
}

QFuture<Result<QList<Run>>> Runs::adopt(const QList<base::RunId> &ids, qint64 engine)
{
    return m_desk.write([ids, engine](Transaction &transaction) -> Result<QList<Run>> {
        RunTable table(transaction.db());
        QList<Run> adopted;
        for (const base::RunId &id : ids) {
            const Result<Run> run = table.get(id);
            if (run && run->status == RunStatus::Running) {
                CHECK(table.setEngine(id, engine));
                adopted.append(*run);
            } else if (!run && run.error().code != base::ErrorCode::NotFound) {
                return run.error();
            }
        }
        return adopted;
    });
}

QFuture<Result<int>> Runs::interruptLeftovers(qint64 engine)
{
    return m_desk.write([engine](Transaction &transaction) -> Result<int> {
        TRY(const QList<Run> leftovers, RunTable(transaction.db()).runningElsewhere(engine));
        for (Run run : leftovers) {
            run.reason = domain::reason::engineDied();
            CHECK(endRun(transaction, run, RunStatus::Interrupted));
        }
        return static_cast<int>(leftovers.size());
    });
}

} // namespace store
