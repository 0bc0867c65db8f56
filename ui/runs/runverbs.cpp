// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runverbs.h"

#include "ui/panes/tally.h"

#include "app/store/store.h"

#include <QSet>

namespace ui {

namespace {

QString nameOf(const domain::Run &run)
{
    return run.automationName;
}

} // namespace

RunVerbs::RunVerbs(const Context &context, QObject *parent) : QObject(parent), m_context(context), m_starter(context)
{
    connect(&m_starter, &RunStarter::queued, this,
            [this](const domain::Run &run) { Q_EMIT said(tr("A run of “%1” is queued").arg(run.automationName), {}); });
    connect(&m_starter, &RunStarter::failed, this, &RunVerbs::failed);
}

void RunVerbs::runAgain(QWidget *asker, const QList<domain::Run> &chosen)
{
    QList<domain::Run> each;
    QSet<base::AutomationId> seen;
    for (const domain::Run &run : chosen) {
        if (!seen.contains(run.automationId))
            each.append(run);
        seen.insert(run.automationId);
    }
    const bool alone = each.size() == 1;
    each.removeIf([&](const domain::Run &run) {
        const bool mayAsk = alone || !run.arguments.isEmpty();
        if (mayAsk)
            m_starter.start(asker, run.automationId, run.arguments);
        return mayAsk;
    });
    const auto ask = [this](const domain::Run &run) {
        return m_context.store.runs().request(run.automationId, m_context.operatorName);
    };
    tallyUp(this, each, ask, nameOf, [this](const Tally &tally) {
        tell(this, tally, tr("A run of “%1” is queued").arg(tally.lastName), tr("%n runs queued", nullptr, tally.done));
    });
}

void RunVerbs::cancel(const QList<domain::Run> &chosen)
{
    QList<domain::Run> open = chosen;
    open.removeIf([](const domain::Run &run) { return domain::isFinal(run.status); });
    const auto ask = [this](const domain::Run &run) {
        return m_context.store.runs().cancel(run.id, m_context.operatorName);
    };
    tallyUp(this, open, ask, nameOf, [this](const Tally &tally) {
        tell(this, tally, tr("The run of “%1” is being cancelled").arg(tally.lastName),
             tr("%n runs are being cancelled", nullptr, tally.done));
    });
}

} // namespace ui
