// SPDX-License-Identifier: Apache-2.0
// One connection: its head with what it stands for and why it waits, and below in tabs its conflicts, what waits to be
// sent, what the system can do and only it has, and settings.
#pragma once

#include "models/connections/connectionwords.h"
#include "ui/shell/context.h"

#include <QWidget>

class QAction;
class QStackedWidget;
class QTabBar;

namespace ui {

class Banner;
class CapabilitiesPage;
class ConflictsPage;
class ConnectionSettings;
class ConnectionVerbs;
class ElidedLabel;
class OutboxPage;
class RemoteActionsPage;
class TextLabel;

class ConnectionPage : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Conflicts, Outbox, Capabilities, Actions, Settings };

    /// `context` and `verbs` must outlive it.
    ConnectionPage(const Context &context, const ConnectionVerbs &verbs, QWidget *parent = nullptr);

    void setRow(const models::ConnectionRow &row);
    void showTab(Tab tab);
    Tab tab() const;
    /// For the menu of the pane.
    QList<QAction *> conflictVerbs() const;

Q_SIGNALS:
    void automationWanted(const base::AutomationId &automation);
    void said(const QString &text);
    void failed(const base::Error &error);

private:
    QWidget *makeHead(const ConnectionVerbs &verbs);
    void buildTabs();
    enum class Scrolls { ByItself, InFrame };
    void addPage(const QString &title, const QString &name, QWidget *page, Scrolls scrolls);
    void connectPages();
    void showCounts(const models::ConnectionRow &row);

    const Context &m_context;
    TextLabel *m_name;
    TextLabel *m_facts;
    QAction *m_renew; ///< The verb of the pane.
    Banner *m_banner;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    ConflictsPage *m_conflicts;
    OutboxPage *m_outbox;
    CapabilitiesPage *m_capabilities;
    RemoteActionsPage *m_actions;
    ConnectionSettings *m_settings;
};

} // namespace ui
