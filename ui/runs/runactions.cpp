// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runactions.h"

#include "app/domain/windows/standing.h"

#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

RunActions::RunActions(const Look &look, QWidget *owner)
    : QObject(owner),
      runAgain(make(owner, {"runAgain", tr("Run &again"), look.icons().icon(u"run-again"_s), Qt::Key_F5})),
      startNow(make(owner, {"startNow", tr("Start &now"), look.icons().icon(u"play"_s), {}})),
      cancel(make(owner, {"cancelRun", tr("&Cancel"), look.icons().icon(u"stop"_s, Family::Bad), Qt::Key_Delete})),
      note(make(owner, {"noteFailure", tr("Take &note…"), look.icons().icon(u"check"_s), Qt::CTRL | Qt::Key_M})),
      showLog(make(owner, {"showLog", tr("Open the &log"), look.icons().icon(u"list"_s), {}})),
      findInLogs(make(owner, {"findInLogs", tr("&Find in their logs…"), look.icons().icon(u"search"_s), {}})),
      mergeLogs(make(owner, {"mergeRuns", tr("Their logs by &time"), look.icons().icon(u"compare"_s), {}})),
      compareLogs(make(owner, {"compareLogs", tr("Their logs side by &side"), look.icons().icon(u"diff"_s), {}})),
      showAutomation(
          make(owner, {"showAutomation", tr("Show the a&utomation"), look.icons().icon(u"nav-automations"_s), {}})),
      clearQueue(make(owner, {"clearQueue", tr("Empty the &queue…"), look.icons().icon(u"cross"_s), {}}))
{
    follow({});
    followQueue(0);
}

namespace {

void set(QAction *action, const QString &obstacle)
{
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    const QString name = action->text().remove(u'&');
    action->setEnabled(obstacle.isEmpty());
    action->setToolTip(!obstacle.isEmpty() ? obstacle : key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key));
}

} // namespace

QAction *RunActions::make(QWidget *owner, const Spec &spec)
{
    auto *action = new QAction(spec.icon, spec.text, this);
    action->setObjectName(QString::fromLatin1(spec.name));
    action->setShortcut(spec.key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner->addAction(action);
    return action;
}

bool RunActions::mayStartNow(const domain::Run &run)
{
    return run.status == domain::RunStatus::Held && (!run.heldUntil || run.heldSince || domain::isHeldForWindow(run));
}

void RunActions::followQueue(qint64 queued)
{
    set(clearQueue, queued > 0 ? QString() : tr("No run waits for its turn"));
}

void RunActions::followHeld(const QList<domain::Run> &chosen)
{
    const bool any = std::any_of(chosen.cbegin(), chosen.cend(), mayStartNow);
    set(startNow, chosen.isEmpty() ? tr("Choose a run first")
                  : any            ? QString()
                                   : tr("Not held: there is nothing to start before its time"));
}

void RunActions::followFailures(const QList<domain::Run> &chosen)
{
    const bool open = std::any_of(chosen.cbegin(), chosen.cend(), domain::isUnnoted);
    const bool any = std::any_of(chosen.cbegin(), chosen.cend(), domain::isFailure);
    note->setText(any && !open ? tr("Take the &note back") : tr("Take &note…"));
    set(note, chosen.isEmpty() ? tr("Choose a run first") : any ? QString() : tr("It did not fail"));
}

namespace {

/// Why the system of one of them can't do it; empty where all can.
QString cannot(const QList<domain::Run> &chosen, const models::ConnectionBook *homes, domain::Capability wanted)
{
    for (const domain::Run &run : homes ? chosen : QList<domain::Run>()) {
        const bool asked = wanted != domain::Capability::Cancel || !domain::isFinal(run.status);
        if (const QString why = homes->whyNot(run.connectionId, wanted); asked && !why.isEmpty())
            return why;
    }
    return {};
}

} // namespace

void RunActions::follow(const QList<domain::Run> &chosen, const models::ConnectionBook *homes)
{
    const QString choose = chosen.isEmpty() ? tr("Choose a run first") : QString();
    const QString chooseOne = chosen.size() > 1 ? tr("Choose one run only") : choose;
    const bool anyOpen =
        std::any_of(chosen.cbegin(), chosen.cend(), [](const auto &run) { return !domain::isFinal(run.status); });
    set(runAgain, choose.isEmpty() ? cannot(chosen, homes, domain::Capability::Run) : choose);
    const QString open =
        anyOpen ? cannot(chosen, homes, domain::Capability::Cancel) : tr("Already over: there is nothing to cancel");
    set(cancel, choose.isEmpty() ? open : choose);
    followHeld(chosen);
    followFailures(chosen);
    set(showLog, chooseOne);
    const QString chooseTwo = chosen.size() < 2 ? tr("Choose two runs or more") : QString();
    set(findInLogs, choose);
    set(mergeLogs, chooseTwo);
    set(compareLogs, chosen.size() == 2 ? QString() : tr("Choose two runs"));
    set(showAutomation, chooseOne);
}

} // namespace ui
