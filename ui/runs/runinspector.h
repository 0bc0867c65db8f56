// SPDX-License-Identifier: Apache-2.0
// What is to be known of one run: what is wrong with it, why it ran, when and how long against what is usual, what it
// cost, and whom a stop ended.
#pragma once

#include "models/rundetail.h"
#include "ui/panes/inspectorframe.h"
#include "ui/runs/runactions.h"
#include "ui/shell/context.h"

class QPushButton;

namespace ui {

class Banner;
class FactsList;
class InputPage;
class PairLine;
class ProcessList;
class ResultPage;
class SeveralPage;
class StepsPage;
class TextLabel;
class WhyPage;

class RunInspector : public InspectorFrame
{
    Q_OBJECT

public:
    RunInspector(const Context &context, const RunActions &actions, QWidget *parent = nullptr);

    void setChosen(const QList<domain::Run> &chosen);

Q_SIGNALS:
    void failed(const base::Error &error);
    /// A step's run, or the one that this one belongs to.
    void runWanted(const base::RunId &run);

private:
    QWidget *makeSummary();
    void buildPages(const RunActions &actions);
    void showRun();
    void showCause(const domain::Run &run);
    void showFacts(const domain::Run &run);

    const Context &m_context;
    models::RunDetail m_detail;
    Banner *m_banner;
    TextLabel *m_cause;
    QPushButton *m_up; ///< To the run it belongs to.
    FactsList *m_facts;
    ProcessList *m_processes = nullptr;
    PairLine *m_receiptHead;
    TextLabel *m_receipt;
    StepsPage *m_steps;
    InputPage *m_input;
    ResultPage *m_result;
    WhyPage *m_why;
    SeveralPage *m_nothing;
    SeveralPage *m_several;
};

} // namespace ui
