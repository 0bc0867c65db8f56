// SPDX-License-Identifier: Apache-2.0
// A strip beside the scroll bar with a tick for every place that was found, the whole log to scale. A click goes there.
#pragma once

#include "app/search/lineset.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

/// Pure: the rows of a strip of `height` pixels that have a tick, for `found` among `lines` lines.
QList<int> stripTicks(const search::LineSet &found, qint64 lines, int height);

class MatchStrip : public QWidget
{
    Q_OBJECT

public:
    explicit MatchStrip(const Look &look, QWidget *parent = nullptr);
    /// `current` is a line, or -1.
    void setMatches(const search::LineSet &found, qint64 lines, qint64 current);
    /// Lines that somebody marked, of as many as setMatches() said.
    void setMarks(const search::LineSet &marked, qint64 lines);

Q_SIGNALS:
    void lineWanted(qint64 line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const Look &m_look;
    search::LineSet m_found;
    search::LineSet m_marked;
    qint64 m_lines = 0;
    qint64 m_current = -1;
};

} // namespace ui
