// SPDX-License-Identifier: Apache-2.0
// When a maintenance window is open: its starts by wall time or cron, each as long as end − start on the wall clock,
// and what was changed of single occurrences by hand. Pure arithmetic over a zone.
#pragma once

#include "app/domain/windows/maintenance.h"

#include <QList>

namespace domain {

struct Occurrence
{
    std::optional<base::Instant> start; ///< When the rule has it begin; empty where it was opened by hand.
    WindowSpan span;
    bool changed = false; ///< Its span is not the one of the rule.

    friend bool operator==(const Occurrence &, const Occurrence &) = default;
};

/// No question is answered with more than so many; the earliest are kept.
inline constexpr qsizetype mostOccurrences = 100'000;

/// A window made ready to be asked often. Immutable; safe on every thread.
class WindowFinder
{
public:
    /// Invalid names the field where its zone or its expression can't be understood.
    static base::Result<WindowFinder> make(const MaintenanceWindow &window, Zones &zones);

    const MaintenanceWindow &window() const { return m_window; }
    const Zone &zone() const { return m_zone; }

    /// Those that are open some time in [from, to), by when they begin. A start that the clocks skip is at the end of
    /// the gap, a start that they pass twice in the first pass unless the cron expression says otherwise. An end they
    /// pass twice is the first one behind the start.
    QList<Occurrence> between(base::Instant from, base::Instant to) const;
    /// Open at an instant.
    QList<Occurrence> openAt(base::Instant at) const { return between(at, at + base::Millis(1)); }
    /// The first occurrence that begins strictly after an instant; empty when there is none any more.
    std::optional<Occurrence> next(base::Instant after) const;
    /// When an occurrence that begins then ends.
    base::Instant endOf(base::Instant start) const;
    /// For plans of [from, to).
    Window planned(base::Instant from, base::Instant to) const;

private:
    WindowFinder(MaintenanceWindow window, Zone zone, std::optional<Cron> cron);
    std::optional<base::Instant> nextRegular(base::Instant after) const;
    bool isException(base::Instant start) const;

    MaintenanceWindow m_window;
    Zone m_zone;
    std::optional<Cron> m_cron;
    base::Instant m_first; ///< `start`, as an instant.
};

/// The windows of a store for the plans of a span; those that can't be understood any more are left out.
QList<Window> plannedWindows(const QList<MaintenanceWindow> &windows, base::Instant from, base::Instant to);

/// The window as it is after each; `at` is now. Conflict where it is not open, or `until` is not ahead (Invalid).
base::Result<MaintenanceWindow> activated(const WindowFinder &finder, base::Instant at);
base::Result<MaintenanceWindow> deactivated(const WindowFinder &finder, base::Instant at);
base::Result<MaintenanceWindow> extended(const WindowFinder &finder, base::Instant at, base::Instant until);
/// One occurrence at another time: `start` is when the rule has it begin. An empty span takes it out. NotFound where
/// the rule has none then.
base::Result<MaintenanceWindow> moved(const WindowFinder &finder, base::Instant start, const WindowSpan &span);

/// The earliest instant from `from` on, on a full quarter of an hour, from which none of `busy` is open for `length`.
base::Instant nextFreeSlot(const QList<WindowSpan> &busy, base::Instant from, base::Millis length);

/// When the next blocking window for an automation begins that a run started at `now` is not expected to end before;
/// empty where it is. `longest` is the 95th percentile of what its runs take.
std::optional<base::Instant> wouldNotFinishBefore(const QList<Window> &windows, const Automation &automation,
                                                  base::Instant now, base::Millis longest);

} // namespace domain
