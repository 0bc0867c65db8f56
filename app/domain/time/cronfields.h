// SPDX-License-Identifier: Apache-2.0
// A cron expression taken apart, before it becomes masks: what was written in each field and where. The search works on
// the masks, the explanation on this.
#pragma once

#include "app/base/result.h"

#include <QString>
#include <QStringView>
#include <QVarLengthArray>

#include <array>

namespace domain {

enum class CronUnit { Second, Minute, Hour, DayOfMonth, Month, DayOfWeek, Year };
inline constexpr int cronUnitCount = 7;

/// `day_of_month` and so on, as errors name it.
QString cronUnitName(CronUnit unit);

/// One element of a list.
struct CronTerm
{
    enum class Kind {
        All,            ///< `*`, `?`; with a step it is a Range.
        Value,          ///< `first`
        Range,          ///< `first`…`last`, every `step`; `*/2` is the full range
        LastDay,        ///< `L`, `L-3`: `first` days before the last of the month
        NearestWeekday, ///< `15W`: `first` is the day
        LastWeekday,    ///< `LW`
        NthWeekday,     ///< `5#3`: the `last`-th weekday `first` of the month
        LastOfWeekday,  ///< `5#L`, `5L`: the last weekday `first` of the month
    };
    Kind kind = Kind::All;
    int first = 0;
    int last = 0;
    int step = 1;
};

struct CronField
{
    QStringView text;       ///< As written; of a field left out, its default.
    qsizetype position = 0; ///< Of its first character in the expression.
    QVarLengthArray<CronTerm, 4> terms;

    /// A bare `*` or `?`. `*/2` is not.
    bool isUnrestricted() const { return terms.size() == 1 && terms.front().kind == CronTerm::Kind::All; }
};

struct CronFields
{
    std::array<CronField, cronUnitCount> fields;
    bool withSeconds = false;
    bool bothDays = false; ///< `+`: both day fields must match.
    bool reboot = false;   ///< `@reboot`: no times at all; the fields are empty.

    const CronField &operator[](CronUnit unit) const { return fields[size_t(unit)]; }
    CronField &operator[](CronUnit unit) { return fields[size_t(unit)]; }
};

/// The views in the answer point into `expression` and end with it. Errors are Invalid; `field` is a unit's name, or
/// `cron` for the whole, `position` counts from the front of `expression`.
base::Result<CronFields> readCron(QStringView expression);

} // namespace domain
