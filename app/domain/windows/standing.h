// SPDX-License-Identifier: Apache-2.0
// The windows of a store while time goes on: which are open, when that changes next, and what they say about a run that
// wants to start.
#pragma once

#include "app/domain/admission.h"
#include "app/domain/windows/occurrences.h"

#include <vector>

namespace domain {

/// A window that is open.
struct OpenSpan
{
    qsizetype window = 0; ///< Index in WindowStanding::windows().
    WindowSpan span;      ///< Of several occurrences at once, the whole.
};

/// Not for several threads at once: it remembers what it found out.
class WindowStanding
{
public:
    WindowStanding() = default;
    /// Those that can't be understood any more are left out; see unreadable().
    explicit WindowStanding(const QList<MaintenanceWindow> &windows);

    bool isEmpty() const { return m_finders.empty(); }
    qsizetype size() const { return qsizetype(m_finders.size()); }
    const MaintenanceWindow &window(qsizetype index) const { return m_finders[size_t(index)].window(); }
    const QStringList &unreadable() const { return m_unreadable; }
    bool includes(qsizetype index, const Automation &automation) const
    {
        return m_scopes[size_t(index)].includes(automation);
    }

    /// Cheap while nothing opens or closes between two questions.
    const QList<OpenSpan> &openAt(base::Instant at) const;
    /// When a window opens or closes next, after an instant.
    std::optional<base::Instant> nextEdge(base::Instant after) const;

    /// The strictest open one for scheduled and triggered runs of an automation, the longest of equals.
    std::optional<OpenSpan> strictest(const Automation &automation, base::Instant at) const;
    /// The one that has most to say about manual runs: blocking before warning; none where all allow.
    std::optional<OpenSpan> aboutManual(const Automation &automation, base::Instant at) const;
    /// Whether nobody is to be told of runs of an automation.
    bool isMuted(const Automation &automation, base::Instant at) const;

private:
    std::vector<WindowFinder> m_finders;
    std::vector<WindowScope> m_scopes;
    QStringList m_unreadable;
    mutable QList<OpenSpan> m_open;
    mutable WindowSpan m_valid{base::Instant::max(), base::Instant::min()}; ///< For when m_open was found out.
};

/// Whether a slot of the same automation is held already, for one window or another.
enum class SlotHeld { No, Yes };

/// What the windows say about a run that wants to start; nothing where they let it. Steps go with their workflow, and
/// attempts after the first one with that.
std::optional<Admission> windowAdmission(const WindowStanding &windows, const Run &run, const Automation &automation,
                                         base::Instant now, SlotHeld held);

} // namespace domain
