// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rail.h"

#include "ui/widgets/raildelegate.h"

#include <QMouseEvent>
#include <QScrollBar>

namespace ui {

using namespace Qt::StringLiterals;

Rail::Rail(const Look &look, QWidget *parent) : QListView(parent), m_look(look)
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Panes"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setResizeMode(Adjust);
    verticalScrollBar()->setProperty("chrome", true);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new RailDelegate(look, *this, this));
    setForm(RailForm::Full);
}

void Rail::setForm(RailForm form)
{
    m_form = form;
    setFixedWidth(sizeHint().width());
    scheduleDelayedItemsLayout();
    viewport()->update();
}

QSize Rail::sizeHint() const
{
    return {m_look.size(m_form == RailForm::Collapsed ? Size::RailCollapsed : Size::Rail), 300};
}

bool Rail::viewportEvent(QEvent *event)
{
    const bool moved = event->type() == QEvent::MouseMove;
    if (moved || event->type() == QEvent::Leave) {
        const int row = moved ? indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()).row() : -1;
        if (row != m_hovered) {
            m_hovered = row;
            viewport()->update();
        }
    }
    return QListView::viewportEvent(event);
}

} // namespace ui
