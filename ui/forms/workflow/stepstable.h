// SPDX-License-Identifier: Apache-2.0
// The steps of a workflow, a row each, and below them a drawing of the order they come in.
#pragma once

#include "ui/forms/schedule/eventfields.h"
#include "ui/look/look.h"

#include <QJsonArray>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QTableWidget;

namespace ui {

class GraphView;

class StepsTable : public QWidget
{
    Q_OBJECT

public:
    explicit StepsTable(const Look &look, QWidget *parent = nullptr);

    /// The automations that a step may run. One that is gone is shown by its id.
    void setAutomations(const Followable &automations);
    /// Does not emit.
    void setSteps(const QJsonArray &steps);
    /// In the form of `params.steps`, whether or not it could be saved.
    QJsonArray steps() const;
    /// Chooses the cell of `[2].automation_id`, and says which step that is.
    QString pointAt(const QString &inside);

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    enum Column { Name, Automation, After, Arguments, ColumnCount };

    void buildTable();
    void buildButtons(QBoxLayout *column);
    void buildDrawing(QBoxLayout *column);
    void draw();
    void addStep();
    void removeStep();
    void addRow(const QJsonObject &step);
    void fill(QComboBox &combo, const QString &automation) const;
    QString textAt(int row, Column column) const;
    QComboBox *comboAt(int row) const;
    QString freeName() const;

    const Look &m_look;
    QTableWidget *m_table;
    GraphView *m_drawing;
    QWidget *m_legend;
    Followable m_automations;
    bool m_filling = false;
};

} // namespace ui
