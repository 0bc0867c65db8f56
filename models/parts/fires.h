// SPDX-License-Identifier: Apache-2.0
// When an automation fires next, over all its triggers. Made once for each version, asked often.
#pragma once

#include "app/domain/automation.h"

#include <memory>
#include <optional>
#include <vector>

namespace models {

/// Cheap to copy. A trigger that can't be read never fires; an automation that is paused has no fires at all.
class Fires
{
public:
    Fires() = default;
    explicit Fires(const domain::Automation &automation);

    /// The first one after an instant, jitter counted; empty when there is none any more.
    std::optional<base::Instant> next(base::Instant after) const;
    /// The next `count` ones, ascending, each instant once.
    QList<base::Instant> following(base::Instant after, int count) const;

private:
    std::shared_ptr<const std::vector<domain::SlotFinder>> m_finders;
    base::AutomationId m_automation;
};

} // namespace models
