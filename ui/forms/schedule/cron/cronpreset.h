// SPDX-License-Identifier: Apache-2.0
// The everyday shapes of a schedule and the cron expressions they stand for. What fits no shape is a free expression;
// nothing is rounded to one.
#pragma once

#include <QString>

#include <array>
#include <bitset>
#include <optional>

namespace ui {

struct CronPreset
{
    enum class Shape {
        Minutes,  ///< Every `every` minutes of the hour.
        Hours,    ///< Every `every` hours of the day, at `minute`.
        Daily,    ///< At `hour`:`minute`, likewise below.
        Weekdays, ///< Monday to Friday.
        Weekly,   ///< On `days`.
        Monthly,  ///< On `day`.
        LastDay,  ///< Of each month.
    };
    Shape shape = Shape::Daily;
    int every = 1;
    int hour = 9;
    int minute = 0;
    std::bitset<7> days; ///< From Monday.
    int day = 1;         ///< 1 to 31.

    friend bool operator==(const CronPreset &, const CronPreset &) = default;
};

/// The steps after which an hour, or a day, begins anew without a shorter stretch before it.
inline constexpr std::array minuteSteps{1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30};
inline constexpr std::array hourSteps{1, 2, 3, 4, 6, 8, 12};

/// Weekly without a day has no expression: empty.
QString cronOf(const CronPreset &preset);
/// The shape that means exactly the same; empty where there is none. What the shape does not have keeps its default.
std::optional<CronPreset> presetOf(const QString &cron);

} // namespace ui
