// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/connectionspane.h"

#include "ui/connections/addconnection.h"
#include "ui/connections/connectiondelegate.h"
#include "ui/connections/connectionverbs.h"
#include "ui/errors/errortext.h"
#include "ui/panes/inspectorparts.h"
#include "ui/seat/seat.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messages/emptystate.h"
#include "ui/widgets/paneheader.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using Model = models::ConnectionModel;

namespace {

constexpr int listWidth = 308;

void addVerbs(QMenu &menu, const QList<QAction *> &verbs)
{
    for (QAction *verb : verbs)
        verb ? menu.addAction(verb) : static_cast<void>(menu.addSeparator());
}

} // namespace

ConnectionsPane::ConnectionsPane(const Context &context, models::ConnectionModel &model, QWidget *parent)
    : Pane(parent),
      m_context(context),
      m_model(model),
      m_verbs(new ConnectionVerbs(context, this)),
      m_header(new PaneHeader(context.look)),
      m_list(new QListView),
      m_page(new ConnectionPage(context, *m_verbs)),
      m_empty(new EmptyState(context.look)),
      m_content(new QStackedWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_content, 1);
    m_content->addWidget(m_empty);
    m_content->addWidget(makeBody());
    buildHeader();
    connectParts();
    showState();
}

QString ConnectionsPane::key() const
{
    return u"connections"_s;
}

QString ConnectionsPane::title() const
{
    return tr("Connections");
}

QString ConnectionsPane::iconName() const
{
    return u"nav-connections"_s;
}

void ConnectionsPane::buildHeader()
{
    m_header->setTitle(title());
    bindButton(m_header->addButton(m_verbs->syncAll->icon(), m_verbs->syncAll->text()), m_verbs->syncAll);
    QPushButton *add = m_header->setPrimary(m_verbs->add->icon(), tr("&Add connection"));
    followAction(add, m_verbs->add);
    QMenu &more = m_header->more();
    addVerbs(more, {m_verbs->pause, m_verbs->renew, nullptr});
    addVerbs(more, m_page->conflictVerbs());
    addVerbs(more, {nullptr, m_verbs->remove});
}

QWidget *ConnectionsPane::makeBody()
{
    m_list->setObjectName(u"connectionsList"_s);
    m_list->setAccessibleName(title());
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(listWidth);
    m_list->setItemDelegate(new ConnectionDelegate(m_context.look, m_context.catalog, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setModel(&m_model);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions({m_verbs->test, m_verbs->syncNow, m_verbs->pause, m_verbs->renew, m_verbs->remove});
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(new Hairline(m_context.look, Qt::Vertical));
    row->addWidget(m_page, 1);
    return body;
}

void ConnectionsPane::connectParts()
{
    connect(m_verbs->add, &QAction::triggered, this, &ConnectionsPane::addConnection);
    connect(m_verbs, &ConnectionVerbs::said, this, [this](const QString &text) { Q_EMIT said(text, {}); });
    connect(m_verbs, &ConnectionVerbs::failed, this, &Pane::failed);
    connect(m_page, &ConnectionPage::said, this, [this](const QString &text) { Q_EMIT said(text, {}); });
    connect(m_page, &ConnectionPage::failed, this, &Pane::failed);
    connect(m_page, &ConnectionPage::automationWanted, this, &Pane::automationWanted);
    connect(&m_model, &Model::changed, this, &ConnectionsPane::showState);
    connect(&m_model, &Model::failed, this, [this](const base::Error &error) {
        m_failed = m_model.rowCount() == 0;
        if (m_failed)
            m_empty->setContent(failedContent(tr("The connections can't be read"), errorText(error)));
        Q_EMIT failed(error);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ConnectionsPane::showState);
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { m_failed ? m_model.reload() : m_verbs->add->trigger(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_wanted = current.data(models::KeyRole).toString();
        showChosen();
    });
    connect(&m_context.seat, &Seat::changed, this, &ConnectionsPane::showState);
}

void ConnectionsPane::fillMenu(QMenu *menu)
{
    addVerbs(*menu, m_verbs->forMenu());
}

void ConnectionsPane::focusFilter()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ConnectionsPane::saveState()
{
    m_context.desk.setValue(u"connections/chosen"_s, m_wanted);
    m_context.desk.setValue(u"connections/tab"_s, int(m_page->tab()));
}

void ConnectionsPane::restoreState()
{
    m_wanted = m_context.desk.value(u"connections/chosen"_s).toString();
    m_page->showTab(ConnectionPage::Tab(m_context.desk.value(u"connections/tab"_s).toInt()));
    showState();
}

void ConnectionsPane::select(const base::ConnectionId &id)
{
    m_wanted = id.text();
    showState();
}

void ConnectionsPane::signIn()
{
    m_verbs->renew->trigger(); // which does nothing where it is disabled
}

void ConnectionsPane::showTab(ConnectionPage::Tab tab)
{
    m_page->showTab(tab);
}

void ConnectionsPane::addConnection()
{
    auto *dialog = new AddConnection(m_context, this);
    connect(dialog, &AddConnection::added, this, [this](const domain::Connection &connection) {
        select(connection.id);
        Q_EMIT said(tr("The connection “%1” is added").arg(connection.name), {});
    });
    dialog->open();
}

void ConnectionsPane::showState()
{
    const int count = m_model.rowCount();
    m_header->setCount(count > 0 ? QString::number(count) : QString());
    if (count == 0 && m_model.isLoaded()) {
        m_failed = false;
        const QString barred = m_context.seat.whyNot(domain::Right::Admin);
        const bool can = barred.isEmpty() && !m_context.catalog.providers().isEmpty();
        m_empty->setContent({u"nav-connections"_s,
                             tr("No connections yet"),
                             tr("Automations of other systems stand here beside your own, also while you are offline: "
                                "what you change or run is sent as soon as it can be.") +
                                 (barred.isEmpty() ? QString() : u' ' + barred),
                             can ? tr("Add connection") : QString(),
                             {},
                             {}});
    }
    m_content->setCurrentIndex(count > 0 ? 1 : 0);
    m_content->setVisible(count > 0 || m_model.isLoaded() || m_failed);
    if (count > 0) {
        const int wanted = m_model.rowOf(base::ConnectionId(m_wanted));
        const int row = wanted >= 0 ? wanted : std::clamp(m_list->currentIndex().row(), 0, count - 1);
        if (m_list->currentIndex().row() != row)
            m_list->setCurrentIndex(m_model.index(row));
    }
    showChosen();
}

int ConnectionsPane::chosenRow() const
{
    const int row = m_list->currentIndex().row();
    return row < m_model.rowCount() ? row : -1;
}

void ConnectionsPane::showChosen()
{
    const int row = chosenRow();
    m_verbs->follow(row < 0 ? nullptr : &m_model.row(row), m_model);
    if (row >= 0)
        m_page->setRow(m_model.row(row));
}

} // namespace ui
