// SPDX-License-Identifier: Apache-2.0
// Draws the parts of a timeline: marks of runs by their state, bands of windows, lines of time.
#pragma once

#include "models/overview/overview.h"
#include "ui/look/look.h"
#include "ui/overview/timelinescale.h"

class QPainter;

namespace ui {

class TimelinePainter
{
public:
    TimelinePainter(QPainter &painter, const Look &look, const TimelineScale &scale)
        : m_painter(painter), m_look(look), m_scale(scale)
    {
    }

    void lines(const QList<TimelineTick> &ticks, const QRect &area);
    /// The labels of lines, on `row`; none where now has its own.
    void labels(const QList<TimelineTick> &ticks, const QRect &row, base::Instant now);
    void band(const domain::Window &window, const QRect &row);
    /// The edge of a band and its name, before it where it does not fit; none where another name is.
    void bandName(const domain::Window &window, const QRect &row);
    void marks(const QList<models::OverviewMark> &marks, const QRect &row, base::Instant now);
    void nowLine(base::Instant now, const QRect &area);
    void nowLabel(base::Instant now, const QRect &row);

private:
    void mark(const models::OverviewMark &mark, const QRect &row, base::Instant now);
    void bar(const models::OverviewMark &mark, const QRectF &place, base::Instant now);
    Family familyOf(domain::WindowEffect effect) const;

    QPainter &m_painter;
    const Look &m_look;
    const TimelineScale &m_scale;
    QList<QRectF> m_named; ///< Where names of bands are.
};

/// States that stand as their glyph, not as a bar.
bool isTimelineGlyph(const models::OverviewMark &mark);

} // namespace ui
