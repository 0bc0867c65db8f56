// SPDX-License-Identifier: Apache-2.0
#include "app/domain/window.h"

#include "app/domain/automation.h"

#include <algorithm>

namespace domain {

bool WindowScope::includes(const Automation &automation) const
{
    if (spared.contains(automation.id)) {
        return false;
    }
    return everything || automations.contains(automation.id) ||
           (!automation.connectionId.isEmpty() && connections.contains(automation.connectionId)) ||
           std::any_of(tags.begin(), tags.end(), [&](const QString &tag) { return automation.tags.contains(tag); });
}

bool Window::isOpenAt(base::Instant at) const
{
    return std::any_of(spans.begin(), spans.end(), [at](const WindowSpan &span) { return span.contains(at); });
}

std::optional<qsizetype> strictestWindow(const QList<Window> &windows, const Automation &automation, base::Instant at)
{
    std::optional<qsizetype> strictest;
    for (qsizetype i = 0; i < windows.size(); ++i) {
        const Window &window = windows[i];
        const bool stricter = !strictest || window.effect > windows[*strictest].effect;
        if (stricter && window.isOpenAt(at) && window.scope.includes(automation)) {
            strictest = i;
        }
    }
    return strictest;
}

} // namespace domain
