// SPDX-License-Identifier: Apache-2.0
// The list of panes at the start of the window, over a model of models/roles.h: items with counts, captions, saved
// views. Collapsed it shows icons with the counts as badges.
#pragma once

#include "ui/look/look.h"

#include <QListView>

namespace ui {

enum class RailForm { Full, Collapsed };

class Rail : public QListView
{
    Q_OBJECT

public:
    explicit Rail(const Look &look, QWidget *parent = nullptr);
    void setForm(RailForm form);
    RailForm form() const { return m_form; }
    int hoveredRow() const { return m_hovered; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {sizeHint().width(), 34}; }

protected:
    bool viewportEvent(QEvent *event) override;

private:
    const Look &m_look;
    RailForm m_form = RailForm::Full;
    int m_hovered = -1;
};

} // namespace ui
