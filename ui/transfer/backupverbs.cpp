// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/backupverbs.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/seat/seat.h"
#include "ui/widgets/prompts.h"

#include <QAction>
#include <QFileDialog>
#include <QLocale>
#include <QPointer>
#include <QProgressDialog>

#include <memory>

namespace ui {

using namespace Qt::StringLiterals;

BackupVerbs::BackupVerbs(const Context &context, const bundles::Transfers &transfers, QWidget *window)
    : QObject(window),
      m_context(context),
      m_transfers(transfers),
      m_window(window),
      m_backup(new QAction(tr("&Back up the workspace…"), this)),
      m_restore(new QAction(tr("&Restore a backup…"), this))
{
    m_backup->setObjectName(u"backUp"_s);
    m_restore->setObjectName(u"restoreBackup"_s);
    // A backup holds everything, what is hidden from some among it.
    context.seat.guard(domain::Right::Admin, {m_backup, m_restore}, this);
    connect(m_backup, &QAction::triggered, this, &BackupVerbs::askForTarget);
    connect(m_restore, &QAction::triggered, this, &BackupVerbs::askForSource);
}

BackupVerbs::Shown BackupVerbs::showProgress(const QString &text)
{
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    auto *dialog = new QProgressDialog(text, tr("Cancel"), 0, 100, m_window);
    dialog->setObjectName(u"backupProgress"_s);
    dialog->setWindowTitle(tr("Backup"));
    // Not modal: a modal one runs an event loop of its own whenever its value is set.
    dialog->setWindowModality(Qt::NonModal);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAutoClose(false);
    dialog->setAutoReset(false);
    connect(dialog, &QProgressDialog::canceled, this, [cancelled] { *cancelled = true; });
    dialog->show();
    const QPointer<QProgressDialog> shown(dialog);
    const auto progress = [shown, cancelled, home = QPointer(this)](int percent) {
        if (home)
            QMetaObject::invokeMethod(home, [shown, percent] {
                if (shown)
                    shown->setValue(percent);
            });
        return !cancelled->load();
    };
    return {[shown] {
                if (shown)
                    shown->close();
            },
            progress};
}

void BackupVerbs::askForTarget()
{
    const Question question{.title = tr("Back up the workspace"),
                            .text = tr("Automations, runs, approvals, settings and what bundles remember go into one "
                                       "file. Values of secrets stay in the keyring and are not in it."),
                            .verbs = {tr("With &logs"), tr("With&out logs"), tr("Cancel")}};
    m_context.prompts.ask(m_window, question, [self = QPointer(this)](int verb) {
        if (!self || verb > 1)
            return;
        auto *dialog = new QFileDialog(self->m_window, tr("Back up to"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(u"signalbox.backup"_s);
        connect(dialog, &QFileDialog::fileSelected, self, [self, verb](const QString &file) {
            self->backUp(file, verb == 0 ? store::BackupLogs::Kept : store::BackupLogs::Left);
        });
        dialog->open();
    });
}

void BackupVerbs::backUp(const QString &file, store::BackupLogs logs)
{
    const Shown shown = showProgress(tr("Writing and checking the backup…"));
    base::onAnswer(this, m_transfers.backup(m_context.store.directory(), file, logs, shown.progress),
                   [this, close = shown.close](const base::Result<store::BackupInfo> &info) {
                       close();
                       if (info)
                           Q_EMIT said(tr("Backed up and checked: %n automations", nullptr, int(info->automations)),
                                       {});
                       else if (info.error().code != base::ErrorCode::Cancelled)
                           Q_EMIT failed(info.error());
                   });
}

void BackupVerbs::askForSource()
{
    auto *dialog = new QFileDialog(m_window, tr("Restore a backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupVerbs::restore);
    dialog->open();
}

void BackupVerbs::restore(const QString &file)
{
    const Shown shown = showProgress(tr("Restoring it aside to see that it is good…"));
    base::onAnswer(this, m_transfers.check(file, shown.progress),
                   [this, file, close = shown.close](const base::Result<store::BackupInfo> &info) {
                       close();
                       if (info)
                           askToRestore(file, *info);
                       else if (info.error().code != base::ErrorCode::Cancelled)
                           Q_EMIT failed(info.error());
                   });
}

void BackupVerbs::askToRestore(const QString &file, const store::BackupInfo &info)
{
    const QString made =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(base::toMillis(info.madeAt)), QLocale::ShortFormat);
    const QString automations = tr("%n automations", nullptr, int(info.automations));
    const QString runs = tr("%n runs", nullptr, int(info.runs));
    const Question question{.title = tr("Restore this backup?"),
                            .text = tr("It was made %1 and holds %2 and %3. The workspace as it is now is moved aside. "
                                       "Signalbox starts anew; what runs is ended.")
                                        .arg(made, automations, runs),
                            .verbs = {tr("Restore"), tr("Cancel")},
                            .destructive = true};
    m_context.prompts.ask(m_window, question, [self = QPointer(this), file](int verb) {
        if (self && verb == 0)
            self->restoreNow(file);
    });
}

void BackupVerbs::restoreNow(const QString &file)
{
    const Shown shown = showProgress(tr("Restoring…"));
    base::onAnswer(this, m_transfers.restore(file, m_context.store.directory(), shown.progress),
                   [this, close = shown.close](const base::Result<store::Restored> &restored) {
                       close();
                       if (restored)
                           Q_EMIT restartWanted();
                       else if (restored.error().code != base::ErrorCode::Cancelled)
                           Q_EMIT failed(restored.error());
                   });
}

} // namespace ui
