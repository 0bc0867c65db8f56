// SPDX-License-Identifier: Apache-2.0
#include "app/engine/dispatcher.h"

#include "app/base/answer.h"

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr base::Millis afterFailure{2000};

} // namespace

Dispatcher::Dispatcher(store::Store &store, const Book &book, const base::Clock &clock, std::unique_ptr<Alarm> alarm)
    : m_store(store), m_book(book), m_clock(clock), m_held(clock, std::move(alarm)), m_pace(clock)
{
    m_soon.setSingleShot(true);
    m_again.setSingleShot(true);
    m_again.setInterval(afterFailure);
    connect(&m_held, &HeldRuns::due, this, &Dispatcher::releaseDue);
    connect(&m_held, &HeldRuns::moved, this, &Dispatcher::moveHolds);
    connect(&m_soon, &QTimer::timeout, this, &Dispatcher::consider);
    connect(&m_again, &QTimer::timeout, this, &Dispatcher::readAll);
    connect(&m_store, &store::Store::changed, this, &Dispatcher::onChanges, Qt::QueuedConnection);
    connect(&m_book, &Book::changed, this, &Dispatcher::considerSoon);
    connect(&m_book, &Book::removed, this, &Dispatcher::considerSoon);
    connect(&m_book, &Book::windowsChanged, this, &Dispatcher::considerSoon);
    connect(&m_book, &Book::windowsChanged, &m_held, &HeldRuns::askAgain);
}

void Dispatcher::setGate(ApprovalGate *gate)
{
    m_gate = gate;
    connect(gate, &ApprovalGate::answered, this, [this](const domain::Run &run) {
        take(run);
        considerSoon();
    });
    connect(gate, &ApprovalGate::failed, this, [this] { m_again.start(); });
}

void Dispatcher::start(qint64 engine, Scope scope, base::Instant since)
{
    m_engine = engine;
    m_scope = scope;
    m_since = since;
    m_running = true;
    base::onAnswer(this, m_store.runs().lastCatchUps(),
                   [this](const base::Result<QHash<base::AutomationId, base::Instant>> &last) {
                       if (last) {
                           m_pace.recall(*last);
                       }
                   });
    readAll(); // answered after the above
}

void Dispatcher::stop()
{
    m_running = false;
    m_waiting.clear();
    m_awaiting.clear();
    m_held.clear();
    tellWhenQuiet();
}

void Dispatcher::tellWhenQuiet()
{
    if (!m_running && m_open.starting() == 0) {
        Q_EMIT quiet();
    }
}

void Dispatcher::setGlobalLimit(int limit)
{
    m_limit = limit;
    considerSoon();
}

void Dispatcher::add(const QList<domain::Run> &runs)
{
    for (const domain::Run &run : runs) {
        take(run);
    }
    consider();
}

void Dispatcher::onChanges(const store::Changes &changes)
{
    if (!m_running) {
        return;
    }
    QList<base::RunId> fresh;
    QList<base::RunId> elsewhere;
    bool mayWantCancel = false;
    for (const store::Change &change : changes) {
        mayWantCancel = mayWantCancel || change.table == store::Table::CancelRequests;
        if (change.table != store::Table::Runs) {
            continue;
        }
        const base::RunId id(change.id);
        const bool atWork = m_open.contains(id) && !m_open.isBetween(id);
        if (change.id.isEmpty()) {
            readWaiting();
            elsewhere = m_open.elsewhere();
        } else if (m_open.isElsewhere(id)) {
            elsewhere.append(id);
        } else if (!atWork && (change.kind == store::ChangeKind::Inserted) != knows(id)) {
            fresh.append(id);
        }
    }
    if (!fresh.isEmpty()) {
        readSome(fresh);
    }
    if (!elsewhere.isEmpty()) {
        followElsewhere(elsewhere);
    }
    if (mayWantCancel) {
        readCancelRequests();
    }
}

void Dispatcher::readAll()
{
    readHandedOver();
    readWaiting();
    readCancelRequests();
}

void Dispatcher::readWaiting()
{
    base::onAnswer(this, m_store.runs().waiting(), [this](const base::Result<QList<domain::Run>> &result) {
        if (!m_running) {
            return;
        }
        if (!result) {
            m_again.start();
            return;
        }
        m_waiting.clear();
        m_awaiting.clear();
        m_held.clear();
        m_open.removeBetween();
        for (const domain::Run &run : *result) {
            take(run);
        }
        consider();
    });
}

void Dispatcher::readSome(const QList<base::RunId> &ids)
{
    base::onAnswer(this, m_store.runs().some(ids), [this](const base::Result<QList<domain::Run>> &result) {
        if (!m_running) {
            return;
        }
        if (!result) {
            m_again.start();
            return;
        }
        for (const domain::Run &run : *result) {
            if (!isOvertaken(run)) {
                leave(run.id);
                take(run);
            }
        }
        consider();
    });
}

/// Read before the hold that it was put on since: the answer to that says how it stands.
bool Dispatcher::isOvertaken(const domain::Run &run) const
{
    return run.status == domain::RunStatus::Queued && m_held.expects(run.id);
}

void Dispatcher::readCancelRequests()
{
    base::onAnswer(this, m_store.runs().cancelRequests(),
                   [this](const base::Result<QMap<base::RunId, QString>> &result) {
                       if (!result) {
                           m_again.start();
                           return;
                       }
                       for (auto it = result->constBegin(); it != result->constEnd(); ++it) {
                           Q_EMIT cancelWanted(it.key(), u"cancelled by %1"_s.arg(it.value()));
                       }
                   });
}

bool Dispatcher::isOurs(const domain::Run &run) const
{
    switch (m_scope) {
    case Scope::Everything:
        return true;
    case Scope::RequestedOnly:
        return run.trigger == domain::TriggerKind::Workflow
                   ? m_open.contains(run.parentRunId)
                   : run.trigger == domain::TriggerKind::Manual && run.queuedAt >= m_since;
    }
    Q_UNREACHABLE();
}

void Dispatcher::take(const domain::Run &run)
{
    const bool awaits = run.status == domain::RunStatus::AwaitingApproval;
    const bool waits = awaits || run.status == domain::RunStatus::Queued || run.status == domain::RunStatus::Held;
    if (!m_running || !waits || domain::isElsewhere(run) || !isOurs(run) || m_open.contains(run.id) || knows(run.id)) {
        return;
    }
    if (awaits) {
        m_awaiting.insert(run.id);
    } else if (domain::isBetweenAttempts(run)) {
        rest(run);
    } else if (run.status == domain::RunStatus::Held) {
        m_held.put(run);
    } else {
        m_waiting.put(run);
    }
}

/// Once its time has come it waits for a place, and stays held meanwhile.
void Dispatcher::rest(const domain::Run &run)
{
    const domain::Automation *automation = m_book.find(run.automationId);
    if (!m_running || !automation) {
        m_open.remove(run.id); // deleted, and so cancelled
        return;
    }
    m_open.putBetween(run, *automation);
    if (run.heldUntil && *run.heldUntil <= m_clock.now()) {
        m_waiting.put(run);
        considerSoon();
    } else {
        m_held.put(run);
    }
}

/// By value, for it is often the one of a run that is forgotten here.
void Dispatcher::leave(base::RunId id)
{
    m_held.remove(id);
    m_waiting.remove(id);
    m_awaiting.remove(id);
    if (m_open.isBetween(id)) {
        m_open.remove(id);
    }
}

/// The row is what counts: only what the store has as queued takes its turn.
void Dispatcher::releaseDue(const QList<base::RunId> &ids)
{
    base::onAnswer(this, m_store.runs().releaseDue(ids, m_clock.now()),
                   [this, ids](const base::Result<QList<domain::Run>> &result) {
                       if (!result) {
                           m_again.start();
                           return;
                       }
                       for (const base::RunId &id : ids) {
                           leave(id);
                       }
                       add(*result);
                   });
}

void Dispatcher::moveHolds(const QHash<base::RunId, base::Instant> &until)
{
    base::onAnswer(this, m_store.runs().moveHolds(until), [this](const base::Status &result) {
        if (!result) {
            m_again.start();
        }
    });
}

void Dispatcher::consider()
{
    m_soon.stop();
    Round round({m_waiting, m_open, m_pace, m_held, m_book.windows()}, m_clock.now(), m_limit);
    m_waiting.forEach([&](const domain::Run &run) { considerOne(run, round); });
}

void Dispatcher::considerOne(const domain::Run &run, Round &round)
{
    const domain::Automation *automation = m_book.find(run.automationId);
    if (!automation) {
        drop(run.id, domain::RunStatus::Cancelled, u"the automation was deleted"_s);
        return;
    }
    if (m_gate && m_gate->stops(run, *automation)) {
        leave(run.id);
        return;
    }
    const domain::Admission admission = round.ask(run, *automation);
    switch (admission.verdict) {
    case domain::Verdict::Start:
        if (run.caughtUp && !domain::isBetweenAttempts(run)) {
            m_pace.started(run.automationId);
        }
        begin(run, *automation);
        return;
    case domain::Verdict::Hold:
        round.holds(*automation, admission.until);
        hold(run, admission);
        return;
    case domain::Verdict::Skip:
        drop(run.id, domain::RunStatus::Skipped, admission.reason);
        return;
    case domain::Verdict::Cancel:
        drop(run.id, domain::RunStatus::Cancelled, admission.reason);
        return;
    case domain::Verdict::ReplaceFirst:
        replaceOthers(run);
        [[fallthrough]];
    case domain::Verdict::Wait:
        if (run.reason != admission.reason) {
            m_waiting.setReason(run.id, admission.reason);
            m_store.runs().explain(run.id, admission.reason);
        }
        round.waits(run, *automation);
        return;
    }
    Q_UNREACHABLE();
}

void Dispatcher::replaceOthers(const domain::Run &run)
{
    const QString why = u"replaced by %1"_s.arg(run.id.text());
    const QList<base::RunId> working = m_open.workingOf(run.automationId);
    for (const base::RunId &id : working) {
        if (!m_open.isElsewhere(id)) {
            Q_EMIT cancelWanted(id, why);
        } else if (m_open.askEnd(id)) {
            m_store.runs().cancel(id, domain::Actor(u"signalbox"_s));
        }
    }
    const QList<base::RunId> between = m_open.betweenOf(run.automationId);
    for (const base::RunId &id : between) {
        drop(id, domain::RunStatus::Cancelled, why);
        considerSoon();
    }
}

/// Whether the same may be taken another time.
bool Dispatcher::isTransient(const base::Error &error)
{
    return error.code != base::ErrorCode::Conflict && error.code != base::ErrorCode::NotFound;
}

void Dispatcher::hold(domain::Run run, const domain::Admission &admission)
{
    leave(run.id);
    m_held.expect(run, admission.since);
    const domain::Hold hold{
        .until = admission.until, .since = admission.since, .reason = admission.reason, .what = admission.what};
    base::onAnswer(this, m_store.runs().hold(run.id, hold),
                   [this, id = run.id](const base::Result<domain::Run> &result) {
                       if (result) {
                           add({*result});
                           return;
                       }
                       m_held.unexpect(id);
                       isTransient(result.error()) ? m_again.start() : readSome({id});
                   });
}

void Dispatcher::drop(base::RunId id, domain::RunStatus as, const QString &reason)
{
    leave(id);
    base::onAnswer(this, m_store.runs().drop(id, as, reason), [this](const base::Result<domain::Run> &result) {
        if (!result && isTransient(result.error())) {
            m_again.start();
        }
    });
}

} // namespace engine
