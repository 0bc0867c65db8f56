// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/tableexport.h"

#include "models/roles.h"
#include "ui/widgets/prompts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Spreadsheets take a text for a formula that begins like this, whoever wrote it.
bool looksLikeFormula(const QString &text)
{
    static const QString beginnings = u"=+-@\t\r"_s;
    return !text.isEmpty() && beginnings.contains(text.front());
}

QString cellText(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toOffsetFromUtc(value.toDateTime().offsetFromUtc()).toString(Qt::ISODateWithMs);
    const QString text = value.toString();
    return value.typeId() == QMetaType::QString && looksLikeFormula(text) ? u'\'' + text : text;
}

QString quoted(const QString &text)
{
    const bool plain = std::none_of(text.cbegin(), text.cend(),
                                    [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return plain ? text : u'"' + QString(text).replace(u'"', "\"\""_L1) + u'"';
}

bool isExported(const QModelIndex &row)
{
    const int kind = row.data(models::RowKindRole).toInt();
    return kind != models::CaptionRow && kind != models::UnfoldedRow;
}

QString line(const QVariantList &values)
{
    QStringList cells;
    for (const QVariant &value : values)
        cells.append(quoted(cellText(value)));
    return cells.join(u',') + "\r\n"_L1;
}

QVariant valueOf(const QModelIndex &cell)
{
    const QVariant raw = cell.data(models::RawRole);
    return raw.isValid() ? raw : cell.data();
}

base::Result<Export> write(const QString &path, const QAbstractItemModel &model)
{
    const QString text = asCsv(model);
    const QByteArray bytes = text.toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
    int rows = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        rows += isExported(model.index(row, 0)) ? 1 : 0;
    return Export{path, rows};
}

} // namespace

QString asCsv(const QAbstractItemModel &model)
{
    QVariantList values;
    for (int column = 0; column < model.columnCount(); ++column)
        values.append(model.headerData(column, Qt::Horizontal));
    QString text = line(values);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!isExported(model.index(row, 0)))
            continue;
        values.clear();
        for (int column = 0; column < model.columnCount(); ++column)
            values.append(valueOf(model.index(row, column)));
        text += line(values);
    }
    return text;
}

void saveCsv(const ExportSource &source, const QString &path, const ExportDone &done)
{
    if (!QFileInfo::exists(path)) {
        done(write(path, source.model));
        return;
    }
    Question question;
    question.title = QCoreApplication::translate("ui::TableExport", "Replace “%1”?").arg(QFileInfo(path).fileName());
    question.text = QCoreApplication::translate("ui::TableExport", "There is such a file in this folder already.");
    question.verbs = {QCoreApplication::translate("ui::TableExport", "Replace"),
                      QCoreApplication::translate("ui::TableExport", "Cancel")};
    question.destructive = true;
    source.prompts.ask(source.parent, question, [path, done, model = QPointer(&source.model)](int verb) {
        if (verb == 0 && model)
            done(write(path, *model));
    });
}

void exportCsv(const ExportSource &source, const QString &suggestedName, const ExportDone &done)
{
    auto *dialog = new QFileDialog(source.parent, QCoreApplication::translate("ui::TableExport", "Export as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // A dialog of the desktop may ask before the suffix is added, that is about another file. saveCsv() asks.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setNameFilter(QCoreApplication::translate("ui::TableExport", "Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setDirectory(QDir::home());
    dialog->selectFile(suggestedName + ".csv"_L1);
    QObject::connect(dialog, &QFileDialog::fileSelected, &source.model,
                     [source, done](const QString &path) { saveCsv(source, path, done); });
    dialog->open();
}

} // namespace ui
