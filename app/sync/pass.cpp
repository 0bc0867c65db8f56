// SPDX-License-Identifier: Apache-2.0
#include "app/sync/pass.h"

#include "app/sync/accountlook.h"
#include "app/sync/approvallook.h"
#include "app/sync/automationlook.h"
#include "app/sync/outboxpush.h"
#include "app/sync/runlook.h"
#include "app/sync/windowlook.h"

namespace syncing {

Pass::Pass(Session &session, Depth depth) : m_session(session)
{
    m_result.depth = depth;
}

Pass::~Pass() = default;

template <typename Kind> void Pass::run(std::unique_ptr<Kind> step, const std::function<void(const Kind &)> &then)
{
    Kind *const running = step.get();
    m_step = std::move(step);
    connect(running, &Step::finished, this, [this, running, then](const base::Status &status) {
        m_step.release()->deleteLater();
        m_push = nullptr;
        if (status) {
            then(*running);
        } else {
            finish(status);
        }
    });
    running->start();
}

void Pass::start()
{
    if (m_session.factsKnown) {
        lookAtAutomations();
    } else {
        lookAtAccount();
    }
}

void Pass::lookAtAccount()
{
    run<AccountLook>(std::make_unique<AccountLook>(m_session), [this](const AccountLook &) { lookAtAutomations(); });
}

void Pass::lookAtAutomations()
{
    if (m_result.depth != Depth::Full || !m_session.can(domain::Capability::List)) {
        lookAtWindows();
        return;
    }
    run<AutomationLook>(std::make_unique<AutomationLook>(m_session),
                        [this](const AutomationLook &) { lookAtWindows(); });
}

void Pass::lookAtWindows()
{
    if (m_result.depth != Depth::Full || !m_session.can(domain::Capability::Windows)) {
        lookAtRuns();
        return;
    }
    run<WindowLook>(std::make_unique<WindowLook>(m_session), [this](const WindowLook &) { lookAtRuns(); });
}

void Pass::lookAtRuns()
{
    if (m_result.depth == Depth::Push) {
        push();
        return;
    }
    run<RunLook>(std::make_unique<RunLook>(m_session), [this](const RunLook &look) {
        m_result.somethingRuns = look.somethingRuns();
        m_result.somethingNew = look.somethingNew();
        lookAtApprovals();
    });
}

void Pass::lookAtApprovals()
{
    // Each request is about a run, and goes with it.
    if (!m_result.somethingRuns || !m_session.can(domain::Capability::Approvals)) {
        push();
        return;
    }
    run<ApprovalLook>(std::make_unique<ApprovalLook>(m_session), [this](const ApprovalLook &) { push(); });
}

void Pass::push()
{
    const Looked looked{.automations = m_result.depth == Depth::Full, .runs = m_result.depth != Depth::Push};
    auto step = std::make_unique<OutboxPush>(m_session, looked);
    OutboxPush *const pushing = step.get();
    m_push = pushing;
    run<OutboxPush>(std::move(step), [this](const OutboxPush &done) {
        m_result.somethingRuns = m_result.somethingRuns || done.startedRuns();
        m_result.wantsLook = done.wantsLook();
        m_result.dueAt = done.dueAt();
        finish({});
    });
}

void Pass::endSoon()
{
    if (m_push) {
        m_push->endSoon();
        return;
    }
    m_step.reset();
    finish(base::Error{
        .code = base::ErrorCode::Cancelled, .context = {}, .detail = QStringLiteral("it was called off"), .field = {}});
}

void Pass::finish(const base::Status &status)
{
    m_result.status = status;
    // Whatever failed while something was sent: it is looked for.
    m_result.wantsLook = m_result.wantsLook || !status;
    Q_EMIT finished(m_result);
}

} // namespace syncing
