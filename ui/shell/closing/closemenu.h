// SPDX-License-Identifier: Apache-2.0
// The submenu in which the person changes what closing the window means: the setting `window.on_close`.
#pragma once

#include "ui/shell/context.h"

#include <QMenu>

class QActionGroup;

namespace ui {

class CloseMenu : public QMenu
{
    Q_OBJECT

public:
    explicit CloseMenu(const Context &context, QWidget *parent = nullptr);

private:
    void showChoice();

    const Context &m_context;
    QActionGroup *m_choices;
};

} // namespace ui
