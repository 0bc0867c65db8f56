// SPDX-License-Identifier: Apache-2.0
// Several logs as one, by time, each run with a colour of its own; a run can be muted, or be the only one heard.
#pragma once

#include "ui/log/several/mergedsearch.h"
#include "ui/shell/context.h"
#include "ui/widgets/log/logview.h"

#include <QWidget>

class QToolButton;

namespace ui {

class MergedWindow : public QWidget
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed. `owner` is the window it comes and goes with.
    MergedWindow(const Context &context, const QList<domain::Run> &runs, QWidget *owner);
    LogView &view() { return *m_view; }

protected:
    /// The window's own Find filters its pane; here it means the logs.
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead(const QList<domain::Run> &runs);
    QWidget *makeLegend(const QList<domain::Run> &runs);
    QWidget *makeEntry(int log, const domain::Run &run);
    void mute();
    void solo(int log);

    Context m_context;
    MergedSource m_source;
    LogView *m_view;
    MergedSearch m_search;
    QList<QToolButton *> m_heard; ///< One a run, checked while its lines are shown.
};

} // namespace ui
