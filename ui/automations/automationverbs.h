// SPDX-License-Identifier: Apache-2.0
// What can be done to automations from a table: each verb writes to the store and says, once, what came of it for all
// that were chosen. Of several it asks first, with their number.
#pragma once

#include "ui/forms/run/runstarter.h"
#include "ui/shell/context.h"

#include <QObject>

namespace ui {

/// What a verb is about; names are for what is said.
struct ChosenAutomation
{
    base::AutomationId id;
    QString name;
    bool paused = false;
    bool asks = false; ///< A run of it asks for arguments.
    bool open = false; ///< A run of it waits or goes on.
    /// Why its system can't do that; empty where it can, and for what lives on this machine.
    QString cannotRun = {}, cannotPause = {}, cannotRemove = {};
    QString home = {}; ///< The name of the connection where it lives; empty is this machine.
};

using ChosenAutomations = QList<ChosenAutomation>;

/// Lives on the main thread. `context` must outlive it.
class AutomationVerbs : public QObject
{
    Q_OBJECT

public:
    explicit AutomationVerbs(const Context &context, QObject *parent = nullptr);

    /// Those that ask for something ask it, one after the other, in dialogs of `asker`'s window.
    void run(QWidget *asker, const ChosenAutomations &chosen);
    /// Those that are so already are left alone. Can be undone.
    void setPaused(QWidget *asker, const ChosenAutomations &chosen, bool paused);
    /// A copy of each with a name of its own, paused, so that nothing runs twice. Can be undone.
    void duplicate(QWidget *asker, const ChosenAutomations &chosen);
    /// Asks for a name and keeps it as a template of this workspace. Can be undone.
    void saveAsTemplate(QWidget *asker, const ChosenAutomation &chosen);
    /// Can be undone; what waits or runs can't be brought back, so then it asks first.
    void remove(QWidget *asker, const ChosenAutomations &chosen);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);
    /// One was, alone: whoever shows it may choose the copy.
    void duplicated(const base::AutomationId &copy);

private:
    struct Bulk
    {
        QString title;
        QString text;
        QString verb;
        bool destructive = false;
    };
    /// Of several it asks once, with their number.
    void askAbout(QWidget *asker, qsizetype count, const Bulk &bulk, const std::function<void()> &go);
    void ask(QWidget *asker, const Bulk &bulk, const std::function<void()> &go);
    void keepTemplate(const base::AutomationId &id, const QString &name);
    void runEach(QWidget *asker, const ChosenAutomations &chosen);
    void duplicateEach(const QList<domain::Automation> &originals);
    void sayDuplicated(const QList<domain::Automation> &copies);
    void restore(const ChosenAutomations &gone);
    void removeNow(const ChosenAutomations &chosen);
    void pauseNow(const QList<base::AutomationId> &ids, bool paused, const QString &text);
    QString pausedText(const ChosenAutomations &chosen, bool paused) const;

    const Context &m_context;
    RunStarter m_starter;
};

} // namespace ui
