// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/daybars.h"

#include "models/times.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr int axisWidth = 48; // room for 100,000
constexpr int labelHeight = 20;
constexpr int labelApart = 64;
constexpr double gap = 4;
constexpr double leastBad = 2;

} // namespace

qint64 axisEnd(qint64 most)
{
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 tenth : {10, 12, 14, 16, 20, 30, 40, 50, 60, 80}) {
            const qint64 end = std::max<qint64>(2, power * tenth / 10);
            if (end >= most && end % 2 == 0)
                return end;
        }
    }
}

DayBars::DayBars(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setAccessibleName(tr("Runs and failures"));
}

void DayBars::setDays(const QList<models::OverviewDay> &days)
{
    if (m_days == days)
        return;
    m_days = days;
    QStringList texts;
    for (const models::OverviewDay &day : days)
        texts.append(dayText(day));
    setAccessibleDescription(texts.join(u'\n'));
    update();
}

QRect DayBars::chart() const
{
    return rect().adjusted(axisWidth, 6, 0, -labelHeight);
}

QRectF DayBars::columnOf(qsizetype day) const
{
    const QRectF all = chart();
    const double width = all.width() / double(std::max<qsizetype>(1, m_days.size()));
    return {all.left() + width * double(day), all.top(), width - gap, all.height()};
}

QString DayBars::dayText(const models::OverviewDay &day) const
{
    return tr("%1: %2 runs, %3 done, %4 failed")
        .arg(models::dayText(day.day), models::numberText(day.ended), models::numberText(day.done),
             models::numberText(day.failed));
}

void DayBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect area = chart();
    const auto tallest = std::max_element(m_days.cbegin(), m_days.cend(),
                                          [](const auto &a, const auto &b) { return a.ended < b.ended; });
    const qint64 end = axisEnd(tallest == m_days.cend() ? 0 : tallest->ended);
    painter.setFont(m_look.font(TypeRole::Caption));
    for (const qint64 value : {qint64(0), end / 2, end}) {
        const int y = area.bottom() - int(area.height() * value / end);
        painter.setPen(QPen(m_look.colour(Colour::BorderSubtle), 0));
        painter.drawLine(area.left(), y, area.right(), y);
        painter.setPen(m_look.colour(Colour::TextTertiary));
        painter.drawText(QRect(0, y - labelHeight / 2, axisWidth - 6, labelHeight), Qt::AlignRight | Qt::AlignVCenter,
                         models::numberText(value));
    }
    const int every = std::max(1, int(labelApart / std::max(1.0, columnOf(0).width() + gap)) + 1);
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        const QRectF column = columnOf(i);
        const models::OverviewDay &day = m_days[i];
        const double height = column.height() * double(day.ended) / double(end);
        const double bad = day.failed > 0 ? std::max(leastBad, column.height() * double(day.failed) / double(end)) : 0;
        QColor grey = m_look.glyphs().barColour(u"run.done");
        grey.setAlphaF(i + 1 == m_days.size() ? 1.0F : 0.7F);
        painter.fillRect(QRectF(column.left(), column.bottom() - height, column.width(), height), grey);
        painter.fillRect(QRectF(column.left(), column.bottom() - bad, column.width(), bad),
                         m_look.family(Family::Bad).glyph);
        if ((m_days.size() - 1 - i) % every == 0) {
            painter.setPen(m_look.colour(Colour::TextSecondary));
            const QRectF label(column.center().x() - labelApart / 2.0, area.bottom() + 2, labelApart, labelHeight);
            painter.drawText(label, Qt::AlignCenter, models::dayText(day.day));
        }
    }
}

bool DayBars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (qsizetype i = 0; i < m_days.size(); ++i) {
            if (columnOf(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), dayText(m_days[i]), this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace ui
