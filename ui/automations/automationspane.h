// SPDX-License-Identifier: Apache-2.0
// Everything that can run, in one table: what state it is in, when it ran and when it fires next; and the verbs for one
// or many of them.
#pragma once

#include "models/automationfilter.h"
#include "ui/automations/automationverbs.h"
#include "ui/automations/codeimport.h"
#include "ui/panes/tablepane.h"

namespace ui {

class AutomationActions;
class AutomationInspector;

class AutomationsPane : public TablePane
{
    Q_OBJECT

public:
    /// `context` and `model` must outlive the pane.
    AutomationsPane(const Context &context, models::AutomationModel &model, QWidget *parent = nullptr);

    void fillMenu(QMenu *menu) override;
    void saveState() override;
    void restoreState() override;

    /// Selects it, and shows it whatever the filter says.
    void select(const base::AutomationId &id);

protected:
    QList<QAction *> rowVerbs() const override;
    void followSelection() override;
    /// The log of its last run.
    void open(int row) override;
    void applyFilter() override;
    void retry() override;
    void showState() override;
    void showEmpty() override;
    QString exportedText(int rows) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static Plan plan();
    void buildHeader();
    void buildMore();
    void connectModel();
    void connectVerbs();
    QWidget *makeInspector();
    void publish();
    void showCount();
    QList<QAction *> importVerbs() const;
    ChosenAutomations chosen() const;
    const models::AutomationRow &rowAt(int row) const;

    models::AutomationModel &m_model;
    models::AutomationFilter m_rows;
    AutomationVerbs m_verbs;
    CodeImport m_import;
    AutomationActions *m_actions;
    QWidget *m_pauseButton = nullptr;
    AutomationInspector *m_inspector = nullptr; ///< Once it can be seen.
};

} // namespace ui
