// SPDX-License-Identifier: Apache-2.0
// A pane that is a head with a filter over a table: what all of them do alike. Each of them adds a model, columns,
// verbs, an inspector, and what it says.
#pragma once

#include "models/filter.h"
#include "ui/panes/filtercontrol.h"
#include "ui/panes/tablecolumns.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"

#include <optional>

class QAbstractItemModel;
class QVBoxLayout;

namespace ui {

class PaneBody;
class PaneHeader;
class ViewKeeper;

class TablePane : public Pane
{
    Q_OBJECT

public:
    QString key() const override { return m_plan.key; }
    QString title() const override { return m_plan.title; }
    QString iconName() const override { return m_plan.icon; }
    QWidget *inspector() override { return m_inspector; }
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

    /// Sets the filter, for views and links: `status:failed`.
    void setFilter(const QString &text);

protected:
    /// What the pane is called, and how its filter is used. Texts are translated.
    struct Plan
    {
        QString key;
        QString title;
        QString icon;
        models::FilterScope scope = models::FilterScope::Runs;
        QList<FilterState> states;
        QString filterHint; ///< Shown where there is room for it.
    };
    /// `context` must outlive the pane.
    TablePane(const Context &context, Plan plan, QWidget *parent);

    /// These are called once, by the constructor of the pane itself. The model outlives the pane's widgets.
    void setModel(QAbstractItemModel &model, const QList<ColumnPlan> &columns);
    /// Belongs to whoever shows it; until then to the pane.
    void setInspector(QWidget *inspector);
    /// For the menu of the head: which columns there are, and the table as a file.
    void addColumnsVerb(QMenu &more);
    void addExportVerb(QMenu &more);

    const Context &context() const { return m_context; }
    PaneHeader &header() const { return *m_header; }
    TableView &table() const { return *m_table; }
    PaneBody &body() const { return *m_body; }
    FilterControl &filter() const { return *m_filter; }
    ViewKeeper &keeper() const { return *m_keeper; }
    QVBoxLayout &column() const { return *m_column; }

    /// Those that are selected.
    QList<int> chosenRows() const;
    void setError(const std::optional<base::Error> &error);
    bool hasError() const { return m_error.has_value(); }
    struct Content
    {
        QString failure;  ///< The strong line when it could not be read.
        bool any = false; ///< Something was read, if not now then before; the filter may hide all of it.
        bool loading = false;
    };
    /// Rows, or what stands in their place.
    void showContent(const Content &content);

    /// In the order of menus.
    virtual QList<QAction *> rowVerbs() const = 0;
    virtual void followSelection() = 0;
    /// By Return or a double click.
    virtual void open(int row) = 0;
    virtual void applyFilter() = 0;
    /// Reads again, after an error.
    virtual void retry() = 0;
    /// Count and content, after anything has changed.
    virtual void showState() = 0;
    /// Nothing is there, or the filter hides it.
    virtual void showEmpty() = 0;
    /// What is said when so many rows were exported.
    virtual QString exportedText(int rows) const = 0;

    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void openContextMenu(const QPoint &place);
    void exportRows();

    const Context &m_context;
    Plan m_plan;
    PaneHeader *m_header;
    FilterNote *m_note;
    TableView *m_table;
    PaneBody *m_body;
    FilterControl *m_filter;
    QVBoxLayout *m_column;
    TableColumns *m_columns = nullptr;
    ViewKeeper *m_keeper = nullptr;
    QWidget *m_inspector = nullptr;
    std::optional<base::Error> m_error;
};

} // namespace ui
