// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table/sparkbars.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

BarShape::Look lookOf(const QString &status)
{
    if (status == "run.skipped"_L1 || status.startsWith("window."_L1))
        return BarShape::Look::Flat;
    if (status == "run.running"_L1)
        return BarShape::Look::Running;
    if (status == "run.queued"_L1 || status == "run.held"_L1 || status == "run.awaiting_approval"_L1)
        return BarShape::Look::Outline;
    return BarShape::Look::Filled;
}

bool endedBadly(const QString &status)
{
    return status == "run.failed"_L1 || status == "run.timed_out"_L1 || status == "run.interrupted"_L1;
}

} // namespace

QList<BarShape> layoutBars(const QList<BarValue> &values, const BarGrid &grid)
{
    QList<BarShape> bars;
    const int room = std::max(1, (grid.rect.width() + grid.pitch - grid.width) / grid.pitch);
    const qsizetype first = std::max<qsizetype>(0, values.size() - room);
    const int base = grid.rect.bottom() + 1 - grid.foot - 1;
    const int highest = base - grid.rect.y();
    for (qsizetype i = first; i < values.size(); ++i) {
        const BarValue &value = values[i];
        BarShape shape;
        shape.status = value.status;
        shape.look = lookOf(value.status);
        const int x = grid.rect.x() + int(i - first) * grid.pitch;
        const int height =
            shape.look == BarShape::Look::Flat ? 2 : std::max(2, qRound(std::clamp(value.height, 0.0, 1.0) * highest));
        shape.bar = QRect(x, base - height, grid.width, height);
        if (shape.look == BarShape::Look::Running) {
            const int done = qRound(std::clamp(value.passed.value_or(1), 0.0, 1.0) * height);
            shape.done = QRect(x, base - done, grid.width, done);
        }
        if (endedBadly(value.status))
            shape.foot = QRect(x, base + 1, grid.width, grid.foot);
        bars.append(shape);
    }
    return bars;
}

void paintBars(QPainter &painter, const Look &look, const QList<BarShape> &bars)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const BarShape &bar : bars) {
        const QColor ink = look.glyphs().barColour(bar.status);
        if (bar.look == BarShape::Look::Outline || bar.look == BarShape::Look::Running) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(ink, 0, bar.look == BarShape::Look::Running ? Qt::DotLine : Qt::SolidLine));
            painter.drawRect(bar.bar.adjusted(0, 0, -1, -1));
        }
        if (bar.look == BarShape::Look::Running)
            painter.fillRect(bar.done, ink);
        else if (bar.look != BarShape::Look::Outline)
            painter.fillRect(bar.bar, ink);
        if (!bar.foot.isEmpty())
            painter.fillRect(bar.foot, ink);
    }
    painter.restore();
}

QList<BarValue> barsFromVariant(const QVariant &value)
{
    QList<BarValue> bars;
    const QVariantList entries = value.toList();
    for (const QVariant &entry : entries) {
        const QVariantList parts = entry.toList();
        if (parts.size() < 2)
            continue;
        BarValue bar{parts[0].toDouble(), parts[1].toString(), {}};
        if (parts.size() > 2)
            bar.passed = parts[2].toDouble();
        bars.append(bar);
    }
    return bars;
}

SparkBars::SparkBars(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"sparkBars"_s);
    setAccessibleName(tr("Last runs"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SparkBars::setBars(const QList<BarValue> &values, const QString &summary)
{
    m_values = values;
    setAccessibleDescription(summary);
    setToolTip(summary);
    update();
}

QSize SparkBars::sizeHint() const
{
    return {20 * 15 - 3, 43};
}

void SparkBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBars(painter, m_look, layoutBars(m_values, {rect(), 15, 12, 2}));
}

} // namespace ui
