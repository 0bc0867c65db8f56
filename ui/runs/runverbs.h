// SPDX-License-Identifier: Apache-2.0
// What can be done to runs from a table: start their automations once more, or stop them.
#pragma once

#include "app/domain/run.h"
#include "ui/forms/run/runstarter.h"
#include "ui/shell/context.h"

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
    void cancel(const QList<domain::Run> &chosen);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    const Context &m_context;
    RunStarter m_starter;
};

} // namespace ui
