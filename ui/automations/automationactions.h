// SPDX-License-Identifier: Apache-2.0
// The verbs of the automations pane as actions: one object each for menu, context menu, head and inspector, so that
// text, shortcut and whether it can be used are the same everywhere.
#pragma once

#include "ui/automations/automationverbs.h"
#include "ui/look/look.h"

#include <QAction>
#include <QObject>

namespace ui {

class AutomationActions : public QObject
{
    Q_OBJECT

public:
    /// The actions are added to `owner`; their shortcuts work while the focus is in it.
    AutomationActions(const Look &look, QWidget *owner);

    /// Sets texts and whether each can be used.
    void follow(const ChosenAutomations &chosen);

    /// Why nothing can be published; empty where it can. Asked by the next follow().
    void setPublishObstacle(const QString &why) { m_cannotPublish = why; }

    QAction *create;
    QAction *importFile; ///< Code as a new automation.
    QAction *importFolder;
    QAction *run;
    QAction *showLog;
    QAction *edit;
    QAction *duplicate;
    QAction *pause; ///< Resume where all are paused.
    QAction *showRuns;
    QAction *keep;    ///< As a template.
    QAction *publish; ///< To a remote system.
    QAction *remove;

    /// In the order of menus.
    QList<QAction *> forMenu() const { return {run, showLog, showRuns, edit, duplicate, keep, publish, pause, remove}; }

private:
    struct Spec
    {
        const char *name;
        QString text;
        QString icon;
        QKeySequence key;
    };
    QAction *make(const Look &look, QWidget *owner, const Spec &spec);

    const Look &m_look;
    QString m_cannotPublish;
};

} // namespace ui
