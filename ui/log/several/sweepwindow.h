// SPDX-License-Identifier: Apache-2.0
// Looks for something in many runs: in all of an automation, or in the logs that are open. What is found comes as it is
// found; a row leads to its line.
#pragma once

#include "models/several/logsweep.h"
#include "ui/log/find/findways.h"
#include "ui/shell/context.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace ui {

class TableView;
class TextLabel;

class SweepWindow : public QWidget
{
    Q_OBJECT

public:
    /// Where to look.
    struct Scope
    {
        domain::Run run;           ///< All runs of its automation.
        QList<domain::Run> opened; ///< Of the logs that are open, or the runs that were chosen.
        enum class First { Automation, Chosen } first = First::Automation;
    };
    /// Deletes itself when it is closed. Begins at once where `state` has a text.
    SweepWindow(const Context &context, const Scope &scope, const FindState &state, QWidget *owner);

Q_SIGNALS:
    void lineWanted(const base::RunId &run, qint64 line);

private:
    QWidget *makeBar();
    void buildTable();
    void begin();
    void showProgress();
    void choose(const QModelIndex &index);

    Context m_context;
    Scope m_scope;
    FindState m_state;
    models::LogSweep m_sweep;
    QLineEdit *m_edit;
    FindWays *m_ways;
    QComboBox *m_where;
    QPushButton *m_go;
    TextLabel *m_text;
    TableView *m_table;
};

} // namespace ui
