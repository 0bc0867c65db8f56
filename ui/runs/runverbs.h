// SPDX-License-Identifier: Apache-2.0
// What can be done to runs from a table: start their automations once more, stop them or start them before their time,
// take note of failures. Of several it asks once, with their number.
#pragma once

#include "app/domain/run.h"
#include "ui/forms/run/runstarter.h"
#include "ui/shell/context.h"
#include "ui/widgets/prompts.h"

#include <QObject>

namespace ui {

/// Lives on the main thread. `context` must outlive it.
class RunVerbs : public QObject
{
    Q_OBJECT

public:
    explicit RunVerbs(const Context &context, QObject *parent = nullptr);

    /// One new run for each automation among them; those that were given something ask anew, with the same values.
    void runAgain(QWidget *asker, const QList<domain::Run> &chosen);
    /// Those that are over are left alone.
    void cancel(QWidget *asker, const QList<domain::Run> &chosen);
    /// Those that are held and may start; others are left alone. For those that a window holds a reason is asked.
    void startNow(QWidget *asker, const QList<domain::Run> &chosen);
    /// Asks for a note to the failures among them that have none yet; where all have one it is taken back. Can be
    /// undone.
    void note(QWidget *asker, const QList<domain::Run> &chosen);
    /// Cancels all that wait for their turn.
    void clearQueue(QWidget *asker, qint64 queued);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    /// At once where it is one.
    void askAbout(QWidget *asker, qsizetype count, const Question &question, const std::function<void()> &go);
    void runEachAgain(QWidget *asker, QList<domain::Run> each);
    void cancelNow(const QList<domain::Run> &open);
    void breakGlass(QWidget *asker, const QList<domain::Run> &blocked);
    void startAll(const QList<base::RunId> &ids);
    void noteAll(const QList<base::RunId> &ids, const QString &text);
    void takeNotesBack(const QList<domain::Run> &noted);
    void clearNow();

    const Context &m_context;
    RunStarter m_starter;
};

} // namespace ui
