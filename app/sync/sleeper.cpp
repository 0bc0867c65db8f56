// SPDX-License-Identifier: Apache-2.0
#include "app/sync/sleeper.h"

namespace syncing {

TimerSleeper::TimerSleeper() : m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Sleeper::woke);
}

} // namespace syncing
