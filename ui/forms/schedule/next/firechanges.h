// SPDX-License-Identifier: Apache-2.0
// What saving changed schedules does to the times to come, over all of them together. Pure.
#pragma once

#include "app/domain/comparefires.h"

#include <QStringList>

#include <optional>

namespace ui {

/// One schedule as it is stored and as it is now; one of the two is missing where it was added or removed.
struct SchedulePair
{
    std::optional<domain::Schedule> before;
    std::optional<domain::Schedule> after;
};

/// Times in words, on the clocks of their schedules, in order of time.
struct ChangeInWords
{
    QStringList gained; ///< `Fri 23 Oct 02:30`
    QStringList lost;
    QStringList moved;   ///< `Fri 23 Oct 02:30 → 03:30`
    base::Instant until; ///< Compared up to here.
    bool more = false;   ///< That is not all of the span: there are too many times.

    bool isEmpty() const { return gained.isEmpty() && lost.isEmpty() && moved.isEmpty(); }
};

/// What several schedules have at the same time counts once. Bounded work: at most `span.limit` times of each schedule.
ChangeInWords changeInWords(const QList<SchedulePair> &pairs, const domain::FireSpan &span);

} // namespace ui
