// SPDX-License-Identifier: Apache-2.0
#include "app/domain/windows/standing.h"

#include "app/domain/reasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

bool isLonger(const WindowSpan &span, const WindowSpan &than)
{
    return span.to > than.to;
}

Admission held(const QString &reason, base::Instant until)
{
    return {.verdict = Verdict::Hold, .reason = reason, .until = until, .what = HeldFor::Window};
}

std::optional<Admission> manualAdmission(const WindowStanding &windows, const Automation &automation, base::Instant now)
{
    const std::optional<OpenSpan> open = windows.aboutManual(automation, now);
    if (!open || windows.window(open->window).manualRuns != ManualRuns::Block) {
        return std::nullopt;
    }
    return held(reason::manualHeldByWindow(windows.window(open->window).name), open->span.to);
}

/// A slot that was missed in a window that blocked it is not made up for behind the window's back.
bool wasBlocked(const WindowStanding &windows, const Run &run, const Automation &automation, QString *name)
{
    const std::optional<OpenSpan> then =
        run.caughtUp && run.plannedFor ? windows.strictest(automation, *run.plannedFor) : std::nullopt;
    if (!then || windows.window(then->window).effect() != WindowEffect::Skip) {
        return false;
    }
    *name = windows.window(then->window).name;
    return true;
}

} // namespace

WindowStanding::WindowStanding(const QList<MaintenanceWindow> &windows)
{
    Zones zones;
    for (const MaintenanceWindow &window : windows) {
        base::Result<WindowFinder> finder = WindowFinder::make(window, zones);
        if (finder) {
            m_finders.push_back(*std::move(finder));
            m_scopes.push_back(window.whom());
        } else {
            m_unreadable.append(window.name);
        }
    }
}

const QList<OpenSpan> &WindowStanding::openAt(base::Instant at) const
{
    if (m_valid.contains(at)) {
        return m_open;
    }
    m_open.clear();
    base::Instant until = base::Instant::max();
    for (size_t i = 0; i < m_finders.size(); ++i) {
        std::optional<WindowSpan> whole;
        for (const Occurrence &occurrence : m_finders[i].openAt(at)) {
            whole =
                whole ? WindowSpan{std::min(whole->from, occurrence.span.from), std::max(whole->to, occurrence.span.to)}
                      : occurrence.span;
            until = std::min(until, occurrence.span.to);
        }
        if (whole) {
            m_open.append({qsizetype(i), *whole});
        }
        if (const std::optional<Occurrence> next = m_finders[i].next(at)) {
            until = std::min(until, next->span.from);
        }
    }
    m_valid = {at, until};
    return m_open;
}

std::optional<base::Instant> WindowStanding::nextEdge(base::Instant after) const
{
    openAt(after);
    return m_valid.to == base::Instant::max() ? std::nullopt : std::optional(m_valid.to);
}

std::optional<OpenSpan> WindowStanding::strictest(const Automation &automation, base::Instant at) const
{
    std::optional<OpenSpan> best;
    for (const OpenSpan &open : openAt(at)) {
        if (!includes(open.window, automation)) {
            continue;
        }
        const WindowEffect effect = window(open.window).effect();
        const WindowEffect before = best ? window(best->window).effect() : WindowEffect::Execute;
        if (!best || effect > before || (effect == before && isLonger(open.span, best->span))) {
            best = open;
        }
    }
    return best;
}

std::optional<OpenSpan> WindowStanding::aboutManual(const Automation &automation, base::Instant at) const
{
    std::optional<OpenSpan> best;
    ManualRuns most = ManualRuns::Allow;
    for (const OpenSpan &open : openAt(at)) {
        const ManualRuns says = window(open.window).manualRuns;
        const bool more = says > most || (best && says == most && isLonger(open.span, best->span));
        if (more && includes(open.window, automation)) {
            best = open;
            most = says;
        }
    }
    return best;
}

bool WindowStanding::isMuted(const Automation &automation, base::Instant at) const
{
    const QList<OpenSpan> &open = openAt(at);
    return std::any_of(open.begin(), open.end(), [&](const OpenSpan &one) {
        return window(one.window).muteNotifications && includes(one.window, automation);
    });
}

std::optional<Admission> windowAdmission(const WindowStanding &windows, const Run &run, const Automation &automation,
                                         base::Instant now, SlotHeld slotHeld)
{
    const bool exempt = windows.isEmpty() || !run.overrideReason.isEmpty() || isBetweenAttempts(run) ||
                        run.trigger == TriggerKind::Workflow;
    if (exempt) {
        return std::nullopt;
    }
    if (run.trigger == TriggerKind::Manual) {
        return manualAdmission(windows, automation, now);
    }
    QString name;
    if (wasBlocked(windows, run, automation, &name)) {
        return Admission{Verdict::Skip, reason::blockedByWindow(name)};
    }
    const std::optional<OpenSpan> open = windows.strictest(automation, now);
    if (!open) {
        return std::nullopt;
    }
    name = windows.window(open->window).name;
    switch (windows.window(open->window).effect()) {
    case WindowEffect::Execute:
    case WindowEffect::Notify:
        return std::nullopt;
    case WindowEffect::Approve:
        if (!run.approvedDigest.isEmpty()) {
            return std::nullopt;
        }
        return held(reason::windowAsksFirst(name), open->span.to);
    case WindowEffect::OnceAfter:
        if (slotHeld == SlotHeld::No) {
            return held(reason::heldByWindow(name), open->span.to);
        }
        [[fallthrough]];
    case WindowEffect::Skip:
        return Admission{Verdict::Skip, reason::blockedByWindow(name)};
    }
    Q_UNREACHABLE();
}

} // namespace domain
