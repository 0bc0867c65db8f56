// SPDX-License-Identifier: Apache-2.0
// Change operator, lock, and looking only: what the File menu offers about who sits at the desk.
#pragma once

#include "ui/shell/context.h"

#include <QMenu>

namespace ui {

class SeatMenu : public QMenu
{
    Q_OBJECT

public:
    SeatMenu(const Context &context, QWidget *window);

Q_SIGNALS:
    void said(const QString &text);
    void failed(const base::Error &error);

private:
    QAction *make(const char *name, const QString &text);
    void follow();
    void askForToken();
    void lockOrUnlock();

    const Context &m_context;
    QWidget *m_window;
    QAction *m_change;
    QAction *m_back;
    QAction *m_lock;
    QAction *m_readOnly;
};

} // namespace ui
