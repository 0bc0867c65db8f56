// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runverbs.h"

#include "ui/panes/tally.h"
#include "ui/runs/runactions.h"
#include "ui/seat/seat.h"

#include "app/domain/windows/standing.h"
#include "app/store/store.h"

#include <QPointer>
#include <QSet>
#include <QWidget>

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

void RunVerbs::askAbout(QWidget *asker, qsizetype count, const Question &question, const std::function<void()> &go)
{
    if (count == 1) {
        go();
    } else if (count > 1) {
        m_context.prompts.ask(asker, question, [self = QPointer(this), go](int verb) {
            if (self && verb == 0)
                go();
        });
    }
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
    const int count = int(each.size());
    const Question question{.title = tr("Run %n automations again?", nullptr, count),
                            .text = tr("Each of them gets one new run, by its rules of today."),
                            .verbs = {tr("Run %n again", nullptr, count), tr("Cancel")},
                            .destructive = false};
    askAbout(asker, count, question, [this, where = QPointer(asker), each] { runEachAgain(where, each); });
}

void RunVerbs::runEachAgain(QWidget *asker, QList<domain::Run> each)
{
    const bool alone = each.size() == 1;
    each.removeIf([&](const domain::Run &run) {
        const bool mayAsk = alone || !run.arguments.isEmpty();
        if (mayAsk)
            m_starter.start(asker, run.automationId, run.arguments);
        return mayAsk;
    });
    const auto ask = [this](const domain::Run &run) {
        return m_context.store.runs().request(run.automationId, m_context.seat.by());
    };
    tallyUp(this, each, ask, nameOf, [this](const Tally &tally) {
        tell(this, tally, tr("A run of “%1” is queued").arg(tally.lastName), tr("%n runs queued", nullptr, tally.done));
    });
}

void RunVerbs::cancel(QWidget *asker, const QList<domain::Run> &chosen)
{
    QList<domain::Run> open = chosen;
    open.removeIf([](const domain::Run &run) { return domain::isFinal(run.status); });
    const int count = int(open.size());
    const Question question{.title = tr("Cancel %n runs?", nullptr, count),
                            .text = tr("What waits never starts. What runs is asked to end, and ended if it does not."),
                            .verbs = {tr("Cancel %n runs", nullptr, count), tr("Let them go on")},
                            .destructive = true};
    askAbout(asker, count, question, [this, open] { cancelNow(open); });
}

void RunVerbs::cancelNow(const QList<domain::Run> &open)
{
    const auto ask = [this](const domain::Run &run) {
        return m_context.store.runs().cancel(run.id, m_context.seat.by());
    };
    tallyUp(this, open, ask, nameOf, [this](const Tally &tally) {
        tell(this, tally, tr("The run of “%1” is being cancelled").arg(tally.lastName),
             tr("%n runs are being cancelled", nullptr, tally.done));
    });
}

void RunVerbs::startNow(QWidget *asker, const QList<domain::Run> &chosen)
{
    QList<base::RunId> ids;
    QList<domain::Run> blocked;
    for (const domain::Run &run : chosen) {
        if (domain::isHeldForWindow(run))
            blocked.append(run);
        else if (RunActions::mayStartNow(run))
            ids.append(run.id);
    }
    breakGlass(asker, blocked);
    const int count = int(ids.size());
    const Question question{.title = tr("Start %n held runs now?", nullptr, count),
                            .text = tr("They do not wait for their time any more, only for their turn."),
                            .verbs = {tr("Start %n now", nullptr, count), tr("Cancel")},
                            .destructive = false};
    askAbout(asker, count, question, [this, ids] { startAll(ids); });
}

void RunVerbs::breakGlass(QWidget *asker, const QList<domain::Run> &blocked)
{
    if (blocked.isEmpty())
        return;
    TextQuestion question;
    question.title = tr("Start %n runs in spite of the window?", nullptr, int(blocked.size()));
    question.text = tr("A maintenance window holds them. The reason is kept with them and in the audit.");
    question.label = tr("Why they can't wait");
    question.verb = tr("Start anyway");
    m_context.prompts.askText(asker, question, [self = QPointer(this), blocked](const QString &reason) {
        if (!self)
            return;
        const auto ask = [self, reason](const domain::Run &run) {
            return self->m_context.store.runs().breakGlass(run.id, self->m_context.seat.by(), reason);
        };
        tallyUp(self.data(), blocked, ask, nameOf, [self](const Tally &tally) {
            tell(self.data(), tally, tr("The run of “%1” starts").arg(tally.lastName),
                 tr("%n runs start", nullptr, tally.done));
        });
    });
}

void RunVerbs::startAll(const QList<base::RunId> &ids)
{
    base::onAnswer(this, m_context.store.runs().release(ids, m_context.seat.by()),
                   [this](const base::Result<QList<domain::Run>> &runs) {
                       if (runs)
                           Q_EMIT said(tr("%n held runs start now", nullptr, int(runs->size())), {});
                       else
                           Q_EMIT failed(runs.error());
                   });
}

void RunVerbs::note(QWidget *asker, const QList<domain::Run> &chosen)
{
    QList<domain::Run> failures = chosen;
    failures.removeIf([](const domain::Run &run) { return !domain::isFailure(run); });
    QList<base::RunId> open;
    for (const domain::Run &run : std::as_const(failures))
        if (domain::isUnnoted(run))
            open.append(run.id);
    if (open.isEmpty())
        return takeNotesBack(failures);
    TextQuestion question;
    question.title = tr("Take note of %n failures", nullptr, int(open.size()));
    question.text = tr("They count no more among what failed. The note is kept with them.");
    question.label = tr("What there is to say about it (may be empty)");
    question.verb = tr("Take note");
    question.need = TextQuestion::Need::Any;
    m_context.prompts.askText(asker, question, [self = QPointer(this), open](const QString &text) {
        if (self)
            self->noteAll(open, text);
    });
}

void RunVerbs::noteAll(const QList<base::RunId> &ids, const QString &text)
{
    base::onAnswer(this, m_context.store.runs().acknowledge(ids, m_context.seat.by(), text),
                   [this](const base::Result<QList<domain::Run>> &runs) {
                       if (!runs) {
                           Q_EMIT failed(runs.error());
                           return;
                       }
                       Q_EMIT said(tr("Noted: %n failures", nullptr, int(runs->size())),
                                   [self = QPointer(this), noted = *runs] {
                                       if (self)
                                           self->takeNotesBack(noted);
                                   });
                   });
}

void RunVerbs::takeNotesBack(const QList<domain::Run> &noted)
{
    QList<base::RunId> ids;
    for (const domain::Run &run : noted)
        ids.append(run.id);
    if (ids.isEmpty())
        return;
    base::onAnswer(this, m_context.store.runs().unacknowledge(ids, m_context.seat.by()),
                   [this](const base::Result<QList<domain::Run>> &runs) {
                       if (runs)
                           Q_EMIT said(tr("%n failures count again", nullptr, int(runs->size())), {});
                       else
                           Q_EMIT failed(runs.error());
                   });
}

void RunVerbs::clearQueue(QWidget *asker, qint64 queued)
{
    const int count = int(queued);
    const Question question{
        .title = tr("Cancel the %n runs that wait for their turn?", nullptr, count),
        .text = tr("They never start. What runs goes on, and what is held until a time is left as it is."),
        .verbs = {tr("Empty the queue"), tr("Cancel")},
        .destructive = true};
    m_context.prompts.ask(asker, question, [self = QPointer(this)](int verb) {
        if (self && verb == 0)
            self->clearNow();
    });
}

void RunVerbs::clearNow()
{
    base::onAnswer(this, m_context.store.runs().clearQueue(std::nullopt, m_context.seat.by()),
                   [this](const base::Result<int> &cleared) {
                       if (cleared)
                           Q_EMIT said(tr("%n runs cancelled", nullptr, *cleared), {});
                       else
                           Q_EMIT failed(cleared.error());
                   });
}

} // namespace ui
