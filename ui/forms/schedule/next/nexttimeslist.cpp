// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/schedule/next/nexttimeslist.h"

#include <QPainter>
#include <QStyle>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Column
{
    QString NextTime::*text;
    Colour ink;
    int least;
};
constexpr std::array columns{
    Column{&NextTime::day, Colour::TextPrimary, 88}, Column{&NextTime::time, Colour::TextPrimary, 56},
    Column{&NextTime::offset, Colour::TextTertiary, 66}, Column{&NextTime::here, Colour::TextSecondary, 0},
    Column{&NextTime::distance, Colour::TextSecondary, 80}};

} // namespace

NextTimesList::NextTimesList(const Look &look, QWidget *parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"nextTimes"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NextTimesList::setTimes(const QList<NextTime> &times)
{
    m_times = times;
    QStringList spoken;
    for (const NextTime &time : times) {
        QStringList parts{
            u"%1 %2"_s.arg(time.day, time.time), time.here, time.distance, time.mark, time.duplicate, time.window};
        parts.removeAll(QString());
        spoken.append(parts.join(u", "_s));
    }
    setAccessibleName(spoken.join(u'\n'));
    updateGeometry();
    update();
}

int NextTimesList::rowHeight() const
{
    return QFontMetrics(m_look.font(TypeRole::Body)).height() + 5;
}

QSize NextTimesList::sizeHint() const
{
    return {400, rowHeight() * int(m_times.size())};
}

void NextTimesList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_look.font(TypeRole::Body));
    const QFontMetrics metrics = painter.fontMetrics();
    std::array<int, columns.size()> widths{};
    for (size_t i = 0; i < columns.size(); ++i) {
        widths[i] = columns[i].least;
        for (const NextTime &time : std::as_const(m_times))
            if (const QString &text = time.*columns[i].text; !text.isEmpty())
                widths[i] = std::max(widths[i], metrics.horizontalAdvance(text) + 18);
    }
    int y = 0;
    for (const NextTime &time : std::as_const(m_times)) {
        int x = 0;
        for (size_t i = 0; i < columns.size(); ++i) {
            const QRect place(x, y, widths[i], rowHeight());
            painter.setPen(m_look.colour(columns[i].ink));
            painter.drawText(style()->visualRect(layoutDirection(), rect(), place), Qt::AlignVCenter | Qt::AlignLeft,
                             time.*columns[i].text);
            x += widths[i];
        }
        paintMarks(painter, time, {x, y, width() - x, rowHeight()});
        y += rowHeight();
    }
}

void NextTimesList::paintMarks(QPainter &painter, const NextTime &time, QRect place) const
{
    struct Mark
    {
        QString icon;
        QString text;
        Family family;
    };
    for (const Mark &mark :
         {Mark{u"clock-change"_s, time.mark, Family::Late}, Mark{u"copy"_s, time.duplicate, Family::Ask},
          Mark{u"nav-maintenance"_s, time.window, Family::Window}}) {
        if (mark.text.isEmpty() || place.width() < 40)
            continue;
        const auto seen = [&](const QRect &part) { return style()->visualRect(layoutDirection(), rect(), part); };
        const QColor ink = m_look.family(mark.family).text;
        m_look.icons().paint(painter, seen({place.x(), place.y() + (place.height() - 14) / 2, 14, 14}), mark.icon, ink);
        painter.setPen(ink);
        place.setLeft(place.left() + 20);
        const QString text = painter.fontMetrics().elidedText(mark.text, Qt::ElideRight, place.width());
        painter.drawText(seen(place), Qt::AlignVCenter | Qt::AlignLeft, text);
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(text) + 16);
    }
}

} // namespace ui
