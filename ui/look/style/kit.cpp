// SPDX-License-Identifier: Apache-2.0
#include "ui/look/style/kit.h"

#include <QPainter>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace ui::style {

bool Kit::flag(const char *property) const
{
    return flagOf(widget, property);
}

bool flagOf(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

void paintBox(QPainter &painter, const QRectF &rect, const Box &box)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double device = painter.device()->devicePixelRatioF();
    const double width = box.edge.isValid() ? (box.edgeWidth > 0 ? box.edgeWidth : 1 / device) : 0;
    const QRectF inside = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.setPen(box.edge.isValid() ? QPen(box.edge, width) : QPen(Qt::NoPen));
    painter.setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
    const double radius = std::max(0.0, box.radius - width / 2);
    painter.drawRoundedRect(inside, radius, radius);
    painter.restore();
}

void paintHairline(QPainter &painter, const QLineF &line, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colour, 0));
    painter.drawLine(line);
    painter.restore();
}

void paintIcon(const Kit &kit, const QRect &rect, QStringView name, const QColor &ink, int side)
{
    const Drawing *drawing = kit.tokens.icon(name);
    if (!drawing)
        return;
    const QRectF target(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
    paintDrawing(kit.painter, target, *drawing, {ink, ink});
}

void paintFocusRing(const Kit &kit, const QRectF &rect, double radius)
{
    paintBox(kit.painter, rect, {{}, kit.colour(Colour::AccentFocus), radius, 2});
}

bool enabled(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}

bool hovered(const QStyleOption &option)
{
    return enabled(option) && option.state.testFlag(QStyle::State_MouseOver);
}

bool keyboardFocused(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace ui::style
