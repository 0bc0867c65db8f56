// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/log/matchstrip.h"

#include <QMouseEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickHeight = 2;
constexpr int currentHeight = 4;

} // namespace

QList<int> stripTicks(const search::LineSet &found, qint64 lines, int height)
{
    QList<int> rows;
    if (lines <= 0 || found.isEmpty())
        return rows;
    for (int row = 0; row < height; ++row) {
        // A log with fewer lines than pixels has several pixels a line: only the first of them gets the tick.
        const qint64 first = (lines * row + height - 1) / height;
        const qint64 end = (lines * (row + 1) + height - 1) / height;
        if (end > first && found.rank(end) > found.rank(first))
            rows.append(row);
    }
    return rows;
}

MatchStrip::MatchStrip(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"matchStrip"_s);
    setAccessibleName(tr("Places that were found"));
    setFixedWidth(look.size(Size::MatchStrip));
}

void MatchStrip::setMatches(const search::LineSet &found, qint64 lines, qint64 current)
{
    m_found = found;
    m_lines = lines;
    m_current = current;
    update();
}

void MatchStrip::setMarks(const search::LineSet &marked, qint64 lines)
{
    m_marked = marked;
    m_lines = lines;
    update();
}

void MatchStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::BgLog));
    const QColor tick = m_look.family(Family::Late).glyph;
    for (const int row : stripTicks(m_found, m_lines, height()))
        painter.fillRect(QRect(2, row, width() - 4, tickHeight), tick);
    for (const int row : stripTicks(m_marked, m_lines, height()))
        painter.fillRect(QRect(0, row, width(), tickHeight + 1), m_look.family(Family::Active).glyph);
    if (m_current >= 0 && m_lines > 0)
        painter.fillRect(QRect(0, int(m_current * height() / m_lines) - 1, width(), currentHeight),
                         m_look.colour(Colour::AccentFill));
}

void MatchStrip::mousePressEvent(QMouseEvent *event)
{
    const qint64 line = m_lines * qint64(event->position().y()) / std::max(1, height());
    // The nearest place that was found; without any there is nothing to go to.
    const search::LineSet &places = m_found.isEmpty() ? m_marked : m_found;
    const std::optional<qint64> after = places.after(line - 1);
    const std::optional<qint64> before = places.before(line);
    if (!after && !before)
        return;
    const bool later = after && (!before || *after - line <= line - *before);
    Q_EMIT lineWanted(later ? *after : *before);
}

} // namespace ui
