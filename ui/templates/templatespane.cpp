// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/templatespane.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/panes/inspectorframe.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/panebody.h"
#include "ui/seat/seat.h"
#include "ui/templates/templatepage.h"
#include "ui/transfer/removal.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/table/tableview.h"

#include <QPointer>

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
    : ListPane(context, {u"templates"_s, tr("Templates"), u"nav-templates"_s, tr("Filter: words")}, parent),
      m_list(context),
      m_make(new QAction(context.look.icons().icon(u"plus"_s), tr("&Make the automation"), this)),
      m_remove(new QAction(context.look.icons().icon(u"trash"_s), tr("&Remove the template"), this)),
      m_page(new TemplatePage(context))
{
    m_make->setObjectName(u"makeTemplate"_s);
    m_remove->setObjectName(u"removeTemplate"_s);
    context.seat.guard(domain::Right::Edit, {m_make, m_remove}, this);
    setVerbs({m_make, m_remove});
    setInspector({.key = u"template"_s,
                  .title = tr("Template"),
                  .pageTitle = tr("Fill in"),
                  .page = m_page,
                  .nothing = tr("No template chosen"),
                  .hint = tr("What it does and what can be filled in is shown here.")});
    setModel(m_list, columnPlans());
    table().setSelectionMode(QAbstractItemView::SingleSelection);
    connectParts();
    showState();
    showChosen();
}

void TemplatesPane::connectParts()
{
    connect(&m_list, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_list.rowOf(m_chosen); row >= 0)
            chooseRow(table(), row);
        showState();
        showChosen();
    });
    connect(&m_list, &TemplateList::failed, this, &Pane::failed);
    connect(m_page, &TemplatePage::made, this, &TemplatesPane::sayMade);
    connect(m_page, &TemplatePage::failed, this, &Pane::failed);
    connect(m_make, &QAction::triggered, m_page, &TemplatePage::make);
    connect(m_remove, &QAction::triggered, this, &TemplatesPane::removeChosen);
}

void TemplatesPane::applyFilter()
{
    m_list.setFilter(words());
}

void TemplatesPane::showState()
{
    const int shown = m_list.rowCount();
    header().setCount(shown == m_list.total() ? QString::number(shown) : tr("%1 of %2").arg(shown).arg(m_list.total()));
    if (shown > 0)
        body().showRows();
    else
        body().showInstead(filteredContent(tr("No template matches"), tr("Templates are hidden by the filter.")),
                           [this] { header().filter().setText({}); });
}

void TemplatesPane::showChosen()
{
    const int row = chosenRow();
    m_make->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0 && !m_list.at(row).builtIn);
    if (row < 0) {
        showNothing();
        return;
    }
    const bundles::Template &one = m_list.at(row);
    if (std::exchange(m_chosen, one.id) != one.id) {
        frame().setHeading(m_list.drawing(one), one.builtIn ? templateText(one.name) : one.name);
        m_page->setTemplate(one);
    }
    frame().showPages();
}

void TemplatesPane::removeChosen()
{
    base::onAnswer(
        this, context().store.templates().remove(m_chosen, context().seat.by()),
        [this](const base::Result<store::OwnTemplate> &removed) {
            if (!removed) {
                Q_EMIT failed(removed.error());
                return;
            }
            m_chosen.clear();
            Q_EMIT said(tr("Template “%1” removed").arg(removed->name), [self = QPointer(this), gone = *removed] {
                if (self)
                    base::onAnswer(self, self->context().store.templates().save(gone, self->context().seat.by()),
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
            removeAll(self, self->context(), made, [self](const base::Error &error) { Q_EMIT self->failed(error); });
    };
    Q_EMIT said(tr("“%1” made").arg(made.automations.constLast().name), undo);
    Q_EMIT automationWanted(made.automations.constLast().id);
}

} // namespace ui
