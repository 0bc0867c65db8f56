// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/run/runstarter.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/forms/run/runadvisor.h"
#include "ui/forms/run/rundialog.h"
#include "ui/seat/seat.h"

namespace ui {

RunStarter::RunStarter(const Context &context, QObject *parent) : QObject(parent), m_context(context) {}

void RunStarter::start(QWidget *asker, const base::AutomationId &automation, const domain::ArgumentValues &like)
{
    m_wishes.append({asker, automation, like, m_context.seat.by()});
    if (m_wishes.size() == 1)
        next();
}

void RunStarter::next()
{
    const Wish wish = m_wishes.constFirst();
    base::onAnswer(this, m_context.store.automations().get(wish.automation),
                   [this, wish](const base::Result<domain::Automation> &automation) {
                       if (automation) {
                           adviseOn(m_context, *automation, this,
                                    [this, wish, found = *automation](const domain::RunAdvice &advice) {
                                        startOrAsk(wish, found, advice);
                                    });
                       } else {
                           Q_EMIT failed(automation.error());
                           settle();
                       }
                   });
}

void RunStarter::settle()
{
    m_wishes.removeFirst();
    if (!m_wishes.isEmpty())
        next();
}

void RunStarter::startOrAsk(const Wish &wish, const domain::Automation &automation, const domain::RunAdvice &advice)
{
    const bool asks = domain::asksAnything(automation.arguments);
    if (!asks && !hasWarning(advice))
        request(wish, automation);
    else if (asks && wish.like.isEmpty())
        remember(wish, automation, advice);
    else
        ask(wish, {automation, wish.like, advice});
}

void RunStarter::request(const Wish &wish, const domain::Automation &automation)
{
    base::onAnswer(this, m_context.store.runs().request(automation.id, wish.by),
                   [this](const base::Result<domain::Run> &run) {
                       if (run)
                           Q_EMIT queued(*run);
                       else
                           Q_EMIT failed(run.error());
                       settle();
                   });
}

void RunStarter::remember(const Wish &wish, const domain::Automation &automation, const domain::RunAdvice &advice)
{
    base::onAnswer(this, m_context.store.runs().lastArguments(automation.id),
                   [this, wish, automation, advice](const base::Result<domain::ArgumentValues> &last) {
                       ask(wish, {automation, last.value_or({}), advice});
                   });
}

void RunStarter::ask(const Wish &wish, const RunDialogPlan &plan)
{
    if (!wish.asker) { // what asked has gone
        settle();
        return;
    }
    auto *dialog = new RunDialog(m_context, plan, wish.asker->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RunDialog::queued, this, &RunStarter::queued);
    connect(dialog, &QObject::destroyed, this, &RunStarter::settle);
    dialog->open();
}

} // namespace ui
