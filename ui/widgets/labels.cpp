// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/labels.h"

#include "ui/look/style/kit.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

Hairline::Hairline(const Look &look, Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent), m_look(look), m_orientation(orientation)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QLineF line = m_orientation == Qt::Horizontal ? QLineF(0, 0, width(), 0) : QLineF(0, 0, 0, height());
    style::paintHairline(painter, line, m_look.colour(Colour::BorderSubtle));
}

KeyCap::KeyCap(const Look &look, const QString &key, QWidget *parent, Ground ground)
    : QLabel(key, parent), m_look(look), m_ground(ground)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    QFont font = look.font(TypeRole::Caption);
    font.setPointSizeF(font.pointSizeF() - 0.5);
    setFont(font);
    setContentsMargins(5, 0, 5, 0);
    setFixedHeight(fontMetrics().height() + 2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool inverse = m_ground == Ground::Inverse;
    const QColor edge = m_look.colour(inverse ? Colour::BorderControl : Colour::BorderDefault);
    style::paintBox(painter, rect(), {inverse ? QColor() : m_look.colour(Colour::BgBase), edge, 3});
    painter.setPen(m_look.colour(inverse ? Colour::TextOnInverse : Colour::TextSecondary));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

TextLabel::TextLabel(const Look &look, Style style, QWidget *parent) : QLabel(parent), m_look(look), m_style(style)
{
    setTextFormat(Qt::PlainText);
    // A parent on the Base ground would make it Text, which we do not colour.
    setForegroundRole(QPalette::WindowText);
    connect(&look, &Look::changed, this, &TextLabel::applyLook);
    applyLook();
}

void TextLabel::applyLook()
{
    setFont(m_look.font(m_style.role));
    QPalette own = palette();
    own.setColor(QPalette::WindowText, m_look.colour(m_style.ink));
    setPalette(own);
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        applyLook();
    return QLabel::event(event);
}

ElidedLabel::ElidedLabel(const Look &look, Style style, QWidget *parent) : TextLabel(look, style, parent) {}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"\u2026"_s) * 3, TextLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, shown);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    TextLabel::resizeEvent(event);
    setToolTip(fontMetrics().horizontalAdvance(text()) > width() ? text() : QString());
}

} // namespace ui
