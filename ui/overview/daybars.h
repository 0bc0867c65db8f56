// SPDX-License-Identifier: Apache-2.0
// A bar for each day: how many runs ended, and how many of them badly.
#pragma once

#include "models/overview/overview.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class DayBars : public QWidget
{
    Q_OBJECT

public:
    explicit DayBars(const Look &look, QWidget *parent = nullptr);
    void setDays(const QList<models::OverviewDay> &days);
    QSize sizeHint() const override { return {400, 128}; }
    QSize minimumSizeHint() const override { return {200, 96}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect chart() const;
    QRectF columnOf(qsizetype day) const;
    QString dayText(const models::OverviewDay &day) const;

    const Look &m_look;
    QList<models::OverviewDay> m_days;
};

/// The end of an axis: an even round number that is not below `most`, 2 at least.
qint64 axisEnd(qint64 most);

} // namespace ui
