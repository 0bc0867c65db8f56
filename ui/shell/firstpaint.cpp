// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/firstpaint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>
#include <QTableView>

namespace ui {

namespace {

Q_LOGGING_CATEGORY(logPaint, "signalbox.paint", QtInfoMsg)

bool paintsRows(const QObject *watched)
{
    const auto *table = qobject_cast<QTableView *>(watched->parent());
    return table && watched == table->viewport() && table->model() && table->model()->rowCount() > 0;
}

/// Watches the tables of the application until one has painted rows.
class FirstRows : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && paintsRows(watched)) {
            QCoreApplication::instance()->removeEventFilter(this);
            // The event is still to be delivered; what is queued now comes after it.
            QMetaObject::invokeMethod(
                this, [] { qCDebug(logPaint, "the first rows are painted"); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

FirstPaint::FirstPaint(QWidget &window)
{
    window.installEventFilter(this);
    if (logPaint().isDebugEnabled())
        QCoreApplication::instance()->installEventFilter(new FirstRows(this));
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint)
        onPainted(watched);
    return QObject::eventFilter(watched, event);
}

void FirstPaint::onPainted(QObject *window)
{
    window->removeEventFilter(this);
    // A window is painted before what is in it, all in one go.
    QMetaObject::invokeMethod(this, &FirstPaint::painted, Qt::QueuedConnection);
}

} // namespace ui
