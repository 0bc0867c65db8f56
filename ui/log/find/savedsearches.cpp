// SPDX-License-Identifier: Apache-2.0
#include "ui/log/find/savedsearches.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/widgets/prompts.h"

#include <QMenu>
#include <QPointer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString pane()
{
    return u"log.find"_s;
}

/// In a menu an ampersand is a mnemonic.
QString menuText(const QString &name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

} // namespace

SavedSearches::SavedSearches(const Context &context, FindBar &bar, QObject *parent)
    : QObject(parent), m_context(context), m_bar(bar)
{
    connect(&bar.savedMenu(), &QMenu::aboutToShow, this, &SavedSearches::read);
    fill({});
}

void SavedSearches::read()
{
    base::onAnswer(this, m_context.store.views().ofPane(pane()),
                   [this](const base::Result<QList<store::SavedView>> &views) {
                       if (views)
                           fill(*views);
                       else
                           Q_EMIT failed(views.error());
                   });
}

void SavedSearches::fill(const QList<store::SavedView> &views)
{
    QMenu &menu = m_bar.savedMenu();
    menu.clear();
    qDeleteAll(menu.findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    for (const store::SavedView &view : views) {
        QAction *apply =
            menu.addAction(menuText(view.name), this, [this, view] { m_bar.setState(findStateFrom(view.filter)); });
        apply->setObjectName(u"search_"_s + view.name);
    }
    menu.addSeparator();
    QAction *save = menu.addAction(tr("&Save this search\u2026"), this, &SavedSearches::askName);
    save->setObjectName(u"saveSearch"_s);
    save->setEnabled(!m_bar.state().text.isEmpty());
    if (views.isEmpty())
        return;
    QMenu *gone = menu.addMenu(tr("&Delete"));
    for (const store::SavedView &view : views) {
        QAction *remove = gone->addAction(menuText(view.name), this, [this, id = view.id] { this->remove(id); });
        remove->setObjectName(u"deleteSearch_"_s + view.name);
    }
}

void SavedSearches::askName()
{
    const FindState state = m_bar.state();
    const TextQuestion question{.title = tr("Save this search"),
                                .text = state.text,
                                .label = tr("Name"),
                                .value = state.text,
                                .verb = tr("Save")};
    m_context.prompts.askText(&m_bar, question, [self = QPointer(this), filter = toText(state)](const QString &name) {
        if (self)
            self->save(name, filter);
    });
}

void SavedSearches::save(const QString &name, const QString &filter)
{
    base::onAnswer(this, m_context.store.views().save(pane(), name, filter),
                   [this](const base::Result<store::SavedView> &view) {
                       if (view)
                           Q_EMIT said(tr("Search \u201c%1\u201d saved").arg(view->name), {});
                       else
                           Q_EMIT failed(view.error());
                   });
}

void SavedSearches::remove(qint64 id)
{
    base::onAnswer(this, m_context.store.views().remove(id), [this](const base::Result<store::SavedView> &view) {
        if (!view) {
            Q_EMIT failed(view.error());
            return;
        }
        Q_EMIT said(tr("Search \u201c%1\u201d deleted").arg(view->name), [self = QPointer(this), was = *view] {
            if (self)
                self->save(was.name, was.filter);
        });
    });
}

} // namespace ui
