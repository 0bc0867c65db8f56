// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/nexttimes.h"

#include "models/times.h"

#include <QLocale>
#include <QPainter>

#include <array>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString offsetText(base::Seconds offset)
{
    const qint64 minutes = std::abs(offset.count()) / 60;
    return u"%1%2:%3"_s.arg(offset.count() < 0 ? u"-"_s : u"+"_s)
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

/// The wall clock of the zone, for formatting only.
QDateTime wallClock(domain::LocalTime local)
{
    return QDateTime::fromMSecsSinceEpoch(local.time_since_epoch().count(), Qt::UTC);
}

QString timeText(const QDateTime &wall)
{
    return wall.time().second() == 0 ? wall.toString(u"HH:mm"_s) : wall.toString(u"HH:mm:ss"_s);
}

QString changeText(base::Seconds by)
{
    const QString howFar = models::durationWords(std::chrono::abs(base::Millis(by)));
    return by.count() < 0 ? NextTimesList::tr("clocks went back %1").arg(howFar)
                          : NextTimesList::tr("clocks went forward %1").arg(howFar);
}

QString markOf(const domain::Zone &zone, base::Instant at, base::Seconds change)
{
    const domain::WallMatch match = zone.fromLocal(zone.toLocal(at));
    const QString time = timeText(wallClock(zone.toLocal(at)));
    if (match.kind == domain::WallMatch::Kind::Twice)
        return (at == match.first ? NextTimesList::tr("first of two %1") : NextTimesList::tr("second of two %1"))
            .arg(time);
    return change.count() == 0 ? QString() : changeText(change);
}

} // namespace

QList<NextTime> nextTimes(const domain::SlotFinder &finder, base::Instant now, int count)
{
    QList<NextTime> times;
    const domain::Zone &zone = finder.zone();
    base::Instant before = now;
    for (int i = 0; i < count; ++i) {
        const std::optional<base::Instant> at = finder.next(before);
        if (!at)
            break;
        const QDateTime wall = wallClock(zone.toLocal(*at));
        const bool thisYear = wall.date().year() == wallClock(zone.toLocal(now)).date().year();
        const base::Seconds change = zone.offsetAt(*at) - zone.offsetAt(before);
        times.append({QLocale().toString(wall.date(), thisYear ? u"ddd d MMM"_s : u"ddd d MMM yyyy"_s), timeText(wall),
                      offsetText(zone.offsetAt(*at)), models::distance(*at, now), markOf(zone, *at, change)});
        before = *at;
    }
    return times;
}

NextTimesList::NextTimesList(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"nextTimes"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NextTimesList::setTimes(const QList<NextTime> &times)
{
    m_times = times;
    QStringList spoken;
    for (const NextTime &time : times)
        spoken.append(u"%1 %2, %3 %4"_s.arg(time.day, time.time, time.distance, time.mark).trimmed());
    setAccessibleName(spoken.join(u'\n'));
    updateGeometry();
    update();
}

int NextTimesList::rowHeight() const
{
    return QFontMetrics(m_look.font(TypeRole::Body)).height() + 5;
}

QSize NextTimesList::sizeHint() const
{
    return {400, rowHeight() * int(m_times.size())};
}

void NextTimesList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_look.font(TypeRole::Body));
    const QFontMetrics metrics = painter.fontMetrics();
    const auto widest = [&](QString NextTime::*text, int least) {
        int width = least;
        for (const NextTime &time : std::as_const(m_times))
            width = std::max(width, metrics.horizontalAdvance(time.*text) + 18);
        return width;
    };
    struct Column
    {
        QString NextTime::*text;
        Colour ink;
        int width;
    };
    const std::array columns{Column{&NextTime::day, Colour::TextPrimary, widest(&NextTime::day, 88)},
                             Column{&NextTime::time, Colour::TextPrimary, widest(&NextTime::time, 56)},
                             Column{&NextTime::offset, Colour::TextTertiary, widest(&NextTime::offset, 74)},
                             Column{&NextTime::distance, Colour::TextSecondary, widest(&NextTime::distance, 118)}};
    const auto placed = [&](int x, int y, int width) {
        return style()->visualRect(layoutDirection(), rect(), QRect(x, y, width, rowHeight()));
    };
    int y = 0;
    for (const NextTime &time : std::as_const(m_times)) {
        int x = 0;
        for (const Column &column : columns) {
            painter.setPen(m_look.colour(column.ink));
            painter.drawText(placed(x, y, column.width), Qt::AlignVCenter | Qt::AlignLeft, time.*column.text);
            x += column.width;
        }
        if (!time.mark.isEmpty()) {
            const QColor ink = m_look.family(Family::Late).text;
            m_look.icons().paint(painter, placed(x, y, 14).adjusted(0, (rowHeight() - 14) / 2, 0, 0), u"clock-change",
                                 ink);
            painter.setPen(ink);
            painter.drawText(placed(x + 20, y, width() - x - 20), Qt::AlignVCenter | Qt::AlignLeft, time.mark);
        }
        y += rowHeight();
    }
}

} // namespace ui
