// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/codeimport.h"

#include "app/base/answer.h"
#include "app/bundles/autotask.h"
#include "app/bundles/bundles.h"

#include <QFileDialog>

namespace ui {

using namespace Qt::StringLiterals;

CodeImport::CodeImport(const Context &context, QWidget *asker) : QObject(asker), m_context(context), m_asker(asker) {}

void CodeImport::ask(QFileDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &CodeImport::importFrom);
    dialog->open();
}

void CodeImport::askForFile()
{
    auto *dialog = new QFileDialog(m_asker, tr("Import a code bundle"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Bundles (*.zip *.json)"), tr("All files (*)")});
    ask(dialog);
}

void CodeImport::askForFolder()
{
    auto *dialog = new QFileDialog(m_asker, tr("Import a folder with an index.js"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    ask(dialog);
}

void CodeImport::importFrom(const QString &path)
{
    base::onAnswer(this, m_context.bundles->importFrom(path),
                   [this, path](const base::Result<bundles::Imported> &imported) {
                       if (!imported) {
                           Q_EMIT failed(imported.error());
                           return;
                       }
                       const QString name = bundles::nameFor(path);
                       const bundles::CarriedOver carried = bundles::carriedOver(*imported, name);
                       const base::Result<domain::Automation> draft = domain::automationFromJson(carried.automation);
                       if (!draft) {
                           Q_EMIT failed(draft.error());
                           return;
                       }
                       QString note = tr("It is paused until it is resumed.");
                       if (!carried.left.isEmpty())
                           note += u' ' + tr("Not carried over: %1.").arg(carried.left.join(u", "_s));
                       Q_EMIT this->imported(*draft, note);
                   });
}

} // namespace ui
