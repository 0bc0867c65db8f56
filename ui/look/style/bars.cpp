// SPDX-License-Identifier: Apache-2.0
#include "ui/look/style/bars.h"

#include <QPainter>
#include <QStyleOption>

namespace ui::style {

namespace {

constexpr int shortestHandle = 32;

int handleLength(const QStyleOptionSlider &option, int groove)
{
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0)
        return groove;
    const qint64 length = qint64(option.pageStep) * groove / (range + option.pageStep);
    return int(std::clamp<qint64>(length, std::min(shortestHandle, groove), groove));
}

} // namespace

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool across = option.orientation == Qt::Horizontal;
    const int groove = across ? option.rect.width() : option.rect.height();
    const int length = handleLength(option, groove);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      groove - length, option.upsideDown);
    int from = 0, to = groove;
    if (part == QStyle::SC_ScrollBarSlider) {
        from = start;
        to = start + length;
    } else if (part == QStyle::SC_ScrollBarSubPage) {
        to = start;
    } else if (part == QStyle::SC_ScrollBarAddPage) {
        from = start + length;
    } else if (part != QStyle::SC_ScrollBarGroove) {
        return {};
    }
    const QRect &r = option.rect;
    const QRect place =
        across ? QRect(r.x() + from, r.y(), to - from, r.height()) : QRect(r.x(), r.y() + from, r.width(), to - from);
    return QStyle::visualRect(option.direction, r, place);
}

void paintScrollBar(const Kit &kit, const QStyleOptionSlider &option)
{
    const QColor ground = kit.flag("chrome") ? kit.colour(Colour::BgChrome) : option.palette.color(QPalette::Base);
    kit.painter.fillRect(option.rect, ground);
    if (option.maximum <= option.minimum)
        return;
    QRectF handle = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    handle.adjust(2, 2, -2, -2);
    const bool held = hovered(option) && (option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) ||
                                          option.state.testFlag(QStyle::State_Sunken));
    paintBox(kit.painter, handle, {kit.colour(held ? Colour::BorderControl : Colour::BgScroll), {}, 4});
}

void paintProgressBar(const Kit &kit, const QStyleOptionProgressBar &option)
{
    constexpr int height = 6;
    QRect track(option.rect.x(), option.rect.y() + (option.rect.height() - height) / 2, option.rect.width(), height);
    kit.painter.fillRect(track, kit.colour(Colour::BgSunken));
    const qint64 range = qint64(option.maximum) - option.minimum;
    QRect done = track;
    if (range <= 0) {
        done.setX(track.x() + track.width() / 3);
        done.setWidth(track.width() / 3);
    } else {
        const qint64 progress = std::clamp<qint64>(qint64(option.progress) - option.minimum, 0, range);
        done.setWidth(int(progress * track.width() / range));
    }
    const Colour ink = enabled(option) ? Colour::AccentFill : Colour::BorderControl;
    kit.painter.fillRect(QStyle::visualRect(option.direction, track, done), kit.colour(ink));
}

void paintSeparator(const Kit &kit, const QStyleOption &option)
{
    const QRect &r = option.rect;
    const bool across = r.width() > r.height();
    const QPointF centre = QRectF(r).center();
    paintHairline(kit.painter,
                  across ? QLineF(r.left(), centre.y(), r.right() + 1, centre.y())
                         : QLineF(centre.x(), r.top(), centre.x(), r.bottom() + 1),
                  kit.colour(Colour::BorderSubtle));
}

void paintSplitter(const Kit &kit, const QStyleOption &option)
{
    const QRect r = option.rect;
    const QLineF line = option.state.testFlag(QStyle::State_Horizontal)
                            ? QLineF(r.x() + r.width() / 2, r.top(), r.x() + r.width() / 2, r.bottom() + 1)
                            : QLineF(r.left(), r.y() + r.height() / 2, r.right() + 1, r.y() + r.height() / 2);
    paintHairline(kit.painter, line, kit.colour(Colour::BorderSubtle));
}

} // namespace ui::style
