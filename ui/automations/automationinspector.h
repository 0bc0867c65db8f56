// SPDX-License-Identifier: Apache-2.0
// What is to be known of the chosen automation at a glance: what is unusual, its last runs, when it fires next, the
// rules it runs by. Of several: how many, and what can be done with them.
#pragma once

#include "models/automationdetail.h"
#include "models/calendar/openwindows.h"
#include "ui/automations/automationactions.h"
#include "ui/panes/inspectorframe.h"

#include <QTimer>

namespace ui {

class Banner;
class FactsList;
class PairLine;
class ParametersPage;
class SeveralPage;
class SparkBars;
class TimesList;
class VersionsPage;
class WebhookPage;
class WhyPage;

class AutomationInspector : public InspectorFrame
{
    Q_OBJECT

public:
    AutomationInspector(const Context &context, models::AutomationModel &model, const AutomationActions &actions,
                        QWidget *parent = nullptr);

    void setChosen(const ChosenAutomations &chosen);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    enum Page { Summary, Parameters, Versions, Why, Webhook };

    QWidget *makeSummary();
    void buildPages(const AutomationActions &actions);
    void showChosen();
    void showOne();
    void showSummary(const models::AutomationRow &row);
    void showSeveral(const ChosenAutomations &chosen);

    const Context &m_context;
    models::OpenWindows m_windows;
    models::AutomationDetail m_detail;
    ChosenAutomations m_chosen;
    QTimer m_soon;         ///< Rows are painted first, also while an arrow key is held down.
    QWidget *m_bannerRoom; ///< The banner and the gap under it.
    Banner *m_banner;
    PairLine *m_runsHead;
    SparkBars *m_bars;
    PairLine *m_runsFoot;
    PairLine *m_nextHead;
    TimesList *m_next;
    FactsList *m_facts;
    ParametersPage *m_parameters;
    VersionsPage *m_versions;
    WhyPage *m_why = nullptr;         ///< Once it was looked at.
    WebhookPage *m_webhook = nullptr; ///< The same.
    SeveralPage *m_nothing;
    SeveralPage *m_several;
};

} // namespace ui
