// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/automationverbs.h"

#include "ui/panes/tally.h"
#include "ui/seat/seat.h"
#include "ui/widgets/prompts.h"

#include "app/bundles/templates/template.h"
#include "app/store/store.h"

#include <QPointer>
#include <QWidget>

#include <algorithm>

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

void AutomationVerbs::ask(QWidget *asker, const Bulk &bulk, const std::function<void()> &go)
{
    const Question question{
        .title = bulk.title, .text = bulk.text, .verbs = {bulk.verb, tr("Cancel")}, .destructive = bulk.destructive};
    m_context.prompts.ask(asker, question, [self = QPointer(this), go](int verb) {
        if (self && verb == 0)
            go();
    });
}

void AutomationVerbs::askAbout(QWidget *asker, qsizetype count, const Bulk &bulk, const std::function<void()> &go)
{
    if (count > 1)
        ask(asker, bulk, go);
    else if (count == 1)
        go();
}

void AutomationVerbs::run(QWidget *asker, const ChosenAutomations &chosen)
{
    const int count = int(chosen.size());
    askAbout(asker, count,
             {tr("Run %n automations now?", nullptr, count),
              tr("Each of them gets one run. Those that ask for something ask it, one after the other."),
              tr("Run %n", nullptr, count)},
             [this, where = QPointer(asker), chosen] { runEach(where, chosen); });
}

void AutomationVerbs::runEach(QWidget *asker, const ChosenAutomations &chosen)
{
    ChosenAutomations quiet;
    for (const ChosenAutomation &one : chosen) {
        if (one.asks || chosen.size() == 1) // a window may have something to say
            m_starter.start(asker, one.id);
        else
            quiet.append(one);
    }
    const auto ask = [this](const ChosenAutomation &one) {
        return m_context.store.runs().request(one.id, m_context.seat.by());
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

void AutomationVerbs::setPaused(QWidget *asker, const ChosenAutomations &chosen, bool paused)
{
    ChosenAutomations others = chosen;
    others.removeIf([paused](const ChosenAutomation &one) { return one.paused == paused; });
    QList<base::AutomationId> ids;
    for (const ChosenAutomation &one : std::as_const(others))
        ids.append(one.id);
    const int count = int(ids.size());
    askAbout(asker, count,
             {paused ? tr("Pause %n automations?", nullptr, count) : tr("Resume %n automations?", nullptr, count),
              paused ? tr("Their triggers make no runs while they are paused. Runs by hand still work.")
                     : tr("Their triggers make runs again from now on."),
              paused ? tr("Pause %n", nullptr, count) : tr("Resume %n", nullptr, count)},
             [this, ids, paused, text = pausedText(others, paused)] { pauseNow(ids, paused, text); });
}

void AutomationVerbs::pauseNow(const QList<base::AutomationId> &ids, bool paused, const QString &text)
{
    const auto pausing = m_context.store.automations().setPaused(ids, paused, m_context.seat.by());
    base::onAnswer(this, pausing, [this, ids, paused, text](const base::Result<void> &answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        Q_EMIT said(text, [self = QPointer(this), ids, paused] {
            if (self)
                base::onAnswer(self,
                               self->m_context.store.automations().setPaused(ids, !paused, self->m_context.seat.by()),
                               [self](const base::Result<void> &undone) {
                                   if (!undone)
                                       Q_EMIT self->failed(undone.error());
                               });
        });
    });
}

void AutomationVerbs::duplicate(QWidget *asker, const ChosenAutomations &chosen)
{
    QList<base::AutomationId> ids;
    for (const ChosenAutomation &one : chosen)
        ids.append(one.id);
    const int count = int(ids.size());
    askAbout(asker, count,
             {tr("Duplicate %n automations?", nullptr, count),
              tr("Each copy has the same settings and is paused until somebody resumes it."),
              tr("Duplicate %n", nullptr, count)},
             [this, ids] {
                 base::onAnswer(this, m_context.store.automations().list(),
                                [this, ids](base::Result<QList<domain::Automation>> all) {
                                    if (!all) {
                                        Q_EMIT failed(all.error());
                                        return;
                                    }
                                    all->removeIf([&ids](const auto &one) { return !ids.contains(one.id); });
                                    duplicateEach(*all);
                                });
             });
}

void AutomationVerbs::duplicateEach(const QList<domain::Automation> &originals)
{
    QList<domain::Automation> copies = originals;
    for (domain::Automation &copy : copies) {
        copy.name = tr("%1 (copy)").arg(copy.name);
        copy.paused = true;
    }
    base::onAnswer(this, m_context.store.automations().create(copies, m_context.seat.by()),
                   [this](const base::Result<QList<domain::Automation>> &made) {
                       if (!made) {
                           Q_EMIT failed(made.error());
                           return;
                       }
                       sayDuplicated(*made);
                   });
}

void AutomationVerbs::sayDuplicated(const QList<domain::Automation> &copies)
{
    ChosenAutomations made;
    for (const domain::Automation &copy : copies)
        made.append({.id = copy.id, .name = copy.name});
    const QString text = made.size() == 1 ? tr("“%1” made, paused").arg(made.constFirst().name)
                                          : tr("%n copies made, paused", nullptr, int(made.size()));
    Q_EMIT said(text, [self = QPointer(this), made] {
        if (self)
            self->removeNow(made);
    });
    if (made.size() == 1)
        Q_EMIT duplicated(made.constFirst().id);
}

void AutomationVerbs::saveAsTemplate(QWidget *asker, const ChosenAutomation &chosen)
{
    const TextQuestion question{.title = tr("Save “%1” as a template?").arg(chosen.name),
                                .text = tr("What it is made of is kept among the templates. Secrets stay references."),
                                .label = tr("&Name"),
                                .value = chosen.name,
                                .verb = tr("Save")};
    m_context.prompts.askText(asker, question, [self = QPointer(this), id = chosen.id](const QString &name) {
        if (self)
            self->keepTemplate(id, name);
    });
}

void AutomationVerbs::keepTemplate(const base::AutomationId &id, const QString &name)
{
    store::Templates &templates = m_context.store.templates();
    const auto undo = [self = QPointer(this), &templates](const QString &kept) {
        if (self)
            base::onAnswer(self, templates.remove(kept, self->m_context.seat.by()),
                           [self](const base::Result<store::OwnTemplate> &gone) {
                               if (!gone)
                                   Q_EMIT self->failed(gone.error());
                           });
    };
    const auto tellSaved = [this, undo](const base::Result<store::OwnTemplate> &saved) {
        if (saved)
            Q_EMIT said(tr("Template “%1” saved").arg(saved->name), [undo, kept = saved->id] { undo(kept); });
        else
            Q_EMIT failed(saved.error());
    };
    base::onAnswer(
        this, m_context.store.automations().get(id),
        [this, name, tellSaved, &templates](const base::Result<domain::Automation> &automation) {
            if (!automation) {
                Q_EMIT failed(automation.error());
                return;
            }
            bundles::Template one = bundles::templateOf(*automation);
            one.name = name;
            base::onAnswer(
                this,
                templates.save(
                    {.id = {}, .name = name, .body = bundles::templateDocument(one), .madeBy = {}, .madeAt = {}},
                    m_context.seat.by()),
                tellSaved);
        });
}

void AutomationVerbs::remove(QWidget *asker, const ChosenAutomations &chosen)
{
    const int count = int(chosen.size());
    const bool open = std::any_of(chosen.cbegin(), chosen.cend(), [](const auto &one) { return one.open; });
    const Bulk bulk{count == 1 ? tr("Delete “%1”?").arg(chosen.constFirst().name)
                               : tr("Delete %n automations?", nullptr, count),
                    open ? tr("What waits is cancelled and what runs is asked to end; that can't be undone. Past runs "
                              "and their logs stay.")
                         : tr("Past runs and their logs stay."),
                    count == 1 ? tr("Delete") : tr("Delete %n", nullptr, count), true};
    const auto go = [this, chosen] { removeNow(chosen); };
    if (count == 1 && open)
        ask(asker, bulk, go);
    else
        askAbout(asker, count, bulk, go);
}

void AutomationVerbs::removeNow(const ChosenAutomations &chosen)
{
    const auto remove = [this](const ChosenAutomation &one) {
        return m_context.store.automations().remove(one.id, m_context.seat.by());
    };
    tallyUp(this, chosen, remove, nameOf, [this, chosen](const Tally &tally) {
        if (tally.done > 0) {
            const QString text = tally.done == 1 ? tr("“%1” deleted").arg(tally.lastName)
                                                 : tr("%n automations deleted", nullptr, tally.done);
            Q_EMIT said(text, [self = QPointer(this), chosen] {
                if (self)
                    self->restore(chosen);
            });
        }
        if (tally.error)
            Q_EMIT failed(*tally.error);
    });
}

/// As they were, ids, versions and past runs included.
void AutomationVerbs::restore(const ChosenAutomations &gone)
{
    const auto bringBack = [this](const ChosenAutomation &one) {
        return m_context.store.automations().restore(one.id, 0, m_context.seat.by());
    };
    tallyUp(this, gone, bringBack, nameOf, [this](const Tally &tally) {
        tell(this, tally, tr("“%1” is back").arg(tally.lastName), tr("%n automations are back", nullptr, tally.done));
    });
}

} // namespace ui
