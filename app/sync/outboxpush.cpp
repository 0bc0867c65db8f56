// SPDX-License-Identifier: Apache-2.0
#include "app/sync/outboxpush.h"

#include "app/store/mirrors/mirrors.h"
#include "app/sync/pace.h"
#include "app/sync/rest/errorreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncing {

using base::ErrorCode;
using store::TaskKind;

namespace {

/// Whether somebody is there who said no.
bool isAnswer(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Invalid:
    case ErrorCode::Unsupported:
        return true;
    case ErrorCode::Denied:
        return error.field != "credential"_L1;
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
    case ErrorCode::Corrupt:
    case ErrorCode::Internal:
        return false;
    }
    Q_UNREACHABLE();
}

constexpr base::Millis longestReset = std::chrono::hours(24);

/// After a pause that grows, and not before a quota is there again where the system tells when; no longer than a day,
/// so that a time that makes no sense holds nothing for ever.
base::Millis pauseUntilNextTry(const base::Error &error, base::Millis pause, base::Instant now)
{
    const std::optional<base::Instant> reset = rest::resetTold(error);
    return reset ? std::max(pause, std::min<base::Millis>(*reset - now, longestReset)) : pause;
}

} // namespace

void OutboxPush::next()
{
    if (m_ending) {
        finish();
        return;
    }
    after(m_session.store.outbox().next(m_session.id()), [this](const store::NextTask &next) {
        if (next.task) {
            take(*next.task);
        } else {
            m_dueAt = next.dueAt;
            finish();
        }
    });
}

void OutboxPush::take(const store::OutboxTask &task)
{
    m_task = task;
    if (task.unsure && m_sent.contains(task.id)) {
        // It may still be under way there: what was looked at before says nothing of it.
        m_wantsLook = true;
        finish();
    } else if ((task.kind == TaskKind::Update || task.kind == TaskKind::Remove) && m_lookedAt != task.id) {
        lookAtAutomation();
    } else if (task.unsure) {
        takeUnsure();
    } else {
        send();
    }
}

/// Where it had arrived, seeing the other side has made it done by now.
void OutboxPush::takeUnsure()
{
    switch (m_task.kind) {
    case TaskKind::Create:
    case TaskKind::Run: {
        if (m_task.kind == TaskKind::Run && m_task.remoteId.isEmpty()) {
            refused(base::notFound(u"its automation"_s));
            return;
        }
        if (m_task.kind == TaskKind::Run && !m_session.can(domain::Capability::Runs)) {
            refused(base::Error{.code = ErrorCode::Timeout,
                                .context = {},
                                .detail = u"the answer was lost, and the system does not tell which runs there are: "
                                          "look there whether it was started"_s,
                                .field = {}});
            return;
        }
        if (m_task.kind == TaskKind::Run ? m_looked.runs : m_looked.automations) {
            notThere();
            return;
        }
        m_wantsLook = true;
        finish();
        return;
    }
    case TaskKind::Decide:
        lookAtApprovals();
        return;
    case TaskKind::Update: // said twice it is the same; so below
    case TaskKind::Remove:
    case TaskKind::Cancel:
        notThere();
        return;
    }
}

void OutboxPush::notThere()
{
    after(m_session.store.outbox().notFoundThere(m_task.id), [this] { next(); });
}

/// Before it is written over or removed: what changed there meanwhile is merged, or a conflict, and then no task.
void OutboxPush::lookAtAutomation()
{
    m_lookedAt = m_task.id;
    either(m_session.account->automation(m_task.remoteId), [this](const base::Result<RemoteAutomation> &found) {
        if (found) {
            seeAgain(*found);
        } else if (found.error().code != ErrorCode::NotFound) {
            finish(found.error());
        } else if (m_task.kind == TaskKind::Remove) {
            after(m_session.store.outbox().done(m_task.id), [this] { next(); });
        } else {
            after(m_session.store.mirrors().gone(m_session.id(), m_task.remoteId), [this] { next(); });
        }
    });
}

void OutboxPush::seeAgain(const RemoteAutomation &found)
{
    if (m_task.kind == TaskKind::Update &&
        domain::sameThere(found.automation, m_task.wanted, m_session.capabilities.carries)) {
        after(m_session.store.outbox().done(m_task.id, found), [this] { next(); });
        return;
    }
    after(m_session.store.mirrors().see(m_session.id(), {found}), [this](const store::SeenAutomations &) { next(); });
}

void OutboxPush::lookAtApprovals()
{
    after(m_session.account->approvals(), [this](const QList<RemoteApproval> &approvals) {
        for (const RemoteApproval &approval : approvals) {
            if (approval.remoteId == m_task.remoteId && approval.status == domain::ApprovalStatus::Pending) {
                notThere();
                return;
            }
        }
        after(m_session.store.outbox().done(m_task.id), [this] { next(); });
    });
}

void OutboxPush::send()
{
    after(m_session.store.outbox().asking(m_task), [this](bool wanted) {
        if (wanted) {
            m_sent.insert(m_task.id);
            m_lookedAt = 0;
            ask();
        } else {
            next();
        }
    });
}

/// Each answer of this sort makes the task done with what came.
template <typename T> void OutboxPush::asked(const Answer<T> &answer)
{
    either(answer, [this](const base::Result<T> &result) {
        if (!result) {
            failed(result.error());
            return;
        }
        store::Outbox &outbox = m_session.store.outbox();
        if constexpr (std::is_void_v<T>) {
            after(outbox.done(m_task.id), [this] { next(); });
        } else {
            after(outbox.done(m_task.id, *result), [this] { next(); });
        }
    });
}

void OutboxPush::ask()
{
    Account &account = *m_session.account;
    switch (m_task.kind) {
    case TaskKind::Create:
        asked(account.create(m_task.wanted));
        return;
    case TaskKind::Update:
        asked(account.update(m_task.remoteId, m_task.wanted, m_task.base));
        return;
    case TaskKind::Remove:
        asked(account.remove(m_task.remoteId));
        return;
    case TaskKind::Run:
        m_startedRuns = true;
        asked(account.run({.remoteId = m_task.remoteId,
                           .arguments = m_task.run.arguments,
                           .body = m_task.body,
                           .key = m_task.run.id.text()}));
        return;
    case TaskKind::Cancel:
        asked(account.cancel(m_task.remoteId));
        return;
    case TaskKind::Decide:
        asked(account.decide(m_task.remoteId, m_task.verdict, m_task.comment));
        return;
    }
}

void OutboxPush::failed(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        notThereAnyMore(error);
        return;
    case ErrorCode::Conflict:
        inConflict(error);
        return;
    case ErrorCode::Unavailable:
        later(error, error);
        return;
    case ErrorCode::Denied:
        if (error.field == "credential"_L1) {
            later(error, error);
        } else {
            refused(error);
        }
        return;
    case ErrorCode::Invalid:
    case ErrorCode::Unsupported:
        refused(error);
        return;
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
    case ErrorCode::Corrupt:
    case ErrorCode::Internal: {
        // Whatever came of it: nobody knows whether it happened.
        base::Error unsure = error;
        unsure.code = ErrorCode::Timeout;
        later(unsure, error);
        return;
    }
    }
}

void OutboxPush::later(const base::Error &error, const base::Error &why)
{
    const base::Instant now = m_session.clock.now();
    const base::Millis pause = pauseAfterFailures(m_task.attempts + 1, m_session.chance());
    const base::Instant again = now + pauseUntilNextTry(error, pause, now);
    m_wantsLook = m_wantsLook || error.code == ErrorCode::Timeout;
    after(m_session.store.outbox().failed(m_task.id, error, again), [this, why] {
        if (why.code == ErrorCode::Denied) {
            finish(why);
        } else {
            seeWhetherAway(why);
        }
    });
}

/// A server that fails at one change may answer everything else; then only that one change waits.
void OutboxPush::seeWhetherAway(const base::Error &why)
{
    either(m_session.account->facts(), [this, why](const base::Result<AccountFacts> &facts) {
        if (facts || isAnswer(facts.error())) {
            next();
        } else {
            finish(why);
        }
    });
}

void OutboxPush::refused(const base::Error &error)
{
    after(m_session.store.outbox().failed(m_task.id, error, std::nullopt), [this] { next(); });
}

void OutboxPush::notThereAnyMore(const base::Error &error)
{
    switch (m_task.kind) {
    case TaskKind::Remove:
    case TaskKind::Decide:
        after(m_session.store.outbox().done(m_task.id), [this] { next(); });
        return;
    case TaskKind::Cancel:
        after(m_session.store.mirrors().runGone(m_session.id(), m_task.remoteId),
              [this] { after(m_session.store.outbox().done(m_task.id), [this] { next(); }); });
        return;
    case TaskKind::Update:
        after(m_session.store.mirrors().gone(m_session.id(), m_task.remoteId), [this] { next(); });
        return;
    case TaskKind::Create:
    case TaskKind::Run:
        refused(error);
        return;
    }
}

/// Somebody else was there before.
void OutboxPush::inConflict(const base::Error &error)
{
    switch (m_task.kind) {
    case TaskKind::Update:
    case TaskKind::Remove: {
        const base::Millis pause = pauseAfterFailures(m_task.attempts + 1, m_session.chance());
        after(m_session.store.outbox().failed(m_task.id, error, m_session.clock.now() + pause), [this] { next(); });
        return;
    }
    case TaskKind::Cancel:
        readRun();
        return;
    case TaskKind::Decide:
        after(m_session.store.outbox().done(m_task.id), [this] { next(); });
        return;
    case TaskKind::Create:
    case TaskKind::Run:
        refused(error);
        return;
    }
}

/// It was over before it could be cancelled.
void OutboxPush::readRun()
{
    after(m_session.account->readRun(m_task.remoteId), [this](const RemoteRun &run) {
        after(m_session.store.mirrors().seeRuns(m_session.id(), {run}),
              [this](const store::SeenRuns &) { after(m_session.store.outbox().done(m_task.id), [this] { next(); }); });
    });
}

} // namespace syncing
