// SPDX-License-Identifier: Apache-2.0
// Says in the program's log when the first rows are on the screen; category `signalbox.paint`, level debug. That is
// what the time to open a window is measured by.
#pragma once

#include <QObject>

namespace ui {

class FirstPaint : public QObject
{
    Q_OBJECT

public:
    /// Watches the tables of the application until one has painted rows, if somebody wants to know; else does nothing.
    /// Main thread.
    static void watch(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using QObject::QObject;
};

} // namespace ui
