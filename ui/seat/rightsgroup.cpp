// SPDX-License-Identifier: Apache-2.0
#include "ui/seat/rightsgroup.h"

#include "ui/seat/seat.h"

#include <QAction>

namespace ui {

RightsGroup::RightsGroup(const Seat &seat, domain::Right right, QObject *owner)
    : QActionGroup(owner), m_seat(seat), m_right(right)
{
    setExclusionPolicy(ExclusionPolicy::None);
    connect(&seat, &Seat::changed, this, &RightsGroup::follow);
    follow();
}

void RightsGroup::add(QAction *action)
{
    // An action that nobody has switched off would be on again with its group.
    action->setEnabled(action->isEnabled());
    addAction(action);
    m_tips.insert(action, action->toolTip());
    connect(action, &QAction::changed, this, [this, action] { keepTip(action); });
    follow();
}

void RightsGroup::follow()
{
    const QList<QAction *> all = actions();
    if (!m_whyNot.isEmpty()) {
        m_whyNot.clear();
        for (QAction *action : all)
            action->setToolTip(QString(m_tips.value(action)));
    }
    m_whyNot = m_seat.whyNot(m_right);
    setEnabled(m_whyNot.isEmpty());
    for (QAction *action : all)
        keepTip(action);
}

void RightsGroup::keepTip(QAction *action)
{
    const bool ours = !m_whyNot.isEmpty() && action->toolTip() == m_whyNot;
    if (!ours)
        m_tips.insert(action, action->toolTip());
    if (!ours && !m_whyNot.isEmpty())
        action->setToolTip(m_whyNot);
}

} // namespace ui
