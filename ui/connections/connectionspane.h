// SPDX-License-Identifier: Apache-2.0
// The accounts at remote systems: the list at the start, one of them beside it.
#pragma once

#include "models/connections/connectionmodel.h"
#include "ui/connections/connectionpage.h"
#include "ui/shell/context.h"
#include "ui/shell/pane.h"

class QListView;
class QStackedWidget;

namespace ui {

class ConnectionVerbs;
class EmptyState;
class PaneHeader;

class ConnectionsPane : public Pane
{
    Q_OBJECT

public:
    /// All must outlive the pane.
    ConnectionsPane(const Context &context, models::ConnectionModel &model, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    QString iconName() const override;
    QWidget *inspector() override { return nullptr; }
    void fillMenu(QMenu *menu) override;
    void focusFilter() override;
    void saveState() override;
    void restoreState() override;

    void select(const base::ConnectionId &id);
    void showTab(ConnectionPage::Tab tab);
    /// Asks for the sign-in of the chosen one anew, where that may be done.
    void signIn();

private:
    void buildHeader();
    QWidget *makeBody();
    void connectParts();
    void addConnection();
    void showState();
    void showChosen();
    int chosenRow() const;

    const Context &m_context;
    models::ConnectionModel &m_model;
    ConnectionVerbs *m_verbs;
    PaneHeader *m_header;
    QListView *m_list;
    ConnectionPage *m_page;
    EmptyState *m_empty;
    QStackedWidget *m_content;
    QString m_wanted; ///< The id that is chosen as soon as it is there.
    bool m_failed = false;
};

} // namespace ui
