// SPDX-License-Identifier: Apache-2.0
// Runs that take longer than usual: a bar to scale with a notch at the usual time, both figures beside it.
#pragma once

#include "models/overview/overview.h"
#include "ui/look/look.h"

#include <QWidget>

namespace ui {

class SlowList : public QWidget
{
    Q_OBJECT

public:
    explicit SlowList(const Look &look, QWidget *parent = nullptr);
    void setSlow(const QList<models::OverviewSlow> &slow);
    QSize sizeHint() const override { return {420, 100}; }
    QSize minimumSizeHint() const override { return {260, 80}; }

Q_SIGNALS:
    void runChosen(const base::RunId &run);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect rowRect(qsizetype row) const;
    void paintRow(QPainter &painter, qsizetype row, base::Millis longest) const;
    QString text(const models::OverviewSlow &slow) const;

    const Look &m_look;
    QList<models::OverviewSlow> m_slow;
    qsizetype m_current = 0;
};

} // namespace ui
