// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runactions.h"

#include <QWidget>

namespace ui {

using namespace Qt::StringLiterals;

RunActions::RunActions(const Look &look, QWidget *owner)
    : QObject(owner),
      runAgain(make(owner, {"runAgain", tr("Run &again"), look.icons().icon(u"run-again"_s), Qt::Key_F5})),
      cancel(make(owner, {"cancelRun", tr("&Cancel"), look.icons().icon(u"stop"_s, Family::Bad), Qt::Key_Delete})),
      showLog(make(owner, {"showLog", tr("Open the &log"), look.icons().icon(u"list"_s), {}})),
      showAutomation(
          make(owner, {"showAutomation", tr("Show the a&utomation"), look.icons().icon(u"nav-automations"_s), {}}))
{
    follow({});
}

QAction *RunActions::make(QWidget *owner, const Spec &spec)
{
    auto *action = new QAction(spec.icon, spec.text, this);
    action->setObjectName(QString::fromLatin1(spec.name));
    action->setShortcut(spec.key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner->addAction(action);
    return action;
}

void RunActions::follow(const QList<domain::Run> &chosen)
{
    const auto set = [](QAction *action, const QString &obstacle) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString name = action->text().remove(u'&');
        action->setEnabled(obstacle.isEmpty());
        action->setToolTip(!obstacle.isEmpty() ? obstacle : key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key));
    };
    const QString choose = chosen.isEmpty() ? tr("Choose a run first") : QString();
    const QString chooseOne = chosen.size() > 1 ? tr("Choose one run only") : choose;
    const bool anyOpen =
        std::any_of(chosen.cbegin(), chosen.cend(), [](const auto &run) { return !domain::isFinal(run.status); });
    set(runAgain, choose);
    set(cancel, !choose.isEmpty() ? choose : anyOpen ? QString() : tr("Already over: there is nothing to cancel"));
    set(showLog, chooseOne);
    set(showAutomation, chooseOne);
}

} // namespace ui
