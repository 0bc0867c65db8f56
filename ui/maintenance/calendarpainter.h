// SPDX-License-Identifier: Apache-2.0
// Draws a calendar: grounds of days, hours, how much runs in each, the blocks of windows, and the line of now. Loops
// over what lies in the rectangle that is asked for.
#pragma once

#include "ui/look/look.h"
#include "ui/maintenance/calendarlayout.h"

namespace ui {

/// What is drawn, for the length of one paint event.
struct CalendarScene
{
    const Look &look;
    QPainter &painter;
    const CalendarLayout &layout;
    const models::CalendarData &data;
    base::Instant now;
    QDate day;
    qreal scrolled = 0;
    int chosen = -1;
    bool focused = false;
};

class CalendarPainter
{
public:
    CalendarPainter(const CalendarScene &scene, const QRectF &seen) : m_scene(scene), m_seen(seen) {}

    void paint(const QList<CalendarPiece> &pieces);
    /// What is being dragged, where it would be.
    void paintGhost(const models::CalendarBlock &block);

private:
    bool isMonth() const { return m_scene.layout.mode() == CalendarMode::Month; }
    void paintGrounds();
    void paintHours();
    void paintTraffic();
    void paintNow();
    void paintHead();
    void paintDayHead(int index);
    void paintMonthHead();
    void paintPiece(const CalendarPiece &piece);
    void paintBlock(const models::CalendarBlock &block, const CalendarPiece &piece, bool chosen);
    void paintWords(const models::CalendarBlock &block, const CalendarPiece &piece);
    QRectF uncovered(QRectF row, const CalendarPiece &piece) const;
    void paintHome(const QString &home, const QRectF &row);
    void paintChip(const models::CalendarBlock &block, const CalendarPiece &piece);
    void text(const QRectF &rect, const QString &words, TypeRole role, const QColor &ink,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
    void line(const QPointF &from, const QPointF &to, const QColor &ink);

    CalendarScene m_scene;
    QRectF m_seen;
    QList<CalendarPiece> m_pieces; ///< In the order in which they are painted.
};

/// The colours of what a window does.
Family familyOf(domain::WindowEffect effect);
/// The glyph or icon of it, in any rectangle.
void paintEffect(QPainter &painter, const Look &look, const QRectF &rect, domain::WindowEffect effect);

} // namespace ui
