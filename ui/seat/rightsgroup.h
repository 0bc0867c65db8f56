// SPDX-License-Identifier: Apache-2.0
// Actions that need one right. While whoever sits at the desk may not, they are disabled whatever their owner says of
// them, and their tip is the reason; afterwards they are as their owner said last.
#pragma once

#include "app/domain/rights/rights.h"

#include <QActionGroup>
#include <QHash>

namespace ui {

class Seat;

class RightsGroup : public QActionGroup
{
    Q_OBJECT

public:
    RightsGroup(const Seat &seat, domain::Right right, QObject *owner);
    void add(QAction *action);

private:
    void follow();
    void keepTip(QAction *action);

    const Seat &m_seat;
    const domain::Right m_right;
    QString m_whyNot;
    QHash<QAction *, QString> m_tips; ///< As their owners set them.
};

} // namespace ui
