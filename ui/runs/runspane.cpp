// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runspane.h"

#include "models/times.h"
#include "ui/panes/filterstates.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/panebody.h"
#include "ui/panes/panestate.h"
#include "ui/panes/viewkeeper.h"
#include "ui/runs/runactions.h"
#include "ui/runs/runinspector.h"
#include "ui/seat/seat.h"
#include "ui/widgets/paneheader.h"

#include <QHeaderView>
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
    states += timeStates(RunsPane::tr("T&ime"));
    states += triggerStates();
    return states;
}

} // namespace

RunsPane::RunsPane(const Context &context, QWidget *parent)
    : TablePane(context, plan(), parent),
      m_model(context.store, context.clock),
      m_verbs(context),
      m_actions(new RunActions(context.look, this)),
      m_inspector(new RunInspector(context, *m_actions, this))
{
    setInspector(m_inspector);
    buildTable();
    buildHeader();
    connectModel();
    connectVerbs();
    showState();
}

TablePane::Plan RunsPane::plan()
{
    return {.key = u"runs"_s,
            .title = tr("Runs"),
            .icon = u"nav-runs"_s,
            .scope = models::FilterScope::Runs,
            .states = filterStates(),
            .filterHint = tr("Filter: words, status:failed, automation:backup")};
}

void RunsPane::buildTable()
{
    table().setSortingEnabled(false);
    setModel(m_model, columnPlans());
    QHeaderView *head = table().horizontalHeader();
    head->setSectionsClickable(false);
    head->setSortIndicatorShown(true);
    head->setSortIndicator(Model::Time, Qt::DescendingOrder);
}

void RunsPane::buildHeader()
{
    QPushButton *cancel = header().addButton(m_actions->cancel->icon(), tr("Cancel"));
    QPushButton *again = header().addButton(m_actions->runAgain->icon(), tr("Run again"));
    cancel->setObjectName(u"headerCancel"_s);
    again->setObjectName(u"headerRunAgain"_s);
    followAction(cancel, m_actions->cancel);
    followAction(again, m_actions->runAgain);
    QMenu &more = header().more();
    more.addActions(rowVerbs());
    more.addSeparator();
    more.addAction(m_actions->clearQueue);
    addColumnsVerb(more);
    addExportVerb(more);
}

void RunsPane::connectModel()
{
    connect(&m_model, &Model::loadingChanged, this, [this] {
        if (!m_model.isLoading() && m_asked && !hasError()) {
            m_asked = false;
            keeper().settle();
        }
        showState();
    });
    connect(&m_model, &Model::failed, this, [this](const base::Error &error) {
        setError(error);
        showState();
    });
    connect(&m_model, &Model::countsChanged, this, &RunsPane::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        followSelection();
        showState();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &RunsPane::showState);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this] { m_actions->follow(chosen(), &m_model.homes()); });
}

void RunsPane::connectVerbs()
{
    connect(&m_verbs, &RunVerbs::said, this, &Pane::said);
    connect(&m_verbs, &RunVerbs::failed, this, &Pane::failed);
    connect(m_inspector, &RunInspector::failed, this, &Pane::failed);
    connect(m_inspector, &RunInspector::runWanted, this, &RunsPane::showRun);
    context().seat.guard(domain::Right::Run, m_actions->forRunners(), this);
    m_model.setSight(context().seat.sight());
    connect(m_actions->runAgain, &QAction::triggered, this, [this] { m_verbs.runAgain(this, chosen()); });
    connect(m_actions->cancel, &QAction::triggered, this, [this] { m_verbs.cancel(this, chosen()); });
    connect(m_actions->startNow, &QAction::triggered, this, [this] { m_verbs.startNow(this, chosen()); });
    connect(m_actions->note, &QAction::triggered, this, [this] { m_verbs.note(this, chosen()); });
    connect(m_actions->clearQueue, &QAction::triggered, this,
            [this] { m_verbs.clearQueue(this, m_model.counts().queued); });
    for (const auto &[action, verb] :
         {std::pair(m_actions->findInLogs, LogsVerb::Find), std::pair(m_actions->mergeLogs, LogsVerb::Merge),
          std::pair(m_actions->compareLogs, LogsVerb::Compare)})
        connect(action, &QAction::triggered, this, [this, verb = verb] { Q_EMIT logsWanted(chosen(), verb); });
    connect(m_actions->showLog, &QAction::triggered, this, [this] {
        if (const QList<domain::Run> runs = chosen(); runs.size() == 1)
            Q_EMIT logWanted(runs.constFirst().id);
    });
    connect(m_actions->showAutomation, &QAction::triggered, this, [this] {
        if (const QList<domain::Run> runs = chosen(); runs.size() == 1)
            Q_EMIT automationWanted(runs.constFirst().automationId);
    });
}

void RunsPane::fillMenu(QMenu *menu)
{
    TablePane::fillMenu(menu);
    menu->addSeparator();
    menu->addAction(m_actions->clearQueue);
}

QList<QAction *> RunsPane::rowVerbs() const
{
    return m_actions->forMenu();
}

QList<domain::Run> RunsPane::chosen() const
{
    QList<domain::Run> runs;
    const QList<int> rows = chosenRows();
    for (const int row : rows)
        runs.append(m_model.run(row));
    return runs;
}

void RunsPane::followSelection()
{
    const QList<domain::Run> runs = chosen();
    m_actions->follow(runs, &m_model.homes());
    m_inspector->setChosen(runs);
}

void RunsPane::open(int)
{
    m_actions->showLog->trigger();
}

void RunsPane::applyFilter()
{
    setError(std::nullopt);
    m_asked = true;
    m_model.setFilter(models::runFilter(filter().filter(), context().clock.now()));
    showState();
}

void RunsPane::retry()
{
    setError(std::nullopt);
    m_asked = true;
    m_model.reload();
}

void RunsPane::showCount()
{
    const QString total = models::numberText(m_model.counts().total);
    const std::optional<qint64> matching = m_model.matching();
    if (!matching)
        header().setCount(tr("%1+ of %2").arg(models::numberText(m_model.rowCount()), total));
    else if (*matching != m_model.counts().total)
        header().setCount(tr("%1 of %2").arg(models::numberText(*matching), total));
    else
        header().setCount(total);
}

void RunsPane::showState()
{
    showCount();
    m_actions->followQueue(m_model.counts().queued);
    showContent(
        {.failure = tr("The runs could not be read."), .any = m_model.rowCount() > 0, .loading = m_model.isLoading()});
}

void RunsPane::showEmpty()
{
    if (filter().filter().isEmpty())
        body().showInstead({u"nav-runs"_s,
                            tr("No runs yet"),
                            tr("Every run will be listed here, and every slot that was skipped, with the reason."),
                            {},
                            {},
                            {}},
                           {});
    else
        body().showInstead(
            filteredContent(
                tr("No run matches"),
                tr("%Ln runs are hidden by %1.", nullptr, int(m_model.counts().total)).arg(filter().inWords())),
            [this] { filter().clear(); });
}

QString RunsPane::exportedText(int rows) const
{
    return tr("%n runs exported, those that have been scrolled to", nullptr, rows);
}

void RunsPane::showRunsOf(const base::AutomationId &automation)
{
    setFilter(u"automation:"_s + automation.text());
}

void RunsPane::showRun(const base::RunId &run)
{
    if (m_model.rowOf(run) < 0)
        setFilter(run.text());
    select(run);
}

void RunsPane::select(const base::RunId &run)
{
    keeper().want({run.text()});
    if (keeper().selectedKeys().contains(run.text()))
        table().scrollTo(table().currentIndex());
}

} // namespace ui
