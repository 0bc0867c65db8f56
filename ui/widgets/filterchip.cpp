// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filterchip.h"

#include "ui/look/style/kit.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

FilterChipButton::FilterChipButton(const Look &look, const FilterChip &chip, QWidget *parent)
    : QAbstractButton(parent), m_look(look), m_chip(chip)
{
    setObjectName(u"filterChip"_s);
    setAccessibleName(tr("%1 %2, remove").arg(chip.label, chip.value));
    setToolTip(tr("Remove this condition"));
    setFont(look.font(TypeRole::Caption));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FilterChipButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int gap = m_chip.label.isEmpty() ? 0 : 4;
    return {6 + metrics.horizontalAdvance(m_chip.label) + gap + metrics.horizontalAdvance(m_chip.value) + 4 + 14 + 3,
            metrics.height() + 4};
}

void FilterChipButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool FilterChipButton::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void FilterChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    style::paintBox(painter, rect(),
                    {m_look.colour(Colour::AccentSubtle), hasFocus() ? m_look.colour(Colour::AccentFocus) : QColor(), 4,
                     hasFocus() ? 2.0 : 0.0});
    const QFontMetrics metrics(font());
    const auto place = [&](int x, int width) {
        return style()->visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    const int label = metrics.horizontalAdvance(m_chip.label);
    painter.setPen(m_look.colour(Colour::TextSecondary));
    painter.drawText(place(6, label + 1), Qt::AlignVCenter, m_chip.label);
    painter.setPen(m_look.colour(Colour::TextPrimary));
    const int start = 6 + label + (label > 0 ? 4 : 0);
    painter.drawText(place(start, metrics.horizontalAdvance(m_chip.value) + 1), Qt::AlignVCenter, m_chip.value);
    const QRect cross(width() - 16, (height() - 12) / 2, 12, 12);
    m_look.icons().paint(painter, style()->visualRect(layoutDirection(), rect(), cross), u"close",
                         m_look.colour(underMouse() ? Colour::TextPrimary : Colour::TextSecondary));
}

} // namespace ui
