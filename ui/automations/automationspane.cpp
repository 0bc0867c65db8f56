// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/automationspane.h"

#include "models/roles.h"
#include "models/times.h"
#include "ui/automations/automationactions.h"
#include "ui/automations/automationinspector.h"
#include "ui/panes/filtercontrol.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/panebody.h"
#include "ui/panes/panestate.h"
#include "ui/panes/tablecolumns.h"
#include "ui/panes/tableexport.h"
#include "ui/panes/viewkeeper.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/table/tableview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::AutomationModel;

namespace {

QList<ColumnPlan> columnPlans()
{
    using enum CellPainter;
    return {
        {.column = Model::Name, .style = {GlyphText, Emphasis::Primary}},
        {.column = Model::Kind, .width = 100, .fromWindow = 1200, .leaves = 2, .style = {IconText}},
        {.column = Model::Trigger, .width = 122, .leaves = 6, .style = {Text}},
        {.column = Model::LastRun, .width = 164, .style = {WordText, Emphasis::Primary}},
        {.column = Model::Took, .width = 76, .fromWindow = 1000, .leaves = 3, .style = {Number}},
        {.column = Model::Next, .width = 90, .leaves = 5, .style = {Text}},
        {.column = Model::History, .width = 116, .leaves = 4, .style = {Spark}},
        {.column = Model::Tags, .width = 120, .fromWindow = 1600, .leaves = 1, .style = {Text}},
    };
}

QList<FilterState> filterStates()
{
    QList<FilterState> states{{u"failing"_s, u"run.failed"_s, AutomationsPane::tr("Failing")}};
    for (const QString &word : {u"running"_s, u"awaiting_approval"_s, u"held"_s, u"queued"_s, u"timed_out"_s,
                                u"interrupted"_s, u"skipped"_s, u"done"_s})
        states.append({word, u"run."_s + word, GlyphPainter::word(QString(u"run."_s + word))});
    for (const QString &word : {u"paused"_s, u"never_run"_s})
        states.append({word, u"automation."_s + word, GlyphPainter::word(QString(u"automation."_s + word))});
    return states;
}

} // namespace

AutomationsPane::AutomationsPane(const Context &context, models::AutomationModel &model, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_model(model),
      m_rows(model),
      m_verbs(context),
      m_actions(new AutomationActions(context.look, this)),
      m_header(new PaneHeader(context.look, this)),
      m_note(new FilterNote(context.look, this)),
      m_table(new TableView(context.look, this)),
      m_body(new PaneBody(context.look, m_table, this)),
      m_filter(new FilterControl({m_header->filter(), *m_note, context.look}, models::FilterScope::Automations,
                                 filterStates(), this)),
      m_inspector(new AutomationInspector(context, model, *m_actions, this))
{
    setObjectName(u"automationsPane"_s);
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

void AutomationsPane::buildTable()
{
    m_table->setObjectName(u"automationsTable"_s);
    m_table->setAccessibleName(title());
    m_keeper = new ViewKeeper(*m_table, m_rows, this);
    m_table->horizontalHeader()->setSortIndicator(Model::Name, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_columns = new TableColumns(*m_table, columnPlans(), this);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) { openLastLog(index.row()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &AutomationsPane::openContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AutomationsPane::followSelection);
}

void AutomationsPane::buildHeader()
{
    m_header->setTitle(title());
    m_header->filter().setShortcutHint(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    QPushButton *run = m_header->addButton(m_actions->run->icon(), tr("Run"));
    QPushButton *pause = m_header->addButton(m_actions->pause->icon(), tr("Pause"));
    QPushButton *create = m_header->setPrimary(m_actions->create->icon(), tr("New"));
    run->setObjectName(u"headerRun"_s);
    pause->setObjectName(u"headerPause"_s);
    m_pauseButton = pause;
    followAction(run, m_actions->run);
    followAction(pause, m_actions->pause);
    connect(create, &QPushButton::clicked, m_actions->create, &QAction::trigger);
    create->setToolTip(m_actions->create->toolTip());
    buildMore();
}

void AutomationsPane::buildMore()
{
    QMenu &more = m_header->more();
    more.addActions(m_actions->forMenu());
    more.addSeparator();
    m_columns->fillMenu(more.addMenu(m_context.look.icons().icon(u"columns"_s), tr("&Columns")));
    QAction *again = more.addAction(tr("&Sort again"), &m_rows, &models::AutomationFilter::sortAgain);
    again->setObjectName(u"sortAgain"_s);
    QAction *csv = more.addAction(m_context.look.icons().icon(u"export"_s), tr("&Export as CSV…"), this,
                                  &AutomationsPane::exportRows);
    csv->setObjectName(u"exportCsv"_s);
}

void AutomationsPane::connectModel()
{
    connect(&m_model, &Model::loaded, this, [this] {
        m_error.reset();
        showState();
        m_keeper->settle();
    });
    connect(&m_model, &Model::failed, this, [this](const base::Error &error) {
        m_error = error;
        showState();
    });
    connect(&m_model, &Model::summaryChanged, this, [this] {
        m_error.reset();
        showState();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_rows, signal, this, &AutomationsPane::showState);
    connect(&m_rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (last - first + 1 == m_rows.rowCount()) // The first of an empty workspace.
            m_keeper->settle();
    });
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &AutomationsPane::showState);
    connect(&m_rows, &QAbstractItemModel::dataChanged, this, [this] { m_actions->follow(chosen()); });
    connect(m_filter, &FilterControl::changed, this, &AutomationsPane::applyFilter);
    connect(&m_header->filter(), &FilterBar::submitted, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_body, &PaneBody::retryWanted, &m_model, &Model::reload);
    if (m_model.isLoaded())
        m_keeper->settle();
}

void AutomationsPane::connectVerbs()
{
    connect(&m_verbs, &AutomationVerbs::said, this, &Pane::said);
    connect(&m_verbs, &AutomationVerbs::failed, this, &Pane::failed);
    connect(m_actions->create, &QAction::triggered, this, [this] { Q_EMIT editWanted({}); });
    connect(m_actions->run, &QAction::triggered, this, [this] { m_verbs.run(this, chosen()); });
    connect(m_actions->remove, &QAction::triggered, this, [this] { m_verbs.remove(this, chosen()); });
    connect(m_actions->pause, &QAction::triggered, this, [this] {
        const ChosenAutomations all = chosen();
        const bool anyActive = std::any_of(all.cbegin(), all.cend(), [](const auto &one) { return !one.paused; });
        m_verbs.setPaused(all, anyActive);
    });
    const auto withOne = [this](QAction *action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            if (const ChosenAutomations all = chosen(); all.size() == 1)
                what(all.constFirst().id);
        });
    };
    withOne(m_actions->edit, [this](const base::AutomationId &id) { Q_EMIT editWanted(id); });
    withOne(m_actions->showRuns, [this](const base::AutomationId &id) { Q_EMIT runsWanted(id); });
    connect(m_actions->showLog, &QAction::triggered, this, [this] {
        if (const QModelIndexList rows = m_table->selectionModel()->selectedRows(); rows.size() == 1)
            openLastLog(rows.constFirst().row());
    });
}

QString AutomationsPane::key() const
{
    return u"automations"_s;
}

QString AutomationsPane::title() const
{
    return tr("Automations");
}

QString AutomationsPane::iconName() const
{
    return u"nav-automations"_s;
}

QWidget *AutomationsPane::inspector()
{
    return m_inspector;
}

void AutomationsPane::fillMenu(QMenu *menu)
{
    menu->addAction(m_actions->create);
    menu->addSeparator();
    menu->addActions(m_actions->forMenu());
}

void AutomationsPane::focusFilter()
{
    m_header->filter().setFocus(Qt::ShortcutFocusReason);
}

const models::AutomationRow &AutomationsPane::rowAt(int row) const
{
    return m_model.row(m_rows.mapToSource(m_rows.index(row, 0)).row());
}

ChosenAutomations AutomationsPane::chosen() const
{
    ChosenAutomations all;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const domain::Automation &automation = rowAt(row.row()).automation;
        all.append({automation.id, automation.name, automation.paused, domain::asksAnything(automation.arguments)});
    }
    return all;
}

void AutomationsPane::followSelection()
{
    const ChosenAutomations all = chosen();
    m_actions->follow(all);
    m_inspector->setChosen(all);
}

void AutomationsPane::applyFilter()
{
    m_rows.setFilter(m_filter->filter());
    if (m_model.isLoaded())
        m_keeper->settle();
    showState();
}

void AutomationsPane::showCount()
{
    const QString total = models::numberText(m_model.rowCount());
    const bool filtered = m_rows.rowCount() != m_model.rowCount();
    m_header->setCount(!m_model.isLoaded() ? QString()
                       : filtered          ? tr("%1 of %2").arg(models::numberText(m_rows.rowCount()), total)
                                           : total);
}

void AutomationsPane::showState()
{
    showCount();
    const QString failure = tr("The automations could not be read.");
    const bool old = m_model.rowCount() > 0;
    m_body->setTrouble(failure, old ? m_error : std::nullopt);
    if (m_error && !old)
        m_body->showFailure(failure, *m_error);
    else if (!m_model.isLoaded())
        m_body->showLoading();
    else if (!old)
        m_body->showInstead(
            {u"nav-automations"_s,
             tr("No automations yet"),
             tr("An automation is a command with a schedule and the rules it runs by. Its state and its "
                "last runs will be listed here."),
             tr("New"),
             m_actions->create->shortcut().toString(QKeySequence::NativeText),
             {}},
            [this] { m_actions->create->trigger(); });
    else if (m_rows.rowCount() == 0)
        m_body->showInstead(
            filteredContent(
                tr("No automation matches"),
                tr("%n automations are hidden by %1.", nullptr, m_model.rowCount()).arg(m_filter->inWords())),
            [this] { m_filter->clear(); });
    else
        m_body->showRows();
}

void AutomationsPane::openLastLog(int row)
{
    const models::AutomationRow &automation = rowAt(row);
    if (automation.history.isEmpty())
        Q_EMIT said(tr("“%1” has never run").arg(automation.automation.name), {});
    else
        Q_EMIT logWanted(automation.history.constFirst().id);
}

void AutomationsPane::openContextMenu(const QPoint &place)
{
    if (!m_table->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    menu->addActions(m_actions->forMenu());
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void AutomationsPane::exportRows()
{
    exportCsv({this, m_rows, m_context.prompts}, key(), [this](const base::Result<Export> &answer) {
        if (answer)
            Q_EMIT said(tr("%n automations exported", nullptr, answer->rows), {});
        else
            Q_EMIT failed(answer.error());
    });
}

void AutomationsPane::select(const base::AutomationId &id)
{
    m_keeper->want({id.text()});
    if (!m_keeper->selectedKeys().contains(id.text())) {
        m_filter->clear();
        m_keeper->want({id.text()});
    }
    m_table->scrollTo(m_table->currentIndex());
}

void AutomationsPane::setFilter(const QString &text)
{
    m_filter->set(text, {});
}

void AutomationsPane::saveState()
{
    savePaneState(m_context.desk, key(), {*m_table, *m_columns, *m_keeper, *m_filter});
    QStringList keys;
    for (const models::AutomationFilter::SortKey &sort : m_rows.sortKeys())
        keys.append(u"%1 %2"_s.arg(sort.column).arg(int(sort.order)));
    m_context.desk.setValue(key() + "/sort"_L1, keys);
}

void AutomationsPane::restoreState()
{
    restorePaneState(m_context.desk, key(), {*m_table, *m_columns, *m_keeper, *m_filter});
    QList<models::AutomationFilter::SortKey> sorts;
    const QStringList keys = m_context.desk.value(key() + "/sort"_L1).toStringList();
    for (const QString &entry : keys) {
        const int column = entry.section(u' ', 0, 0).toInt();
        if (column >= 0 && column < m_model.columnCount())
            sorts.append({column, entry.section(u' ', 1).toInt() == 1 ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    if (!sorts.isEmpty()) {
        const QSignalBlocker blocker(m_table->horizontalHeader());
        m_table->horizontalHeader()->setSortIndicator(sorts.constFirst().column, sorts.constFirst().order);
        m_rows.setSortKeys(sorts);
    }
    if (m_model.isLoaded())
        m_keeper->settle();
}

void AutomationsPane::resizeEvent(QResizeEvent *event)
{
    const int width = window()->width();
    m_pauseButton->setVisible(width >= windowWide);
    m_header->setButtonTexts(width >= windowNormal ? PaneHeader::ButtonTexts::Shown : PaneHeader::ButtonTexts::Hidden);
    m_header->filter().setPlaceholder(width >= windowCompact ? tr("Filter: words, status:failed, tag:nightly")
                                                             : tr("Filter"));
    m_table->setDensity(width >= windowCompact ? Density::Comfortable : Density::Compact);
    Pane::resizeEvent(event);
}

bool AutomationsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        !m_filter->isEmpty()) {
        m_filter->clear();
        return true;
    }
    return Pane::eventFilter(watched, event);
}

} // namespace ui
