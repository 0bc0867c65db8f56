// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/slowlist.h"

#include "models/times.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 24;
constexpr int nameWidth = 148;
constexpr int figureWidth = 72;
constexpr int usualWidth = 110;
constexpr double barHeight = 6;

} // namespace

SlowList::SlowList(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"slow"_s);
    setAccessibleName(tr("Slower than usual"));
}

QString SlowList::text(const models::OverviewSlow &slow) const
{
    return tr("%1: %2, usually %3").arg(slow.name, models::durationShort(slow.took), models::durationShort(slow.usual));
}

void SlowList::setSlow(const QList<models::OverviewSlow> &slow)
{
    m_slow = slow;
    m_current = std::clamp<qsizetype>(m_current, 0, std::max<qsizetype>(0, slow.size() - 1));
    setFocusPolicy(slow.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    QStringList texts;
    for (const models::OverviewSlow &one : slow)
        texts.append(text(one));
    setAccessibleDescription(texts.join(u'\n'));
    update();
}

QRect SlowList::rowRect(qsizetype row) const
{
    return {0, int(row) * rowHeight, width(), rowHeight};
}

void SlowList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_look.font(TypeRole::Body));
    if (m_slow.isEmpty()) {
        painter.setPen(m_look.colour(Colour::TextSecondary));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         tr("None: every automation took about as long as it usually does."));
        return;
    }
    const auto longest =
        std::max_element(m_slow.cbegin(), m_slow.cend(), [](const auto &a, const auto &b) { return a.took < b.took; });
    for (qsizetype row = 0; row < m_slow.size(); ++row)
        paintRow(painter, row, longest->took);
}

void SlowList::paintRow(QPainter &painter, qsizetype row, base::Millis longest) const
{
    const models::OverviewSlow &slow = m_slow[row];
    const QRect place = rowRect(row);
    const QColor late = m_look.family(Family::Late).text;
    painter.setPen(m_look.colour(hasFocus() && row == m_current ? Colour::TextLink : Colour::TextPrimary));
    painter.drawText(QRect(0, place.top(), nameWidth - 8, rowHeight), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(slow.name, Qt::ElideRight, nameWidth - 8));
    const double room = std::max(20, width() - nameWidth - figureWidth - usualWidth);
    const double scale = room / double(std::max<qint64>(1, longest.count()));
    const QRectF bar(nameWidth, place.center().y() - barHeight / 2, double(slow.took.count()) * scale, barHeight);
    painter.fillRect(bar, m_look.family(Family::Late).glyph);
    painter.fillRect(QRectF(nameWidth + double(slow.usual.count()) * scale, bar.top() - 3, 2, barHeight + 6),
                     m_look.colour(Colour::TextPrimary));
    painter.setPen(late);
    const QRect figure(width() - figureWidth - usualWidth, place.top(), figureWidth, rowHeight);
    painter.drawText(figure, Qt::AlignRight | Qt::AlignVCenter, models::durationShort(slow.took));
    painter.setPen(m_look.colour(Colour::TextSecondary));
    painter.drawText(QRect(width() - usualWidth, place.top(), usualWidth, rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                     tr("usually %1").arg(models::durationShort(slow.usual)));
}

void SlowList::mouseReleaseEvent(QMouseEvent *event)
{
    const qsizetype row = event->pos().y() / rowHeight;
    if (rect().contains(event->pos()) && row < m_slow.size())
        Q_EMIT runChosen(m_slow[row].run);
}

void SlowList::keyPressEvent(QKeyEvent *event)
{
    const bool down = event->key() == Qt::Key_Down;
    if (down || event->key() == Qt::Key_Up) {
        m_current = std::clamp<qsizetype>(m_current + (down ? 1 : -1), 0, m_slow.size() - 1);
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT runChosen(m_slow[m_current].run);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace ui
