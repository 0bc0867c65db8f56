// SPDX-License-Identifier: Apache-2.0
// A value that can be chosen: a radio button and the text beside it, on the ground of a selection once it is.
#pragma once

#include "ui/look/look.h"

#include <QRadioButton>
#include <QWidget>

namespace ui {

class ChoiceCell : public QWidget
{
    Q_OBJECT

public:
    struct Plan
    {
        QString text;
        bool isCode = false; ///< In a fixed font.
        QString name;        ///< What a screen reader says before the text.
    };
    ChoiceCell(const Look &look, const Plan &plan, QWidget *parent = nullptr);

    QRadioButton &button() const { return *m_button; }

Q_SIGNALS:
    void chosen();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QRadioButton *m_button;
};

} // namespace ui
