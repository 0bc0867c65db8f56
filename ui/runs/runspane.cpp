// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runspane.h"

#include "models/times.h"
#include "ui/panes/filtercontrol.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/panebody.h"
#include "ui/panes/panestate.h"
#include "ui/panes/tablecolumns.h"
#include "ui/panes/tableexport.h"
#include "ui/panes/viewkeeper.h"
#include "ui/runs/runactions.h"
#include "ui/runs/runinspector.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::RunModel;

namespace {

QList<ColumnPlan> columnPlans()
{
    using enum CellPainter;
    return {
        {.column = Model::Status, .width = 136, .style = {StatusText, Emphasis::Primary}},
        {.column = Model::Automation, .style = {Text, Emphasis::Primary}},
        {.column = Model::Trigger, .width = 118, .fromWindow = windowCompact, .leaves = 1, .style = {Text}},
        {.column = Model::Time, .width = 82, .least = 78, .leaves = 3, .style = {Text}},
        {.column = Model::Duration, .width = 122, .leaves = 2, .style = {DurationBar}},
        {.column = Model::Reason, .width = 236, .least = 150, .style = {Text}},
    };
}

QList<FilterState> filterStates()
{
    QList<FilterState> states;
    for (const domain::RunStatus status : domain::allStatuses()) {
        const QString word = domain::statusWord(status);
        states.append({word, u"run."_s + word, GlyphPainter::word(QString(u"run."_s + word))});
    }
    return states;
}

} // namespace

RunsPane::RunsPane(const Context &context, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_model(context.store, context.clock),
      m_verbs(context),
      m_actions(new RunActions(context.look, this)),
      m_header(new PaneHeader(context.look, this)),
      m_note(new FilterNote(context.look, this)),
      m_table(new TableView(context.look, this)),
      m_body(new PaneBody(context.look, m_table, this)),
      m_filter(new FilterControl({m_header->filter(), *m_note, context.look}, models::FilterScope::Runs, filterStates(),
                                 this)),
      m_inspector(new RunInspector(context, *m_actions, this))
{
    setObjectName(u"runsPane"_s);
    setAccessibleName(title());
    m_inspector->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_note);
    column->addWidget(m_body, 1);
    buildTable();
    buildHeader();
    connectModel();
    connectVerbs();
    showState();
}

void RunsPane::buildTable()
{
    m_table->setObjectName(u"runsTable"_s);
    m_table->setAccessibleName(title());
    m_table->setSortingEnabled(false);
    m_keeper = new ViewKeeper(*m_table, m_model, this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(Model::Time, Qt::DescendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_columns = new TableColumns(*m_table, columnPlans(), this);
    connect(m_table, &TableView::opened, m_actions->showLog, &QAction::trigger);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunsPane::openContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPane::followSelection);
}

void RunsPane::buildHeader()
{
    m_header->setTitle(title());
    m_header->filter().setShortcutHint(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    QPushButton *cancel = m_header->addButton(m_actions->cancel->icon(), tr("Cancel"));
    QPushButton *again = m_header->addButton(m_actions->runAgain->icon(), tr("Run again"));
    cancel->setObjectName(u"headerCancel"_s);
    again->setObjectName(u"headerRunAgain"_s);
    followAction(cancel, m_actions->cancel);
    followAction(again, m_actions->runAgain);
    QMenu &more = m_header->more();
    more.addActions(m_actions->forMenu());
    more.addSeparator();
    m_columns->fillMenu(more.addMenu(m_context.look.icons().icon(u"columns"_s), tr("&Columns")));
    QAction *csv =
        more.addAction(m_context.look.icons().icon(u"export"_s), tr("&Export as CSV…"), this, &RunsPane::exportRows);
    csv->setObjectName(u"exportCsv"_s);
}

void RunsPane::connectModel()
{
    connect(&m_model, &Model::loadingChanged, this, [this] {
        if (!m_model.isLoading() && m_asked && !m_error) {
            m_asked = false;
            m_keeper->settle();
        }
        showState();
    });
    connect(&m_model, &Model::failed, this, [this](const base::Error &error) {
        m_error = error;
        showState();
    });
    connect(&m_model, &Model::countsChanged, this, &RunsPane::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        followSelection();
        showState();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &RunsPane::showState);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] { m_actions->follow(chosen()); });
    connect(m_filter, &FilterControl::changed, this, &RunsPane::applyFilter);
    connect(&m_header->filter(), &FilterBar::submitted, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_body, &PaneBody::retryWanted, this, [this] {
        m_error.reset();
        m_asked = true;
        m_model.reload();
    });
}

void RunsPane::connectVerbs()
{
    connect(&m_verbs, &RunVerbs::said, this, &Pane::said);
    connect(&m_verbs, &RunVerbs::failed, this, &Pane::failed);
    connect(m_inspector, &RunInspector::failed, this, &Pane::failed);
    connect(m_actions->runAgain, &QAction::triggered, this, [this] { m_verbs.runAgain(this, chosen()); });
    connect(m_actions->cancel, &QAction::triggered, this, [this] { m_verbs.cancel(chosen()); });
    connect(m_actions->showLog, &QAction::triggered, this, [this] {
        if (const QList<domain::Run> runs = chosen(); runs.size() == 1)
            Q_EMIT logWanted(runs.constFirst().id);
    });
    connect(m_actions->showAutomation, &QAction::triggered, this, [this] {
        if (const QList<domain::Run> runs = chosen(); runs.size() == 1)
            Q_EMIT automationWanted(runs.constFirst().automationId);
    });
}

QString RunsPane::key() const
{
    return u"runs"_s;
}

QString RunsPane::title() const
{
    return tr("Runs");
}

QString RunsPane::iconName() const
{
    return u"nav-runs"_s;
}

QWidget *RunsPane::inspector()
{
    return m_inspector;
}

void RunsPane::fillMenu(QMenu *menu)
{
    menu->addActions(m_actions->forMenu());
}

void RunsPane::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
}

QList<domain::Run> RunsPane::chosen() const
{
    QList<domain::Run> runs;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        runs.append(m_model.run(row.row()));
    return runs;
}

void RunsPane::followSelection()
{
    const QList<domain::Run> runs = chosen();
    m_actions->follow(runs);
    m_inspector->setChosen(runs);
}

void RunsPane::applyFilter()
{
    m_error.reset();
    m_asked = true;
    m_model.setFilter(models::runFilter(m_filter->filter()));
    showState();
}

void RunsPane::showCount()
{
    const QString total = models::numberText(m_model.counts().total);
    const std::optional<qint64> matching = m_model.matching();
    if (!matching)
        m_header->setCount(tr("%1+ of %2").arg(models::numberText(m_model.rowCount()), total));
    else if (*matching != m_model.counts().total)
        m_header->setCount(tr("%1 of %2").arg(models::numberText(*matching), total));
    else
        m_header->setCount(total);
}

void RunsPane::showState()
{
    showCount();
    const QString failure = tr("The runs could not be read.");
    const bool any = m_model.rowCount() > 0;
    m_body->setTrouble(failure, any ? m_error : std::nullopt);
    if (m_error && !any)
        m_body->showFailure(failure, *m_error);
    else if (any)
        m_body->showRows();
    else if (m_model.isLoading())
        m_body->showLoading();
    else if (m_filter->filter().isEmpty())
        m_body->showInstead({u"nav-runs"_s,
                             tr("No runs yet"),
                             tr("Every run will be listed here, and every slot that was skipped, with the reason."),
                             {},
                             {},
                             {}},
                            {});
    else
        m_body->showInstead(
            filteredContent(
                tr("No run matches"),
                tr("%1 runs are hidden by %2.").arg(models::numberText(m_model.counts().total), m_filter->inWords())),
            [this] { m_filter->clear(); });
}

void RunsPane::openContextMenu(const QPoint &place)
{
    if (!m_table->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    menu->addActions(m_actions->forMenu());
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void RunsPane::exportRows()
{
    exportCsv({this, m_model, m_context.prompts}, key(), [this](const base::Result<Export> &answer) {
        if (answer)
            Q_EMIT said(tr("%n runs exported, those that have been scrolled to", nullptr, answer->rows), {});
        else
            Q_EMIT failed(answer.error());
    });
}

void RunsPane::showRunsOf(const base::AutomationId &automation)
{
    setFilter(u"automation:"_s + automation.text());
}

void RunsPane::select(const base::RunId &run)
{
    m_keeper->want({run.text()});
    if (m_keeper->selectedKeys().contains(run.text()))
        m_table->scrollTo(m_table->currentIndex());
}

void RunsPane::setFilter(const QString &text)
{
    m_filter->set(text, {});
}

void RunsPane::saveState()
{
    savePaneState(m_context.desk, key(), {*m_table, *m_columns, *m_keeper, *m_filter});
}

void RunsPane::restoreState()
{
    restorePaneState(m_context.desk, key(), {*m_table, *m_columns, *m_keeper, *m_filter});
}

void RunsPane::resizeEvent(QResizeEvent *event)
{
    const int width = window()->width();
    m_header->setButtonTexts(width >= windowNormal ? PaneHeader::ButtonTexts::Shown : PaneHeader::ButtonTexts::Hidden);
    m_header->filter().setPlaceholder(width >= windowCompact ? tr("Filter: words, status:failed, automation:backup")
                                                             : tr("Filter"));
    m_table->setDensity(width >= windowCompact ? Density::Comfortable : Density::Compact);
    Pane::resizeEvent(event);
}

bool RunsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        !m_filter->isEmpty()) {
        m_filter->clear();
        return true;
    }
    return Pane::eventFilter(watched, event);
}

} // namespace ui
