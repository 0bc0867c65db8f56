// SPDX-License-Identifier: Apache-2.0
#include "ui/log/logwindow.h"

#include "ui/log/logtab.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

LogWindow::LogWindow(LogTab *tab, QWidget *parent) : QWidget(parent, Qt::Window), m_tab(tab)
{
    setObjectName(u"logWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(900, 480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(tab);
    tab->setDetached(true);
    tab->show();
    connect(tab, &LogTab::changed, this, &LogWindow::showTitle);
    connect(tab, &LogTab::attachWanted, this, &LogWindow::attachWanted);
    connect(new QShortcut(QKeySequence(u"Ctrl+W"_s), this), &QShortcut::activated, this, &QWidget::close);
    showTitle();
}

void LogWindow::showTitle()
{
    setWindowTitle(tr("%1, %2").arg(m_tab->title(), m_tab->runId().text()));
}

LogTab *LogWindow::takeTab()
{
    LogTab *tab = std::exchange(m_tab, nullptr);
    disconnect(tab, nullptr, this, nullptr);
    tab->setDetached(false);
    tab->setParent(nullptr);
    close();
    return tab;
}

} // namespace ui
