// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/firstpaint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>
#include <QTableView>

namespace ui {

namespace {

Q_LOGGING_CATEGORY(logPaint, "signalbox.paint", QtInfoMsg)

} // namespace

void FirstPaint::watch(QObject *parent)
{
    if (logPaint().isDebugEnabled())
        QCoreApplication::instance()->installEventFilter(new FirstPaint(parent));
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        const auto *table = qobject_cast<QTableView *>(watched->parent());
        if (table && watched == table->viewport() && table->model() && table->model()->rowCount() > 0) {
            QCoreApplication::instance()->removeEventFilter(this);
            // The event is still to be delivered; what is queued now comes after it.
            QMetaObject::invokeMethod(
                this, [] { qCDebug(logPaint, "the first rows are painted"); }, Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
