// SPDX-License-Identifier: Apache-2.0
// Finding in one log: reads the bar, lets the model search, marks what it found in the view, and walks from one place
// to the next.
#pragma once

#include "models/logfind.h"
#include "ui/log/find/findbar.h"
#include "ui/log/find/matchingsource.h"
#include "ui/widgets/log/logview.h"
#include "ui/widgets/log/matchstrip.h"

namespace ui {

class LogSearch : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Look &look;
        store::Store &store;
        models::LogModel &model;
        LogModelSource &source;
        LogView &view;
    };
    /// All of them must outlive it.
    explicit LogSearch(const Parts &parts, QObject *parent = nullptr);

    /// Hidden until open(); whoever lays out the tab owns it.
    FindBar *bar() const { return m_bar; }
    bool isOpen() const { return m_open; }
    void open();
    void close();
    void next();
    void previous();
    /// From 0; -1: at none.
    qint64 currentLine() const { return m_current; }
    /// Shows and marks a line, whatever was found.
    void jumpTo(qint64 line);
    /// Lines for the strip beside the scroll bar, which is there while there are any.
    void setMarkedLines(const search::LineSet &lines);
    /// The log's line of a row of the view, and back.
    qint64 lineOf(qint64 row) const;
    qint64 rowOf(qint64 line) const;
    /// Only these lines from now on, whatever is found; nothing: all again.
    void showOnly(const std::optional<search::LineSet> &lines);
    /// lineOf() as the rows are now, to be asked later; empty while all lines are shown.
    std::function<qint64(qint64 row)> rows() const;
    /// The marked line while it is in sight; else the one above the first in sight.
    qint64 placeToGoOnFrom() const;

Q_SIGNALS:
    void opened(bool open);

private:
    void wire();
    void look();
    void show();
    void showCount();
    void showFilter();
    void goTo(qint64 line);
    void showStrip();
    QList<LogMatch> matches(qint64 row, const QString &text) const;

    LogModelSource &m_source;
    models::LogModel &m_model;
    LogView &m_view;
    models::LogFind m_find;
    MatchingSource m_matching;
    FindBar *m_bar;
    MatchStrip *m_strip;
    search::LineSet m_marked;
    std::optional<search::LineSet> m_only;
    qint64 m_current = -1;
    qint64 m_origin = 0; ///< The first place from here on is the one to begin at.
    bool m_open = false;
    bool m_filtered = false;
};

} // namespace ui
