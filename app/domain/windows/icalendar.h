// SPDX-License-Identifier: Apache-2.0
// Reads the events of an iCalendar file (RFC 5545) as maintenance windows: holidays, change freezes. What can't be said
// as a window is named, never guessed. Pure.
#pragma once

#include "app/domain/windows/maintenance.h"

#include <QByteArray>

namespace domain {

struct ReadCalendar
{
    QList<MaintenanceWindow> windows; ///< They block everything; whoever reads them says for whom and how.
    QStringList leftOut;              ///< A line for each event that is no window, with why.
};

inline constexpr qsizetype mostEvents = 5000;
inline constexpr qsizetype largestCalendar = 4 * 1024 * 1024;

/// Whether a file says of itself that it is one.
bool looksLikeCalendar(const QByteArray &file);
/// Invalid where it is none, or too large. Events that repeat each day, week, month or year at plain times become
/// recurring windows; of a date and no time they last whole days.
base::Result<ReadCalendar> readCalendar(const QByteArray &file);

} // namespace domain
