// SPDX-License-Identifier: Apache-2.0
// When a window has painted itself for the first time: what may wait until then leaves the processor to what the person
// waits for. Also says in the program's log when the first rows are on the screen; category `signalbox.paint`, level
// debug. That is what the time to open a window is measured by.
#pragma once

#include <QObject>

class QWidget;

namespace ui {

/// Lives on the main thread.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    /// `window` must outlive it.
    explicit FirstPaint(QWidget &window);

Q_SIGNALS:
    /// Once, when the window and what is in it have been painted.
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onPainted(QObject *window);
};

} // namespace ui
