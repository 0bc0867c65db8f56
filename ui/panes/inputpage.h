// SPDX-License-Identifier: Apache-2.0
// A page of an inspector: what a run is given, its arguments and its variables, each with where it comes from. In the
// place of a secret stands its reference.
#pragma once

#include "app/domain/input/environment.h"
#include "ui/shell/context.h"

#include <QWidget>

namespace ui {

class FactsList;
class PairLine;

class InputPage : public QWidget
{
    Q_OBJECT

public:
    explicit InputPage(const Context &context, QWidget *parent = nullptr);

    /// What a run of it would get now that is given nothing but defaults.
    void setAutomation(const domain::Automation &automation);
    /// What a run was given; its variables come from the version it ran, which is read.
    void setRun(const domain::Run &run);

private:
    void showInput(const domain::Automation &automation, const domain::ArgumentValues &values, const QString &runId);
    void showArguments(const domain::ArgumentValues &values);

    const Context &m_context;
    base::RunId m_run;
    PairLine *m_argumentsHead;
    FactsList *m_arguments;
    PairLine *m_environmentHead;
    FactsList *m_environment;
};

} // namespace ui
