// SPDX-License-Identifier: Apache-2.0
// The figures of today: three large ones, each with its neighbour, and three lines of what was late and what comes.
#pragma once

#include "models/overview/overview.h"
#include "ui/look/look.h"

#include <QWidget>

#include <array>

namespace ui {

class TextLabel;

class TodayFigures : public QWidget
{
    Q_OBJECT

public:
    explicit TodayFigures(const Look &look, QWidget *parent = nullptr);
    void setToday(const models::OverviewToday &today);

private:
    struct Figure
    {
        TextLabel *number = nullptr;
        TextLabel *what = nullptr;
        TextLabel *beside = nullptr;
    };
    Figure makeFigure(const char *name);
    TextLabel *makeLine(const QString &what, const char *name);

    const Look &m_look;
    std::array<Figure, 3> m_figures;
    std::array<TextLabel *, 3> m_lines{};
};

} // namespace ui
