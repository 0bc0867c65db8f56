// SPDX-License-Identifier: Apache-2.0
// The end of the menu bar: whether schedules are being kept and by whom, and who sits at the desk.
#pragma once

#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class Seat;

enum class EngineState {
    Starting,  ///< The workspace is being opened.
    Ours,      ///< This window runs the engine.
    Elsewhere, ///< Another process on this workspace does.
    Off        ///< Nobody does: schedules do not fire.
};

class EngineCorner : public QWidget
{
    Q_OBJECT

public:
    EngineCorner(const Look &look, const Seat &seat, QWidget *parent = nullptr);
    void setState(EngineState state);
    EngineState state() const { return m_state; }
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString drawing() const;
    void apply();
    void measure();

    const Look &m_look;
    const Seat &m_seat;
    EngineState m_state = EngineState::Starting;
    int m_width = 0; ///< Of its texts; a layout asks often.
};

} // namespace ui
