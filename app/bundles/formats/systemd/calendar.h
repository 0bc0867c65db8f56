// SPDX-License-Identifier: Apache-2.0
// A calendar expression of systemd (OnCalendar=), as its manual documents it: taken apart, enumerated, and told as a
// cron expression of ours. Pure.
#pragma once

#include "app/bundles/transfer/firecheck.h"
#include "app/domain/zone.h"

namespace bundles {

struct CalendarTimes
{
    quint8 weekdays = 0;    ///< Bit 0 is Sunday; 0 is every day.
    std::vector<int> years; ///< In order; empty is every year.
    quint32 months = 0;     ///< Bit 1 is January; 0 is every month.
    quint32 days = 0;       ///< Bit 1 is the 1st; 0 is every day.
    bool fromEnd = false;   ///< Days count from the last of the month, which is 1.
    quint32 hours = 0;
    quint64 minutes = 0;
    quint64 seconds = 0;
    QString zone;                    ///< As it is named in the expression, or empty.
    std::optional<base::Instant> at; ///< `@1800000000`: this once.
};

/// Invalid says what can't be read.
base::Result<CalendarTimes> calendarTimes(const QString &expression);

/// When systemd fires it: a time that a clock change leaves out does not, one that comes twice does so once.
FireTimes calendarFireTimes(const CalendarTimes &times, const domain::Zone &zone);

/// A cron expression that both agree on.
QString cronOf(const CalendarTimes &times);

} // namespace bundles
