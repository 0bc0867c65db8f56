// SPDX-License-Identifier: Apache-2.0
// The verbs of the runs pane as actions, one object each for menu, context menu, head and inspector. One that can't be
// used says why in its tool tip.
#pragma once

#include "app/domain/run.h"
#include "models/connections/connectionbook.h"
#include "ui/look/look.h"

#include <QAction>
#include <QObject>

namespace ui {

class RunActions : public QObject
{
    Q_OBJECT

public:
    /// The actions are added to `owner`; their shortcuts work while the focus is in it.
    RunActions(const Look &look, QWidget *owner);

    /// `homes` says what the systems can do where runs live elsewhere.
    void follow(const QList<domain::Run> &chosen, const models::ConnectionBook *homes = nullptr);
    /// How many runs wait for their turn, whatever is chosen.
    void followQueue(qint64 queued);

    QAction *runAgain;
    QAction *startNow;
    QAction *cancel;
    QAction *note; ///< Takes the note back where all failures have one.
    QAction *showLog;
    QAction *findInLogs;
    QAction *mergeLogs;
    QAction *compareLogs;
    QAction *showAutomation;

    /// In the order of menus.
    QList<QAction *> forMenu() const
    {
        return {runAgain, startNow, cancel, note, showLog, findInLogs, mergeLogs, compareLogs, showAutomation};
    }

    /// Those that change something.
    QList<QAction *> forRunners() const { return {runAgain, startNow, cancel, note, clearQueue}; }

    QAction *clearQueue; ///< Of the pane, not of a row.

    /// Held, and not until a time of day: a person may start it at once.
    static bool mayStartNow(const domain::Run &run);

private:
    struct Spec
    {
        const char *name;
        QString text;
        QIcon icon;
        QKeySequence key;
    };
    QAction *make(QWidget *owner, const Spec &spec);
    void followHeld(const QList<domain::Run> &chosen);
    void followFailures(const QList<domain::Run> &chosen);
};

} // namespace ui
