// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/stepspage.h"

#include "ui/look/look.h"
#include "ui/panes/inspectorparts.h"
#include "ui/runs/stepdelegate.h"
#include "ui/widgets/graph/graphlegend.h"
#include "ui/widgets/graph/graphview.h"
#include "ui/widgets/labels.h"

#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

GraphEdge::On strokeOf(domain::AfterOn on)
{
    switch (on) {
    case domain::AfterOn::Success:
        return GraphEdge::On::Success;
    case domain::AfterOn::Failure:
        return GraphEdge::On::Failure;
    case domain::AfterOn::Any:
        return GraphEdge::On::Always;
    }
    Q_UNREACHABLE();
}

Graph graphOf(const models::StepModel &model)
{
    Graph graph;
    QHash<QString, int> places;
    const QList<domain::Standing> &steps = model.steps();
    for (int row = 0; row < steps.size(); ++row) {
        const QModelIndex index = model.index(row);
        const QString word = index.data(models::StepModel::WordRole).toString();
        places.insert(steps[row].step.id, row);
        // Not the sentence of the row: that holds a counter, and the drawing would be a new one every second.
        const QString name = index.data(models::SecondaryTextRole).toString();
        graph.nodes.append({.name = steps[row].step.id,
                            .caption = name,
                            .statusKey = index.data(models::StatusKeyRole).toString(),
                            .spoken = u"%1, %2, %3"_s.arg(steps[row].step.id, word, name),
                            .faded = index.data(models::DimmedRole).toBool()});
    }
    for (int row = 0; row < steps.size(); ++row)
        for (const domain::StepAfter &edge : steps[row].step.after)
            graph.edges.append({places.value(edge.step, -1), row, strokeOf(edge.on)});
    return graph;
}

bool needsLegend(const Graph &graph)
{
    return std::any_of(graph.edges.cbegin(), graph.edges.cend(),
                       [](const GraphEdge &edge) { return edge.on != GraphEdge::On::Success; });
}

} // namespace

StepsPage::StepsPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_model(context.store, context.clock),
      m_head(new PairLine(context.look, PairLine::Form::Heading)),
      m_graph(new GraphView(context.look)),
      m_legend(new GraphLegend(context.look)),
      m_list(new QListView)
{
    m_graph->setObjectName(u"stepGraph"_s);
    m_graph->setAccessibleName(tr("Drawing of the steps"));
    m_list->setObjectName(u"stepList"_s);
    m_list->setAccessibleName(tr("Steps"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new StepDelegate(context.look, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    layOut(new Hairline(context.look, Qt::Horizontal));
    connect(&m_model, &models::StepModel::changed, this, &StepsPage::showSteps);
    connect(m_graph, &GraphView::opened, this, &StepsPage::open);
    connect(m_graph, &GraphView::chosen, this, [this](int row) { m_list->setCurrentIndex(m_model.index(row)); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { m_graph->setCurrent(now.isValid() ? now.row() : -1); });
}

void StepsPage::layOut(QWidget *line)
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 6);
    head->addWidget(m_head);
    auto *legend = new QHBoxLayout;
    legend->setContentsMargins(16, 4, 16, 8);
    legend->addWidget(m_legend);
    legend->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_graph, 1);
    column->addLayout(legend);
    column->addWidget(line);
    column->addWidget(m_list, 1);
}

void StepsPage::setRun(const std::optional<domain::Run> &run)
{
    m_model.setRun(run);
}

void StepsPage::showSteps()
{
    const Graph graph = graphOf(m_model);
    m_graph->setGraph(graph);
    m_graph->setMaximumHeight(std::max(60, m_graph->sizeHint().height() + m_graph->horizontalScrollBar()->height()));
    m_legend->setVisible(needsLegend(graph));
    m_head->setTexts(tr("Steps"), m_model.countText());
    Q_EMIT filled(!graph.nodes.isEmpty());
}

void StepsPage::open(int row)
{
    const QString run = m_model.index(row).data(models::KeyRole).toString();
    if (!run.isEmpty())
        Q_EMIT runWanted(base::RunId(run));
}

} // namespace ui
