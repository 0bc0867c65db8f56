// SPDX-License-Identifier: Apache-2.0
// How far each schedule has been worked off. A schedule is known by its automation and the text of its JSON form, so
// that an edited schedule starts afresh and an untouched one goes on.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include <QFuture>
#include <QList>

namespace store {

class Desk;

struct SchedulePosition
{
    base::AutomationId automation;
    QString key;                ///< See scheduleKey() of the engine's scheduler.
    base::Instant plannedUntil; ///< Every slot up to here has its row.
};

class Schedules
{
public:
    explicit Schedules(Desk &desk) : m_desk(desk) {}

    QFuture<base::Result<QList<SchedulePosition>>> positions() const;

private:
    Desk &m_desk;
};

} // namespace store
