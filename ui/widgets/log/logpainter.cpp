// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/log/logpainter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int groupBar = 4;

/// Left to right whatever it contains. Rows are as high as the columns say, whatever fonts step in for a character.
void layOut(QTextLayout &layout, int wrapWidth, int rowHeight)
{
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(wrapWidth > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    for (int row = 0;; ++row) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(wrapWidth > 0 ? wrapWidth : 1e6);
        line.setPosition(QPointF(0, row * rowHeight + (rowHeight - line.height()) / 2));
    }
    layout.endLayout();
}

} // namespace

Family groupFamily(int group)
{
    constexpr std::array families{Family::Active, Family::Good, Family::Ask, Family::Late, Family::Window, Family::Bad};
    return families[size_t(group) % families.size()];
}

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
    addLabels(ranges, shown.text);
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

void LogPainter::addLabels(QList<QTextLayout::FormatRange> &ranges, const QString &text) const
{
    for (const WordLabel &label : m_labels) {
        const FamilyColours &colours = m_look.family(label.family);
        QTextCharFormat format;
        format.setBackground(colours.tint);
        format.setForeground(colours.text);
        for (qsizetype at = text.indexOf(label.word); at >= 0 && !label.word.isEmpty();
             at = text.indexOf(label.word, at + label.word.size()))
            ranges.append({int(at), int(label.word.size()), format});
    }
}

void LogPainter::paintMark(QPainter &painter, const LogRow &row) const
{
    constexpr int side = 12;
    const QRect place(row.rect.x() + 3, row.rect.y() + (m_columns.rowHeight - side) / 2, side, side);
    m_look.icons().paint(painter, place, u"bookmark", m_look.colour(Colour::AccentFill));
}

void LogPainter::paintGutter(QPainter &painter, const LogRow &row) const
{
    painter.setPen(m_look.colour(Colour::TextTertiary));
    const qint64 number = row.line && row.line->number >= 0 ? row.line->number : row.number;
    const QRect place(row.rect.x(), row.rect.y(), m_columns.gutter - 9, m_columns.rowHeight);
    painter.drawText(place, int(Qt::AlignRight | Qt::AlignVCenter), QLocale().toString(number + 1));
    if (m_marker && m_marker(row.number))
        paintMark(painter, row);
    if (!row.line)
        return;
    if (row.line->group >= 0)
        painter.fillRect(QRect(row.rect.x(), row.rect.y(), groupBar, row.rect.height()),
                         m_look.family(groupFamily(row.line->group)).glyph);
    if (row.line->stream == LogStream::Error)
        painter.fillRect(
            QRect(row.rect.x() + m_columns.gutter - 6, row.rect.y(), m_look.size(Size::StreamBar), row.rect.height()),
            m_look.family(Family::Bad).glyph);
    if (m_stamps == LogStamps::Off)
        return;
    painter.setPen(m_look.colour(row.marked ? Colour::TextSecondary : Colour::TextTertiary));
    const QRect stampPlace(row.rect.x() + m_columns.gutter, row.rect.y(), m_columns.stamp, m_columns.rowHeight);
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
        layOut(layout, row.wrapWidth, m_columns.rowHeight);
        layout.draw(&painter, QPointF(place.x() - row.scrolled, place.y()));
        width = layout.lineCount() > 0 ? int(layout.lineAt(layout.lineCount() - 1).naturalTextWidth()) : 0;
        paintEnd(painter, row, layout);
    } else {
        painter.setPen(m_look.colour(Colour::TextTertiary));
        painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), u"\u2026"_s);
    }
    painter.restore();
    return width;
}

/// What is said behind the text: that its line has no end, and the note on it.
void LogPainter::paintEnd(QPainter &painter, const LogRow &row, const QTextLayout &layout) const
{
    const std::optional<QString> note = m_marker ? m_marker(row.number) : std::nullopt;
    QStringList words;
    if (row.line->noEol)
        words.append(QCoreApplication::translate("ui::LogView", "(no line end)"));
    if (note && !note->isEmpty())
        words.append(u"\u2190 "_s + note->simplified());
    if (words.isEmpty())
        return;
    const int last = std::max(0, layout.lineCount() - 1);
    const int used = layout.lineCount() > 0 ? int(layout.lineAt(last).naturalTextWidth()) : 0;
    const QRect after(row.rect.x() + m_columns.textStart() + used + 8 - row.scrolled,
                      row.rect.y() + last * m_columns.rowHeight, row.rect.width(), m_columns.rowHeight);
    painter.setPen(m_look.colour(note && !note->isEmpty() ? Colour::TextSecondary : Colour::TextTertiary));
    painter.drawText(after, int(Qt::AlignLeft | Qt::AlignVCenter), words.join(u"  "_s));
}

int LogPainter::paint(QPainter &painter, const LogRow &row)
{
    if (row.marked)
        painter.fillRect(row.rect, m_look.colour(Colour::AccentSubtle));
    paintGutter(painter, row);
    return paintText(painter, row);
}

int LogPainter::columnAt(const LogLine &line, const QPoint &point, int wrapWidth) const
{
    QTextLayout layout(showLine(line.text).text, m_font);
    layOut(layout, wrapWidth, m_columns.rowHeight);
    if (layout.lineCount() == 0)
        return 0;
    const int row = std::clamp(point.y() / m_columns.rowHeight, 0, layout.lineCount() - 1);
    return layout.lineAt(row).xToCursor(point.x());
}

int LogPainter::rows(const LogLine &line, int wrapWidth) const
{
    if (wrapWidth <= 0)
        return 1;
    QTextLayout layout(showLine(line.text).text, m_font);
    layOut(layout, wrapWidth, m_columns.rowHeight);
    return std::max(1, layout.lineCount());
}

} // namespace ui
