// SPDX-License-Identifier: Apache-2.0
// The marks of a log as a list in a window of its own: line, note, who. A row leads to its line.
#pragma once

#include "models/logmarks.h"
#include "ui/shell/context.h"

#include <QDialog>
#include <QStandardItemModel>

namespace ui {

class TableView;

class MarkList : public QDialog
{
    Q_OBJECT

public:
    /// `marks` must outlive it. Deletes itself when it is closed.
    MarkList(const Context &context, models::LogMarks &marks, QWidget *parent);

Q_SIGNALS:
    void lineWanted(qint64 line);
    void removeWanted(qint64 line);

private:
    void fill();
    void removeChosen();
    qint64 lineAt(const QModelIndex &index) const;

    Context m_context;
    models::LogMarks &m_marks;
    QStandardItemModel m_model;
    TableView *m_table;
};

} // namespace ui
