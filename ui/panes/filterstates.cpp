// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/filterstates.h"

#include "app/domain/run.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::RunsPane)
};

} // namespace

QList<FilterState> timeStates(const QString &group)
{
    QList<FilterState> states;
    for (const auto &[word, text] :
         {std::pair(u"1h"_s, Words::tr("Last hour")), std::pair(u"today"_s, Words::tr("Today")),
          std::pair(u"24h"_s, Words::tr("Last 24 hours")), std::pair(u"7d"_s, Words::tr("Last 7 days")),
          std::pair(u"30d"_s, Words::tr("Last 30 days"))})
        states.append({word, {}, text, u"since"_s, group});
    return states;
}

QList<FilterState> triggerStates()
{
    using enum domain::TriggerKind;
    const QString group = Words::tr("T&rigger");
    QList<FilterState> states;
    for (const auto &[kind, text] :
         {std::pair(Manual, Words::tr("By hand")), std::pair(Schedule, Words::tr("Schedule")),
          std::pair(After, Words::tr("After another run")), std::pair(File, Words::tr("Change of a file")),
          std::pair(Workflow, Words::tr("Step of a workflow")), std::pair(Startup, Words::tr("Start of the engine")),
          std::pair(Webhook, Words::tr("Webhook"))})
        states.append({domain::triggerWord(kind), {}, text, u"trigger"_s, group});
    return states;
}

} // namespace ui
