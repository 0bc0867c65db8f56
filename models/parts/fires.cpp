// SPDX-License-Identifier: Apache-2.0
#include "models/parts/fires.h"

#include <algorithm>

namespace models {

namespace {

/// The first due time after an instant. A slot that is past may still be due later, by its jitter.
std::optional<base::Instant> nextDue(const domain::SlotFinder &finder, const base::AutomationId &id,
                                     base::Instant after)
{
    std::optional<base::Instant> slot = finder.next(after - base::Seconds(finder.schedule().jitterSeconds));
    while (slot) {
        const base::Instant due = finder.dueAt(*slot, id);
        if (due > after) {
            return due;
        }
        slot = finder.next(*slot);
    }
    return std::nullopt;
}

} // namespace

Fires::Fires(const domain::Automation &automation) : m_automation(automation.id)
{
    if (automation.paused || automation.triggers.isEmpty()) {
        return;
    }
    std::vector<domain::SlotFinder> finders;
    for (const domain::Trigger &trigger : automation.triggers) {
        const auto *schedule = std::get_if<domain::Schedule>(&trigger);
        if (!schedule) {
            continue;
        }
        if (auto finder = domain::SlotFinder::make(*schedule, automation.createdAt)) {
            finders.push_back(*std::move(finder));
        }
    }
    m_finders = std::make_shared<const std::vector<domain::SlotFinder>>(std::move(finders));
}

std::optional<base::Instant> Fires::next(base::Instant after) const
{
    std::optional<base::Instant> earliest;
    if (m_finders) {
        for (const domain::SlotFinder &finder : *m_finders) {
            const std::optional<base::Instant> due = nextDue(finder, m_automation, after);
            if (due && (!earliest || *due < *earliest)) {
                earliest = due;
            }
        }
    }
    return earliest;
}

QList<base::Instant> Fires::following(base::Instant after, int count) const
{
    QList<base::Instant> fires;
    std::optional<base::Instant> due = next(after);
    while (due && fires.size() < count) {
        fires.append(*due);
        due = next(*due);
    }
    return fires;
}

} // namespace models
