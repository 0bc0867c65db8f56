// SPDX-License-Identifier: Apache-2.0
// The last runs as bars: how long each took and how it ended. Good ones are grey; bad ones are coloured and stand on a
// foot, so that they are seen without colour too. Layout is a pure function; painting only loops.
#pragma once

#include "ui/look/look.h"

#include <QVariant>
#include <QWidget>

namespace ui {

struct BarValue
{
    double height = 0;            ///< 0 to 1 of the highest.
    QString status;               ///< `run.done`; a slot that a window skipped is `window.open`.
    std::optional<double> passed; ///< A running one: the share of its usual time that is over.
};

struct BarGrid
{
    QRect rect;
    int pitch = 5, width = 4;
    int foot = 2; ///< Height of the foot under the base line; one pixel lies between.
};

struct BarShape
{
    enum class Look { Filled, Flat, Outline, Running };
    Look look = Look::Filled;
    QRect bar;
    QRect done; ///< Of a running one: as far as it got.
    QRect foot; ///< Empty unless it ended badly.
    QString status;
};

/// Bars from the start of the rectangle; those that do not fit are left out at the old end.
QList<BarShape> layoutBars(const QList<BarValue> &values, const BarGrid &grid);
void paintBars(QPainter &painter, const Look &look, const QList<BarShape> &bars);
/// Reads what models give under BarsRole; entries that are not understood are skipped.
QList<BarValue> barsFromVariant(const QVariant &value);

/// The large form of the inspector: bars 12 wide and 40 high.
class SparkBars : public QWidget
{
    Q_OBJECT

public:
    explicit SparkBars(const Look &look, QWidget *parent = nullptr);
    /// `summary` is what a screen reader says: "17 done, 1 failed, 2 skipped".
    void setBars(const QList<BarValue> &values, const QString &summary);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QList<BarValue> m_values;
};

} // namespace ui
