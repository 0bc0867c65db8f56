// SPDX-License-Identifier: Apache-2.0
// Every run and every slot that was skipped, newest first, with how it ended and why. The table holds what has been
// scrolled to; the rest is read as it is needed.
#pragma once

#include "models/runmodel.h"
#include "ui/look/look.h"
#include "ui/runs/runverbs.h"
#include "ui/shell/pane.h"

namespace ui {

class FilterControl;
class FilterNote;
class PaneBody;
class PaneHeader;
class RunActions;
class RunInspector;
class TableColumns;
class TableView;
class ViewKeeper;

class RunsPane : public Pane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit RunsPane(const Context &context, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QWidget *inspector() override;
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

    /// Only its runs.
    void showRunsOf(const base::AutomationId &automation);
    /// Selects it as soon as it is read.
    void select(const base::RunId &run);
    /// Sets the filter, for views and links: `status:failed`.
    void setFilter(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildTable();
    void connectModel();
    void connectVerbs();
    void applyFilter();
    void showState();
    void showCount();
    void followSelection();
    void openContextMenu(const QPoint &place);
    void exportRows();
    QList<domain::Run> chosen() const;

    const Context &m_context;
    models::RunModel m_model;
    RunVerbs m_verbs;
    RunActions *m_actions;
    PaneHeader *m_header;
    FilterNote *m_note;
    TableView *m_table;
    PaneBody *m_body;
    FilterControl *m_filter;
    TableColumns *m_columns = nullptr;
    ViewKeeper *m_keeper = nullptr;
    RunInspector *m_inspector; ///< Belongs to whoever shows it; until then to the pane.
    std::optional<base::Error> m_error;
    bool m_asked = true; ///< The answer to the current filter is still to come.
};

} // namespace ui
