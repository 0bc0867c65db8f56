// SPDX-License-Identifier: Apache-2.0
// The window: menu bar, rail, work area, status line, and who tells whom. A shell: panes know what they show, the work
// area knows where things lie, and what closing means is asked elsewhere.
#pragma once

#include "ui/shell/closing/closequestion.h"
#include "ui/shell/context.h"
#include "ui/shell/enginecorner.h"
#include "ui/shell/firstpaint.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace models {
class AutomationModel;
class WorkspaceStatus;
} // namespace models

namespace ui {

class Announcer;
class AutomationEditor;
class FileMenus;
class HoldNotices;
class LogDock;
class Pane;
class PaneSet;
class Rail;
class RailModel;
class StatusLine;
class TransferVerbs;
class Troubles;
class WindowMenus;
class WorkArea;

/// Lives on the main thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `context` must outlive the window. The store need not be open yet.
    explicit MainWindow(const Context &context);
    ~MainWindow() override;

    /// The store is open: panes load, and the last session comes back.
    void start();
    /// The store can't be opened: says so over the whole work area.
    void showFailure(const base::Error &error);
    void setEngine(EngineState state);
    /// Shows it and asks the desktop to bring it to the front.
    void raiseNow();
    /// Remembers the session. From now on closing is closing, without a question.
    void leave();

    void choosePane(const QString &key);
    /// In passing.
    void say(const QString &text);
    void sayError(const base::Error &error);
    void openLog(const base::RunId &run);
    /// An empty id makes a new automation.
    void openEditor(const base::AutomationId &automation);
    /// Looks, once in the life of a workspace, whether this machine has something to begin with; `known` hears whether
    /// it is offered. After start().
    void offerImport(const std::function<void(bool)> &known = {});
    /// Null before start().
    PaneSet *panes() const { return m_panes.get(); }
    models::AutomationModel *automations() const { return m_automations.get(); }

Q_SIGNALS:
    /// Once: it is on the screen.
    void painted();
    /// The person closed the window and has decided what becomes of the schedules.
    void closeWanted(ui::CloseChoice choice);
    /// After showFailure(), or when a backup lies ready: open the workspace again.
    void retryWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFrame();
    void connectMenus();
    void connectArea();
    void welcome(Pane *pane);
    void connectLog();
    void choosePane(int row);
    void connectHolds();
    void connectFile();
    void connectTransfers();
    void showBanner();
    void showFigures();
    AutomationEditor *edit(std::optional<domain::Automation> automation);
    void showDetails(const base::Error &error);
    void showProgramLog();
    void showShortcuts();
    void placeToast();
    void saveState();
    void restoreState();

    const Context &m_context;
    std::unique_ptr<models::AutomationModel> m_automations; ///< Reads while the window is built.
    RailModel *m_railModel;
    Rail *m_rail;
    WorkArea *m_area;
    EngineCorner *m_engine;
    StatusLine *m_status;
    WindowMenus *m_menus;
    Announcer *m_announcer;
    CloseQuestion *m_closing;
    Troubles *m_troubles;
    LogDock *m_log = nullptr;
    HoldNotices *m_holds = nullptr;       ///< Null before start().
    FileMenus *m_file = nullptr;          ///< The same.
    TransferVerbs *m_transfers = nullptr; ///< Null before start().
    std::unique_ptr<models::WorkspaceStatus> m_figures;
    std::unique_ptr<PaneSet> m_panes;
    std::optional<base::Error> m_failure;
    FirstPaint m_paint;
    bool m_leaving = false;
};

} // namespace ui
