// SPDX-License-Identifier: Apache-2.0
// The logs that are open: a tab a run, or a window of its own for one that was detached. The window decides where the
// dock lies and whether it is shown.
#pragma once

#include "ui/log/logtab.h"
#include "ui/shell/pane.h"

#include <QWidget>

#include <memory>

class QStackedWidget;
class QTemporaryDir;

namespace ui {

class LogTabBar;
class LogWindow;

class LogDock : public QWidget
{
    Q_OBJECT

public:
    /// More than these are not kept as tabs; the one used longest ago goes.
    static constexpr int mostTabs = 12;

    explicit LogDock(const Context &context, QWidget *parent = nullptr);
    ~LogDock() override;

    /// Shows the log of a run, wherever it already is.
    void open(const base::RunId &run);
    /// The same, at a line (from 0).
    void openAt(const base::RunId &run, qint64 line);
    /// All open logs in a window, by time.
    void merge();
    /// In a window of their own. Two or more, but for finding, which begins with the first.
    void openTogether(const QList<domain::Run> &runs, LogsVerb verb);
    /// No tabs; detached logs do not count.
    bool isEmpty() const;
    int count() const;
    /// Null without tabs.
    LogTab *current() const;
    /// The current one, into a window of its own.
    void detach();
    void closeCurrent();
    void saveState();
    /// Opens what was open, detached ones as tabs.
    void restoreState();

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);
    void collapseWanted();
    /// A line was asked for from another window.
    void shownWanted();
    /// The last tab has gone.
    void emptied();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildRow();
    LogTab *makeTab(const base::RunId &run);
    void addTab(LogTab *tab);
    LogTab *tab(int index) const;
    int indexOf(const base::RunId &run) const;
    LogTab *find(const base::RunId &run) const;
    /// Of all logs that are open.
    QList<domain::Run> openRuns() const;
    void sweep(const domain::Run &from, const QList<domain::Run> &runs, const FindState &state);
    /// Takes it out of the tabs; it has no parent afterwards.
    LogTab *takeTab(int index);
    void closeTab(int index);
    /// Whoever has the desk now may not know of them.
    void closeHidden();
    void dropOldest();
    void showCurrent(int index);
    void caption(LogTab *tab);
    void dragOut(int index);
    void attach(LogWindow *window);

    Context m_context;
    LogTabBar *m_bar;
    QStackedWidget *m_pages;
    QList<base::RunId> m_used; ///< Tabs, the one used last at the end.
    QList<LogWindow *> m_windows;
    std::unique_ptr<QTemporaryDir> m_dragged; ///< Files of logs that were dragged out, while the program runs.
};

} // namespace ui
