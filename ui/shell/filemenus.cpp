// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/filemenus.h"

#include "ui/seat/seat.h"
#include "ui/seat/seatmenu.h"
#include "ui/shell/closing/closemenu.h"
#include "ui/shell/tray.h"
#include "ui/shell/windowmenus.h"

namespace ui {

using namespace Qt::StringLiterals;

FileMenus::FileMenus(const Context &context, WindowMenus &menus, QWidget *window)
    : QObject(window), m_context(context), m_tray(new Tray(context, this))
{
    menus.addToFile(*new CloseMenu(context, window));
    addSeat(menus, window);
    addTray(menus);
    connect(m_tray, &Tray::shownWanted, this, &FileMenus::shownWanted);
}

void FileMenus::addSeat(WindowMenus &menus, QWidget *window)
{
    auto *seat = new SeatMenu(m_context, window);
    menus.addToFile(*seat);
    m_context.seat.guard(domain::Right::Edit, {menus.newAutomation}, this);
    connect(seat, &SeatMenu::said, this, &FileMenus::said);
    connect(seat, &SeatMenu::failed, this, &FileMenus::failed);
    connect(&m_context.seat, &Seat::changed, this, &FileMenus::seatChanged);
}

/// Opt-in, and never the only way back to the window.
void FileMenus::addTray(WindowMenus &menus)
{
    auto *shown = new QAction(tr("Icon in the &tray"), this);
    shown->setObjectName(u"trayShown"_s);
    shown->setCheckable(true);
    shown->setEnabled(Tray::isPossible());
    shown->setToolTip(shown->isEnabled() ? shown->text() : tr("This desktop has no tray."));
    const QString key = u"window/tray"_s;
    shown->setChecked(m_context.desk.value(key).toBool());
    m_tray->setShown(shown->isChecked());
    connect(shown, &QAction::toggled, this, [this, key](bool on) {
        m_context.desk.setValue(key, on);
        m_tray->setShown(on);
    });
    menus.addToView(shown);
}

void FileMenus::setWaiting(int approvals)
{
    m_tray->setWaiting(approvals);
}

} // namespace ui
