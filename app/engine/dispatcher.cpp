// SPDX-License-Identifier: Apache-2.0
#include "app/engine/dispatcher.h"

#include "app/base/answer.h"
#include "app/engine/log.h"

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr base::Millis afterFailedWrite{2000};

} // namespace

Dispatcher::Dispatcher(store::Store &store, const Book &book, const base::Clock &clock, std::unique_ptr<Alarm> alarm)
    : m_store(store), m_book(book), m_clock(clock), m_held(clock, std::move(alarm))
{
    m_soon.setSingleShot(true);
    m_again.setSingleShot(true);
    m_again.setInterval(afterFailedWrite);
    connect(&m_held, &HeldRuns::due, this, &Dispatcher::releaseDue);
    connect(&m_soon, &QTimer::timeout, this, &Dispatcher::consider);
    connect(&m_again, &QTimer::timeout, this, &Dispatcher::readWaiting);
    connect(&m_store, &store::Store::changed, this, &Dispatcher::onChanges, Qt::QueuedConnection);
    connect(&m_book, &Book::changed, this, &Dispatcher::considerSoon);
    connect(&m_book, &Book::removed, this, &Dispatcher::considerSoon);
}

void Dispatcher::start(qint64 engine, Scope scope, base::Instant since)
{
    m_engine = engine;
    m_scope = scope;
    m_since = since;
    m_running = true;
    readWaiting();
    readCancelRequests();
}

void Dispatcher::stop()
{
    m_running = false;
    m_waiting.clear();
    m_turns.clear();
    m_held.clear();
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
    bool mayWantCancel = false;
    for (const store::Change &change : changes) {
        if (change.table != store::Table::Runs) {
            continue;
        }
        const base::RunId id(change.id);
        if (change.id.isEmpty()) {
            readWaiting();
            mayWantCancel = true;
        } else if (m_open.contains(id)) {
            mayWantCancel = true;
        } else if ((change.kind == store::ChangeKind::Inserted) != knows(id)) {
            fresh.append(id);
        }
    }
    if (!fresh.isEmpty()) {
        readSome(fresh);
    }
    if (mayWantCancel) {
        readCancelRequests();
    }
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
        m_turns.clear();
        m_held.clear();
        for (const domain::Run &run : *result) {
            take(run);
        }
        consider();
    });
}

void Dispatcher::readSome(const QList<base::RunId> &ids)
{
    base::onAnswer(this, m_store.runs().some(ids), [this](const base::Result<QList<domain::Run>> &result) {
        if (!m_running || !result) {
            return;
        }
        for (const domain::Run &run : *result) {
            leave(run.id);
            take(run);
        }
        consider();
    });
}

void Dispatcher::readCancelRequests()
{
    base::onAnswer(this, m_store.runs().cancelRequests(),
                   [this](const base::Result<QMap<base::RunId, QString>> &result) {
                       if (!result) {
                           return;
                       }
                       for (auto it = result->constBegin(); it != result->constEnd(); ++it) {
                           Q_EMIT cancelWanted(it.key(), u"cancelled by %1"_s.arg(it.value()));
                       }
                   });
}

void Dispatcher::take(const domain::Run &run)
{
    const bool waits = run.status == domain::RunStatus::Queued || run.status == domain::RunStatus::Held;
    const bool ours =
        m_scope == Scope::Everything || (run.trigger == domain::TriggerKind::Manual && run.queuedAt >= m_since);
    if (!m_running || !waits || !ours || m_open.contains(run.id) || knows(run.id)) {
        return;
    }
    if (run.status == domain::RunStatus::Held) {
        m_held.put(run);
        return;
    }
    const Turn turn(run.queuedAt, run.plannedFor.value_or(run.queuedAt), run.id.text());
    m_waiting.emplace(turn, run);
    m_turns.insert(run.id, turn);
}

void Dispatcher::leave(const base::RunId &id)
{
    m_held.remove(id);
    const auto turn = m_turns.constFind(id);
    if (turn != m_turns.constEnd()) {
        m_waiting.erase(*turn);
        m_turns.erase(turn);
    }
}

/// The row is what counts: only what the store has as queued takes its turn.
void Dispatcher::releaseDue(const QList<base::RunId> &ids)
{
    base::onAnswer(this, m_store.runs().releaseDue(ids, m_clock.now()),
                   [this](const base::Result<QList<domain::Run>> &result) {
                       if (!result) {
                           m_again.start();
                           return;
                       }
                       for (const domain::Run &run : *result) {
                           leave(run.id);
                       }
                       add(*result);
                   });
}

void Dispatcher::considerSoon()
{
    m_soon.start(0);
}

int Dispatcher::workingNow() const
{
    return static_cast<int>(std::count_if(m_open.begin(), m_open.end(), [](const Open &open) { return open.working; }));
}

void Dispatcher::consider()
{
    m_soon.stop();
    QHash<base::AutomationId, int> queued;
    Spacing spacing = spacingNow();
    domain::Surroundings around;
    around.now = m_clock.now();
    around.runningEverywhere = workingNow();
    around.globalLimit = m_limit;
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend();) {
        // A copy and the step first, because a verdict may take the run out of the queue.
        const domain::Run run = (it++)->second;
        around.queuedBefore = queued.value(run.automationId);
        around.runningHere = m_openHere.value(run.automationId);
        if (considerOne(run, around, spacing)) {
            ++around.runningEverywhere;
        } else if (m_turns.contains(run.id)) {
            ++queued[run.automationId];
        }
    }
}

/// True if the run was started. `spacing` is that of this round: several that are held get a time each.
bool Dispatcher::considerOne(const domain::Run &run, domain::Surroundings around, Spacing &spacing)
{
    const domain::Automation *automation = m_book.find(run.automationId);
    if (!automation) {
        drop(run.id, domain::RunStatus::Cancelled, u"the automation was deleted"_s);
        return false;
    }
    const base::Seconds apart(automation->catchUpSpacingSeconds);
    if (run.caughtUp && apart.count() > 0 && spacing.contains(run.automationId)) {
        around.catchUpFrom = spacing.value(run.automationId);
    }
    const domain::Admission admission = domain::admit(run, *automation, around);
    switch (admission.verdict) {
    case domain::Verdict::Start:
        if (run.caughtUp) {
            spacing[run.automationId] = m_spacing[run.automationId] = around.now + apart;
        }
        begin(run);
        return true;
    case domain::Verdict::Hold:
        spacing[run.automationId] = admission.until + apart;
        hold(run, admission);
        return false;
    case domain::Verdict::Skip:
        drop(run.id, domain::RunStatus::Skipped, admission.reason);
        return false;
    case domain::Verdict::ReplaceFirst:
        replaceOthers(run);
        [[fallthrough]];
    case domain::Verdict::Wait:
        domain::Run &kept = m_waiting.at(m_turns.value(run.id));
        if (kept.reason != admission.reason) {
            kept.reason = admission.reason;
            m_store.runs().explain(run.id, admission.reason);
        }
        return false;
    }
    Q_UNREACHABLE();
}

/// What has passed has no say any more; nor has a clock that was ahead when it was noted.
Dispatcher::Spacing Dispatcher::spacingNow()
{
    const base::Instant now = m_clock.now();
    for (auto it = m_spacing.begin(); it != m_spacing.end();) {
        const domain::Automation *automation = m_book.find(it.key());
        if (!automation || *it <= now) {
            it = m_spacing.erase(it);
        } else {
            *it = std::min(*it, now + base::Seconds(automation->catchUpSpacingSeconds));
            ++it;
        }
    }
    return m_spacing;
}

void Dispatcher::replaceOthers(const domain::Run &run)
{
    for (auto it = m_open.constBegin(); it != m_open.constEnd(); ++it) {
        if (it->automation == run.automationId && it->working) {
            Q_EMIT cancelWanted(it.key(), u"replaced by %1"_s.arg(run.id.text()));
        }
    }
}

void Dispatcher::hold(const domain::Run &run, const domain::Admission &admission)
{
    leave(run.id);
    base::onAnswer(this, m_store.runs().hold(run.id, admission.until, admission.reason),
                   [this](const base::Result<domain::Run> &result) {
                       if (result) {
                           add({*result});
                       } else if (result.error().code == base::ErrorCode::Unavailable) {
                           m_again.start();
                       }
                   });
}

void Dispatcher::drop(const base::RunId &id, domain::RunStatus as, const QString &reason)
{
    leave(id);
    base::onAnswer(this, m_store.runs().drop(id, as, reason), [this](const base::Result<domain::Run> &result) {
        if (!result && result.error().code == base::ErrorCode::Unavailable) {
            m_again.start();
        }
    });
}

void Dispatcher::begin(const domain::Run &run)
{
    leave(run.id);
    m_open.insert(run.id, {run.automationId, true});
    ++m_openHere[run.automationId];
    base::onAnswer(this, m_store.runs().start(run.id, m_engine),
                   [this, id = run.id](const base::Result<domain::Run> &result) {
                       if (result) {
                           const domain::Automation *automation = m_book.find(result->automationId);
                           if (automation) {
                               Q_EMIT admitted(*result, *automation);
                               return;
                           }
                           m_store.runs().finish(
                               id, {.status = domain::RunStatus::Cancelled, .reason = u"the automation was deleted"_s});
                       }
                       settled(id);
                       if (!result && result.error().code != base::ErrorCode::Conflict &&
                           result.error().code != base::ErrorCode::NotFound) {
                           qCWarning(logEngine, "run %s could not be started: %s", qUtf8Printable(id.text()),
                                     qUtf8Printable(result.error().message()));
                           m_again.start();
                       }
                   });
}

void Dispatcher::workEnded(const base::RunId &id)
{
    const auto open = m_open.find(id);
    if (open != m_open.end()) {
        open->working = false;
        considerSoon();
    }
}

void Dispatcher::settled(const base::RunId &id)
{
    const auto open = m_open.constFind(id);
    if (open == m_open.constEnd()) {
        return;
    }
    if (--m_openHere[open->automation] == 0) {
        m_openHere.remove(open->automation);
    }
    m_open.erase(open);
    considerSoon();
}

} // namespace engine
