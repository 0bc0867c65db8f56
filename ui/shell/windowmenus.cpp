// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/windowmenus.h"

#include "ui/shell/pane.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QString schemeKey = u"window/scheme"_s;

/// What the menu of a pane is called: after one of the things in it.
QString menuTitle(const RailEntry &pane)
{
    if (pane.key == "overview"_L1)
        return WindowMenus::tr("&Overview");
    if (pane.key == "automations"_L1)
        return WindowMenus::tr("&Automation");
    if (pane.key == "runs"_L1)
        return WindowMenus::tr("&Run");
    if (pane.key == "agenda"_L1)
        return WindowMenus::tr("A&genda");
    if (pane.key == "maintenance"_L1)
        return WindowMenus::tr("&Window");
    if (pane.key == "templates"_L1)
        return WindowMenus::tr("&Template");
    if (pane.key == "connections"_L1)
        return WindowMenus::tr("&Connection");
    if (pane.key == "settings"_L1)
        return WindowMenus::tr("&Settings");
    return pane.title;
}

} // namespace

WindowMenus::WindowMenus(Look &look, QMenuBar &bar, const QList<RailEntry> &panes)
    : QObject(&bar),
      newAutomation(make({"windowNew", tr("&New automation…"), u"plus"_s, {QKeySequence::New}})),
      quit(make({"quit", tr("&Quit"), {}, {Qt::CTRL | Qt::Key_Q}})),
      undo(make({"undo", tr("&Undo"), u"undo"_s, {QKeySequence::Undo}})),
      filter(make({"filter", tr("&Filter"), u"filter"_s, {QKeySequence::Find}})),
      inspector(make({"inspectorShown", tr("&Inspector"), u"inspector"_s, {Qt::CTRL | Qt::Key_I}})),
      log(make({"logShown", tr("&Log"), u"dock"_s, {Qt::CTRL | Qt::Key_J}})),
      shortcuts(make({"shortcuts", tr("&Keyboard shortcuts"), {}, {Qt::Key_F1, Qt::CTRL | Qt::Key_Question}})),
      programLog(make({"programLog", tr("&Program log"), {}, {}})),
      about(make({"about", tr("&About Signalbox"), u"info"_s, {}})),
      m_look(look),
      m_bar(bar),
      m_schemes(new QActionGroup(this)),
      m_panes(new QActionGroup(this))
{
    bar.setAccessibleName(tr("Menus"));
    QMenu *file = addMenu(tr("&File"), u"menuFile"_s);
    file->addAction(newAutomation);
    file->addSeparator();
    file->addAction(quit);
    addMenu(tr("&Edit"), u"menuEdit"_s)->addActions({undo, filter});
    buildView();
    buildGo(panes);
    buildPaneMenus(panes);
    addMenu(tr("&Help"), u"menuHelp"_s)->addActions({shortcuts, programLog, about});
    for (QAction *action : {newAutomation, undo, filter, inspector, log})
        action->setIcon(look.icons().icon(action->data().toString()));
}

QAction *WindowMenus::make(const Spec &spec)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(QLatin1StringView(spec.name));
    action->setShortcuts(spec.keys);
    action->setData(spec.icon);
    action->setMenuRole(QAction::NoRole);
    return action;
}

QMenu *WindowMenus::addMenu(const QString &title, const QString &name)
{
    QMenu *menu = m_bar.addMenu(title);
    menu->setObjectName(name);
    return menu;
}

void WindowMenus::buildView()
{
    inspector->setCheckable(true);
    log->setCheckable(true);
    QMenu *view = addMenu(tr("&View"), u"menuView"_s);
    view->addActions({inspector, log});
    view->addSeparator();
    const std::array<std::pair<QString, QString>, 3> schemes{
        {{u"system"_s, tr("As the &desktop")}, {u"light"_s, tr("L&ight")}, {u"dark"_s, tr("Dar&k")}}};
    for (const auto &[key, text] : schemes) {
        QAction *action = view->addAction(text);
        action->setObjectName(u"scheme_"_s + key);
        action->setCheckable(true);
        action->setData(key);
        action->setChecked(key == "system"_L1);
        m_schemes->addAction(action);
    }
    connect(m_schemes, &QActionGroup::triggered, this, [this](QAction *action) {
        const QString key = action->data().toString();
        m_look.setScheme(key == "light"_L1  ? std::optional(Scheme::Light)
                         : key == "dark"_L1 ? std::optional(Scheme::Dark)
                                            : std::nullopt);
    });
}

void WindowMenus::buildGo(const QList<RailEntry> &panes)
{
    QMenu *go = addMenu(tr("&Go"), u"menuGo"_s);
    for (qsizetype i = 0; i < panes.size(); ++i) {
        QAction *action = go->addAction(m_look.icons().icon(panes[i].icon), panes[i].title);
        action->setObjectName(u"go_"_s + panes[i].key);
        if (i < 10) // the tenth is on the key after the ninth
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + (int(i) + 1) % 10)));
        action->setCheckable(true);
        m_panes->addAction(action);
        connect(action, &QAction::triggered, this, [this, row = int(i)] { Q_EMIT paneChosen(row); });
    }
}

void WindowMenus::buildPaneMenus(const QList<RailEntry> &panes)
{
    for (const RailEntry &pane : panes) {
        QMenu *menu = addMenu(menuTitle(pane), u"menu_"_s + pane.key);
        menu->menuAction()->setEnabled(false);
        m_paneMenus.insert(pane.key, menu);
    }
}

void WindowMenus::fill(Pane &pane)
{
    QMenu *menu = m_paneMenus.value(pane.key());
    pane.fillMenu(menu);
    const QList<QAction *> verbs = menu->actions();
    for (QAction *verb : verbs) {
        // The window makes new automations from everywhere with this key.
        if (verb->shortcut() == newAutomation->shortcut())
            verb->setShortcut({});
    }
}

void WindowMenus::addToFile(QMenu &menu)
{
    m_bar.findChild<QMenu *>(u"menuFile"_s)->insertMenu(quit, &menu);
}

void WindowMenus::addToView(QAction *action)
{
    QMenu *view = m_bar.findChild<QMenu *>(u"menuView"_s);
    view->addSeparator();
    view->addAction(action);
}

void WindowMenus::addToFile(const QList<QAction *> &actions)
{
    auto *file = m_bar.findChild<QMenu *>(u"menuFile"_s);
    file->insertActions(quit, actions);
    file->insertSeparator(quit);
}

void WindowMenus::setCurrentPane(const QString &key)
{
    for (auto it = m_paneMenus.cbegin(); it != m_paneMenus.cend(); ++it) {
        // The verbs of daily work have their place always; the bar has no room for all the others.
        const bool daily = it.key() == "automations"_L1 || it.key() == "runs"_L1;
        it.value()->menuAction()->setVisible(daily || it.key() == key);
        it.value()->menuAction()->setEnabled(it.key() == key);
    }
    const QList<QAction *> actions = m_panes->actions();
    for (QAction *action : actions)
        action->setChecked(action->objectName() == u"go_"_s + key);
}

void WindowMenus::restoreScheme(QSettings &desk)
{
    const QString key = desk.value(schemeKey).toString();
    const QList<QAction *> actions = m_schemes->actions();
    for (QAction *action : actions) {
        if (action->data().toString() == key)
            action->trigger();
    }
}

void WindowMenus::saveScheme(QSettings &desk) const
{
    desk.setValue(schemeKey, m_schemes->checkedAction()->data().toString());
}

QList<QMenu *> WindowMenus::menus() const
{
    QList<QMenu *> menus;
    const QList<QAction *> actions = m_bar.actions();
    for (const QAction *action : actions)
        menus.append(action->menu());
    return menus;
}

} // namespace ui
