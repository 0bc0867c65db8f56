// SPDX-License-Identifier: Apache-2.0
// A page of the run inspector: the steps of a workflow's run, drawn and listed as they stand. Each opens its run.
#pragma once

#include "models/workflow/stepmodel.h"
#include "ui/shell/context.h"

#include <QWidget>

class QListView;

namespace ui {

class GraphView;
class PairLine;

class StepsPage : public QWidget
{
    Q_OBJECT

public:
    explicit StepsPage(const Context &context, QWidget *parent = nullptr);
    void setRun(const std::optional<domain::Run> &run);

Q_SIGNALS:
    /// Whether there are any steps to show.
    void filled(bool any);
    void runWanted(const base::RunId &run);

private:
    void layOut(QWidget *line);
    void showSteps();
    void open(int row);

    models::StepModel m_model;
    PairLine *m_head;
    GraphView *m_graph;
    QWidget *m_legend;
    QListView *m_list;
};

} // namespace ui
