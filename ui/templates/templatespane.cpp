// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/templatespane.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/panes/inspectorframe.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/panebody.h"
#include "ui/panes/severalpage.h"
#include "ui/panes/tablecolumns.h"
#include "ui/seat/seat.h"
#include "ui/templates/templatepage.h"
#include "ui/transfer/removal.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QList<ColumnPlan> columnPlans()
{
    using enum CellPainter;
    return {{.column = TemplateList::Name, .style = {Text, Emphasis::Primary}},
            {.column = TemplateList::Category, .width = 110, .style = {Text}},
            {.column = TemplateList::Kind, .width = 130, .leaves = 1, .style = {IconText}},
            {.column = TemplateList::Trigger, .width = 130, .leaves = 2, .style = {Text}}};
}

} // namespace

TemplatesPane::TemplatesPane(const Context &context, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_list(context),
      m_make(new QAction(context.look.icons().icon(u"plus"_s), tr("&Make the automation"), this)),
      m_remove(new QAction(context.look.icons().icon(u"trash"_s), tr("&Remove the template"), this)),
      m_header(new PaneHeader(context.look)),
      m_table(new TableView(context.look)),
      m_body(new PaneBody(context.look, m_table)),
      m_inspector(new InspectorFrame(context.look, this))
{
    m_make->setObjectName(u"makeTemplate"_s);
    m_remove->setObjectName(u"removeTemplate"_s);
    context.seat.guard(domain::Right::Edit, {m_make, m_remove}, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body, 1);
    buildHeader();
    buildTable();
    buildInspector();
    connectPage();
    showState();
    showChosen();
}

QString TemplatesPane::key() const
{
    return u"templates"_s;
}

QString TemplatesPane::title() const
{
    return tr("Templates");
}

QString TemplatesPane::iconName() const
{
    return u"nav-templates"_s;
}

QWidget *TemplatesPane::inspector()
{
    return m_inspector;
}

void TemplatesPane::buildHeader()
{
    m_header->setTitle(title());
    FilterBar &filter = m_header->filter();
    filter.setPlaceholder(tr("Filter: words"));
    const auto apply = [this](const QString &words) {
        m_words = words;
        m_list.setFilter(words);
    };
    connect(&filter, &FilterBar::textChanged, this, apply);
    connect(&filter, &FilterBar::cleared, this, [apply] { apply({}); });
    m_header->more().addActions({m_make, m_remove});
}

void TemplatesPane::buildTable()
{
    m_table->setObjectName(u"templatesTable"_s);
    m_table->setAccessibleName(title());
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_list);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_columns = new TableColumns(*m_table, columnPlans(), this);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TemplatesPane::showChosen);
    connect(&m_list, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_list.rowOf(m_chosen); row >= 0)
            chooseRow(*m_table, row);
        showState();
        showChosen();
    });
    connect(&m_list, &TemplateList::failed, this, &Pane::failed);
}

void TemplatesPane::buildInspector()
{
    m_inspector->setObjectName(u"templateInspector"_s);
    m_inspector->setAccessibleName(tr("Template"));
    m_page = new TemplatePage(m_context);
    m_inspector->addPage(tr("Fill in"), u"templatePage"_s, m_page);
    m_nothing = m_inspector->addOnly(u"noTemplate"_s);
    m_nothing->setTexts(tr("No template chosen"), tr("What it does and what can be filled in is shown here."));
    m_inspector->showOnly(m_nothing);
    m_inspector->hide();
}

void TemplatesPane::connectPage()
{
    connect(m_page, &TemplatePage::made, this, &TemplatesPane::sayMade);
    connect(m_page, &TemplatePage::failed, this, &Pane::failed);
    connect(m_make, &QAction::triggered, m_page, &TemplatePage::make);
    connect(m_remove, &QAction::triggered, this, &TemplatesPane::removeChosen);
}

void TemplatesPane::fillMenu(QMenu *menu)
{
    menu->addActions({m_make, m_remove});
}

void TemplatesPane::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
}

void TemplatesPane::saveState()
{
    m_columns->save(m_context.desk, key());
}

void TemplatesPane::restoreState()
{
    m_columns->restore(m_context.desk, key());
}

void TemplatesPane::showState()
{
    const int shown = m_list.rowCount();
    m_header->setCount(shown == m_list.total() ? QString::number(shown)
                                               : tr("%1 of %2").arg(shown).arg(m_list.total()));
    if (shown > 0)
        m_body->showRows();
    else
        m_body->showInstead(filteredContent(tr("No template matches"), tr("Templates are hidden by the filter.")),
                            [this] { m_header->filter().setText({}); });
}

void TemplatesPane::showChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_make->setEnabled(rows.size() == 1);
    m_remove->setEnabled(rows.size() == 1 && !m_list.at(rows.first().row()).builtIn);
    if (rows.size() != 1) {
        m_inspector->showOnly(m_nothing);
        return;
    }
    const bundles::Template &one = m_list.at(rows.first().row());
    if (std::exchange(m_chosen, one.id) != one.id) {
        m_inspector->setHeading(m_list.drawing(one), one.builtIn ? templateText(one.name) : one.name);
        m_page->setTemplate(one);
    }
    m_inspector->showPages();
}

void TemplatesPane::removeChosen()
{
    base::onAnswer(
        this, m_context.store.templates().remove(m_chosen, m_context.seat.by()),
        [this](const base::Result<store::OwnTemplate> &removed) {
            if (!removed) {
                Q_EMIT failed(removed.error());
                return;
            }
            m_chosen.clear();
            Q_EMIT said(tr("Template “%1” removed").arg(removed->name), [self = QPointer(this), gone = *removed] {
                if (self)
                    base::onAnswer(self, self->m_context.store.templates().save(gone, self->m_context.seat.by()),
                                   [self](const base::Result<store::OwnTemplate> &back) {
                                       if (!back)
                                           Q_EMIT self->failed(back.error());
                                   });
            });
        });
}

void TemplatesPane::sayMade(const store::OfTemplate &made)
{
    const auto undo = [self = QPointer(this), made] {
        if (self)
            removeAll(self, self->m_context, made, [self](const base::Error &error) { Q_EMIT self->failed(error); });
    };
    Q_EMIT said(tr("“%1” made").arg(made.automations.constLast().name), undo);
    Q_EMIT automationWanted(made.automations.constLast().id);
}

} // namespace ui
