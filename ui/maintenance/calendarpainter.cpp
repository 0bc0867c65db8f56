// SPDX-License-Identifier: Apache-2.0
#include "ui/maintenance/calendarpainter.h"

#include "models/times.h"
#include "ui/look/style/kit.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::CalendarPainter)
};

constexpr int edge = 12; ///< Of a day, for how much runs in each hour.
constexpr base::Millis hour = base::Seconds(3600);

QString timesText(const domain::WindowSpan &span)
{
    const auto clock = [](base::Instant at) { return models::localTime(at).toString(u"HH:mm"_s); };
    return u"%1 – %2"_s.arg(clock(span.from), clock(span.to));
}

/// How long it is where that is not what the clock makes believe.
QString oddLength(const domain::WindowSpan &span)
{
    const QDateTime from = models::localTime(span.from);
    const QDateTime to = models::localTime(span.to);
    const int offset = from.offsetFromUtc() - to.offsetFromUtc();
    if (offset == 0) {
        return {};
    }
    const QString length = models::durationWords(span.to - span.from);
    return offset > 0 ? Words::tr("%1: clocks go back").arg(length) : Words::tr("%1: clocks go forward").arg(length);
}

} // namespace

Family familyOf(domain::WindowEffect effect)
{
    switch (effect) {
    case domain::WindowEffect::Skip:
    case domain::WindowEffect::OnceAfter:
        return Family::Window;
    case domain::WindowEffect::Approve:
        return Family::Ask;
    case domain::WindowEffect::Notify:
        return Family::Active;
    case domain::WindowEffect::Execute:
        return Family::Neutral;
    }
    Q_UNREACHABLE();
}

void paintEffect(QPainter &painter, const Look &look, const QRectF &rect, domain::WindowEffect effect)
{
    const FamilyColours &colours = look.family(familyOf(effect));
    switch (familyOf(effect)) {
    case Family::Window:
        look.glyphs().paint(painter, rect, u"window.open", colours.tint);
        return;
    case Family::Ask:
        look.glyphs().paint(painter, rect, u"approval.pending", colours.tint);
        return;
    case Family::Active:
        look.icons().paint(painter, rect, u"bell", colours.glyph);
        return;
    default:
        look.icons().paint(painter, rect, u"play", colours.glyph);
    }
}

void CalendarPainter::text(const QRectF &rect, const QString &words, TypeRole role, const QColor &ink,
                           Qt::Alignment alignment)
{
    QPainter &painter = m_scene.painter;
    painter.setFont(m_scene.look.font(role));
    painter.setPen(ink);
    const QString fits = painter.fontMetrics().elidedText(words, Qt::ElideRight, int(rect.width()));
    painter.drawText(rect, int(alignment) | Qt::TextSingleLine, fits);
}

void CalendarPainter::line(const QPointF &from, const QPointF &to, const QColor &ink)
{
    style::paintHairline(m_scene.painter, QLineF(from, to), ink);
}

void CalendarPainter::paint(const QList<CalendarPiece> &pieces)
{
    m_pieces = pieces;
    m_scene.painter.setRenderHint(QPainter::Antialiasing);
    m_scene.painter.fillRect(m_seen, m_scene.look.colour(Colour::BgBase));
    paintGrounds();
    if (!isMonth()) {
        paintHours();
        paintTraffic();
        paintNow();
    }
    for (const CalendarPiece &piece : pieces) {
        if (piece.rect.intersects(m_seen) && (isMonth() || piece.rect.bottom() > m_scene.layout.top())) {
            paintPiece(piece);
        }
    }
    paintHead();
    for (const CalendarPiece &piece : pieces) {
        if (!isMonth() && piece.rect.bottom() <= m_scene.layout.top() && piece.rect.top() >= CalendarLayout::header) {
            paintPiece(piece);
        }
    }
}

void CalendarPainter::paintGrounds()
{
    const QDate today = models::localTime(m_scene.now).date();
    for (int i = 0; i < m_scene.layout.days(); ++i) {
        const QRectF day = m_scene.layout.dayRect(i, m_scene.scrolled);
        if (!day.intersects(m_seen)) {
            continue;
        }
        const QDate date = m_scene.layout.dayAt(i);
        const bool otherMonth = isMonth() && date.month() != m_scene.day.month();
        if (date < today || otherMonth) {
            m_scene.painter.fillRect(day, m_scene.look.colour(Colour::BgZebra));
        }
        line(day.topRight(), day.bottomRight(), m_scene.look.colour(Colour::BorderSubtle));
        if (isMonth()) {
            line(day.bottomLeft(), day.bottomRight(), m_scene.look.colour(Colour::BorderSubtle));
            const bool isToday = date == today;
            const QRectF number(day.left() + 8, day.top() + 2, day.width() - 16, 20);
            const Colour ink = isToday ? Colour::TextLink : otherMonth ? Colour::TextTertiary : Colour::TextPrimary;
            text(number, date.day() == 1 ? models::dayText(date) : QString::number(date.day()),
                 isToday ? TypeRole::Strong : TypeRole::Body, m_scene.look.colour(ink));
        }
    }
}

void CalendarPainter::paintHours()
{
    const CalendarLayout &layout = m_scene.layout;
    const QRectF first = layout.dayRect(0, m_scene.scrolled);
    const QRectF last = layout.dayRect(layout.days() - 1, m_scene.scrolled);
    for (int at = 1; at < 24; ++at) {
        const qreal y = first.top() + at * layout.hourHeight();
        line({first.left(), y}, {last.right(), y},
             m_scene.look.colour(at % 2 == 0 ? Colour::BorderSubtle : Colour::BgSunken));
        // Neither cut by the head nor under the label of now.
        const bool whole = y - 9 >= layout.top() && std::abs(y - layout.yOf(m_scene.now, m_scene.scrolled)) >= 18;
        if (at % 2 == 0 && whole) {
            text({0, y - 9, CalendarLayout::gutter - 8.0, 18}, u"%1:00"_s.arg(at, 2, 10, QChar(u'0')),
                 TypeRole::Caption, m_scene.look.colour(Colour::TextTertiary), Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    line(first.topLeft(), first.bottomLeft(), m_scene.look.colour(Colour::BorderSubtle));
}

/// A stepped edge at the right of each day: where it is thin, little runs.
void CalendarPainter::paintTraffic()
{
    const QList<int> &perHour = m_scene.data.perHour;
    const int most = perHour.isEmpty() ? 0 : *std::max_element(perHour.begin(), perHour.end());
    for (int at = 0; at < perHour.size() && most > 0; ++at) {
        const base::Instant begin = m_scene.data.span.from + at * hour;
        const QDateTime local = models::localTime(begin);
        const int day = int(m_scene.layout.first().daysTo(local.date()));
        if (perHour.at(at) == 0 || day < 0 || day >= m_scene.layout.days()) {
            continue;
        }
        const QRectF cell = m_scene.layout.hourRect(day, local.time().hour(), m_scene.scrolled);
        const qreal width = std::max(2.0, edge * double(perHour.at(at)) / most);
        const QRectF bar(cell.right() - width, cell.top(), width, cell.height());
        if (bar.intersects(m_seen)) {
            m_scene.painter.fillRect(bar, m_scene.look.colour(Colour::BorderSubtle));
        }
    }
}

void CalendarPainter::paintNow()
{
    const CalendarLayout &layout = m_scene.layout;
    const int today = int(layout.first().daysTo(models::localTime(m_scene.now).date()));
    const qreal y = layout.yOf(m_scene.now, m_scene.scrolled);
    if (today < 0 || today >= layout.days() || y < layout.top()) {
        return;
    }
    const QColor ink = m_scene.look.colour(Colour::AccentFocus);
    const QRectF day = layout.dayRect(today, m_scene.scrolled);
    line({qreal(CalendarLayout::gutter), y}, {day.right(), y}, ink);
    m_scene.painter.setPen(Qt::NoPen);
    m_scene.painter.setBrush(ink);
    m_scene.painter.drawEllipse(QPointF(day.left(), y), 4, 4);
    // Whole also around midnight, when its line is at an edge.
    const qreal top = std::clamp(y - 9, layout.top() + 1, day.bottom() - 19);
    const QRectF label(6, top, CalendarLayout::gutter - 12.0, 18);
    style::paintBox(m_scene.painter, label, {.fill = m_scene.look.colour(Colour::AccentFill), .radius = 4});
    text(label, models::localTime(m_scene.now).toString(u"HH:mm"_s), TypeRole::Caption,
         m_scene.look.colour(Colour::TextOnAccent), Qt::AlignCenter);
}

void CalendarPainter::paintHead()
{
    const CalendarLayout &layout = m_scene.layout;
    const qreal right = layout.dayRect(layout.days() - 1).right();
    m_scene.painter.fillRect(QRectF(0, 0, right, layout.top()), m_scene.look.colour(Colour::BgBase));
    if (isMonth()) {
        paintMonthHead();
        return;
    }
    for (int i = 0; i < layout.days(); ++i) {
        paintDayHead(i);
    }
    const QColor hairline = m_scene.look.colour(Colour::BorderSubtle);
    line({0, CalendarLayout::header - 0.5}, {right, CalendarLayout::header - 0.5}, hairline);
    line({0, layout.top() - 0.5}, {right, layout.top() - 0.5}, hairline);
    text({0, CalendarLayout::header, CalendarLayout::gutter - 8.0, CalendarLayout::longRow}, Words::tr("long"),
         TypeRole::Caption, m_scene.look.colour(Colour::TextTertiary), Qt::AlignRight | Qt::AlignVCenter);
}

void CalendarPainter::paintMonthHead()
{
    for (int i = 0; i < 7; ++i) {
        const QRectF day = m_scene.layout.dayRect(i);
        const QString name = QLocale().dayName(m_scene.layout.dayAt(i).dayOfWeek(), QLocale::ShortFormat);
        text({day.left() + 8, 0, day.width() - 16, CalendarLayout::header}, name, TypeRole::Caption,
             m_scene.look.colour(Colour::TextSecondary));
    }
    const qreal y = CalendarLayout::header - 0.5;
    line({0, y}, {m_scene.layout.dayRect(6).right(), y}, m_scene.look.colour(Colour::BorderSubtle));
}

void CalendarPainter::paintDayHead(int index)
{
    const CalendarLayout &layout = m_scene.layout;
    const QDate date = layout.dayAt(index);
    const QRectF day = layout.dayRect(index);
    const QRectF head(day.left(), 0, day.width(), CalendarLayout::header);
    const bool today = date == models::localTime(m_scene.now).date();
    if (today) {
        m_scene.painter.fillRect(head, m_scene.look.colour(Colour::AccentSubtle));
    }
    line({day.right(), 0}, {day.right(), layout.top()}, m_scene.look.colour(Colour::BorderSubtle));
    const QString name =
        u"%1 %2"_s.arg(QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat), QString::number(date.day()));
    const QRectF inside = head.adjusted(10, 0, -8, 0);
    text(inside, name, today ? TypeRole::Strong : TypeRole::Body,
         m_scene.look.colour(today ? Colour::TextLink : Colour::TextPrimary));
    const qreal beside = QFontMetricsF(m_scene.look.font(TypeRole::Strong)).horizontalAdvance(name) + 10;
    const auto hours = (startOf(date.addDays(1)) - startOf(date)) / hour;
    const QString note = hours != 24 ? Words::tr("%1 h").arg(hours) : today ? Words::tr("today") : QString();
    const QColor ink = hours != 24 ? m_scene.look.family(Family::Late).text : m_scene.look.colour(Colour::TextLink);
    text(inside.adjusted(beside, 0, 0, 0), note, TypeRole::Caption, ink);
}

void CalendarPainter::paintPiece(const CalendarPiece &piece)
{
    if (piece.block < 0) {
        text(piece.rect.adjusted(6, 0, 0, 0), Words::tr("%n more", nullptr, piece.more), TypeRole::Caption,
             m_scene.look.colour(Colour::TextTertiary));
        return;
    }
    paintBlock(m_scene.data.blocks.at(piece.block), piece, piece.block == m_scene.chosen);
}

void CalendarPainter::paintBlock(const models::CalendarBlock &block, const CalendarPiece &piece, bool chosen)
{
    const FamilyColours &colours = m_scene.look.family(familyOf(block.effect));
    QPainter &painter = m_scene.painter;
    const QRectF rect = piece.rect;
    painter.save();
    style::paintBox(painter, rect, {.fill = colours.tint, .edge = chosen ? QColor() : colours.line, .radius = 3});
    if (domain::isBlocking(block.effect)) {
        painter.setClipRect(rect.adjusted(3, 1, -1, -1), Qt::IntersectClip);
        QColor hatch = colours.line;
        hatch.setAlphaF(0.55F);
        painter.setPen(QPen(hatch, 1));
        for (qreal x = rect.left() - rect.height(); x < rect.right(); x += 8) {
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
        }
    }
    painter.restore();
    painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.glyph);
    isMonth() || isLong(block.span) ? paintChip(block, piece) : paintWords(block, piece);
    if (chosen) {
        painter.setPen(QPen(m_scene.look.colour(m_scene.focused ? Colour::AccentFocus : Colour::BorderControl), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3);
    }
}

/// Of a line of words, what no later block covers.
QRectF CalendarPainter::uncovered(QRectF row, const CalendarPiece &piece) const
{
    const auto self = std::find_if(m_pieces.begin(), m_pieces.end(), [&piece](const CalendarPiece &one) {
        return one.block == piece.block && one.rect == piece.rect;
    });
    for (auto it = self; it != m_pieces.end(); ++it) {
        if (it->rect.left() > piece.rect.left() && it->rect.intersects(row)) {
            row.setRight(std::max(it->rect.left() - 2, row.left()));
        }
    }
    return row;
}

void CalendarPainter::paintWords(const models::CalendarBlock &block, const CalendarPiece &piece)
{
    const QRectF inside = piece.rect.adjusted(8, 2, -4, -2);
    const Look &look = m_scene.look;
    const qreal lineHeight = QFontMetricsF(look.font(TypeRole::Body)).height();
    if (inside.height() < lineHeight - 1) { // half an hour: a small name in the middle, whole
        const qreal small = QFontMetricsF(look.font(TypeRole::Caption)).height();
        const QRectF name(inside.left(), inside.center().y() - small / 2, inside.width(), small);
        text(uncovered(name, piece), block.name, TypeRole::Caption, look.colour(Colour::TextPrimary));
        return;
    }
    m_scene.painter.save();
    m_scene.painter.setClipRect(inside, Qt::IntersectClip);
    QRectF row(inside.left(), inside.top(), inside.width(), lineHeight);
    text(uncovered(row, piece), block.name, TypeRole::Body, look.colour(Colour::TextPrimary));
    row.translate(0, lineHeight);
    const qreal foot = inside.bottom() + 3; // no line is cut
    if (row.bottom() <= foot) {
        paintEffect(m_scene.painter, look, {row.left(), row.top() + (lineHeight - 12) / 2, 12, 12}, block.effect);
        text(uncovered(row.adjusted(18, 0, 0, 0), piece), timesText(block.span), TypeRole::Caption,
             look.colour(Colour::TextSecondary));
    }
    if (!block.home.isEmpty()) {
        row.translate(0, lineHeight);
        paintHome(block.home, uncovered(row, piece));
    }
    row.translate(0, lineHeight);
    if (row.bottom() <= foot) {
        const QString odd = oddLength(block.span);
        text(uncovered(row, piece), odd.isEmpty() ? block.scope : odd, TypeRole::Caption,
             odd.isEmpty() ? look.colour(Colour::TextSecondary) : look.family(Family::Late).text);
    }
    m_scene.painter.restore();
}

/// The badge of the system where it lives, as tables have it.
void CalendarPainter::paintHome(const QString &home, const QRectF &row)
{
    const FamilyColours &colours = m_scene.look.family(Family::Neutral);
    const QFontMetricsF metrics(m_scene.look.font(TypeRole::Caption));
    const qreal width = std::min(metrics.horizontalAdvance(home) + 10, row.width());
    const QRectF badge(row.left(), row.top() + (row.height() - metrics.height() - 2) / 2, width, metrics.height() + 2);
    style::paintBox(m_scene.painter, badge, {.fill = colours.tint, .edge = {}, .radius = 4});
    text(badge.adjusted(5, 0, -4, 0), home, TypeRole::Caption, colours.text);
}

/// One line: the glyph, when it begins where that is here, the name.
void CalendarPainter::paintChip(const models::CalendarBlock &block, const CalendarPiece &piece)
{
    const QRectF inside = piece.rect.adjusted(8, 0, -4, 0);
    paintEffect(m_scene.painter, m_scene.look, {inside.left(), inside.center().y() - 6, 12, 12}, block.effect);
    const QString begin = models::localTime(block.span.from).toString(u"HH:mm"_s);
    const QString whose = block.home.isEmpty() ? block.name : u"%1 · %2"_s.arg(block.name, block.home);
    const QString name = piece.begins && isMonth() ? u"%1 %2"_s.arg(begin, whose) : whose;
    const QString whole =
        isMonth() ? name : Words::tr("%1, to %2").arg(name, models::futureShort(block.span.to, m_scene.now));
    text(inside.adjusted(18, 0, 0, 0), whole, isMonth() ? TypeRole::Caption : TypeRole::Body,
         m_scene.look.colour(Colour::TextPrimary));
}

void CalendarPainter::paintGhost(const models::CalendarBlock &block)
{
    m_scene.painter.setClipRect(QRectF(0, m_scene.layout.top(), m_seen.right(), m_seen.bottom()));
    m_scene.painter.setOpacity(0.85);
    for (const CalendarPiece &piece : m_scene.layout.pieces({block}, m_scene.scrolled)) {
        if (piece.block == 0) {
            paintBlock(block, piece, true);
        }
    }
    m_scene.painter.setOpacity(1);
}

} // namespace ui
