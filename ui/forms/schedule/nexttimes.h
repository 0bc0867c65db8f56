// SPDX-License-Identifier: Apache-2.0
// The next times of a schedule, a row each: day, time, offset, how far away, and what a change of the clocks does.
#pragma once

#include "app/domain/schedule.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

struct NextTime
{
    QString day;      ///< `Fri 23 Oct`
    QString time;     ///< `02:30`
    QString offset;   ///< `+02:00`
    QString distance; ///< `in 11 h 58 min`
    QString mark;     ///< What the clocks do; empty on most days.
    bool operator==(const NextTime &) const = default;
};

/// The next times after `now`, at most `count`. Pure.
QList<NextTime> nextTimes(const domain::SlotFinder &finder, base::Instant now, int count);

class NextTimesList : public QWidget
{
    Q_OBJECT

public:
    explicit NextTimesList(const Look &look, QWidget *parent = nullptr);
    void setTimes(const QList<NextTime> &times);
    const QList<NextTime> &times() const { return m_times; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;

    const Look &m_look;
    QList<NextTime> m_times;
};

} // namespace ui
