// SPDX-License-Identifier: Apache-2.0
#include "app/engine/approvals/approvalgate.h"

#include "app/base/answer.h"
#include "app/domain/approvals/subject.h"
#include "app/engine/log.h"

#include <algorithm>

namespace engine {

namespace {

constexpr base::Millis afterFailure{2000};

bool willPass(const base::Error &error)
{
    return error.code != base::ErrorCode::Conflict && error.code != base::ErrorCode::NotFound;
}

} // namespace

ApprovalGate::ApprovalGate(store::Store &store, const base::Clock &clock, std::unique_ptr<Alarm> alarm,
                           WindowDemands windows)
    : m_store(store), m_clock(clock), m_alarm(std::move(alarm)), m_windows(std::move(windows))
{
    m_again.setSingleShot(true);
    m_again.setInterval(afterFailure);
    connect(&m_again, &QTimer::timeout, this, &ApprovalGate::expire);
    connect(m_alarm.get(), &Alarm::due, this, &ApprovalGate::expire);
    connect(m_alarm.get(), &Alarm::clockStepped, this, &ApprovalGate::expire);
    connect(&m_store, &store::Store::changed, this, &ApprovalGate::onChanges, Qt::QueuedConnection);
}

void ApprovalGate::start()
{
    m_running = true;
    expire();
}

void ApprovalGate::stop()
{
    m_running = false;
    m_again.stop();
    m_alarm->arm(std::nullopt);
}

bool ApprovalGate::stops(const domain::Run &run, const domain::Automation &automation)
{
    const domain::WindowDemand window = m_windows ? m_windows(automation, m_clock.now()) : domain::WindowDemand{};
    if (!domain::neededApproval(automation.approval, run, window)) {
        return false;
    }
    if (run.approvedDigest == domain::approvalDigest(domain::definitionDigest(automation), run.arguments)) {
        return false;
    }
    if (!m_asking.contains(run.id)) {
        ask(run.id, window);
    }
    return true;
}

void ApprovalGate::ask(const base::RunId &run, const domain::WindowDemand &window)
{
    m_asking.insert(run);
    base::onAnswer(this, m_store.approvals().ask(run, window), [this, run](const base::Result<domain::Run> &result) {
        m_asking.remove(run);
        if (result) {
            Q_EMIT answered(*result);
        } else if (willPass(result.error())) {
            qCWarning(logEngine, "nobody could be asked about run %s: %s", qUtf8Printable(run.text()),
                      qUtf8Printable(result.error().message()));
            Q_EMIT failed();
        }
    });
}

void ApprovalGate::onChanges(const store::Changes &changes)
{
    const bool ours = std::any_of(changes.begin(), changes.end(),
                                  [](const store::Change &change) { return change.table == store::Table::Approvals; });
    if (m_running && ours) {
        base::onAnswer(this, m_store.approvals().nextExpiry(),
                       [this](const base::Result<std::optional<base::Instant>> &next) { arm(next); });
    }
}

void ApprovalGate::expire()
{
    if (m_running) {
        base::onAnswer(this, m_store.approvals().expireDue(),
                       [this](const base::Result<std::optional<base::Instant>> &next) { arm(next); });
    }
}

void ApprovalGate::arm(const base::Result<std::optional<base::Instant>> &next)
{
    if (!m_running) {
        return;
    }
    if (next) {
        m_alarm->arm(*next);
    } else {
        qCWarning(logEngine, "requests for approval could not be ended: %s", qUtf8Printable(next.error().message()));
        m_again.start();
    }
}

} // namespace engine
