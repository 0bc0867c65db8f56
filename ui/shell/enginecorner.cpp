// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/enginecorner.h"

#include "ui/seat/seat.h"

#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 16;
constexpr int iconGap = 6;
constexpr int gap = 20;
constexpr int inset = 16;

} // namespace

EngineCorner::EngineCorner(const Look &look, const Seat &seat, QWidget *parent)
    : QWidget(parent), m_look(look), m_seat(seat)
{
    setObjectName(u"engineCorner"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    apply();
}

void EngineCorner::setState(EngineState state)
{
    m_state = state;
    apply();
}

void EngineCorner::apply()
{
    setAccessibleName(tr("%1, operator %2").arg(text(), m_seat.text()));
    setToolTip(m_state == EngineState::Off
                   ? tr("Nothing keeps the schedules of this workspace: runs wait until an engine comes back.")
               : m_state == EngineState::Elsewhere
                   ? tr("Another process on this workspace keeps its schedules; this window shows and edits.")
                   : QString());
    measure();
    update();
}

void EngineCorner::measure()
{
    const QFontMetrics metrics(font());
    m_width = 2 * (iconSide + iconGap) + metrics.horizontalAdvance(text()) + gap +
              metrics.horizontalAdvance(m_seat.text()) + inset;
    updateGeometry();
}

void EngineCorner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

QString EngineCorner::text() const
{
    switch (m_state) {
    case EngineState::Starting:
        return tr("Starting");
    case EngineState::Ours:
        return tr("Engine on");
    case EngineState::Elsewhere:
        return tr("Engine runs elsewhere");
    case EngineState::Off:
        break;
    }
    return tr("Engine off");
}

QString EngineCorner::drawing() const
{
    switch (m_state) {
    case EngineState::Starting:
        return u"run.queued"_s;
    case EngineState::Ours:
    case EngineState::Elsewhere:
        return u"automation.ready"_s;
    case EngineState::Off:
        break;
    }
    return u"connection.offline"_s;
}

QSize EngineCorner::sizeHint() const
{
    return {m_width + 2, m_look.size(Size::MenuBar)};
}

void EngineCorner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFontMetrics metrics(font());
    const int y = (height() - iconSide) / 2;
    int x = 0;
    const auto place = [&](int width, int top, int high) {
        const QRect logical(x, top, width, high);
        x += width;
        return style()->visualRect(layoutDirection(), rect(), logical);
    };
    const auto write = [&](const QString &text) {
        painter.setPen(m_look.colour(Colour::TextPrimary));
        painter.drawText(place(metrics.horizontalAdvance(text) + 1, 0, height()), Qt::AlignVCenter, text);
    };
    m_look.glyphs().paint(painter, place(iconSide, y, iconSide), drawing(), m_look.colour(Colour::BgChrome));
    x += iconGap;
    write(text());
    x += gap;
    m_look.icons().paint(painter, place(iconSide, y, iconSide), u"user"_s, m_look.colour(Colour::TextSecondary));
    x += iconGap;
    write(m_seat.text());
}

} // namespace ui
