// SPDX-License-Identifier: Apache-2.0
// Says single events in a toast of the window and keeps the way back from the last one, for its button and for Ctrl+Z.
#pragma once

#include "app/base/error.h"
#include "ui/look/look.h"

#include <QAction>

#include <functional>

namespace ui {

class Toast;

class Announcer : public QObject
{
    Q_OBJECT

public:
    /// `undo` can be triggered while there is a way back.
    Announcer(const Look &look, QAction &undo, QWidget *window);

    void say(const QString &text, const std::function<void()> &undo);
    void sayError(const base::Error &error);
    /// What the toast leaves free, in pixels from the lower edge of the window and from its end side.
    void setInsets(int bottom, int end);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Toast &toast();

    const Look &m_look;
    QWidget *m_window;
    QAction &m_action;
    Toast *m_toast = nullptr; ///< Once something has been said.
    int m_bottomInset = 0;
    int m_endInset = 0;
    std::function<void()> m_undo;
};

} // namespace ui
