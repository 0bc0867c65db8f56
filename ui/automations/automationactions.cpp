// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/automationactions.h"

#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

AutomationActions::AutomationActions(const Look &look, QWidget *owner)
    : QObject(owner),
      create(make(look, owner, {"newAutomation", tr("&New"), u"plus"_s, QKeySequence(Qt::CTRL | Qt::Key_N)})),
      importFile(make(look, owner, {"importCode", tr("&Import a code bundle…"), u"kind-bundle"_s, {}})),
      importFolder(make(look, owner, {"importFolder", tr("Import a &folder…"), u"kind-bundle"_s, {}})),
      run(make(look, owner, {"runNow", tr("&Run"), u"play"_s, QKeySequence(Qt::Key_F5)})),
      showLog(make(look, owner, {"showLog", tr("Open the &log of the last run"), u"list"_s, {}})),
      edit(make(look, owner, {"edit", tr("&Edit…"), u"edit"_s, QKeySequence(Qt::Key_F2)})),
      duplicate(make(look, owner, {"duplicate", tr("Dup&licate"), u"copy"_s, QKeySequence(Qt::CTRL | Qt::Key_D)})),
      pause(make(look, owner, {"pause", tr("&Pause"), u"pause"_s, QKeySequence(Qt::CTRL | Qt::Key_P)})),
      showRuns(make(look, owner, {"showRuns", tr("Show its r&uns"), u"nav-runs"_s, {}})),
      keep(make(look, owner, {"saveAsTemplate", tr("Save as &template…"), u"nav-templates"_s, {}})),
      publish(make(look, owner, {"publish", tr("Pu&blish to a connection…"), u"nav-connections"_s, {}})),
      remove(make(look, owner, {"delete", tr("&Delete"), u"trash"_s, QKeySequence(Qt::Key_Delete)})),
      m_look(look)
{
    follow({});
}

QAction *AutomationActions::make(const Look &look, QWidget *owner, const Spec &spec)
{
    auto *action = new QAction(look.icons().icon(spec.icon), spec.text, this);
    action->setObjectName(QString::fromLatin1(spec.name));
    action->setShortcut(spec.key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner->addAction(action);
    return action;
}

void AutomationActions::follow(const ChosenAutomations &chosen)
{
    const bool one = chosen.size() == 1;
    const bool any = !chosen.isEmpty();
    const bool allPaused = any && std::all_of(chosen.cbegin(), chosen.cend(), [](const auto &c) { return c.paused; });
    const auto set = [](QAction *action, bool usable, const QString &why) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString name = action->text().remove(u'&');
        action->setEnabled(usable);
        action->setToolTip(usable ? (key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key)) : why);
    };
    pause->setText(allPaused ? tr("Res&ume") : tr("&Pause"));
    pause->setIcon(m_look.icons().icon(allPaused ? u"play"_s : u"pause"_s));
    const QString choose = tr("Choose an automation first");
    const QString chooseOne = any ? tr("Choose one automation only") : choose;
    for (QAction *action : {create, importFile, importFolder})
        set(action, true, {});
    // One that a system can't do is not offered for several either.
    const auto setFor = [&](QAction *action, bool usable, const QString &why, QString ChosenAutomation::*cannot) {
        const auto found = std::find_if(chosen.cbegin(), chosen.cend(),
                                        [cannot](const ChosenAutomation &c) { return !(c.*cannot).isEmpty(); });
        const bool can = found == chosen.cend();
        set(action, usable && can, usable && !can ? *found.*cannot : why);
    };
    setFor(run, any, choose, &ChosenAutomation::cannotRun);
    setFor(pause, any, choose, &ChosenAutomation::cannotPause);
    setFor(remove, any, choose, &ChosenAutomation::cannotRemove);
    set(duplicate, any, choose);
    // Also what a system takes no edits of has fields that are kept here; the editor says which.
    for (QAction *action : {edit, showLog, showRuns, keep})
        set(action, one, chooseOne);
    const bool remote = one && !chosen.constFirst().home.isEmpty();
    const QString obstacle = remote ? tr("It lives at %1 already").arg(chosen.constFirst().home) : m_cannotPublish;
    set(publish, one && obstacle.isEmpty(), one ? obstacle : chooseOne);
}

} // namespace ui
