// SPDX-License-Identifier: Apache-2.0
// Everything that schedules will do in the next days, in order of time: when, on whose clock, what becomes of it and
// why, and how long it is expected to take.
#pragma once

#include "models/agenda/agendamodel.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"

#include <QAction>

namespace ui {

class AgendaInspector;
class FilterControl;
class FilterNote;
class FoldSteering;
class PaneBody;
class PaneHeader;
class Segments;
class TableColumns;
class TableView;
class TextLabel;
class ViewKeeper;

class AgendaPane : public Pane
{
    Q_OBJECT

public:
    /// `context` must outlive the pane.
    explicit AgendaPane(const Context &context, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QWidget *inspector() override;
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

    void setFilter(const QString &text);
    void setSpan(int days);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *makeVerb(const char *name, const QString &text, const QString &icon);
    void buildHeader();
    void buildTable();
    QList<QAction *> rowVerbs() const;
    void connectModel();
    void takeAnswer();
    void showState();
    void showCount();
    void showEmpty();
    void followSelection();
    void open(const QModelIndex &index);
    void exportRows();
    void openContextMenu(const QPoint &place);
    const models::AgendaRow *chosen() const;

    const Context &m_context;
    models::AgendaModel m_model;
    QAction *m_showAutomation;
    QAction *m_edit;
    PaneHeader *m_header;
    Segments *m_span;
    FilterNote *m_note;
    TextLabel *m_limits; ///< What is not listed, and why.
    TableView *m_table;
    PaneBody *m_body;
    FilterControl *m_filter;
    TableColumns *m_columns = nullptr;
    ViewKeeper *m_keeper = nullptr;
    FoldSteering *m_folds = nullptr;
    AgendaInspector *m_inspector; ///< Belongs to whoever shows it; until then to the pane.
    std::optional<base::Error> m_error;
};

} // namespace ui
