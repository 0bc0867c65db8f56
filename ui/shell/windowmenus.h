// SPDX-License-Identifier: Apache-2.0
// The menu bar and the shortcuts that hold in the whole window. What an action does is connected by the window; what a
// pane can do, its own menu says.
#pragma once

#include "ui/look/look.h"
#include "ui/shell/railmodel.h"

#include <QAction>
#include <QMenuBar>

class QActionGroup;
class QSettings;

namespace ui {

class Pane;

class WindowMenus : public QObject
{
    Q_OBJECT

public:
    WindowMenus(Look &look, QMenuBar &bar, const QList<RailEntry> &panes);

    /// Puts the verbs of a pane into its menu. Only the current pane's menu can be opened.
    void fill(Pane &pane);
    void setCurrentPane(const QString &key);
    /// Puts a submenu into File, above Quit.
    void addToFile(QMenu &menu);
    void addToView(QAction *action);
    /// The same, with a line behind them.
    void addToFile(const QList<QAction *> &actions);
    /// Scheme of the last session.
    void restoreScheme(QSettings &desk);
    void saveScheme(QSettings &desk) const;
    /// Everything that has a shortcut, menu by menu.
    QList<QMenu *> menus() const;

    QAction *const newAutomation;
    QAction *const quit;
    QAction *const undo;
    QAction *const filter;
    QAction *const inspector; ///< Checkable.
    QAction *const log;       ///< Checkable.
    QAction *const shortcuts;
    QAction *const programLog;
    QAction *const about;

Q_SIGNALS:
    void paneChosen(int row);

private:
    struct Spec
    {
        const char *name;
        QString text;
        QString icon;
        QList<QKeySequence> keys;
    };
    QAction *make(const Spec &spec);
    void buildView();
    void buildGo(const QList<RailEntry> &panes);
    void buildPaneMenus(const QList<RailEntry> &panes);
    QMenu *addMenu(const QString &title, const QString &name);

    Look &m_look;
    QMenuBar &m_bar;
    QActionGroup *m_schemes;
    QActionGroup *m_panes;
    QHash<QString, QMenu *> m_paneMenus;
};

} // namespace ui
