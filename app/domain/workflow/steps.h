// SPDX-License-Identifier: Apache-2.0
// The steps of a workflow: each runs an automation, after others of them or at once.
#pragma once

#include "app/domain/input/arguments.h"
#include "app/domain/trigger.h"

namespace domain {

/// An edge: the step before it, and which of its ends let this way be taken.
struct StepAfter
{
    QString step;
    AfterOn on = AfterOn::Success; ///< Any: also where the step before was never started.

    friend bool operator==(const StepAfter &, const StepAfter &) = default;
};

struct Step
{
    QString id; ///< Unique in its workflow: letters, digits, `-` and `_`.
    base::AutomationId automation;
    /// What the automation is given. What it asks for besides comes from the results of the steps before.
    ArgumentValues arguments;
    QList<StepAfter> after; ///< Every one of them must be over, and its way taken; empty starts at once.

    friend bool operator==(const Step &, const Step &) = default;
};

using Steps = QList<Step>;

inline constexpr qsizetype mostSteps = 200;

/// From 1 to mostSteps steps that reach an end. Invalid names what is wrong inside the list: `[2].after[0].step`.
base::Result<Steps> stepsFromJson(const QJsonValue &json);
QJsonArray toJson(const Steps &steps);

/// Of the steps of `params`, in the order in which they first occur; empty where there are none.
QList<base::AutomationId> automationsOf(const QJsonObject &params);

} // namespace domain
