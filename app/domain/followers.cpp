// SPDX-License-Identifier: Apache-2.0
#include "app/domain/followers.h"

#include <QSet>

#include <algorithm>

namespace domain {

QList<base::AutomationId> followedBy(const Automation &automation)
{
    QList<base::AutomationId> followed;
    for (const Trigger &trigger : automation.triggers) {
        if (const auto *after = std::get_if<After>(&trigger); after && !followed.contains(after->automation)) {
            followed.append(after->automation);
        }
    }
    return followed;
}

QList<base::AutomationId> cycleThrough(const Following &following, const base::AutomationId &start)
{
    QHash<base::AutomationId, base::AutomationId> reachedFrom;
    QList<base::AutomationId> open{start};
    while (!open.isEmpty()) {
        const base::AutomationId at = open.takeFirst();
        const QList<base::AutomationId> next = following.value(at);
        for (const base::AutomationId &id : next) {
            if (reachedFrom.contains(id)) {
                continue;
            }
            reachedFrom.insert(id, at);
            if (id == start) {
                // Followed backwards it is the order of the starts.
                QList<base::AutomationId> cycle{start};
                for (base::AutomationId step = at; step != start; step = reachedFrom.value(step)) {
                    cycle.append(step);
                }
                cycle.append(start);
                return cycle;
            }
            open.append(id);
        }
    }
    return {};
}

} // namespace domain
