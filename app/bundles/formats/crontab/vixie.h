// SPDX-License-Identifier: Apache-2.0
// Five fields as cron itself reads them, and when it runs them: its rule for the two day fields, and what it does when
// the clock changes. Pure.
#pragma once

#include "app/bundles/transfer/firecheck.h"
#include "app/domain/zone.h"

#include <QStringList>

namespace bundles {

struct VixieTimes
{
    quint64 minutes = 0;
    quint32 hours = 0;
    quint32 days = 0;        ///< Bit 1 is the 1st.
    quint32 months = 0;      ///< Bit 1 is January.
    quint32 weekdays = 0;    ///< Bit 0 is Sunday.
    bool minuteStar = false; ///< The field begins with `*`; so do the following.
    bool hourStar = false;
    bool dayStar = false;
    bool weekdayStar = false;

    /// Such a line follows the clock; any other is a fixed time, made up for and not repeated when the clock changes.
    bool follows() const { return minuteStar || hourStar; }
    /// Where both day fields say something, either is enough; else both must fit.
    bool both() const { return dayStar || weekdayStar; }
};

/// `minute hour day month weekday`. Invalid says which field and what is wrong with it.
base::Result<VixieTimes> vixieTimes(const QStringList &fields);
/// The five fields for one of `@daily` and so on; empty for any other word.
QStringList fieldsOfWord(const QString &word);

/// When cron runs it.
FireTimes vixieFireTimes(const VixieTimes &times, const domain::Zone &zone);

/// The same times as an expression of ours; `fields` are kept as they are written where that means the same.
QString ourExpression(const VixieTimes &times, const QStringList &fields);

} // namespace bundles
