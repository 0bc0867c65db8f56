// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendafolds.h"

namespace models {

namespace {

/// Fewer are sooner read one by one.
constexpr int leastFolded = 5;
constexpr base::Millis dense{60'000};

domain::Zone systemZone()
{
    const base::Result<domain::Zone> zone = domain::Zone::load({});
    return zone ? *zone : domain::Zone::utc();
}

} // namespace

Folds::Folds(const QList<const domain::ForecastSlot *> &slots, qsizetype automations)
    : m_here(systemZone()), m_open(automations, -1)
{
    m_hourOf.reserve(slots.size());
    for (const domain::ForecastSlot *slot : slots) {
        add(*slot);
    }
}

void Folds::add(const domain::ForecastSlot &slot)
{
    const auto at = std::chrono::floor<std::chrono::hours>(m_here.toLocal(slot.due()).time_since_epoch());
    int &open = m_open[slot.automation];
    if (open < 0 || m_hours[open].at != at) {
        open = static_cast<int>(m_hours.size());
        m_hours.append({.at = at, .last = slot.slot});
    } else {
        Hour &hour = m_hours[open];
        hour.dense = hour.dense || std::chrono::abs(slot.slot - hour.last) <= dense;
        hour.last = slot.slot;
    }
    ++m_hours[open].slots;
    m_hourOf.append(open);
}

std::optional<int> Folds::of(qsizetype place) const
{
    const int hour = m_hourOf[place];
    const bool folded = m_hours[hour].dense && m_hours[hour].slots >= leastFolded;
    return folded ? std::optional(hour) : std::nullopt;
}

} // namespace models
