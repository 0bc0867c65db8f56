// SPDX-License-Identifier: Apache-2.0
// The calendar as one painted widget: windows as blocks over the hours of days, or in the days of a month. A span is
// drawn with the mouse, a block dragged and resized; only what is seen is painted.
#pragma once

#include "ui/look/look.h"
#include "ui/maintenance/calendarlayout.h"

#include <QAbstractScrollArea>

namespace ui {

class CalendarView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    CalendarView(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);

    void setData(const models::CalendarData &fresh);
    void setMode(CalendarMode mode);
    CalendarMode mode() const { return m_mode; }
    /// One of the days that are shown.
    void setDay(QDate day);
    QDate day() const { return m_day; }
    const CalendarLayout &calendar() const { return m_layout; }

    const QList<models::CalendarBlock> &blocks() const { return m_data.blocks; }
    /// -1 where none is.
    int chosen() const { return m_chosen; }
    const models::CalendarBlock *chosenBlock() const;
    /// The occurrence of a window that is open, or the next one that is shown.
    void choose(const QString &window);
    /// Where a block is drawn; empty where it is not seen.
    QRectF rectOf(int block) const;
    void scrollToHour(int hour);

Q_SIGNALS:
    void blockChosen();
    /// By Return or a double click on a block.
    void opened();
    void removeWanted();
    /// A span was drawn.
    void drawn(const domain::WindowSpan &span);
    /// A block was put there.
    void moved(int block, const domain::WindowSpan &span);
    /// Other days are shown.
    void spanChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Draw, Move, Begin, End };

    void layOut();
    qreal scrolled() const;
    QList<CalendarPiece> pieces() const;
    const CalendarPiece *pieceAt(const QList<CalendarPiece> &pieces, const QPointF &place) const;
    Drag dragFor(const CalendarPiece &piece, const QPointF &place) const;
    domain::WindowSpan dragged(const QPointF &place) const;
    void takeChosen(int block);
    void describe();

    const Look &m_look;
    const base::Clock &m_clock;
    models::CalendarData m_data;
    CalendarMode m_mode = CalendarMode::Week;
    QDate m_day;
    CalendarLayout m_layout;
    int m_chosen = -1;
    Drag m_drag = Drag::None;
    int m_grabbed = -1;
    QPointF m_pressed;
    bool m_dragging = false; ///< It went farther than a hand trembles.
    domain::WindowSpan m_ghost;
};

} // namespace ui
