// SPDX-License-Identifier: Apache-2.0
// The steps of a form as a graph, whether or not they could be saved.
#pragma once

#include "ui/widgets/graph/graphview.h"

#include <QHash>
#include <QJsonArray>

namespace ui {

/// `names` are those of the automations, by id. An edge to a step that is not there is left out.
Graph graphOfSteps(const QJsonArray &steps, const QHash<QString, QString> &names);

} // namespace ui
