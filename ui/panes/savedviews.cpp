// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/savedviews.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/look/look.h"
#include "ui/panes/filtercontrol.h"
#include "ui/widgets/prompts.h"

#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// In a menu an ampersand is a mnemonic.
QString menuText(const QString &name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

} // namespace

SavedViews::SavedViews(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    QMenu &menu = parts.filter.menu();
    QAction *first = menu.actions().value(0);
    m_end = menu.insertSeparator(first);
    menu.addSeparator();
    m_save = menu.addAction(parts.context.look.icons().icon(u"plus"_s), tr("&Save this filter as a view…"), this,
                            &SavedViews::askName);
    m_save->setObjectName(u"saveView"_s);
    m_rename = menu.addMenu(tr("&Rename view"));
    m_rename->menuAction()->setObjectName(u"renameView"_s);
    m_delete = menu.addMenu(tr("&Delete view"));
    m_delete->menuAction()->setObjectName(u"deleteView"_s);
    connect(&menu, &QMenu::aboutToShow, m_save, [this] { m_save->setEnabled(!m_parts.filter.isEmpty()); });
    connect(&parts.context.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        const auto ours = [](const store::Change &change) { return change.table == store::Table::Views; };
        if (std::any_of(changes.cbegin(), changes.cend(), ours))
            read();
    });
    show({});
    read();
}

void SavedViews::read()
{
    base::onAnswer(this, m_parts.context.store.views().ofPane(m_parts.pane),
                   [this](const base::Result<QList<store::SavedView>> &views) {
                       if (views)
                           show(*views);
                       else
                           Q_EMIT failed(views.error());
                   });
}

void SavedViews::show(const QList<store::SavedView> &views)
{
    qDeleteAll(m_views);
    m_views.clear();
    m_rename->clear();
    m_delete->clear();
    for (const store::SavedView &view : views) {
        auto *apply = new QAction(menuText(view.name), this);
        apply->setObjectName(u"view_"_s + view.name);
        connect(apply, &QAction::triggered, this, [this, view] { m_parts.filter.setWhole(view.filter); });
        m_parts.filter.menu().insertAction(m_end, apply);
        m_views.append(apply);
        QAction *rename = m_rename->addAction(menuText(view.name), this, [this, view] { askNewName(view); });
        rename->setObjectName(u"renameView_"_s + view.name);
        QAction *gone = m_delete->addAction(menuText(view.name), this, [this, view] { remove(view); });
        gone->setObjectName(u"deleteView_"_s + view.name);
    }
    m_end->setVisible(!views.isEmpty());
    m_rename->menuAction()->setVisible(!views.isEmpty());
    m_delete->menuAction()->setVisible(!views.isEmpty());
}

void SavedViews::askName()
{
    TextQuestion question;
    question.title = tr("Save this filter as a view");
    question.text = m_parts.filter.whole();
    question.label = tr("Name");
    question.verb = tr("Save");
    m_parts.context.prompts.askText(&m_parts.owner, question,
                                    [self = QPointer(this), filter = question.text](const QString &name) {
                                        if (self)
                                            self->save(name, filter);
                                    });
}

void SavedViews::save(const QString &name, const QString &filter)
{
    base::onAnswer(this, m_parts.context.store.views().save(m_parts.pane, name, filter),
                   [this](const base::Result<store::SavedView> &view) {
                       if (view)
                           Q_EMIT said(tr("View “%1” saved").arg(view->name), {});
                       else
                           Q_EMIT failed(view.error());
                   });
}

void SavedViews::askNewName(const store::SavedView &view)
{
    TextQuestion question;
    question.title = tr("Rename the view “%1”").arg(view.name);
    question.label = tr("Name");
    question.value = view.name;
    question.verb = tr("Rename");
    m_parts.context.prompts.askText(&m_parts.owner, question,
                                    [self = QPointer(this), id = view.id](const QString &name) {
                                        if (!self)
                                            return;
                                        base::onAnswer(self, self->m_parts.context.store.views().rename(id, name),
                                                       [self](const base::Result<store::SavedView> &renamed) {
                                                           if (!renamed)
                                                               Q_EMIT self->failed(renamed.error());
                                                       });
                                    });
}

void SavedViews::remove(const store::SavedView &view)
{
    base::onAnswer(this, m_parts.context.store.views().remove(view.id),
                   [this](const base::Result<store::SavedView> &gone) {
                       if (!gone) {
                           Q_EMIT failed(gone.error());
                           return;
                       }
                       Q_EMIT said(tr("View “%1” deleted").arg(gone->name), [self = QPointer(this), was = *gone] {
                           if (self)
                               self->save(was.name, was.filter);
                       });
                   });
}

} // namespace ui
