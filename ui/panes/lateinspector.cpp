// SPDX-License-Identifier: Apache-2.0
#include "ui/panes/lateinspector.h"

#include <QVBoxLayout>

namespace ui {

LateInspector::LateInspector(std::function<QWidget *()> make, QWidget *parent)
    : QWidget(parent), m_make(std::move(make))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void LateInspector::paintEvent(QPaintEvent *)
{
    if (m_make) // after what is painted in the same go
        QMetaObject::invokeMethod(this, &LateInspector::fill, Qt::QueuedConnection);
}

void LateInspector::fill()
{
    if (const std::function<QWidget *()> make = std::exchange(m_make, {}))
        layout()->addWidget(make());
}

} // namespace ui
