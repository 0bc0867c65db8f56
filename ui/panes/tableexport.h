// SPDX-License-Identifier: Apache-2.0
// A table as a file for other programs: comma-separated, UTF-8, one line a row, values and not their short forms.
#pragma once

#include "app/base/result.h"

#include <QAbstractItemModel>
#include <QString>

#include <functional>

class QWidget;

namespace ui {

class Prompts;

/// Headers first; RFC 4180 quoting. Instants are ISO 8601 with their offset. Captions are left out, and folds whose
/// rows are listed below them. A text that a spreadsheet would take for a formula begins with an apostrophe.
QString asCsv(const QAbstractItemModel &model);

struct Export
{
    QString path;
    int rows = 0;
};

struct ExportSource
{
    QWidget *parent = nullptr; ///< Of the dialogs.
    const QAbstractItemModel &model;
    Prompts &prompts; ///< Asks before a file is replaced.
};

using ExportDone = std::function<void(const base::Result<Export> &)>;

/// Asks where to, with a name suggested, then as saveCsv(). Does not block.
void exportCsv(const ExportSource &source, const QString &suggestedName, const ExportDone &done);
/// Writes the table as it is then. Asks first where there is such a file; `done` is not called when the person changes
/// their mind.
void saveCsv(const ExportSource &source, const QString &path, const ExportDone &done);

} // namespace ui
