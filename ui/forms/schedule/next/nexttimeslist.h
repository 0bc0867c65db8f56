// SPDX-License-Identifier: Apache-2.0
// The next times of a schedule, a row each, in columns as wide as their texts.
#pragma once

#include "ui/forms/schedule/next/nexttimes.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class NextTimesList : public QWidget
{
    Q_OBJECT

public:
    explicit NextTimesList(const Look &look, QWidget *parent = nullptr);
    void setTimes(const QList<NextTime> &times);
    const QList<NextTime> &times() const { return m_times; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
    void paintMarks(QPainter &painter, const NextTime &time, QRect place) const;

    const Look &m_look;
    QList<NextTime> m_times;
};

} // namespace ui
