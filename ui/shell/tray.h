// SPDX-License-Identifier: Apache-2.0
// An icon in the desktop's tray, for who wants one: its lamp turns amber while a request waits for approval, and its
// menu says how many.
#pragma once

#include "ui/shell/context.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

namespace ui {

class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(const Context &context, QObject *parent);

    /// Whether this desktop has a tray.
    static bool isPossible();
    void setShown(bool shown);
    void setWaiting(int approvals);

    const QMenu &menu() const { return m_menu; }
    QString toolTip() const { return m_icon.toolTip(); }
    QIcon icon() const { return m_icon.icon(); }

Q_SIGNALS:
    /// The window is to come to the front; `pane` is empty where any will do.
    void shownWanted(const QString &pane);

private:
    void paint();

    const Context &m_context;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction *m_waiting;
    int m_approvals = 0;
};

} // namespace ui
