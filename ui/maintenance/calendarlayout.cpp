// SPDX-License-Identifier: Apache-2.0
#include "ui/maintenance/calendarlayout.h"

#include "models/times.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int narrowWeek = 640; ///< Below this a week shows three days.
constexpr int monthDays = 42;
constexpr qreal indent = 0.22;
constexpr int mostIndents = 3;
constexpr int dayNumber = 24; ///< Height of a day's number in a month.
constexpr int mostLong = 1;   ///< Lanes above the hours.
constexpr int minutesADay = 24 * 60;

qreal minuteOf(base::Instant at)
{
    const QTime time = models::localTime(at).time();
    return time.hour() * 60 + time.minute() + time.second() / 60.0;
}

QDate weekBegin(QDate day)
{
    const int first = QLocale().firstDayOfWeek();
    return day.addDays(-((day.dayOfWeek() - first + 7) % 7));
}

} // namespace

base::Instant startOf(QDate day)
{
    return base::fromMillis(day.startOfDay().toMSecsSinceEpoch());
}

bool isLong(const domain::WindowSpan &span)
{
    return span.to - span.from > base::Seconds(86400);
}

CalendarLayout::CalendarLayout(CalendarMode mode, QDate day, const QSizeF &size) : m_mode(mode), m_size(size)
{
    switch (mode) {
    case CalendarMode::Day:
        m_days = 1;
        m_first = day;
        break;
    case CalendarMode::Week:
        m_days = size.width() < narrowWeek ? 3 : 7;
        m_first = m_days == 3 ? day : weekBegin(day);
        break;
    case CalendarMode::Month:
        m_days = monthDays;
        m_first = weekBegin(QDate(day.year(), day.month(), 1));
        break;
    }
    m_hour = std::max(leastHour, (size.height() - top()) / 24);
}

domain::WindowSpan CalendarLayout::span() const
{
    return {startOf(m_first), startOf(m_first.addDays(m_days))};
}

QRectF CalendarLayout::dayRect(int index, qreal scrolled) const
{
    if (m_mode == CalendarMode::Month) {
        const qreal width = m_size.width() / 7;
        const qreal height = contentHeight() / 6;
        return {width * (index % 7), top() + height * (index / 7), width, height};
    }
    const qreal width = (m_size.width() - gutter) / m_days;
    return {gutter + width * index, top() - scrolled, width, contentHeight()};
}

QRectF CalendarLayout::hourRect(int index, int hour, qreal scrolled) const
{
    const QRectF day = dayRect(index, scrolled);
    return {day.left(), day.top() + hour * m_hour, day.width(), m_hour};
}

int CalendarLayout::dayIndexAt(const QPointF &place) const
{
    for (int i = 0; i < m_days; ++i) {
        const QRectF day = dayRect(i);
        const bool inRow = m_mode != CalendarMode::Month || (place.y() >= day.top() && place.y() < day.bottom());
        if (place.x() >= day.left() && place.x() < day.right() && inRow) {
            return i;
        }
    }
    return -1;
}

std::optional<base::Instant> CalendarLayout::timeAt(const QPointF &place, qreal scrolled) const
{
    const int index = dayIndexAt(place);
    if (index < 0) {
        return std::nullopt;
    }
    if (m_mode == CalendarMode::Month) {
        return startOf(dayAt(index));
    }
    const qreal hours = (place.y() - top() + scrolled) / m_hour;
    const int minute = std::clamp(int(std::floor(hours * 4)) * 15, 0, minutesADay);
    if (minute == minutesADay) {
        return startOf(dayAt(index).addDays(1));
    }
    const QDateTime local(dayAt(index), QTime(minute / 60, minute % 60));
    return base::fromMillis(local.toMSecsSinceEpoch());
}

qreal CalendarLayout::yOf(base::Instant at, qreal scrolled) const
{
    return top() - scrolled + minuteOf(at) / 60 * m_hour;
}

void CalendarLayout::addHours(QList<CalendarPiece> &pieces, const domain::WindowSpan &span, int block,
                              qreal scrolled) const
{
    for (int i = 0; i < m_days; ++i) {
        const domain::WindowSpan day{startOf(dayAt(i)), startOf(dayAt(i + 1))};
        if (span.to <= day.from || span.from >= day.to) {
            continue;
        }
        CalendarPiece piece{.block = block, .begins = span.from >= day.from, .ends = span.to <= day.to};
        const QRectF whole = dayRect(i, scrolled);
        const qreal from = piece.begins ? yOf(span.from, scrolled) : whole.top();
        const qreal to = piece.ends && span.to < day.to ? yOf(span.to, scrolled) : whole.bottom();
        piece.rect = {whole.left() + 2, from, whole.width() - 14, std::max(to - from, 16.0)};
        int depth = 0;
        for (const CalendarPiece &other : std::as_const(pieces)) {
            depth += other.rect.intersects(piece.rect) ? 1 : 0;
        }
        piece.rect.setLeft(piece.rect.left() + indent * whole.width() * std::min(depth, mostIndents));
        pieces.append(piece);
    }
}

void CalendarLayout::addLong(QList<CalendarPiece> &pieces, const domain::WindowSpan &span, int block, int lane) const
{
    const domain::WindowSpan all = this->span();
    if (span.to <= all.from || span.from >= all.to || lane >= mostLong) {
        return;
    }
    const auto x = [this](base::Instant at) {
        const QDateTime local = models::localTime(at);
        const int index = int(m_first.daysTo(local.date()));
        return dayRect(index).left() + dayRect(index).width() * minuteOf(at) / minutesADay;
    };
    CalendarPiece piece{.block = block, .begins = span.from >= all.from, .ends = span.to <= all.to};
    const qreal from = piece.begins ? x(span.from) : qreal(gutter);
    const qreal to = piece.ends ? x(span.to) : m_size.width();
    piece.rect = {from, header + 4.0, std::max(to - from, 8.0), longRow - 8.0};
    pieces.append(piece);
}

QList<CalendarPiece> CalendarLayout::pieces(const QList<models::CalendarBlock> &blocks, qreal scrolled) const
{
    if (m_mode == CalendarMode::Month) {
        return monthPieces(blocks);
    }
    QList<CalendarPiece> hours;
    QList<CalendarPiece> longer;
    base::Instant taken = base::Instant::min();
    for (int i = 0; i < blocks.size(); ++i) {
        const domain::WindowSpan &span = blocks.at(i).span;
        if (isLong(span)) {
            addLong(longer, span, i, span.from < taken ? mostLong : 0);
            taken = std::max(taken, span.to);
        } else {
            addHours(hours, span, i, scrolled);
        }
    }
    return hours + longer;
}

QList<CalendarPiece> CalendarLayout::monthPieces(const QList<models::CalendarBlock> &blocks) const
{
    QList<CalendarPiece> pieces;
    for (int day = 0; day < m_days; ++day) {
        const domain::WindowSpan that{startOf(dayAt(day)), startOf(dayAt(day + 1))};
        const QRectF cell = dayRect(day);
        QList<CalendarPiece> here;
        for (int i = 0; i < blocks.size(); ++i) {
            const domain::WindowSpan &span = blocks.at(i).span;
            if (span.from < that.to && span.to > that.from) {
                here.append({.block = i, .begins = span.from >= that.from, .ends = span.to <= that.to});
            }
        }
        const int room = std::max(0, int((cell.height() - dayNumber) / chip));
        const bool cut = here.size() > room;
        const int shown = cut ? std::max(0, room - 1) : int(here.size());
        for (int i = 0; i < shown; ++i) {
            here[i].rect = {cell.left() + 3, cell.top() + dayNumber + i * chip, cell.width() - 6, chip - 2.0};
            pieces.append(here.at(i));
        }
        if (cut && room > 0) {
            const QRectF rest(cell.left() + 3, cell.top() + dayNumber + shown * chip, cell.width() - 6, chip - 2.0);
            pieces.append({.block = -1, .rect = rest, .more = int(here.size()) - shown});
        }
    }
    return pieces;
}

} // namespace ui
