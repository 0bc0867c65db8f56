// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/next/walltext.h"

#include "models/times.h"

#include <QLocale>

namespace ui {

using namespace Qt::StringLiterals;

QDateTime wallClock(domain::LocalTime wall)
{
    return QDateTime::fromMSecsSinceEpoch(wall.time_since_epoch().count(), Qt::UTC);
}

QDateTime wallClock(base::Instant at, const domain::Zone &zone)
{
    return wallClock(zone.toLocal(at));
}

QString wallTime(const QDateTime &wall)
{
    return wall.time().toString(wall.time().second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

QString wallDayAndTime(const QDateTime &wall)
{
    return QLocale().toString(wall.date(), u"ddd "_s) + models::dayText(wall.date()) + u' ' + wallTime(wall);
}

} // namespace ui
