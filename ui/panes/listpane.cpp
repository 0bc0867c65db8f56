// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/listpane.h"

#include "ui/panes/inspectorframe.h"
#include "ui/panes/panebody.h"
#include "ui/panes/severalpage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/paneheader.h"

#include <QHeaderView>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

ListPane::ListPane(const Context &context, Plan plan, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_plan(std::move(plan)),
      m_header(new PaneHeader(context.look)),
      m_table(new TableView(context.look)),
      m_body(new PaneBody(context.look, m_table)),
      m_inspector(new InspectorFrame(context.look, this))
{
    setObjectName(m_plan.key + u"Pane"_s);
    m_inspector->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body, 1);
    m_header->setTitle(m_plan.title);
    FilterBar &filter = m_header->filter();
    filter.setPlaceholder(m_plan.filterHint);
    const auto apply = [this](const QString &words) {
        m_words = words;
        applyFilter();
    };
    connect(&filter, &FilterBar::textChanged, this, apply);
    connect(&filter, &FilterBar::cleared, this, [apply] { apply({}); });
}

void ListPane::setVerbs(const QList<QAction *> &verbs)
{
    m_verbs = verbs;
    m_header->more().addActions(verbs);
}

void ListPane::setInspector(const Beside &beside)
{
    m_inspector->setObjectName(beside.key + u"Inspector"_s);
    m_inspector->setAccessibleName(beside.title);
    m_inspector->addPage(beside.pageTitle, beside.key + u"Page"_s, beside.page);
    m_nothing = m_inspector->addOnly(beside.key + u"None"_s);
    m_nothing->setTexts(beside.nothing, beside.hint);
    showNothing();
}

void ListPane::setModel(QAbstractItemModel &model, const QList<ColumnPlan> &columns)
{
    m_table->setObjectName(m_plan.key + u"Table"_s);
    m_table->setAccessibleName(m_plan.title);
    m_table->setSortingEnabled(false);
    m_table->setModel(&model);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_columns = new TableColumns(*m_table, columns, this);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { showChosen(); });
}

QWidget *ListPane::inspector()
{
    return m_inspector;
}

void ListPane::fillMenu(QMenu *menu)
{
    menu->addActions(m_verbs);
}

void ListPane::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
}

void ListPane::saveState()
{
    m_columns->save(m_context.desk, m_plan.key);
}

void ListPane::restoreState()
{
    m_columns->restore(m_context.desk, m_plan.key);
}

int ListPane::chosenRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.size() == 1 ? rows.constFirst().row() : -1;
}

void ListPane::showNothing()
{
    m_inspector->showOnly(m_nothing);
}

} // namespace ui
