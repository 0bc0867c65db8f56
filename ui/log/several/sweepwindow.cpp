// SPDX-License-Identifier: Apache-2.0
#include "ui/log/several/sweepwindow.h"

#include "models/times.h"
#include "ui/errors/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table/tableview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usual{900, 480};

} // namespace

SweepWindow::SweepWindow(const Context &context, const Scope &scope, const FindState &state, QWidget *owner)
    : QWidget(owner, Qt::Window),
      m_context(context),
      m_scope(scope),
      m_state(state),
      m_sweep(context.store, context.clock),
      m_edit(new QLineEdit(state.text)),
      m_ways(new FindWays),
      m_where(new QComboBox),
      m_go(new QPushButton),
      m_text(new TextLabel(context.look, {TypeRole::Body, Colour::TextSecondary})),
      m_table(new TableView(context.look))
{
    setObjectName(u"sweepWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find in the logs of several runs"));
    resize(usual);
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(makeBar());
    column->addWidget(m_table, 1);
    column->addWidget(m_text);
    connect(&m_sweep, &models::LogSweep::progressed, this, &SweepWindow::showProgress);
    connect(&m_sweep, &QAbstractItemModel::rowsInserted, this, &SweepWindow::showProgress);
    connect(&m_sweep, &models::LogSweep::failed, this,
            [this](const base::Error &error) { m_text->setText(errorText(error)); });
    showProgress();
    m_where->setCurrentIndex(scope.first == Scope::First::Chosen ? 1 : 0);
    if (!state.text.isEmpty())
        begin();
}

QWidget *SweepWindow::makeBar()
{
    auto *bar = new QWidget;
    m_edit->setObjectName(u"sweepEdit"_s);
    m_edit->setAccessibleName(tr("Find in logs"));
    m_where->setObjectName(u"sweepWhere"_s);
    m_where->setAccessibleName(tr("Where"));
    m_where->addItem(tr("in all runs of %1").arg(m_scope.run.automationName));
    m_where->addItem(tr("in %Ln chosen logs", nullptr, int(m_scope.opened.size())));
    m_go->setObjectName(u"sweepGo"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_ways->setState(m_state);
    row->addWidget(m_edit, 1);
    row->addWidget(m_ways);
    row->addWidget(m_where);
    row->addWidget(m_go);
    connect(m_edit, &QLineEdit::returnPressed, this, &SweepWindow::begin);
    connect(m_where, &QComboBox::activated, this, &SweepWindow::begin);
    connect(m_ways, &FindWays::changed, this, [this] {
        if (!m_edit->text().isEmpty())
            begin();
    });
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_sweep.isSearching()) {
            m_sweep.stop();
            showProgress();
        } else {
            begin();
        }
    });
    return bar;
}

void SweepWindow::buildTable()
{
    m_table->setObjectName(u"sweepTable"_s);
    m_table->setAccessibleName(tr("Lines that were found"));
    m_table->setSortingEnabled(false);
    m_table->setModel(&m_sweep);
    m_table->setColumnWidth(models::LogSweep::WhenColumn, 110);
    m_table->setColumnWidth(models::LogSweep::RunColumn, 150);
    m_table->setColumnWidth(models::LogSweep::LineColumn, 80);
    m_table->setFlexColumn(models::LogSweep::TextColumn);
    connect(m_table, &QTableView::activated, this, &SweepWindow::choose);
}

void SweepWindow::choose(const QModelIndex &index)
{
    Q_EMIT lineWanted(m_sweep.runAt(index.row()), m_sweep.lineAt(index.row()));
}

void SweepWindow::begin()
{
    m_state = m_ways->state();
    m_state.text = m_edit->text();
    const search::Query query = queryOf(m_state);
    const base::Status begun = m_where->currentIndex() == 0 ? m_sweep.lookInAll(query, m_scope.run.automationId)
                                                            : m_sweep.look(query, m_scope.opened);
    if (!begun)
        m_text->setText(errorText(begun.error()));
}

void SweepWindow::showProgress()
{
    m_go->setText(m_sweep.isSearching() ? tr("Stop") : tr("Find"));
    const QString lines = tr("%Ln lines", nullptr, m_sweep.rowCount());
    const QString runs = models::numberText(m_sweep.searchedRuns());
    m_text->setText(m_sweep.isSearching() ? tr("%1 found, %2 runs searched so far\u2026").arg(lines, runs)
                    : m_sweep.isFull()    ? tr("%1 found; there may be more").arg(lines)
                                          : tr("%1 found in %2 runs").arg(lines, runs));
}

} // namespace ui
