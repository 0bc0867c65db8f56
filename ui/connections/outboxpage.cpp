// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/outboxpage.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/panes/inspectorparts.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/table/tableview.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::OutboxModel;

OutboxPage::OutboxPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(context.clock),
      m_table(new TableView(context.look)),
      m_empty(new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary})),
      m_why(new TextLabel(context.look, {TypeRole::Body, Colour::TextPrimary})),
      m_retry(new QAction(context.look.icons().icon(u"run-again"_s), tr("&Try now"), this)),
      m_giveUp(new QAction(context.look.icons().icon(u"undo"_s), tr("&Give up…"), this)),
      m_show(new QAction(context.look.icons().icon(u"nav-automations"_s), tr("&Show the automation"), this))
{
    m_retry->setObjectName(u"retryTask"_s);
    m_giveUp->setObjectName(u"giveUpTask"_s);
    m_show->setObjectName(u"showTaskAutomation"_s);
    m_empty->setObjectName(u"outboxEmpty"_s);
    m_empty->setContentsMargins(24, 16, 24, 16);
    m_empty->setWordWrap(true);
    m_empty->setText(tr("Nothing waits. What is changed or run here is sent at once, and kept while it can't be."));
    m_why->setObjectName(u"outboxWhy"_s);
    m_why->setContentsMargins(24, 8, 24, 8);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addStretch();
    column->addWidget(m_why);
    column->addWidget(makeFoot());
    buildTable();
    connect(m_retry, &QAction::triggered, this, &OutboxPage::retry);
    connect(m_giveUp, &QAction::triggered, this, &OutboxPage::giveUp);
    connect(m_show, &QAction::triggered, this, [this] {
        if (const store::OutboxEntry *entry = chosen())
            Q_EMIT automationWanted(entry->automation);
    });
    context.seat.guard(domain::Right::Edit, {m_retry, m_giveUp}, this);
    setEntries({});
}

void OutboxPage::buildTable()
{
    m_table->setObjectName(u"outboxTable"_s);
    m_table->setAccessibleName(tr("What waits to be sent"));
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->rows().setColumn(Model::Automation, {CellPainter::GlyphText, Emphasis::Primary});
    m_table->rows().setColumn(Model::Tries, {CellPainter::Number, Emphasis::Tertiary});
    m_table->setFlexColumn(Model::WaitsFor);
    m_table->setColumnWidth(Model::Automation, 190);
    m_table->setColumnWidth(Model::What, 128);
    m_table->setColumnWidth(Model::Tries, 52);
    m_table->setColumnWidth(Model::Since, 124);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_retry, m_giveUp, m_show});
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        m_task = rows.isEmpty() ? 0 : m_model.entry(rows.constFirst().row()).id;
        follow();
    });
}

QWidget *OutboxPage::makeFoot()
{
    auto *foot = new QWidget;
    foot->setObjectName(u"outboxFoot"_s);
    foot->setFixedHeight(m_context.look.size(Size::DecisionBar));
    foot->setAutoFillBackground(true);
    foot->setBackgroundRole(QPalette::AlternateBase);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(8);
    for (QAction *verb : {m_retry, m_giveUp, m_show}) {
        auto *button = new QPushButton;
        button->setObjectName(verb->objectName() + u"Button"_s);
        bindButton(button, verb);
        row->addWidget(button);
    }
    row->addStretch(1);
    return foot;
}

void OutboxPage::setEntries(const QList<store::OutboxEntry> &entries)
{
    const qint64 task = m_task;
    m_model.setEntries(entries);
    if (const int row = m_model.rowOf(task); row >= 0)
        chooseRow(*m_table, row);
    m_table->setVisible(!entries.isEmpty());
    m_empty->setVisible(entries.isEmpty());
    findChild<QWidget *>(u"outboxFoot"_s)->setVisible(!entries.isEmpty());
    follow();
}

const store::OutboxEntry *OutboxPage::chosen() const
{
    const int row = m_model.rowOf(m_task);
    return row < 0 ? nullptr : &m_model.entry(row);
}

void OutboxPage::follow()
{
    const store::OutboxEntry *entry = chosen();
    m_why->setText(entry ? models::waitText(*entry, m_context.clock.now()) : QString());
    m_why->setVisible(entry);
    const auto set = [](QAction *action, const QString &whyNot) {
        action->setEnabled(whyNot.isEmpty());
        action->setToolTip(whyNot.isEmpty() ? action->text().remove(u'&') : whyNot);
    };
    const QString choose = entry ? QString() : tr("Choose a row first");
    const bool asking = entry && entry->state == store::TaskState::Asking;
    const bool unsure = entry && entry->state == store::TaskState::Unsure;
    const QString asked = asking ? tr("It is on its way: wait for the answer") : QString();
    const QString looked = unsure ? tr("Nobody knows whether it arrived: it is looked for first") : asked;
    set(m_retry, choose.isEmpty() ? asked : choose);
    set(m_giveUp, choose.isEmpty() ? looked : choose);
    set(m_show, choose);
}

void OutboxPage::retry()
{
    if (const store::OutboxEntry *entry = chosen())
        base::onAnswer(
            this, m_context.store.outbox().retry(entry->id, m_context.seat.by()),
            [this, name = entry->name](const base::Status &done) { tell(done, tr("“%1” is tried now").arg(name)); });
}

void OutboxPage::giveUp()
{
    const store::OutboxEntry *entry = chosen();
    if (!entry)
        return;
    const Question question{.title = tr("Give up “%1” for “%2”?").arg(models::taskText(entry->kind), entry->name),
                            .text = models::givenUpText(*entry),
                            .verbs = {tr("&Give up"), tr("Cancel")},
                            .destructive = true};
    m_context.prompts.ask(this, question, [this, id = entry->id, name = entry->name](int verb) {
        if (verb == 0)
            base::onAnswer(
                this, m_context.store.outbox().giveUp(id, m_context.seat.by()),
                [this, name](const base::Status &done) { tell(done, tr("It is given up for “%1”").arg(name)); });
    });
}

void OutboxPage::tell(const base::Status &done, const QString &text)
{
    if (done)
        Q_EMIT said(text);
    else
        Q_EMIT failed(done.error());
}

} // namespace ui
