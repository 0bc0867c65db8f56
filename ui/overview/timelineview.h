// SPDX-License-Identifier: Apache-2.0
// What happened and what will: a lane for each automation, runs and planned times as bars, windows as bands behind the
// lanes they concern, a line for now. Zooms about the pointer, moves by dragging. Paints only what is in sight.
#pragma once

#include "models/overview/overview.h"
#include "ui/look/look.h"
#include "ui/overview/timelinescale.h"

#include <QAbstractScrollArea>

namespace ui {

class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(const Look &look, QWidget *parent = nullptr);

    /// Keeps what is in sight where it is; while now is in sight at its usual place it stays there.
    void setOverview(const models::Overview &overview);
    base::Millis span() const { return m_span; }
    /// Zooms about now where that is in sight, else about the middle.
    void setSpan(base::Millis span);
    void zoom(double factor);
    /// Now is at its usual place again, and stays there.
    void showNow();
    /// The instant at the right edge.
    base::Instant end() const { return scale().to(); }
    int currentLane() const { return m_lane; }
    TimelineScale scale() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By zooming or moving.
    void moved();
    void runChosen(const base::RunId &run);
    void automationChosen(const base::AutomationId &automation);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void moveTo(base::Instant from);
    void zoomAbout(base::Millis span, double x);
    void placeBars();
    void setLane(int lane);
    int laneAt(int y) const;
    QRect laneRect(int lane) const;
    const models::OverviewMark *markAt(const QPoint &place) const;
    QString tipAt(const QPoint &place) const;
    QString laneText(const models::OverviewLane &lane) const;
    void paintHead(QPainter &painter) const;
    void paintLane(QPainter &painter, int lane, const QList<TimelineTick> &ticks) const;

    const Look &m_look;
    models::Overview m_overview;
    base::Millis m_span;
    base::Instant m_from; ///< While it does not follow now.
    bool m_follows = true;
    int m_lane = -1;
    std::optional<QPoint> m_grip; ///< Where the mouse took hold.
    base::Instant m_gripFrom;
    bool m_dragged = false;
};

} // namespace ui
