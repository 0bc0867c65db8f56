// SPDX-License-Identifier: Apache-2.0
// A table as a file for other programs: comma-separated, UTF-8, one line a row, values and not their short forms.
#pragma once

#include "app/base/result.h"

#include <QAbstractItemModel>
#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// Headers first; RFC 4180 quoting. Instants are ISO 8601 with their offset.
QString asCsv(const QAbstractItemModel &model);

struct Export
{
    QString path;
    int rows = 0;
};

/// Asks where to, then writes; `done` is not called when the person changes their mind. Does not block.
void exportCsv(QWidget *parent, const QAbstractItemModel &model, const QString &suggestedName,
               const std::function<void(const base::Result<Export> &)> &done);

} // namespace ui
