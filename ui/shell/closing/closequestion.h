// SPDX-License-Identifier: Apache-2.0
// What closing the window means for the schedules, asked once: keep them in the background, or stop. The answer is kept
// in the workspace's setting `window.on_close`; runs that would be ended are named every time.
#pragma once

#include "ui/shell/context.h"

#include <QObject>

class QWidget;

namespace domain {
struct Run;
}

namespace ui {

enum class CloseChoice {
    Keep, ///< Schedules go on without the window.
    Stop  ///< Nothing fires until Signalbox is started again.
};

class CloseQuestion : public QObject
{
    Q_OBJECT

public:
    CloseQuestion(const Context &context, QWidget *window);
    /// answered() follows, unless the person cancels. Asking again while the question stands does nothing.
    void ask();

Q_SIGNALS:
    void answered(ui::CloseChoice choice);

private:
    enum class Known { Nothing, Stop };

    void answer(CloseChoice choice);
    void askPerson(Known known);
    void remember(CloseChoice choice);
    void put(const QList<domain::Run> &running);

    const Context &m_context;
    QWidget *m_window;
    bool m_asking = false;
};

} // namespace ui
