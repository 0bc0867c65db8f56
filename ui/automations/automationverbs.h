// SPDX-License-Identifier: Apache-2.0
// What can be done to automations from a table: each verb writes to the store and says, once, what came of it for all
// that were chosen.
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
    void setPaused(const ChosenAutomations &chosen, bool paused);
    /// Asks first, because it can't be undone.
    void remove(QWidget *asker, const ChosenAutomations &chosen);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    void removeNow(const ChosenAutomations &chosen);
    void pauseNow(const QList<base::AutomationId> &ids, bool paused, const QString &text);
    QString pausedText(const ChosenAutomations &chosen, bool paused) const;

    const Context &m_context;
    RunStarter m_starter;
};

} // namespace ui
