// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/workflow/stepgraph.h"

#include "ui/forms/workflow/stepwords.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::StepsTable)
};

GraphEdge::On strokeOf(const QJsonValue &edge)
{
    const QString on = edge[u"on"].toString();
    return on == "failure"_L1 ? GraphEdge::On::Failure
           : on == "any"_L1   ? GraphEdge::On::Always
                              : GraphEdge::On::Success;
}

} // namespace

Graph graphOfSteps(const QJsonArray &steps, const QHash<QString, QString> &names)
{
    Graph graph;
    QHash<QString, int> places;
    for (const QJsonValue step : steps) {
        const QString id = step[u"id"].toString();
        const QString automation = step[u"automation_id"].toString();
        const QString name = names.value(automation, automation);
        const QString after = afterText(step[u"after"].toArray());
        places.insert(id, int(graph.nodes.size()));
        graph.nodes.append({.name = id,
                            .caption = name,
                            .statusKey = {},
                            .spoken = after.isEmpty() ? Words::tr("%1 runs %2, at once").arg(id, name)
                                                      : Words::tr("%1 runs %2, after %3").arg(id, name, after)});
    }
    for (int i = 0; i < steps.size(); ++i)
        for (const QJsonValue edge : steps[i][u"after"].toArray())
            if (const int from = places.value(edge[u"step"].toString(), -1); from >= 0 && from != i)
                graph.edges.append({from, i, strokeOf(edge)});
    return graph;
}

} // namespace ui
