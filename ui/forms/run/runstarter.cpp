// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/run/runstarter.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/forms/run/rundialog.h"

namespace ui {

RunStarter::RunStarter(const Context &context, QObject *parent) : QObject(parent), m_context(context) {}

void RunStarter::start(QWidget *asker, const base::AutomationId &automation, const domain::ArgumentValues &like)
{
    m_wishes.append({asker, automation, like});
    if (m_wishes.size() == 1)
        next();
}

void RunStarter::next()
{
    const Wish wish = m_wishes.constFirst();
    base::onAnswer(this, m_context.store.automations().get(wish.automation),
                   [this, wish](const base::Result<domain::Automation> &automation) {
                       if (automation) {
                           startOrAsk(wish, *automation);
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

void RunStarter::startOrAsk(const Wish &wish, const domain::Automation &automation)
{
    if (!domain::asksAnything(automation.arguments))
        request(automation);
    else if (wish.like.isEmpty())
        remember(wish, automation);
    else
        ask(wish, automation, wish.like);
}

void RunStarter::request(const domain::Automation &automation)
{
    base::onAnswer(this, m_context.store.runs().request(automation.id, m_context.operatorName),
                   [this](const base::Result<domain::Run> &run) {
                       if (run)
                           Q_EMIT queued(*run);
                       else
                           Q_EMIT failed(run.error());
                       settle();
                   });
}

void RunStarter::remember(const Wish &wish, const domain::Automation &automation)
{
    base::onAnswer(this, m_context.store.runs().lastArguments(automation.id),
                   [this, wish, automation](const base::Result<domain::ArgumentValues> &last) {
                       ask(wish, automation, last.value_or({}));
                   });
}

void RunStarter::ask(const Wish &wish, const domain::Automation &automation, const domain::ArgumentValues &last)
{
    if (!wish.asker) { // what asked has gone
        settle();
        return;
    }
    auto *dialog = new RunDialog(m_context, automation, last, wish.asker->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RunDialog::queued, this, &RunStarter::queued);
    connect(dialog, &QObject::destroyed, this, &RunStarter::settle);
    dialog->open();
}

} // namespace ui
