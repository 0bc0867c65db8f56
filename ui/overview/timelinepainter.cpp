// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/timelinepainter.h"

#include "models/parts/words.h"
#include "models/times.h"

#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using domain::RunStatus;

namespace {

constexpr double barHeight = 10;
constexpr double leastBar = 3;
constexpr double apart = 2;
constexpr double glyphSide = 12;
constexpr int bandEdge = 3;
constexpr int nowInset = 20;

} // namespace

bool isTimelineGlyph(const models::OverviewMark &mark)
{
    switch (mark.status) {
    case RunStatus::Done:
    case RunStatus::Running:
    case RunStatus::Queued:
        return false;
    default:
        return true;
    }
}

void TimelinePainter::lines(const QList<TimelineTick> &ticks, const QRect &area)
{
    m_painter.setPen(QPen(m_look.colour(Colour::BorderSubtle), 0));
    for (const TimelineTick &tick : ticks) {
        const double x = m_scale.x(tick.at);
        m_painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void TimelinePainter::labels(const QList<TimelineTick> &ticks, const QRect &row, base::Instant now)
{
    const double here = m_scale.x(now);
    m_painter.setFont(m_look.font(TypeRole::Caption));
    m_painter.setPen(m_look.colour(Colour::TextSecondary));
    for (const TimelineTick &tick : ticks) {
        const int x = int(m_scale.x(tick.at));
        const int width = m_painter.fontMetrics().horizontalAdvance(tick.label);
        const bool inside = x - width / 2 >= m_scale.left && x + width / 2 <= m_scale.left + m_scale.width;
        if (inside && std::abs(x - here) > width + nowInset)
            m_painter.drawText(QRect(x - width / 2, row.top(), width + 1, row.height()), Qt::AlignCenter, tick.label);
    }
}

Family TimelinePainter::familyOf(domain::WindowEffect effect) const
{
    switch (effect) {
    case domain::WindowEffect::Execute:
        return Family::Neutral;
    case domain::WindowEffect::Notify:
        return Family::Active;
    case domain::WindowEffect::Approve:
        return Family::Ask;
    case domain::WindowEffect::OnceAfter:
    case domain::WindowEffect::Skip:
        return Family::Window;
    }
    Q_UNREACHABLE();
}

void TimelinePainter::band(const domain::Window &window, const QRect &row)
{
    const FamilyColours &inks = m_look.family(familyOf(window.effect));
    for (const domain::WindowSpan &span : window.spans) {
        if (!m_scale.shows(span.from, span.to))
            continue;
        const QRectF place(QPointF(m_scale.x(span.from), row.top()), QPointF(m_scale.x(span.to), row.bottom() + 1));
        m_painter.fillRect(place, inks.tint);
        if (domain::isBlocking(window.effect))
            m_painter.fillRect(place, QBrush(inks.line, Qt::BDiagPattern));
    }
}

void TimelinePainter::bandName(const domain::Window &window, const QRect &row)
{
    m_painter.setFont(m_look.font(TypeRole::Caption));
    const int width = m_painter.fontMetrics().horizontalAdvance(window.name) + 8;
    for (const domain::WindowSpan &span : window.spans) {
        if (!m_scale.shows(span.from, span.to))
            continue;
        const double from = m_scale.x(span.from);
        const double to = m_scale.x(span.to);
        m_painter.fillRect(QRectF(from, row.top() + 3, bandEdge, row.height() - 6),
                           m_look.family(familyOf(window.effect)).glyph);
        const bool fits = to - from >= width + bandEdge;
        const QRectF text =
            fits ? QRectF(std::max<double>(from, m_scale.left) + bandEdge + 4, row.top(), width, row.height())
                 : QRectF(from - width, row.top(), width - 4, row.height());
        const bool taken = std::any_of(m_named.cbegin(), m_named.cend(),
                                       [&text](const QRectF &other) { return other.intersects(text); });
        if (taken)
            continue;
        m_named.append(text);
        m_painter.setPen(m_look.colour(Colour::TextPrimary));
        m_painter.drawText(text, (fits ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, window.name);
    }
}

void TimelinePainter::marks(const QList<models::OverviewMark> &marks, const QRect &row, base::Instant now)
{
    // Bars stand apart: one that would touch the one before is not drawn. What is wrong always is.
    double drawnTo = -1;
    for (const models::OverviewMark &one : marks) {
        const double from = m_scale.x(one.from);
        const bool glyph = isTimelineGlyph(one);
        if (m_scale.shows(one.from, one.to) && (glyph || from >= drawnTo + apart)) {
            mark(one, row, now);
            drawnTo = glyph ? drawnTo : std::max(m_scale.x(one.to), from + leastBar);
        }
    }
}

void TimelinePainter::mark(const models::OverviewMark &mark, const QRect &row, base::Instant now)
{
    const double x = m_scale.x(mark.from);
    const double middle = row.top() + row.height() / 2.0;
    if (isTimelineGlyph(mark)) {
        const QRectF place(x - glyphSide / 2, middle - glyphSide / 2, glyphSide, glyphSide);
        m_look.glyphs().paint(m_painter, place, models::statusKey(mark.status), m_look.colour(Colour::BgBase));
        return;
    }
    const double width = std::max(leastBar, m_scale.x(mark.to) - x);
    bar(mark, QRectF(x, middle - barHeight / 2, width, barHeight), now);
}

void TimelinePainter::bar(const models::OverviewMark &mark, const QRectF &place, base::Instant now)
{
    if (mark.planned) {
        m_painter.setPen(QPen(m_look.colour(Colour::BorderControl), 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1);
        return;
    }
    const QColor ink = m_look.glyphs().barColour(models::statusKey(mark.status));
    if (mark.status != RunStatus::Running) {
        m_painter.fillRect(place, ink);
        return;
    }
    // Filled as far as it got, a dashed rest up to its usual time.
    const double reached =
        std::clamp(m_scale.x(now), place.left() + leastBar, std::max(place.right(), place.left() + leastBar));
    m_painter.fillRect(QRectF(place.topLeft(), QPointF(reached, place.bottom())), ink);
    if (place.right() > reached + 1) {
        m_painter.setPen(QPen(ink, 1, Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(QPointF(reached, place.top()), place.bottomRight()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TimelinePainter::nowLine(base::Instant now, const QRect &area)
{
    if (m_scale.shows(now, now))
        m_painter.fillRect(QRectF(m_scale.x(now) - 1, area.top(), 2, area.height()),
                           m_look.colour(Colour::AccentFocus));
}

void TimelinePainter::nowLabel(base::Instant now, const QRect &row)
{
    if (!m_scale.shows(now, now))
        return;
    m_painter.setFont(m_look.font(TypeRole::Caption));
    const QString text = models::localTime(now).toString(u"HH:mm"_s);
    const int width = m_painter.fontMetrics().horizontalAdvance(text) + nowInset;
    const QRectF place(m_scale.x(now) - width / 2.0, row.top() + 2, width, row.height() - 4);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_look.colour(Colour::AccentFill));
    m_painter.drawRoundedRect(place, 4, 4);
    m_painter.setPen(m_look.colour(Colour::TextOnAccent));
    m_painter.drawText(place, Qt::AlignCenter, text);
}

} // namespace ui
