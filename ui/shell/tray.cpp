// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tray.h"

#include "ui/look/look.h"

#include <QApplication>
#include <QPalette>

namespace ui {

using namespace Qt::StringLiterals;

Tray::Tray(const Context &context, QObject *parent)
    : QObject(parent), m_context(context), m_waiting(new QAction(&m_menu))
{
    QAction *open = m_menu.addAction(tr("&Open Signalbox"));
    open->setObjectName(u"trayOpen"_s);
    m_waiting->setObjectName(u"trayApprovals"_s);
    m_menu.addAction(m_waiting);
    connect(open, &QAction::triggered, this, [this] { Q_EMIT shownWanted({}); });
    connect(m_waiting, &QAction::triggered, this, [this] { Q_EMIT shownWanted(u"approvals"_s); });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT shownWanted({});
    });
    connect(&context.look, &Look::changed, this, &Tray::paint);
    m_icon.setContextMenu(&m_menu);
    setWaiting(0);
}

bool Tray::isPossible()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::setShown(bool shown)
{
    m_icon.setVisible(shown && isPossible());
}

void Tray::setWaiting(int approvals)
{
    m_approvals = approvals;
    const QString text = tr("%n requests wait for approval", nullptr, approvals);
    m_waiting->setText(approvals > 0 ? text : tr("Nothing waits for approval"));
    m_waiting->setEnabled(approvals > 0);
    m_icon.setToolTip(approvals > 0 ? tr("Signalbox: %1").arg(text) : tr("Signalbox"));
    paint();
}

void Tray::paint()
{
    const QColor ink = QApplication::palette().color(QPalette::WindowText);
    m_icon.setIcon(m_context.look.icons().tray(m_approvals > 0 ? Waiting::Something : Waiting::Nothing, ink));
}

} // namespace ui
