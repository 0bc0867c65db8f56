// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/tablepane.h"

#include "ui/panes/panebody.h"
#include "ui/panes/panestate.h"
#include "ui/panes/savedviews.h"
#include "ui/panes/tableexport.h"
#include "ui/panes/viewkeeper.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/paneheader.h"

#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

TablePane::TablePane(const Context &context, Plan plan, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_plan(std::move(plan)),
      m_header(new PaneHeader(context.look, this)),
      m_note(new FilterNote(context.look, this)),
      m_table(new TableView(context.look, this)),
      m_body(new PaneBody(context.look, m_table, this)),
      m_filter(new FilterControl({m_header->filter(), *m_note, context.look}, m_plan.scope, m_plan.states, this)),
      m_column(new QVBoxLayout(this))
{
    setObjectName(m_plan.key + u"Pane"_s);
    setAccessibleName(m_plan.title);
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    m_column->addWidget(m_note);
    m_column->addWidget(m_body, 1);
    m_header->setTitle(m_plan.title);
    m_header->filter().setShortcutHint(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    buildTable();
    auto *views = new SavedViews({context, m_plan.key, *m_filter, *this}, this);
    connect(views, &SavedViews::said, this, &Pane::said);
    connect(views, &SavedViews::failed, this, &Pane::failed);
    connect(m_filter, &FilterControl::changed, this, [this] { applyFilter(); });
    connect(&m_header->filter(), &FilterBar::submitted, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_body, &PaneBody::retryWanted, this, [this] { retry(); });
}

void TablePane::buildTable()
{
    m_table->setObjectName(m_plan.key + u"Table"_s);
    m_table->setAccessibleName(m_plan.title);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &TablePane::openContextMenu);
}

void TablePane::setModel(QAbstractItemModel &model, const QList<ColumnPlan> &columns)
{
    m_keeper = new ViewKeeper(*m_table, model, this);
    m_columns = new TableColumns(*m_table, columns, this);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { followSelection(); });
}

void TablePane::setInspector(QWidget *inspector)
{
    m_inspector = inspector;
    m_inspector->hide();
}

void TablePane::addColumnsVerb(QMenu &more)
{
    m_columns->fillMenu(more.addMenu(m_context.look.icons().icon(u"columns"_s), tr("&Columns")));
}

void TablePane::addExportVerb(QMenu &more)
{
    QAction *csv =
        more.addAction(m_context.look.icons().icon(u"export"_s), tr("&Export as CSV…"), this, &TablePane::exportRows);
    csv->setObjectName(u"exportCsv"_s);
}

void TablePane::fillMenu(QMenu *menu)
{
    menu->addActions(rowVerbs());
}

void TablePane::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
}

void TablePane::setFilter(const QString &text)
{
    m_filter->set(text, {});
}

QList<int> TablePane::chosenRows() const
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : selected)
        rows.append(row.row());
    return rows;
}

void TablePane::setError(const std::optional<base::Error> &error)
{
    m_error = error;
}

void TablePane::showContent(const Content &content)
{
    m_body->setTrouble(content.failure, content.any ? m_error : std::nullopt);
    if (m_error && !content.any)
        m_body->showFailure(content.failure, *m_error);
    else if (m_table->model()->rowCount() > 0)
        m_body->showRows();
    else if (content.loading)
        m_body->showLoading();
    else
        showEmpty();
}

void TablePane::openContextMenu(const QPoint &place)
{
    if (!m_table->indexAt(place).flags().testFlag(Qt::ItemIsSelectable))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    menu->addActions(rowVerbs());
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void TablePane::exportRows()
{
    exportCsv({this, *m_table->model(), m_context.prompts}, m_plan.key, [this](const base::Result<Export> &answer) {
        if (answer)
            Q_EMIT said(exportedText(answer->rows), {});
        else
            Q_EMIT failed(answer.error());
    });
}

void TablePane::saveState()
{
    savePaneState(m_context.desk, m_plan.key, {*m_table, *m_columns, *m_keeper, *m_filter});
}

void TablePane::restoreState()
{
    restorePaneState(m_context.desk, m_plan.key, {*m_table, *m_columns, *m_keeper, *m_filter});
}

void TablePane::resizeEvent(QResizeEvent *event)
{
    const int width = window()->width();
    m_header->setButtonTexts(width >= windowNormal ? PaneHeader::ButtonTexts::Shown : PaneHeader::ButtonTexts::Hidden);
    m_header->filter().setPlaceholder(width >= windowCompact ? m_plan.filterHint : tr("Filter"));
    m_table->setDensity(width >= windowCompact ? Density::Comfortable : Density::Compact);
    Pane::resizeEvent(event);
}

bool TablePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        !m_filter->isEmpty()) {
        m_filter->clear();
        return true;
    }
    return Pane::eventFilter(watched, event);
}

} // namespace ui
