// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/tableexport.h"

#include "models/roles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString cellText(const QModelIndex &cell)
{
    const QVariant raw = cell.data(models::RawRole);
    if (raw.typeId() == QMetaType::QDateTime)
        return raw.toDateTime().toOffsetFromUtc(raw.toDateTime().offsetFromUtc()).toString(Qt::ISODateWithMs);
    return raw.isValid() ? raw.toString() : cell.data().toString();
}

QString quoted(const QString &text)
{
    const bool plain = std::none_of(text.cbegin(), text.cend(),
                                    [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return plain ? text : u'"' + QString(text).replace(u'"', "\"\""_L1) + u'"';
}

base::Result<Export> write(const QString &path, const QAbstractItemModel &model)
{
    QSaveFile file(path);
    const QByteArray bytes = asCsv(model).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
    return Export{path, model.rowCount()};
}

} // namespace

QString asCsv(const QAbstractItemModel &model)
{
    QString text;
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(quoted(model.headerData(column, Qt::Horizontal).toString()));
    text += cells.join(u',') + "\r\n"_L1;
    for (int row = 0; row < model.rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(quoted(cellText(model.index(row, column))));
        text += cells.join(u',') + "\r\n"_L1;
    }
    return text;
}

void exportCsv(QWidget *parent, const QAbstractItemModel &model, const QString &suggestedName,
               const std::function<void(const base::Result<Export> &)> &done)
{
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("ui::TableExport", "Export as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QCoreApplication::translate("ui::TableExport", "Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setDirectory(QDir::home());
    dialog->selectFile(suggestedName + ".csv"_L1);
    QObject::connect(dialog, &QFileDialog::fileSelected, &model,
                     [&model, done](const QString &path) { done(write(path, model)); });
    dialog->open();
}

} // namespace ui
