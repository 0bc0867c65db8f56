// SPDX-License-Identifier: Apache-2.0
// What can be done with the connection that is chosen, as actions: where one can't be used, its tip says why.
#pragma once

#include "app/store/connections/connections.h"
#include "models/connections/connectionmodel.h"
#include "ui/shell/context.h"

#include <QAction>
#include <QPointer>

namespace ui {

/// Belongs to the pane.
class ConnectionVerbs : public QObject
{
    Q_OBJECT

public:
    /// `context` must outlive it.
    ConnectionVerbs(const Context &context, QWidget *pane);

    /// The one that is chosen, and all; null where none is.
    void follow(const models::ConnectionRow *row, const models::ConnectionModel &all);
    QList<QAction *> forMenu() const { return {add, nullptr, test, syncNow, syncAll, nullptr, pause, renew, remove}; }

    QAction *add;
    QAction *test;
    QAction *syncNow;
    QAction *syncAll;
    QAction *pause; ///< Resume where it is paused.
    QAction *renew;
    QAction *remove;

Q_SIGNALS:
    void said(const QString &text);
    void failed(const base::Error &error);

private:
    struct Plan
    {
        const char *name;
        QString text;
        QString icon;
    };
    QAction *make(const Look &look, const Plan &plan);
    /// All of them where none is named.
    void look(const std::optional<base::ConnectionId> &id, const QString &text);
    void tryOut();
    void togglePause();
    void askCredential();
    void askRemoval();
    void takeAway(store::Unsent unsent);
    /// Says what went wrong, or that it went well.
    void tell(const base::Status &done, const QString &text);

    const Context &m_context;
    QPointer<QWidget> m_pane;
    domain::Connection m_chosen; ///< As it was when it was followed last.
    int m_unsent = 0;
    int m_all = 0; ///< How many connections there are.
};

/// Why what needs the remote world can't be done in this window.
QString noSyncText();

} // namespace ui
