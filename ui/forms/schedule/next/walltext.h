// SPDX-License-Identifier: Apache-2.0
// What the wall clock of a zone shows, and how times of it are written. Pure.
#pragma once

#include "app/domain/zone.h"

#include <QDateTime>
#include <QString>

namespace ui {

/// For formatting only: the clock of the zone, without changes of its own.
QDateTime wallClock(domain::LocalTime wall);
QDateTime wallClock(base::Instant at, const domain::Zone &zone);

/// `02:30`, with seconds where there are some.
QString wallTime(const QDateTime &wall);
/// `Fri 23 Oct 02:30`
QString wallDayAndTime(const QDateTime &wall);

} // namespace ui
