// SPDX-License-Identifier: Apache-2.0
// Where everything of a calendar is: a pure function from days, blocks and a size to rectangles, and back from a place
// to a time. Days and hours are those of the system's zone.
#pragma once

#include "models/calendar/calendardata.h"

#include <QDate>
#include <QRectF>

namespace ui {

enum class CalendarMode { Day, Week, Month };

/// A part of a block, or of a month's day what has no room (`block` is -1, `more` how many).
struct CalendarPiece
{
    int block = 0;
    QRectF rect;
    bool begins = true; ///< The block begins here …
    bool ends = true;   ///< … and ends here; neither at the edge of a day or of what is shown.
    int more = 0;
};

class CalendarLayout
{
public:
    static constexpr int gutter = 52;
    static constexpr int header = 38;
    static constexpr int longRow = 30;
    static constexpr qreal leastHour = 27.75;
    static constexpr int chip = 20; ///< Height of a block in a month.

    CalendarLayout() = default;
    /// `day` is one of those that are shown.
    CalendarLayout(CalendarMode mode, QDate day, const QSizeF &size);

    CalendarMode mode() const { return m_mode; }
    QDate first() const { return m_first; }
    int days() const { return m_days; }
    QDate dayAt(int index) const { return m_first.addDays(index); }
    domain::WindowSpan span() const;
    qreal hourHeight() const { return m_hour; }
    /// Above the hours: the days' names, and what is longer than a day.
    qreal top() const { return header + (m_mode == CalendarMode::Month ? 0 : longRow); }
    /// Of the hours, from top() on.
    qreal contentHeight() const { return m_mode == CalendarMode::Month ? m_size.height() - top() : 24 * m_hour; }
    /// Of a day: with its head, or its cell in a month. `scrolled` is what of the hours is above.
    QRectF dayRect(int index, qreal scrolled = 0) const;
    /// The hour's rectangle in the column of a day.
    QRectF hourRect(int index, int hour, qreal scrolled) const;
    /// -1 outside of all.
    int dayIndexAt(const QPointF &place) const;
    /// To a quarter of an hour, in a month to the day; empty outside of the days.
    std::optional<base::Instant> timeAt(const QPointF &place, qreal scrolled) const;
    /// Of an instant in the column of its day.
    qreal yOf(base::Instant at, qreal scrolled) const;

    /// In the order in which they are painted.
    QList<CalendarPiece> pieces(const QList<models::CalendarBlock> &blocks, qreal scrolled) const;

private:
    void addHours(QList<CalendarPiece> &pieces, const domain::WindowSpan &span, int block, qreal scrolled) const;
    void addLong(QList<CalendarPiece> &pieces, const domain::WindowSpan &span, int block, int lane) const;
    QList<CalendarPiece> monthPieces(const QList<models::CalendarBlock> &blocks) const;

    CalendarMode m_mode = CalendarMode::Week;
    QDate m_first;
    int m_days = 7;
    QSizeF m_size;
    qreal m_hour = leastHour;
};

/// The begin of a local day.
base::Instant startOf(QDate day);
/// Longer than a day: it stands above the hours.
bool isLong(const domain::WindowSpan &span);

} // namespace ui
