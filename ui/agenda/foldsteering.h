// SPDX-License-Identifier: Apache-2.0
// Opens and closes the folds of the agenda: by Right and Left, Return, a double click, a press on the chevron, and a
// verb for menus.
#pragma once

#include "models/agenda/agendamodel.h"
#include "ui/look/look.h"

#include <QAction>

namespace ui {

class TableView;

class FoldSteering : public QObject
{
    Q_OBJECT

public:
    /// The table shows the model; both outlive it.
    FoldSteering(const Look &look, TableView &table, models::AgendaModel &model);

    QAction *verb() const { return m_verb; }
    /// False where the row is no fold.
    bool toggle(int row);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int chosenRow() const;
    void followSelection();
    bool steer(int key);
    bool press(const QPoint &place);
    /// Of a row, or of the fold it lies in; the fold is chosen then.
    void close(int row);

    const Look &m_look;
    TableView &m_table;
    models::AgendaModel &m_model;
    QAction *m_verb;
};

} // namespace ui
