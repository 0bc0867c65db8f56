// SPDX-License-Identifier: Apache-2.0
// Workspaces that forecasts are tried on: intervals from a fixed moment, and automations that take a known time.
#pragma once

#include "app/domain/forecast.h"

namespace test {

inline const base::Instant firstMoment{std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)};

inline domain::Schedule every(qint64 period, qint64 first = 0)
{
    domain::Schedule schedule;
    schedule.everySeconds = period;
    schedule.anchor = firstMoment + base::Seconds(first);
    schedule.timezone = QStringLiteral("UTC");
    return schedule;
}

/// Adds an automation; its runs take `lasts`.
inline domain::Automation &add(domain::ForecastInput &input, const domain::Schedule &schedule,
                               base::Millis lasts = base::Seconds(5))
{
    domain::Automation automation;
    automation.id = base::AutomationId(QStringLiteral("auto_%1").arg(input.automations.size()));
    automation.triggers = {schedule};
    input.automations.append(automation);
    input.durations.insert(automation.id, lasts);
    return input.automations.last();
}

inline domain::ForecastInput span(base::Millis length)
{
    domain::ForecastInput input;
    input.from = firstMoment;
    input.to = firstMoment + length;
    return input;
}

inline domain::Window window(domain::WindowEffect effect, base::Seconds from, base::Seconds to)
{
    domain::Window window;
    window.name = QStringLiteral("w");
    window.spans = {{firstMoment + from, firstMoment + to}};
    window.scope.everything = true;
    window.effect = effect;
    return window;
}

} // namespace test
