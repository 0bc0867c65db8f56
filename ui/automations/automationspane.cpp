// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/automationspane.h"

#include "models/times.h"
#include "ui/automations/automationactions.h"
#include "ui/automations/automationinspector.h"
#include "ui/connections/publishdialog.h"
#include "ui/panes/filterstates.h"
#include "ui/panes/inspectorparts.h"
#include "ui/panes/lateinspector.h"
#include "ui/panes/panebody.h"
#include "ui/panes/panestate.h"
#include "ui/panes/viewkeeper.h"
#include "ui/seat/seat.h"
#include "ui/widgets/paneheader.h"

#include <QHeaderView>
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
        {.column = Model::Kind, .width = 120, .fromWindow = 1200, .leaves = 2, .style = {IconText}},
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
    states += timeStates(AutomationsPane::tr("&Last run"));
    QList<FilterState> triggers = triggerStates();
    triggers.removeIf([](const FilterState &state) { return state.word == "workflow"_L1; }); // runs only have that one
    states += triggers;
    return states;
}

} // namespace

AutomationsPane::AutomationsPane(const Context &context, models::AutomationModel &model, QWidget *parent)
    : TablePane(context, plan(), parent),
      m_model(model),
      m_rows(model),
      m_verbs(context),
      m_import(context, this),
      m_actions(new AutomationActions(context.look, this))
{
    setInspector(new LateInspector([this] { return makeInspector(); }, this));
    setModel(m_rows, columnPlans());
    table().horizontalHeader()->setSortIndicator(Model::Name, Qt::AscendingOrder);
    buildHeader();
    connectModel();
    connectVerbs();
    showState();
}

TablePane::Plan AutomationsPane::plan()
{
    return {.key = u"automations"_s,
            .title = tr("Automations"),
            .icon = u"nav-automations"_s,
            .scope = models::FilterScope::Automations,
            .states = filterStates(),
            .filterHint = tr("Filter: words, status:failed, tag:nightly")};
}

void AutomationsPane::buildHeader()
{
    QPushButton *run = header().addButton(m_actions->run->icon(), tr("Run"));
    QPushButton *pause = header().addButton(m_actions->pause->icon(), tr("Pause"));
    QPushButton *create = header().setPrimary(m_actions->create->icon(), tr("New"));
    run->setObjectName(u"headerRun"_s);
    pause->setObjectName(u"headerPause"_s);
    m_pauseButton = pause;
    followAction(run, m_actions->run);
    followAction(pause, m_actions->pause);
    connect(create, &QPushButton::clicked, m_actions->create, &QAction::trigger);
    followAction(create, m_actions->create);
    buildMore();
}

void AutomationsPane::buildMore()
{
    QMenu &more = header().more();
    more.addActions(rowVerbs());
    more.addSeparator();
    more.addActions(importVerbs());
    more.addSeparator();
    addColumnsVerb(more);
    QAction *again = more.addAction(tr("&Sort again"), &m_rows, &models::AutomationFilter::sortAgain);
    again->setObjectName(u"sortAgain"_s);
    addExportVerb(more);
}

void AutomationsPane::connectModel()
{
    connect(&m_model, &Model::loaded, this, [this] {
        setError(std::nullopt);
        showState();
        keeper().settle();
    });
    connect(&m_model, &Model::failed, this, [this](const base::Error &error) {
        setError(error);
        showState();
    });
    connect(&m_model, &Model::summaryChanged, this, [this] {
        setError(std::nullopt);
        showState();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_rows, signal, this, &AutomationsPane::showState);
    connect(&m_rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (last - first + 1 == m_rows.rowCount()) // The first of an empty workspace.
            keeper().settle();
    });
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &AutomationsPane::showState);
    connect(&m_rows, &QAbstractItemModel::dataChanged, this, [this] { m_actions->follow(chosen()); });
    if (m_model.isLoaded())
        keeper().settle();
}

void AutomationsPane::connectVerbs()
{
    connect(&m_verbs, &AutomationVerbs::said, this, &Pane::said);
    connect(&m_verbs, &AutomationVerbs::failed, this, &Pane::failed);
    const AutomationActions &can = *m_actions;
    context().seat.guard(domain::Right::Edit,
                         {can.create, can.importFile, can.importFolder, can.edit, can.duplicate, can.keep, can.publish,
                          can.pause, can.remove},
                         this);
    context().seat.guard(domain::Right::Run, {can.run}, this);
    connect(m_actions->create, &QAction::triggered, this, [this] { Q_EMIT editWanted({}); });
    connect(m_actions->importFile, &QAction::triggered, &m_import, &CodeImport::askForFile);
    connect(m_actions->importFolder, &QAction::triggered, &m_import, &CodeImport::askForFolder);
    connect(&m_import, &CodeImport::imported, this, &Pane::draftWanted);
    connect(&m_import, &CodeImport::failed, this, &Pane::failed);
    connect(m_actions->run, &QAction::triggered, this, [this] { m_verbs.run(this, chosen()); });
    connect(m_actions->duplicate, &QAction::triggered, this, [this] { m_verbs.duplicate(this, chosen()); });
    connect(&m_verbs, &AutomationVerbs::duplicated, this, &AutomationsPane::select);
    connect(m_actions->remove, &QAction::triggered, this, [this] { m_verbs.remove(this, chosen()); });
    connect(m_actions->pause, &QAction::triggered, this, [this] {
        const ChosenAutomations all = chosen();
        const bool anyActive = std::any_of(all.cbegin(), all.cend(), [](const auto &one) { return !one.paused; });
        m_verbs.setPaused(this, all, anyActive);
    });
    connect(m_actions->keep, &QAction::triggered, this, [this] {
        if (const ChosenAutomations all = chosen(); all.size() == 1)
            m_verbs.saveAsTemplate(this, all.constFirst());
    });
    connect(m_actions->publish, &QAction::triggered, this, &AutomationsPane::publish);
    connect(&m_model.homes(), &models::ConnectionBook::changed, this, &AutomationsPane::followSelection);
    const auto withOne = [this](QAction *action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            if (const ChosenAutomations all = chosen(); all.size() == 1)
                what(all.constFirst().id);
        });
    };
    withOne(m_actions->edit, [this](const base::AutomationId &id) { Q_EMIT editWanted(id); });
    withOne(m_actions->showRuns, [this](const base::AutomationId &id) { Q_EMIT runsWanted(id); });
    connect(m_actions->showLog, &QAction::triggered, this, [this] {
        if (const QList<int> rows = chosenRows(); rows.size() == 1)
            open(rows.constFirst());
    });
}

QWidget *AutomationsPane::makeInspector()
{
    m_inspector = new AutomationInspector(context(), m_model, *m_actions);
    connect(m_inspector, &AutomationInspector::said, this, &Pane::said);
    connect(m_inspector, &AutomationInspector::failed, this, &Pane::failed);
    m_inspector->setChosen(chosen());
    return m_inspector;
}

void AutomationsPane::publish()
{
    const QList<int> rows = chosenRows();
    const QList<domain::Connection> takers = PublishDialog::takers(m_model.homes().all());
    if (rows.size() != 1 || takers.isEmpty())
        return;
    auto *dialog = new PublishDialog(context(), rowAt(rows.constFirst()).automation, takers, this);
    connect(dialog, &PublishDialog::said, this, [this](const QString &text) { Q_EMIT said(text, {}); });
    dialog->open();
}

void AutomationsPane::fillMenu(QMenu *menu)
{
    menu->addAction(m_actions->create);
    menu->addActions(importVerbs());
    menu->addSeparator();
    TablePane::fillMenu(menu);
}

QList<QAction *> AutomationsPane::importVerbs() const
{
    if (!m_import.isPossible())
        return {};
    return {m_actions->importFile, m_actions->importFolder};
}

QList<QAction *> AutomationsPane::rowVerbs() const
{
    return m_actions->forMenu();
}

const models::AutomationRow &AutomationsPane::rowAt(int row) const
{
    return m_model.row(m_rows.mapToSource(m_rows.index(row, 0)).row());
}

ChosenAutomations AutomationsPane::chosen() const
{
    ChosenAutomations all;
    const models::ConnectionBook &homes = m_model.homes();
    const QList<int> rows = chosenRows();
    for (const int row : rows) {
        const domain::Automation &automation = rowAt(row).automation;
        const QList<domain::Run> &history = rowAt(row).history;
        const bool open = std::any_of(history.cbegin(), history.cend(),
                                      [](const domain::Run &run) { return !domain::isFinal(run.status); });
        all.append({.id = automation.id,
                    .name = automation.name,
                    .paused = automation.paused,
                    .asks = domain::asksAnything(automation.arguments),
                    .open = open,
                    .cannotRun = homes.whyNot(automation.connectionId, domain::Capability::Run),
                    .cannotPause = homes.whyNotPause(automation.connectionId),
                    .cannotRemove = homes.whyNot(automation.connectionId, domain::Capability::Delete),
                    .home = rowAt(row).home});
    }
    return all;
}

void AutomationsPane::followSelection()
{
    const ChosenAutomations all = chosen();
    const bool any = !PublishDialog::takers(m_model.homes().all()).isEmpty();
    m_actions->setPublishObstacle(any ? QString() : tr("No connection takes new automations"));
    m_actions->follow(all);
    if (m_inspector)
        m_inspector->setChosen(all);
}

void AutomationsPane::applyFilter()
{
    m_rows.setFilter(filter().filter(), context().clock.now());
    if (m_model.isLoaded())
        keeper().settle();
    showState();
}

void AutomationsPane::retry()
{
    m_model.reload();
}

void AutomationsPane::showCount()
{
    const QString total = models::numberText(m_model.rowCount());
    const bool filtered = m_rows.rowCount() != m_model.rowCount();
    header().setCount(!m_model.isLoaded() ? QString()
                      : filtered          ? tr("%1 of %2").arg(models::numberText(m_rows.rowCount()), total)
                                          : total);
}

void AutomationsPane::showState()
{
    showCount();
    showContent({.failure = tr("The automations could not be read."),
                 .any = m_model.rowCount() > 0,
                 .loading = !m_model.isLoaded()});
}

void AutomationsPane::showEmpty()
{
    if (m_model.rowCount() == 0)
        body().showInstead({u"nav-automations"_s,
                            tr("No automations yet"),
                            tr("An automation is a command with a schedule and the rules it runs by. Its state and its "
                               "last runs will be listed here."),
                            tr("New"),
                            m_actions->create->shortcut().toString(QKeySequence::NativeText),
                            {}},
                           [this] { m_actions->create->trigger(); });
    else
        body().showInstead(
            filteredContent(
                tr("No automation matches"),
                tr("%n automations are hidden by %1.", nullptr, m_model.rowCount()).arg(filter().inWords())),
            [this] { filter().clear(); });
}

void AutomationsPane::open(int row)
{
    const models::AutomationRow &automation = rowAt(row);
    if (automation.history.isEmpty())
        Q_EMIT said(tr("“%1” has never run").arg(automation.automation.name), {});
    else
        Q_EMIT logWanted(automation.history.constFirst().id);
}

QString AutomationsPane::exportedText(int rows) const
{
    return tr("%n automations exported", nullptr, rows);
}

void AutomationsPane::select(const base::AutomationId &id)
{
    keeper().want({id.text()});
    if (!keeper().selectedKeys().contains(id.text())) {
        filter().clear();
        keeper().want({id.text()});
    }
    table().scrollTo(table().currentIndex());
}

void AutomationsPane::saveState()
{
    TablePane::saveState();
    QStringList keys;
    for (const models::AutomationFilter::SortKey &sort : m_rows.sortKeys())
        keys.append(u"%1 %2"_s.arg(sort.column).arg(int(sort.order)));
    context().desk.setValue(key() + "/sort"_L1, keys);
}

void AutomationsPane::restoreState()
{
    TablePane::restoreState();
    QList<models::AutomationFilter::SortKey> sorts;
    const QStringList keys = context().desk.value(key() + "/sort"_L1).toStringList();
    for (const QString &entry : keys) {
        const int column = entry.section(u' ', 0, 0).toInt();
        if (column >= 0 && column < m_model.columnCount())
            sorts.append({column, entry.section(u' ', 1).toInt() == 1 ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    if (!sorts.isEmpty()) {
        const QSignalBlocker blocker(table().horizontalHeader());
        table().horizontalHeader()->setSortIndicator(sorts.constFirst().column, sorts.constFirst().order);
        m_rows.setSortKeys(sorts);
    }
    if (m_model.isLoaded())
        keeper().settle();
}

void AutomationsPane::resizeEvent(QResizeEvent *event)
{
    m_pauseButton->setVisible(window()->width() >= windowWide);
    TablePane::resizeEvent(event);
}

} // namespace ui
