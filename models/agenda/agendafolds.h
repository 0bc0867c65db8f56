// SPDX-License-Identifier: Apache-2.0
// Which slots are told as one row: those of an automation that comes every minute or oftener, hour by hour of the wall
// clock. Pure.
#pragma once

#include "app/domain/forecast.h"
#include "app/domain/zone.h"

namespace models {

class Folds
{
public:
    /// `slots` by due time; `automations` is how many there are.
    Folds(const QList<const domain::ForecastSlot *> &slots, qsizetype automations);

    /// The fold that a slot belongs to, by its place among the slots; empty where it stands for itself.
    std::optional<int> of(qsizetype place) const;

private:
    struct Hour
    {
        std::chrono::hours at{-1};
        int slots = 0;
        bool dense = false; ///< Two of its slots are a minute or less apart.
        base::Instant last;
    };
    void add(const domain::ForecastSlot &slot);

    domain::Zone m_here;
    QList<int> m_open; ///< The last hour of each automation; -1 where it has none yet.
    QList<Hour> m_hours;
    QList<int> m_hourOf; ///< Of each slot.
};

} // namespace models
