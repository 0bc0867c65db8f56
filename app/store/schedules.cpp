// SPDX-License-Identifier: Apache-2.0
#include "app/store/schedules.h"

#include "app/store/desk.h"
#include "app/store/tables/scheduletable.h"

namespace store {

QFuture<base::Result<QList<SchedulePosition>>> Schedules::positions() const
{
    return m_desk.read([](Transaction &transaction) { return ScheduleTable(transaction.db()).all(); });
}

} // namespace store
