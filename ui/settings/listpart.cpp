// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/listpart.h"

#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRowsSeen = 8;
constexpr int columnWidth = 140;

} // namespace

ListPart::ListPart(const Context &context, const Plan &plan, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_table(new TableView(context.look, this)),
      m_empty(new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary}, this)),
      m_verbs(new QHBoxLayout),
      m_emptyText(plan.empty)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    auto *title = new TextLabel(context.look, {TypeRole::PaneTitle, Colour::TextPrimary}, this);
    title->setText(plan.title);
    auto *sentence = new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary}, this);
    sentence->setText(plan.sentence);
    sentence->setWordWrap(true);
    m_model.setHorizontalHeaderLabels(plan.columns);
    m_table->setObjectName(plan.name + u"Table"_s);
    m_table->setAccessibleName(plan.title);
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setFlexColumn(0);
    for (int i = 1; i < plan.columns.size(); ++i)
        m_table->setColumnWidth(i, columnWidth);
    m_verbs->setSpacing(8);
    m_verbs->addStretch(1);
    for (QWidget *part : {static_cast<QWidget *>(title), static_cast<QWidget *>(sentence),
                          static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty)})
        column->addWidget(part);
    column->addLayout(m_verbs);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListPart::showVerbs);
    connect(&context.seat, &Seat::changed, this, &ListPart::showVerbs);
    setRows({});
}

void ListPart::setRows(const QList<QStringList> &given)
{
    // Who may not change these may not read them either.
    const bool readable = domain::authorize(m_context.seat.who(), domain::Right::Admin).has_value();
    const QList<QStringList> rows = readable ? given : QList<QStringList>();
    m_empty->setText(readable ? m_emptyText : m_context.seat.whyNot(domain::Right::Admin));
    const QString before = chosen() >= 0 ? m_model.item(chosen(), 0)->text() : QString();
    m_model.removeRows(0, m_model.rowCount());
    for (const QStringList &row : rows) {
        QList<QStandardItem *> cells;
        for (const QString &text : row)
            cells.append(new QStandardItem(text));
        m_model.appendRow(cells);
        if (row.constFirst() == before)
            chooseRow(*m_table, m_model.rowCount() - 1);
    }
    m_table->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    const int seen = std::clamp(int(rows.size()), 1, mostRowsSeen);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            seen * m_table->verticalHeader()->defaultSectionSize() + 2);
    showVerbs();
}

int ListPart::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.constFirst().row();
}

QPushButton *ListPart::addVerb(const QString &text, const std::function<void()> &act)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    m_verbs->insertWidget(m_verbs->count() - 1, button);
    m_context.seat.guard(domain::Right::Admin, button);
    return button;
}

QPushButton *ListPart::addRowVerb(const QString &text, const std::function<void()> &act)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    m_verbs->insertWidget(m_verbs->count() - 1, button);
    m_rowVerbs.append(button);
    showVerbs();
    return button;
}

void ListPart::showVerbs()
{
    const QString barred = m_context.seat.whyNot(domain::Right::Admin);
    const QString whyNot = barred.isEmpty() && chosen() < 0 ? tr("Choose a row first") : barred;
    for (QPushButton *verb : std::as_const(m_rowVerbs)) {
        verb->setEnabled(whyNot.isEmpty());
        verb->setToolTip(whyNot);
    }
}

void ListPart::tell(const base::Status &done, const QString &text)
{
    if (done)
        Q_EMIT said(text);
    else
        Q_EMIT failed(done.error());
}

} // namespace ui
