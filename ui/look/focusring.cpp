// SPDX-License-Identifier: Apache-2.0
#include "ui/look/focusring.h"

#include <QFocusEvent>
#include <QFocusFrame>
#include <QWidget>

namespace ui {

namespace {

bool byKey(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing(QObject *parent) : QObject(parent) {}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::watch(QWidget *button)
{
    button->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && byKey(static_cast<QFocusEvent *>(event)->reason())) {
        if (!m_frame)
            m_frame = new QFocusFrame;
        m_frame->setWidget(static_cast<QWidget *>(watched));
    } else if (m_frame && m_frame->widget() == watched &&
               (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)) {
        m_frame->setWidget(nullptr);
    }
    return false;
}

} // namespace ui
