// SPDX-License-Identifier: Apache-2.0
// What the File menu offers about the window as a whole: who sits at the desk, what closing means, whether there is an
// icon in the tray.
#pragma once

#include "ui/shell/context.h"

#include <QObject>

class QAction;
class QWidget;

namespace ui {

class Tray;
class WindowMenus;

class FileMenus : public QObject
{
    Q_OBJECT

public:
    FileMenus(const Context &context, WindowMenus &menus, QWidget *window);

    /// How many requests wait for approval, for the icon in the tray.
    void setWaiting(int approvals);

Q_SIGNALS:
    void said(const QString &text);
    void failed(const base::Error &error);
    /// Who sits at the desk, or what they may do.
    void seatChanged();
    /// From the tray: the window is to come to the front, perhaps with this pane.
    void shownWanted(const QString &pane);

private:
    void addSeat(WindowMenus &menus, QWidget *window);
    void addTray(WindowMenus &menus);

    const Context &m_context;
    Tray *m_tray;
};

} // namespace ui
