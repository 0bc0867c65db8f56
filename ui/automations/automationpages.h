// SPDX-License-Identifier: Apache-2.0
// Pages of the inspector of an automation: its parameters as facts.
#pragma once

#include "ui/shell/context.h"
#include "ui/widgets/factslist.h"

#include <QWidget>

namespace ui {

class InputPage;

/// The kind's fields that are given, in its order, then what this build has no field for.
QList<Fact> parameterFacts(const domain::Catalog &catalog, const domain::Automation &automation);

/// The parameters of an automation and what a run of it is given. Built and filled only when somebody looks at it.
class ParametersPage : public QWidget
{
    Q_OBJECT

public:
    explicit ParametersPage(const Context &context, QWidget *parent = nullptr);
    void setAutomation(const domain::Automation &automation);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void fill();

    const Context &m_context;
    domain::Automation m_automation;
    QWidget *m_room = nullptr;
    FactsList *m_parameters = nullptr;
    InputPage *m_input = nullptr;
};

} // namespace ui
