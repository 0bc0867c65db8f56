// SPDX-License-Identifier: Apache-2.0
// One entry of the rail: the centre of the window while it is chosen, with an inspector beside it. A pane knows the
// store and its models; what it wants from the rest of the window it says with signals.
#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/domain/automation.h"
#include "app/domain/run.h"

#include <QWidget>

#include <functional>

class QMenu;

namespace ui {

/// What can be done with the logs of several runs.
enum class LogsVerb { Find, Merge, Compare };

class Pane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The stable key of settings, screenshots and links: `automations`.
    virtual QString key() const = 0;
    /// Translated, for the rail and the window title.
    virtual QString title() const = 0;
    /// Icon name of the rail: `nav-automations`.
    virtual QString iconName() const = 0;
    /// Shown at the right while the pane is chosen; owned by the pane, null where it has none.
    virtual QWidget *inspector() = 0;
    /// Adds the pane's verbs to the window's menu of its name (with shortcuts); called once.
    virtual void fillMenu(QMenu *menu) = 0;
    /// Moves the keyboard to the filter.
    virtual void focusFilter() = 0;
    virtual void saveState() = 0;
    virtual void restoreState() = 0;

Q_SIGNALS:
    /// Show this run's log in the dock.
    void logWanted(const base::RunId &run);
    /// Two or more; the first is the one to begin with.
    void logsWanted(const QList<domain::Run> &runs, ui::LogsVerb verb);
    /// Choose the other pane and select this there.
    void automationWanted(const base::AutomationId &automation);
    void runsWanted(const base::AutomationId &automation);
    /// Choose the pane with this key.
    void paneWanted(const QString &key);
    /// Open the editor; an empty id makes a new automation.
    void editWanted(const base::AutomationId &automation);
    /// Open the editor with what is not saved yet; `note` is said above it.
    void draftWanted(const domain::Automation &draft, const QString &note);
    /// One event, said in passing; `undo` may be empty.
    void said(const QString &text, const std::function<void()> &undo);
    /// A verb did not work; said in passing, in words.
    void failed(const base::Error &error);
};

} // namespace ui
