// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/transferverbs.h"

#include "app/base/answer.h"
#include "app/bundles/archiver.h"
#include "app/store/store.h"
#include "ui/look/look.h"
#include "ui/seat/seat.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/removal.h"

#include <QAction>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPointer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QString offeredKey = u"import/machineOffered"_s;
const QString lookLink = u"import-look"_s;
const QString laterLink = u"import-later"_s;

QStringList filesOf(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

TransferVerbs::TransferVerbs(const Context &context, QWidget *window)
    : QObject(window),
      m_context(context),
      m_window(window),
      m_transfers(bundles::Archiver::locate(), context.clock),
      m_backups(context, m_transfers, window),
      m_import(make("importFiles", tr("&Import…"), {})),
      m_importFolder(make("importUnits", tr("Import a folder of &timers…"), {})),
      m_export(make("exportAll", tr("&Export…"), u"export"_s))
{
    context.seat.guard(domain::Right::Edit, {m_import, m_importFolder, m_export}, this);
    connect(&context.seat, &Seat::changed, this, &TransferVerbs::changed);
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    connect(m_import, &QAction::triggered, this, &TransferVerbs::askForFiles);
    connect(m_importFolder, &QAction::triggered, this, &TransferVerbs::askForFolder);
    connect(m_export, &QAction::triggered, this, &TransferVerbs::askForTarget);
    connect(&m_backups, &BackupVerbs::said, this, &TransferVerbs::said);
    connect(&m_backups, &BackupVerbs::failed, this, &TransferVerbs::failed);
    connect(&m_backups, &BackupVerbs::restartWanted, this, &TransferVerbs::restartWanted);
}

QAction *TransferVerbs::make(const char *name, const QString &text, const QString &icon)
{
    auto *action = new QAction(text, this);
    if (!icon.isEmpty())
        action->setIcon(m_context.look.icons().icon(icon));
    action->setObjectName(QLatin1StringView(name));
    return action;
}

QList<QAction *> TransferVerbs::actions() const
{
    return QList<QAction *>{m_import, m_importFolder, m_export} + m_backups.actions();
}

void TransferVerbs::askForFiles()
{
    auto *dialog = new QFileDialog(m_window, tr("Import automations"));
    dialog->setObjectName(u"importFilesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("All files (*)"), tr("Exports and recipes (*.json *.yaml *.yml *.zip)"),
                            tr("Timers of systemd (*.timer)")});
    connect(dialog, &QFileDialog::filesSelected, this, &TransferVerbs::importPaths);
    dialog->open();
}

void TransferVerbs::askForFolder()
{
    auto *dialog = new QFileDialog(m_window, tr("Import a folder of timers and services"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { importPaths({path}); });
    dialog->open();
}

ImportDialog *TransferVerbs::openDialog()
{
    auto *dialog = new ImportDialog(m_context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { importNow(dialog->plan()); });
    dialog->open();
    return dialog;
}

void TransferVerbs::importPaths(const QStringList &paths)
{
    if (const base::Status may = m_context.seat.may(domain::Right::Edit); !may) {
        Q_EMIT failed(may.error()); // files can be dropped by anybody
        return;
    }
    ImportDialog *dialog = openDialog();
    base::onAnswer(dialog, m_transfers.plan(paths, u"auto"_s),
                   [this, dialog](const base::Result<bundles::ImportPlan> &plan) { show(dialog, plan); });
}

/// With what is there already, to which the new ones may refer.
void TransferVerbs::show(ImportDialog *dialog, const base::Result<bundles::ImportPlan> &plan)
{
    if (!plan) {
        dialog->setError(plan.error());
        return;
    }
    base::onAnswer(dialog, m_context.store.automations().list(),
                   [this, dialog, plan = *plan](const base::Result<QList<domain::Automation>> &there) mutable {
                       QSet<QString> known;
                       for (const domain::Automation &one : there.value_or(QList<domain::Automation>()))
                           known.insert(one.id.text());
                       bundles::settleReferences(plan, known);
                       for (const bundles::PlannedAutomation &item : std::as_const(plan.items)) {
                           const base::Status fits = domain::checkAgainst(m_context.catalog, item.automation);
                           if (!fits) {
                               dialog->setError(item.origin.isEmpty() ? fits.error()
                                                                      : fits.error().inField(item.origin));
                               return;
                           }
                       }
                       dialog->setPlan(plan);
                   });
}

void TransferVerbs::importNow(const bundles::ImportPlan &plan)
{
    base::onAnswer(this, m_context.store.automations().import(plan.automations(), m_context.seat.by()),
                   [this](const base::Result<QList<domain::Automation>> &made) {
                       if (!made) {
                           Q_EMIT failed(made.error());
                           return;
                       }
                       Q_EMIT said(tr("%n automations imported, paused", nullptr, int(made->size())),
                                   [self = QPointer(this), all = *made] {
                                       if (self)
                                           removeAll(self, self->m_context, all,
                                                     [self](const base::Error &error) { Q_EMIT self->failed(error); });
                                   });
                   });
}

void TransferVerbs::askForTarget()
{
    const QStringList filters{tr("Signalbox (*.json)"), tr("Crontab (*.crontab)"), tr("Units of systemd (*.units)")};
    auto *dialog = new QFileDialog(m_window, tr("Export all automations"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->selectFile(u"automations.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, filters](const QString &path) {
        static const QStringList formats{u"json"_s, u"crontab"_s, u"systemd"_s};
        exportTo(path, formats.value(int(filters.indexOf(dialog->selectedNameFilter())), u"json"_s));
    });
    dialog->open();
}

void TransferVerbs::exportTo(const QString &path, const QString &format)
{
    base::onAnswer(this, m_context.store.automations().list(),
                   [this, path, format](const base::Result<QList<domain::Automation>> &all) {
                       if (!all) {
                           Q_EMIT failed(all.error());
                           return;
                       }
                       QList<domain::Automation> seen = *all;
                       seen.removeIf([this](const domain::Automation &one) {
                           return !domain::sees(m_context.seat.who(), one.acl);
                       });
                       const int count = int(seen.size());
                       base::onAnswer(this, m_transfers.write(seen, format, path),
                                      [this, count](const base::Result<bundles::Exported> &written) {
                                          if (!written) {
                                              Q_EMIT failed(written.error());
                                              return;
                                          }
                                          const int left = int(written->left.size());
                                          QString text = tr("%n automations exported", nullptr, count - left);
                                          if (left > 0)
                                              text += u' ' + tr("(%n left out; the file says why)", nullptr, left);
                                          Q_EMIT said(text, {});
                                      });
                   });
}

void TransferVerbs::offerMachine(const std::function<void(bool)> &known)
{
    if (m_context.desk.value(offeredKey).toBool())
        return;
    base::onAnswer(this, m_transfers.planMachine(), [this, known](const base::Result<bundles::ImportPlan> &plan) {
        const bool any = plan && !plan->items.isEmpty();
        if (any) {
            m_machine = *plan;
            Q_EMIT changed();
        }
        if (known)
            known(any);
    });
}

std::optional<BannerContent> TransferVerbs::banner() const
{
    if (!m_machine || !m_context.seat.may(domain::Right::Edit))
        return std::nullopt;
    const int count = int(m_machine->items.size());
    return BannerContent{.family = Family::Active,
                         .icon = u"info"_s,
                         .text = tr("This machine runs %n jobs by crontab or timers of systemd. They can be imported; "
                                    "what is there stays as it is.",
                                    nullptr, count),
                         .strong = {},
                         .detail = {},
                         .links = {{lookLink, tr("Look at them")}, {laterLink, tr("Not now")}}};
}

bool TransferVerbs::follow(const QString &link)
{
    if (link != lookLink && link != laterLink)
        return false;
    m_context.desk.setValue(offeredKey, true);
    const std::optional<bundles::ImportPlan> machine = std::exchange(m_machine, std::nullopt);
    Q_EMIT changed();
    if (machine && link == lookLink)
        show(openDialog(), *machine);
    return true;
}

bool TransferVerbs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop)) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList paths = filesOf(drop->mimeData());
        if (paths.isEmpty())
            return false;
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop)
            importPaths(paths);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
