// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/automationverbs.h"

#include "ui/panes/tally.h"
#include "ui/widgets/prompts.h"

#include "app/store/store.h"

#include <QPointer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const ChosenAutomation &one)
{
    return one.name;
}

} // namespace

AutomationVerbs::AutomationVerbs(const Context &context, QObject *parent)
    : QObject(parent), m_context(context), m_starter(context)
{
    connect(&m_starter, &RunStarter::queued, this,
            [this](const domain::Run &run) { Q_EMIT said(tr("A run of “%1” is queued").arg(run.automationName), {}); });
    connect(&m_starter, &RunStarter::failed, this, &AutomationVerbs::failed);
}

void AutomationVerbs::run(QWidget *asker, const ChosenAutomations &chosen)
{
    ChosenAutomations quiet;
    for (const ChosenAutomation &one : chosen) {
        if (one.asks)
            m_starter.start(asker, one.id);
        else
            quiet.append(one);
    }
    const auto ask = [this](const ChosenAutomation &one) {
        return m_context.store.runs().request(one.id, m_context.operatorName);
    };
    tallyUp(this, quiet, ask, nameOf, [this](const Tally &tally) {
        tell(this, tally, tr("A run of “%1” is queued").arg(tally.lastName), tr("%n runs queued", nullptr, tally.done));
    });
}

QString AutomationVerbs::pausedText(const ChosenAutomations &chosen, bool paused) const
{
    if (chosen.size() == 1)
        return (paused ? tr("“%1” paused") : tr("“%1” resumed")).arg(chosen.constFirst().name);
    const int count = int(chosen.size());
    return paused ? tr("%n automations paused", nullptr, count) : tr("%n automations resumed", nullptr, count);
}

void AutomationVerbs::setPaused(const ChosenAutomations &chosen, bool paused)
{
    ChosenAutomations others = chosen;
    others.removeIf([paused](const ChosenAutomation &one) { return one.paused == paused; });
    QList<base::AutomationId> ids;
    for (const ChosenAutomation &one : std::as_const(others))
        ids.append(one.id);
    if (!ids.isEmpty())
        pauseNow(ids, paused, pausedText(others, paused));
}

void AutomationVerbs::pauseNow(const QList<base::AutomationId> &ids, bool paused, const QString &text)
{
    const auto pausing = m_context.store.automations().setPaused(ids, paused, m_context.operatorName);
    base::onAnswer(this, pausing, [this, ids, paused, text](const base::Result<void> &answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        Q_EMIT said(text, [self = QPointer(this), ids, paused] {
            if (self)
                base::onAnswer(
                    self, self->m_context.store.automations().setPaused(ids, !paused, self->m_context.operatorName),
                    [self](const base::Result<void> &undone) {
                        if (!undone)
                            Q_EMIT self->failed(undone.error());
                    });
        });
    });
}

void AutomationVerbs::remove(QWidget *asker, const ChosenAutomations &chosen)
{
    if (chosen.isEmpty())
        return;
    Question question;
    question.title = chosen.size() == 1 ? tr("Delete “%1”?").arg(chosen.constFirst().name)
                                        : tr("Delete %n automations?", nullptr, int(chosen.size()));
    question.text =
        tr("What waits is cancelled and what runs is asked to end. Past runs and their logs stay. This can't "
           "be undone.");
    question.verbs = {tr("Delete"), tr("Cancel")};
    question.destructive = true;
    m_context.prompts.ask(asker, question, [self = QPointer(this), chosen](int verb) {
        if (self && verb == 0)
            self->removeNow(chosen);
    });
}

void AutomationVerbs::removeNow(const ChosenAutomations &chosen)
{
    const auto ask = [this](const ChosenAutomation &one) {
        return m_context.store.automations().remove(one.id, m_context.operatorName);
    };
    tallyUp(this, chosen, ask, nameOf, [this](const Tally &tally) {
        tell(this, tally, tr("“%1” deleted").arg(tally.lastName), tr("%n automations deleted", nullptr, tally.done));
    });
}

} // namespace ui
