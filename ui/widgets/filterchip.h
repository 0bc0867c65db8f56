// SPDX-License-Identifier: Apache-2.0
// One condition of a filter, with a cross: pressing it takes the condition away.
#pragma once

#include "ui/widgets/filterbar.h"

#include <QAbstractButton>

namespace ui {

class FilterChipButton : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChipButton(const Look &look, const FilterChip &chip, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    const Look &m_look;
    FilterChip m_chip;
};

} // namespace ui
