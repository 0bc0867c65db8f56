// SPDX-License-Identifier: Apache-2.0
// What a forecast needs to know of a store, read in one transaction so that it fits together.
#pragma once

#include "app/base/result.h"
#include "app/domain/forecast.h"

#include <QFuture>

namespace store {

class Desk;

/// The verb may be called from any thread; its future is finished on a thread of the store.
class Forecasts
{
public:
    explicit Forecasts(Desk &desk) : m_desk(desk) {}

    /// Automations by name, what was learned of their durations, open runs, the machine's limit, whether everything is
    /// paused. The span is the caller's to set. Durations are learned from the newest runs that are done, looking back
    /// a bounded way.
    QFuture<base::Result<domain::ForecastInput>> input() const;

private:
    Desk &m_desk;
};

} // namespace store
