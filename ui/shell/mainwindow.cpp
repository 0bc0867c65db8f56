// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "app/base/answer.h"
#include "app/base/logging.h"
#include "models/workspacestatus.h"
#include "ui/errors/errortext.h"
#include "ui/forms/automationeditor.h"
#include "ui/log/logdock.h"
#include "ui/shell/announcer.h"
#include "ui/shell/filemenus.h"
#include "ui/shell/help/helpwindows.h"
#include "ui/shell/holds/holdnotices.h"
#include "ui/shell/panes.h"
#include "ui/shell/statusline.h"
#include "ui/shell/troubles.h"
#include "ui/shell/windowmenus.h"
#include "ui/shell/workarea.h"
#include "ui/transfer/transferverbs.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/rail.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const Context &context)
    : m_context(context),
      m_automations(std::make_unique<models::AutomationModel>(context.store, context.catalog, context.clock)),
      m_railModel(new RailModel(railEntries(), this)),
      m_rail(new Rail(context.look)),
      m_area(new WorkArea(context.look)),
      m_engine(new EngineCorner(context.look, context.seat)),
      m_status(new StatusLine(context.look, context.clock)),
      m_menus(new WindowMenus(context.look, *menuBar(), railEntries())),
      m_announcer(new Announcer(context.look, *m_menus->undo, this)),
      m_closing(new CloseQuestion(context, this)),
      m_troubles(new Troubles(context.store, this)),
      m_paint(*this)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Signalbox"));
    setMinimumSize(720, 480);
    buildFrame();
    connectMenus();
    connectArea();
    m_menus->restoreScheme(context.desk);
    resize(1280, 800);
    restoreGeometry(context.desk.value(u"window/geometry"_s).toByteArray());
    m_area->restore(context.desk);
    m_area->showLoading();
    connect(&m_paint, &FirstPaint::painted, this, &MainWindow::painted);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    menuBar()->setCornerWidget(m_engine);
    m_rail->setModel(m_railModel);
    m_rail->setCurrentIndex(m_railModel->index(m_railModel->rowOf(u"automations"_s)));
    auto *centre = new QWidget(this);
    auto *rows = new QVBoxLayout(centre);
    auto *middle = new QHBoxLayout;
    auto *railColumn = new QVBoxLayout;
    rows->setSpacing(0);
    middle->setSpacing(0);
    railColumn->setContentsMargins(0, 8, 0, 8);
    railColumn->addWidget(m_rail);
    rows->addLayout(middle, 1);
    rows->addWidget(m_status);
    middle->addLayout(railColumn);
    middle->addWidget(new Hairline(m_context.look, Qt::Vertical, centre));
    middle->addWidget(m_area, 1);
    setCentralWidget(centre);
}

void MainWindow::connectMenus()
{
    m_menus->newAutomation->setEnabled(false);
    connect(m_menus->newAutomation, &QAction::triggered, this, [this] { openEditor({}); });
    connect(m_menus->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menus->filter, &QAction::triggered, this, [this] {
        if (m_panes)
            m_panes->pane(m_rail->currentIndex().row()).focusFilter();
    });
    connect(m_menus->inspector, &QAction::triggered, m_area, &WorkArea::setInspectorShown);
    connect(m_menus->log, &QAction::triggered, m_area, &WorkArea::setLogShown);
    connect(m_menus, &WindowMenus::paneChosen, this, qOverload<int>(&MainWindow::choosePane));
    connect(m_menus->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_menus->programLog, &QAction::triggered, this, &MainWindow::showProgramLog);
    connect(m_menus->about, &QAction::triggered, this, [this] { makeAbout(m_context.look, this)->open(); });
    connect(m_rail->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { choosePane(current.row()); });
}

void MainWindow::connectArea()
{
    connect(m_area, &WorkArea::inspectorShownChanged, m_menus->inspector, &QAction::setChecked);
    connect(m_area, &WorkArea::inspectorResized, this, &MainWindow::placeToast);
    connect(&m_area->dock(), &QDockWidget::visibilityChanged, this, [this] {
        m_menus->log->setChecked(!m_area->dock().isHidden());
        placeToast();
    });
    connect(m_area, &WorkArea::noticeAction, this, &MainWindow::retryWanted);
    connect(m_area, &WorkArea::noticeLink, this, [this] { showDetails(*m_failure); });
    connect(m_troubles, &Troubles::changed, this, &MainWindow::showBanner);
    connect(m_area, &WorkArea::bannerLink, this, [this](const QString &link) {
        if ((m_holds && m_holds->follow(link)) || (m_transfers && m_transfers->follow(link)))
            return;
        if (const std::optional<base::Error> trouble = m_troubles->worst())
            showDetails(*trouble);
    });
    connect(m_closing, &CloseQuestion::answered, this, [this](CloseChoice choice) {
        saveState();
        Q_EMIT closeWanted(choice);
    });
}

void MainWindow::start()
{
    m_figures = std::make_unique<models::WorkspaceStatus>(m_context.store, *m_automations, m_context.clock);
    m_panes = std::make_unique<PaneSet>(m_context, *m_automations, m_area);
    m_log = new LogDock(m_context, m_area);
    m_area->setLog(m_log);
    connectLog();
    connectHolds();
    connectTransfers();
    connect(m_panes.get(), &PaneSet::paneMade, this, &MainWindow::welcome);
    connect(m_panes.get(), &PaneSet::paneWanted, this, qOverload<const QString &>(&MainWindow::choosePane));
    connect(m_panes.get(), &PaneSet::connectionsChanged, this, &MainWindow::showFigures);
    connect(m_figures.get(), &models::WorkspaceStatus::changed, this, &MainWindow::showFigures);
    connect(m_automations.get(), &models::AutomationModel::loaded, this, &MainWindow::showFigures);
    m_menus->newAutomation->setEnabled(true);
    connectFile();
    restoreState();
}

void MainWindow::welcome(Pane *pane)
{
    m_menus->fill(*pane);
    connect(pane, &Pane::logWanted, this, &MainWindow::openLog);
    connect(pane, &Pane::logsWanted, m_log, &LogDock::openTogether);
    connect(pane, &Pane::editWanted, this, &MainWindow::openEditor);
    connect(pane, &Pane::draftWanted, this,
            [this](const domain::Automation &draft, const QString &note) { edit({})->setDraft(draft, note); });
    connect(pane, &Pane::said, m_announcer, &Announcer::say);
    connect(pane, &Pane::failed, m_announcer, &Announcer::sayError);
    pane->restoreState();
}

void MainWindow::connectLog()
{
    connect(m_log, &LogDock::said, m_announcer, &Announcer::say);
    connect(m_log, &LogDock::failed, m_announcer, &Announcer::sayError);
    connect(m_log, &LogDock::collapseWanted, this, [this] { m_area->setLogShown(false); });
    connect(m_log, &LogDock::shownWanted, this, [this] { m_area->setLogShown(true); });
    connect(m_log, &LogDock::emptied, this, [this] { m_area->setLogShown(false); });
}

void MainWindow::connectFile()
{
    m_file = new FileMenus(m_context, *m_menus, this);
    connect(m_file, &FileMenus::said, this, &MainWindow::say);
    connect(m_file, &FileMenus::failed, this, &MainWindow::sayError);
    connect(m_file, &FileMenus::seatChanged, this, [this] { setEngine(m_engine->state()); });
    connect(m_file, &FileMenus::shownWanted, this, [this](const QString &pane) {
        raiseNow();
        choosePane(pane);
    });
}

void MainWindow::connectHolds()
{
    m_holds = new HoldNotices(m_context, this);
    m_status->setLead(m_holds->pauseSwitch());
    connect(m_holds, &HoldNotices::changed, this, &MainWindow::showBanner);
    connect(m_holds, &HoldNotices::said, m_announcer, &Announcer::say);
    connect(m_holds, &HoldNotices::failed, m_announcer, &Announcer::sayError);
}

/// The worst of what lasts.
void MainWindow::showBanner()
{
    std::optional<BannerContent> content = m_troubles->banner();
    if (!content && m_holds)
        content = m_holds->banner();
    if (!content && m_transfers)
        content = m_transfers->banner();
    m_area->setBanner(content);
}

void MainWindow::connectTransfers()
{
    m_transfers = new TransferVerbs(m_context, this);
    m_menus->addToFile(m_transfers->actions());
    connect(m_transfers, &TransferVerbs::changed, this, &MainWindow::showBanner);
    connect(m_transfers, &TransferVerbs::said, m_announcer, &Announcer::say);
    connect(m_transfers, &TransferVerbs::failed, m_announcer, &Announcer::sayError);
    connect(m_transfers, &TransferVerbs::restartWanted, this, &MainWindow::retryWanted);
}

void MainWindow::offerImport(const std::function<void(bool)> &known)
{
    m_transfers->offerMachine(known);
}

void MainWindow::showFigures()
{
    if (!m_automations->isLoaded())
        return;
    const StatusFigures figures = figuresOf(*m_figures, m_panes->connectionModel());
    m_railModel->setWaiting(u"connections"_s, figures.remoteNeeds);
    m_status->setFigures(figures);
    m_railModel->setRunning(u"runs"_s, figures.running);
    m_railModel->setWaiting(u"approvals"_s, int(m_figures->runs().awaitingApproval));
    m_file->setWaiting(int(m_figures->runs().awaitingApproval));
    m_railModel->setOpen(u"maintenance"_s, int(m_figures->openWindows().size()));
}

void MainWindow::choosePane(const QString &key)
{
    choosePane(m_railModel->rowOf(key));
}

void MainWindow::choosePane(int row)
{
    if (row < 0 || row >= m_railModel->rowCount())
        return;
    const RailEntry &entry = m_railModel->entry(row);
    m_rail->setCurrentIndex(m_railModel->index(row));
    m_menus->setCurrentPane(entry.key);
    if (!m_panes)
        return;
    setWindowTitle(tr("%1 – Signalbox").arg(entry.title));
    Pane &pane = m_panes->pane(row);
    m_area->showPane(&pane, pane.inspector());
    if (auto *view = pane.findChild<QTableView *>())
        view->setFocus();
    else
        pane.setFocus();
}

void MainWindow::openLog(const base::RunId &run)
{
    m_log->open(run);
    m_area->setLogShown(true);
}

void MainWindow::openEditor(const base::AutomationId &automation)
{
    if (automation.isEmpty()) {
        edit({});
        return;
    }
    base::onAnswer(this, m_context.store.automations().get(automation),
                   [this](const base::Result<domain::Automation> &found) {
                       if (found)
                           edit(*found);
                       else
                           sayError(found.error());
                   });
}

AutomationEditor *MainWindow::edit(std::optional<domain::Automation> automation)
{
    auto *editor = new AutomationEditor(m_context, std::move(automation), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &AutomationEditor::saved, m_panes.get(), &PaneSet::showAutomation);
    editor->open();
    return editor;
}

void MainWindow::say(const QString &text)
{
    m_announcer->say(text, {});
}

void MainWindow::sayError(const base::Error &error)
{
    m_announcer->sayError(error);
}

void MainWindow::placeToast()
{
    constexpr int above = 12;
    m_announcer->setInsets(m_status->sizeHint().height() + above + m_area->shownDockHeight(),
                           m_area->shownInspectorWidth());
}

void MainWindow::setEngine(EngineState state)
{
    m_engine->setState(state);
    // The corner's width follows its words only when it is set anew.
    menuBar()->setCornerWidget(m_engine);
    m_engine->show();
}

void MainWindow::showFailure(const base::Error &error)
{
    m_failure = error;
    setEngine(EngineState::Off);
    m_status->setFigures({.knowledge = StatusFigures::Knowledge::Closed});
    m_area->showNotice(failedContent(tr("Could not open the workspace"), errorText(error)));
}

void MainWindow::showDetails(const base::Error &error)
{
    const QString text = tr("%1\n\nWorkspace: %2").arg(error.message(), m_context.store.directory());
    m_context.prompts.ask(this,
                          {.title = tr("What went wrong"), .text = text, .verbs = {tr("&Program log"), tr("Close")}},
                          [this](int verb) {
                              if (verb == 0)
                                  showProgramLog();
                          });
}

void MainWindow::showShortcuts()
{
    // The verbs of a pane that nobody has opened yet are keys too.
    for (int row = 0; m_panes && row < m_railModel->rowCount(); ++row)
        m_panes->pane(row);
    makeShortcutList(m_context.look, m_menus->menus(), this)->show();
}

void MainWindow::showProgramLog()
{
    (new ProgramLog(m_context.look, base::loggingPath(), this))->show();
}

void MainWindow::raiseNow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::leave()
{
    if (!std::exchange(m_leaving, true))
        saveState();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_leaving) {
        event->accept();
        return;
    }
    event->ignore();
    if (m_engine->state() == EngineState::Ours) {
        m_closing->ask();
        return;
    }
    saveState();
    Q_EMIT closeWanted(CloseChoice::Stop);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_rail->setForm(width() < breakpoint::normal ? RailForm::Collapsed : RailForm::Full);
    m_status->setForm(width() < breakpoint::compact ? StatusLine::Form::Short : StatusLine::Form::Full);
    m_area->fit(width());
    QMainWindow::resizeEvent(event);
    placeToast();
}

void MainWindow::saveState()
{
    if (!m_panes) // Nothing was opened, so there is no folder to write into.
        return;
    QSettings &desk = m_context.desk;
    desk.setValue(u"window/geometry"_s, saveGeometry());
    desk.setValue(u"window/pane"_s, m_railModel->entry(m_rail->currentIndex().row()).key);
    desk.setValue(u"window/log"_s, !m_area->dock().isHidden());
    m_area->save(desk);
    m_menus->saveScheme(desk);
    m_log->saveState();
    for (Pane *pane : m_panes->made())
        pane->saveState();
    desk.sync();
}

void MainWindow::restoreState()
{
    m_log->restoreState();
    const bool logShown = m_context.desk.value(u"window/log"_s, false).toBool();
    m_area->setLogShown(logShown && !m_log->isEmpty());
    const int row = m_railModel->rowOf(m_context.desk.value(u"window/pane"_s).toString());
    choosePane(row >= 0 ? row : m_railModel->rowOf(u"automations"_s));
}

} // namespace ui
