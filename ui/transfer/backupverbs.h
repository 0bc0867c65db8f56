// SPDX-License-Identifier: Apache-2.0
// The whole workspace as one file, and back: asks where, shows how far it is, and can be cancelled.
#pragma once

#include "app/bundles/transfer/transfers.h"
#include "ui/shell/context.h"

#include <QObject>

#include <atomic>
#include <functional>

class QAction;

namespace ui {

/// Lives on the main thread. What it is given must outlive it.
class BackupVerbs : public QObject
{
    Q_OBJECT

public:
    BackupVerbs(const Context &context, const bundles::Transfers &transfers, QWidget *window);

    QList<QAction *> actions() const { return {m_backup, m_restore}; }
    void backUp(const QString &file, store::BackupLogs logs);
    /// Checks it, asks, and lets it lie ready.
    void restore(const QString &file);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);
    void restartWanted();

private:
    /// A dialog with a figure; what it is about is cancelled by its button.
    struct Shown
    {
        std::function<void()> close;
        store::BackupProgress progress;
    };
    Shown showProgress(const QString &text);
    void askForTarget();
    void askForSource();
    void askToRestore(const QString &file, const store::BackupInfo &info);
    void restoreNow(const QString &file);

    const Context &m_context;
    const bundles::Transfers &m_transfers;
    QWidget *m_window;
    QAction *m_backup;
    QAction *m_restore;
};

} // namespace ui
