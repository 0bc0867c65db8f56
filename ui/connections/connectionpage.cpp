// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/connectionpage.h"

#include "ui/connections/capabilitiespage.h"
#include "ui/connections/conflictspage.h"
#include "ui/connections/connectiondelegate.h"
#include "ui/connections/connectionsettings.h"
#include "ui/connections/connectionverbs.h"
#include "ui/connections/outboxpage.h"
#include "ui/connections/remoteactionspage.h"
#include "ui/panes/inspectorparts.h"
#include "ui/widgets/labels.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

ConnectionPage::ConnectionPage(const Context &context, const ConnectionVerbs &verbs, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_name(new TextLabel(context.look, {TypeRole::ObjectTitle, Colour::TextPrimary})),
      m_facts(new TextLabel(context.look, {TypeRole::Caption, Colour::TextSecondary})),
      m_renew(verbs.renew),
      m_banner(new Banner(context.look, Banner::Form::Wide)),
      m_tabs(new QTabBar),
      m_pages(new QStackedWidget),
      m_conflicts(new ConflictsPage(context)),
      m_outbox(new OutboxPage(context)),
      m_capabilities(new CapabilitiesPage(context.look, context.catalog)),
      m_actions(new RemoteActionsPage(context)),
      m_settings(new ConnectionSettings(context))
{
    setObjectName(u"connectionPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(makeHead(verbs));
    column->addWidget(m_banner);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(12, 4, 12, 0);
    tabRow->addWidget(m_tabs, 1);
    column->addLayout(tabRow);
    column->addWidget(new Hairline(context.look, Qt::Horizontal));
    column->addWidget(m_pages, 1);
    buildTabs();
    connectPages();
}

QWidget *ConnectionPage::makeHead(const ConnectionVerbs &verbs)
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(24, 14, 24, 8);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_name->setObjectName(u"connectionName"_s);
    m_name->setMinimumWidth(80);
    row->addWidget(m_name, 1);
    for (QAction *verb : {verbs.test, verbs.syncNow}) {
        auto *button = new QPushButton;
        button->setObjectName(verb->objectName() + u"Button"_s);
        bindButton(button, verb);
        row->addWidget(button);
    }
    m_facts->setObjectName(u"connectionFacts"_s);
    m_facts->setWordWrap(true);
    column->addLayout(row);
    column->addWidget(m_facts);
    return head;
}

void ConnectionPage::buildTabs()
{
    m_tabs->setObjectName(u"connectionTabs"_s);
    m_tabs->setAccessibleName(tr("Sections"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    addPage(tr("Conflicts"), u"conflictsPage"_s, m_conflicts, Scrolls::ByItself);
    addPage(tr("Outbox"), u"outboxPage"_s, m_outbox, Scrolls::ByItself);
    addPage(tr("Capabilities"), u"capabilitiesPage"_s, m_capabilities, Scrolls::InFrame);
    addPage(tr("Actions"), u"remoteActionsPage"_s, m_actions, Scrolls::InFrame);
    addPage(tr("Settings"), u"connectionSettingsPage"_s, m_settings, Scrolls::InFrame);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void ConnectionPage::addPage(const QString &title, const QString &name, QWidget *page, Scrolls scrolls)
{
    page->setObjectName(name);
    m_tabs->addTab(title);
    if (scrolls == Scrolls::ByItself) {
        m_pages->addWidget(page);
        return;
    }
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // its parts have it
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    scroll->setWidget(page);
    m_pages->addWidget(scroll);
}

void ConnectionPage::connectPages()
{
    m_banner->setObjectName(u"connectionBanner"_s);
    connect(m_banner, &Banner::linkActivated, m_renew, &QAction::trigger);
    connect(m_conflicts, &ConflictsPage::said, this, &ConnectionPage::said);
    connect(m_conflicts, &ConflictsPage::failed, this, &ConnectionPage::failed);
    connect(m_outbox, &OutboxPage::said, this, &ConnectionPage::said);
    connect(m_outbox, &OutboxPage::failed, this, &ConnectionPage::failed);
    connect(m_outbox, &OutboxPage::automationWanted, this, &ConnectionPage::automationWanted);
    connect(m_actions, &RemoteActionsPage::said, this, &ConnectionPage::said);
    connect(m_actions, &RemoteActionsPage::failed, this, &ConnectionPage::failed);
    connect(m_actions, &RemoteActionsPage::automationWanted, this, &ConnectionPage::automationWanted);
    connect(m_settings, &ConnectionSettings::said, this, &ConnectionPage::said);
}

QList<QAction *> ConnectionPage::conflictVerbs() const
{
    return m_conflicts->forAll();
}

void ConnectionPage::setRow(const models::ConnectionRow &row)
{
    const base::Instant now = m_context.clock.now();
    m_name->setText(row.connection.name);
    m_facts->setText(models::connectionHeadTexts(row, now).join(u"   "_s));
    const std::optional<models::Banner> banner = models::connectionBanner(row, now);
    if (banner) {
        BannerContent content = forBanner(*banner, m_context.look);
        if (row.connection.state == domain::ConnectionState::NeedsLogin && m_renew->isEnabled())
            content.links = {{u"renew"_s, tr("Sign in…")}};
        m_banner->setContent(content);
    }
    m_banner->setVisible(banner.has_value());
    showCounts(row);
    m_conflicts->setConflicts(row.conflicts, row.connection);
    m_outbox->setEntries(row.entries);
    m_capabilities->setConnection(row.connection);
    m_actions->setConnection(row.connection);
    m_settings->setConnection(row.connection);
}

void ConnectionPage::showCounts(const models::ConnectionRow &row)
{
    const auto counted = [](const QString &title, qsizetype count) {
        return count > 0 ? u"%1  %2"_s.arg(title).arg(count) : title;
    };
    m_tabs->setTabText(Conflicts, counted(tr("Conflicts"), row.conflicts.size()));
    m_tabs->setTabText(Outbox, counted(tr("Outbox"), row.entries.size()));
    const domain::ProviderInfo *info = m_context.catalog.provider(row.connection.provider);
    m_tabs->setTabText(Actions, providerText(m_context.catalog, row.connection.provider));
    m_tabs->setTabVisible(Actions, info && !info->actions.isEmpty());
}

void ConnectionPage::showTab(Tab tab)
{
    if (m_tabs->isTabVisible(tab))
        m_tabs->setCurrentIndex(tab);
}

ConnectionPage::Tab ConnectionPage::tab() const
{
    return Tab(m_tabs->currentIndex());
}

} // namespace ui
