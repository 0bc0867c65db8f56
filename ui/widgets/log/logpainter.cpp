// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/log/logpainter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// One line, left to right whatever it contains, without wrapping.
void layOut(QTextLayout &layout)
{
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(1e6);
    layout.endLayout();
}

} // namespace

void LogPainter::setStamps(LogStamps stamps, base::Instant origin)
{
    m_stamps = stamps;
    m_origin = origin;
}

QString LogPainter::stamp(base::Instant time, std::optional<base::Instant> before) const
{
    if (m_stamps == LogStamps::Off)
        return {};
    if (m_stamps == LogStamps::Absolute)
        return QDateTime::fromMSecsSinceEpoch(base::toMillis(time)).toString(u"HH:mm:ss.zzz"_s);
    const qint64 millis = (time - (m_stamps == LogStamps::Delta ? before.value_or(time) : m_origin)).count();
    return u"%1%2"_s.arg(millis < 0 ? u"\u2212"_s : u"+"_s).arg(double(std::abs(millis)) / 1000, 0, 'f', 3);
}

QColor LogPainter::inkFor(const AnsiStyle &style)
{
    if (style.mark)
        return m_look.family(Family::Late).text;
    if (style.dim && style.ink.kind == AnsiInk::Kind::Default)
        return m_look.colour(Colour::TextTertiary);
    const bool worked = style.ink.kind == AnsiInk::Kind::Rgb ||
                        (style.ink.kind == AnsiInk::Kind::Indexed && style.ink.index >= ansiCount);
    const QColor ground = m_look.colour(Colour::BgLog);
    if (!worked)
        return inkColour(style.ink, m_look.tokens(), ground);
    const QRgb key = style.ink.kind == AnsiInk::Kind::Rgb ? style.ink.rgb : QRgb(style.ink.index);
    const auto known = m_inks.constFind(key);
    if (known != m_inks.cend())
        return *known;
    if (m_inks.size() > 4096)
        m_inks.clear();
    return *m_inks.insert(key, inkColour(style.ink, m_look.tokens(), ground));
}

QList<QTextLayout::FormatRange> LogPainter::formats(const ShownLine &shown, const LogRow &row)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const AnsiRun &run : shown.runs) {
        QTextCharFormat format;
        format.setForeground(inkFor(run.style));
        if (run.style.bold)
            format.setFontWeight(QFont::Bold);
        format.setFontUnderline(run.style.underline || !run.style.link.isEmpty());
        format.setFontItalic(run.style.italic);
        format.setFontStrikeOut(run.style.strike);
        ranges.append({int(run.start), int(run.length), format});
    }
    const auto over = [&](int start, int length, const QColor &ground, const QColor &ink) {
        QTextCharFormat format;
        format.setBackground(ground);
        if (ink.isValid())
            format.setForeground(ink);
        ranges.append({start, length, format});
    };
    if (m_matcher)
        for (const LogMatch &match : m_matcher(row.number, shown.text))
            over(match.start, match.length, m_look.colour(match.current ? Colour::FindCurrent : Colour::FindMatch),
                 m_look.colour(match.current ? Colour::FindCurrentText : Colour::TextPrimary));
    if (row.selectedTo > row.selectedFrom)
        over(row.selectedFrom, std::min(row.selectedTo, int(shown.text.size())) - row.selectedFrom,
             m_look.colour(Colour::BgSelected), {});
    return ranges;
}

void LogPainter::paintGutter(QPainter &painter, const LogRow &row) const
{
    painter.setPen(m_look.colour(Colour::TextTertiary));
    const qint64 number = row.line && row.line->number >= 0 ? row.line->number : row.number;
    const QRect place(row.rect.x(), row.rect.y(), m_columns.gutter - 9, row.rect.height());
    painter.drawText(place, int(Qt::AlignRight | Qt::AlignVCenter), QLocale().toString(number + 1));
    if (!row.line)
        return;
    if (row.line->stream == LogStream::Error)
        painter.fillRect(
            QRect(row.rect.x() + m_columns.gutter - 6, row.rect.y(), m_look.size(Size::StreamBar), row.rect.height()),
            m_look.family(Family::Bad).glyph);
    if (m_stamps == LogStamps::Off)
        return;
    painter.setPen(m_look.colour(row.marked ? Colour::TextSecondary : Colour::TextTertiary));
    const QRect stampPlace(row.rect.x() + m_columns.gutter, row.rect.y(), m_columns.stamp, row.rect.height());
    painter.drawText(stampPlace, int(Qt::AlignLeft | Qt::AlignVCenter),
                     stamp(row.line->time, row.before ? std::optional(row.before->time) : std::nullopt));
}

int LogPainter::paintText(QPainter &painter, const LogRow &row)
{
    const QRect place = row.rect.adjusted(m_columns.textStart(), 0, 0, 0);
    painter.save();
    painter.setClipRect(place, Qt::IntersectClip);
    int width = 0;
    if (row.line) {
        const ShownLine shown = showLine(row.line->text);
        QTextLayout layout(shown.text, painter.font());
        layout.setFormats(formats(shown, row));
        layOut(layout);
        const double height = layout.boundingRect().height();
        layout.draw(&painter, QPointF(place.x() - row.scrolled, place.y() + (place.height() - height) / 2));
        width = layout.lineCount() > 0 ? int(layout.lineAt(0).naturalTextWidth()) : 0;
        if (row.line->noEol) {
            painter.setPen(m_look.colour(Colour::TextTertiary));
            painter.drawText(place.translated(width + 8 - row.scrolled, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                             QCoreApplication::translate("ui::LogView", "(no line end)"));
        }
    } else {
        painter.setPen(m_look.colour(Colour::TextTertiary));
        painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), u"\u2026"_s);
    }
    painter.restore();
    return width;
}

int LogPainter::paint(QPainter &painter, const LogRow &row)
{
    if (row.marked)
        painter.fillRect(row.rect, m_look.colour(Colour::AccentSubtle));
    paintGutter(painter, row);
    return paintText(painter, row);
}

int LogPainter::columnAt(const LogLine &line, int x) const
{
    QTextLayout layout(showLine(line.text).text, m_look.font(TypeRole::Log));
    layOut(layout);
    return layout.lineCount() > 0 ? layout.lineAt(0).xToCursor(x) : 0;
}

} // namespace ui
