// SPDX-License-Identifier: Apache-2.0
// Which automations follow which, by triggers of type `after`: what an automation follows, and whether automations
// would start each other for ever.
#pragma once

#include "app/domain/automation.h"

#include <QHash>

namespace domain {

/// The automations whose runs it follows, each once.
QList<base::AutomationId> followedBy(const Automation &automation);

/// By follower: what it follows.
using Following = QHash<base::AutomationId, QList<base::AutomationId>>;

/// From `start` along what it follows back to itself, both ends included, in the order in which they would start;
/// empty where it does not come back.
QList<base::AutomationId> cycleThrough(const Following &following, const base::AutomationId &start);

} // namespace domain
