// SPDX-License-Identifier: Apache-2.0
// Import and export for the window: entries of its menu File, files dropped on it, and what the machine itself has.
#pragma once

#include "app/bundles/transfer/transfers.h"
#include "ui/shell/context.h"
#include "ui/transfer/backupverbs.h"
#include "ui/widgets/messages/banner.h"

#include <QObject>

#include <functional>
#include <optional>

class QAction;

namespace ui {

class ImportDialog;

/// Lives on the main thread. `context` must outlive it.
class TransferVerbs : public QObject
{
    Q_OBJECT

public:
    /// Files may be dropped on `window`.
    TransferVerbs(const Context &context, QWidget *window);

    /// For the menu File.
    QList<QAction *> actions() const;
    /// Opens the dialog for files and folders.
    void importPaths(const QStringList &paths);
    /// Looks, once in the life of a workspace, whether there is something on this machine to begin with; `known` hears
    /// whether the offer stands.
    void offerMachine(const std::function<void(bool)> &known = {});
    /// The offer, while it stands.
    std::optional<BannerContent> banner() const;
    /// Whether the link of a banner was one of its own.
    bool follow(const QString &link);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);
    /// The banner is another one.
    void changed();
    /// A backup lies ready: the workspace must be opened anew.
    void restartWanted();

private:
    QAction *make(const char *name, const QString &text, const QString &icon);
    void askForFiles();
    void askForFolder();
    void askForTarget();
    void exportTo(const QString &path, const QString &format);
    ImportDialog *openDialog();
    void show(ImportDialog *dialog, const base::Result<bundles::ImportPlan> &plan);
    void importNow(const bundles::ImportPlan &plan);

    const Context &m_context;
    QWidget *m_window;
    bundles::Transfers m_transfers;
    BackupVerbs m_backups;
    QAction *m_import;
    QAction *m_importFolder;
    QAction *m_export;
    std::optional<bundles::ImportPlan> m_machine;
};

} // namespace ui
