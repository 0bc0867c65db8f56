// SPDX-License-Identifier: Apache-2.0
// What every painter of the style has at hand, and the few shapes they are all made of.
#pragma once

#include "ui/look/tokens.h"

#include <QStyle>

class QPainter;
class QStyleOption;
class QWidget;

namespace ui::style {

/// One call of the style: who is painted, with what.
struct Kit
{
    const Tokens &tokens;
    const QStyle &style;
    QPainter &painter;
    const QWidget *widget = nullptr;

    QColor colour(Colour name) const { return tokens.colour(name); }
    /// A dynamic property of the widget that is set and true: `primary`, `destructive`, `error`, `chrome` …
    bool flag(const char *property) const;
};

struct Box
{
    QColor fill; ///< Invalid leaves the inside alone.
    QColor edge; ///< Invalid draws none.
    double radius = 6;
    double edgeWidth = 0; ///< Logical pixels; 0 is one device pixel.
};
/// A rounded rectangle whose edge lies inside `rect` and on whole device pixels.
void paintBox(QPainter &painter, const QRectF &rect, const Box &box);
/// One device pixel, at every scale.
void paintHairline(QPainter &painter, const QLineF &line, const QColor &colour);
/// An icon by name, centred in `rect` at `side` logical pixels.
void paintIcon(const Kit &kit, const QRect &rect, QStringView name, const QColor &ink, int side = 16);
/// 2 px accent, inside `rect`.
void paintFocusRing(const Kit &kit, const QRectF &rect, double radius);

bool enabled(const QStyleOption &option);
bool hovered(const QStyleOption &option);
/// The focus is here and came by a key.
bool keyboardFocused(const QStyleOption &option);
bool flagOf(const QWidget *widget, const char *property);

} // namespace ui::style
