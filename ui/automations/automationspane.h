// SPDX-License-Identifier: Apache-2.0
// Everything that can run, in one table: what state it is in, when it ran and when it fires next; and the verbs for one
// or many of them.
#pragma once

#include "models/automationfilter.h"
#include "ui/automations/automationverbs.h"
#include "ui/look/look.h"
#include "ui/shell/pane.h"

namespace ui {

class AutomationActions;
class AutomationInspector;
class FilterControl;
class FilterNote;
class PaneBody;
class PaneHeader;
class TableColumns;
class TableView;
class ViewKeeper;

class AutomationsPane : public Pane
{
    Q_OBJECT

public:
    /// `context` and `model` must outlive the pane.
    AutomationsPane(const Context &context, models::AutomationModel &model, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QWidget *inspector() override;
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

    /// Selects it, and shows it whatever the filter says.
    void select(const base::AutomationId &id);
    /// Sets the filter, for views and links: `status:failing`.
    void setFilter(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildTable();
    void buildMore();
    void connectModel();
    void connectVerbs();
    void applyFilter();
    void showState();
    void showCount();
    void followSelection();
    void openLastLog(int row);
    void openContextMenu(const QPoint &place);
    void exportRows();
    ChosenAutomations chosen() const;
    const models::AutomationRow &rowAt(int row) const;

    const Context &m_context;
    models::AutomationModel &m_model;
    models::AutomationFilter m_rows;
    AutomationVerbs m_verbs;
    AutomationActions *m_actions;
    PaneHeader *m_header;
    FilterNote *m_note;
    TableView *m_table;
    PaneBody *m_body;
    FilterControl *m_filter;
    TableColumns *m_columns = nullptr;
    ViewKeeper *m_keeper = nullptr;
    QWidget *m_pauseButton = nullptr;
    AutomationInspector *m_inspector; ///< Belongs to whoever shows it; until then to the pane.
    std::optional<base::Error> m_error;
};

} // namespace ui
