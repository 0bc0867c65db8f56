// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/deeds.h"

#include "app/providers/posthog/taskdeeds.h"

#include <algorithm>

namespace providers::posthog {

const QList<Deed> &deeds()
{
    static const QList<Deed> all = taskDeeds() + runDeeds() + logDeeds() + agentDeeds() + automationDeeds();
    return all;
}

const Deed *deedNamed(const QString &name)
{
    const auto found =
        std::find_if(deeds().begin(), deeds().end(), [&name](const Deed &deed) { return deed.action.name == name; });
    return found == deeds().end() ? nullptr : &*found;
}

} // namespace providers::posthog
