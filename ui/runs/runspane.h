// SPDX-License-Identifier: Apache-2.0
// Every run and every slot that was skipped, newest first, with how it ended and why. The table holds what has been
// scrolled to; the rest is read as it is needed.
#pragma once

#include "models/runmodel.h"
#include "ui/panes/tablepane.h"
#include "ui/runs/runverbs.h"

namespace ui {

class RunActions;
class RunInspector;

class RunsPane : public TablePane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit RunsPane(const Context &context, QWidget *parent = nullptr);

    void fillMenu(QMenu *menu) override;
    /// Only its runs.
    void showRunsOf(const base::AutomationId &automation);
    /// Selects it as soon as it is read.
    void select(const base::RunId &run);
    /// The same, also where the filter hides it or nobody scrolled so far: then only it is shown.
    void showRun(const base::RunId &run);

protected:
    QList<QAction *> rowVerbs() const override;
    void followSelection() override;
    void open(int row) override;
    void applyFilter() override;
    void retry() override;
    void showState() override;
    void showEmpty() override;
    QString exportedText(int rows) const override;

private:
    static Plan plan();
    void buildHeader();
    void buildTable();
    void connectModel();
    void connectVerbs();
    void showCount();
    QList<domain::Run> chosen() const;

    models::RunModel m_model;
    RunVerbs m_verbs;
    RunActions *m_actions;
    RunInspector *m_inspector;
    bool m_asked = true; ///< The answer to the current filter is still to come.
};

} // namespace ui
