// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/graph/graphlegend.h"

#include <QPainter>
#include <QStyle>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleWidth = 26;
constexpr int sampleGap = 16;

} // namespace

QPen graphPen(const Look &look, GraphEdge::On on, bool faded)
{
    QPen pen(look.colour(faded ? Colour::BorderDefault : Colour::BorderControl), 1.4);
    if (on == GraphEdge::On::Failure) {
        pen.setStyle(Qt::DashLine);
        if (!faded)
            pen.setColor(look.family(Family::Bad).glyph);
    } else if (on == GraphEdge::On::Always) {
        pen.setStyle(Qt::DotLine);
    }
    return pen;
}

GraphLegend::GraphLegend(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"graphLegend"_s);
    setAccessibleName(tr("A whole line: on success. Dashed: on failure. Dotted: always."));
}

namespace {

QList<std::pair<GraphEdge::On, QString>> legend()
{
    return {{GraphEdge::On::Success, GraphLegend::tr("on success")},
            {GraphEdge::On::Failure, GraphLegend::tr("on failure")},
            {GraphEdge::On::Always, GraphLegend::tr("always")}};
}

} // namespace

QSize GraphLegend::sizeHint() const
{
    const QFontMetrics metrics(m_look.font(TypeRole::Caption));
    int width = 0;
    for (const auto &[on, text] : legend())
        width += sampleWidth + 6 + metrics.horizontalAdvance(text) + sampleGap;
    return {width, metrics.height() + 2};
}

void GraphLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_look.font(TypeRole::Caption));
    int x = 0;
    for (const auto &[on, text] : legend()) {
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        const QRect whole(x, 0, sampleWidth + 6 + wide, height());
        const QRect seen = QStyle::visualRect(layoutDirection(), rect(), whole);
        const QRect sample = QStyle::visualRect(layoutDirection(), seen, QRect(seen.x(), 0, sampleWidth, height()));
        painter.setPen(graphPen(m_look, on, false));
        painter.drawLine(sample.left(), height() / 2, sample.right(), height() / 2);
        painter.setPen(m_look.colour(Colour::TextSecondary));
        painter.drawText(QStyle::visualRect(layoutDirection(), seen, seen.adjusted(sampleWidth + 6, 0, 0, 0)),
                         Qt::AlignCenter, text);
        x += whole.width() + sampleGap;
    }
}

} // namespace ui
