// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/log/ansi.h"

#include "app/base/escapes.h"

#include <QStringDecoder>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t escape = 0x1b;

/// Invisible characters that move, join or reverse others, and the line separators of Unicode.
bool rearranges(char16_t c)
{
    return c == 0x00ad || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f && c != 0x200d) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb);
}

bool mustBeMarked(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || rearranges(c);
}

QString markFor(char16_t c)
{
    if (c < 0x20)
        return QChar(char16_t(0x2400 + c));
    if (c == 0x7f)
        return QChar(u'\u2421');
    return u"\u27e8%1\u27e9"_s.arg(uint(c), 4, 16, QChar(u'0')).toUpper();
}

/// What a terminal would show of a line whose parts overwrite each other.
QByteArrayView lastPart(QByteArrayView raw)
{
    while (raw.endsWith('\r'))
        raw.chop(1);
    // Qt 6.8 looks beyond a view that is empty.
    return raw.isEmpty() ? raw : raw.sliced(raw.lastIndexOf('\r') + 1);
}

/// Numbers of an SGR sequence; an empty one is 0, one that is too long is -1 and means nothing.
QList<int> sgrNumbers(QStringView text)
{
    QList<int> numbers;
    for (const QString &part : text.toString().replace(u':', u';').split(u';')) {
        bool ok = false;
        const int value = part.isEmpty() ? 0 : part.toInt(&ok);
        numbers.append(part.isEmpty() || (ok && value >= 0) ? value : -1);
    }
    return numbers;
}

bool isByte(int value)
{
    return value >= 0 && value <= 255;
}

/// Reads what follows 38 or 48 and returns how many numbers that were.
qsizetype extendedInk(const QList<int> &n, qsizetype at, AnsiInk &ink)
{
    const int form = n.value(at, -1);
    if (form == 5 && isByte(n.value(at + 1, -1))) {
        ink = {AnsiInk::Kind::Indexed, n[at + 1], 0};
        return 2;
    }
    if (form == 2 && isByte(n.value(at + 1, -1)) && isByte(n.value(at + 2, -1)) && isByte(n.value(at + 3, -1))) {
        ink = {AnsiInk::Kind::Rgb, 0, qRgb(n[at + 1], n[at + 2], n[at + 3])};
        return 4;
    }
    return n.size() - at;
}

void applyInk(int code, AnsiInk &ink)
{
    if (code >= 30 && code <= 37)
        ink = {AnsiInk::Kind::Indexed, code - 30, 0};
    else if (code >= 90 && code <= 97)
        ink = {AnsiInk::Kind::Indexed, code - 90 + 8, 0};
    else if (code == 39)
        ink = {};
}

void applyStyle(int code, AnsiStyle &style)
{
    if (code == 1 || code == 2)
        (code == 1 ? style.bold : style.dim) = true;
    else if (code == 22)
        style.bold = style.dim = false;
    else if (code == 3 || code == 23)
        style.italic = code == 3;
    else if (code == 4 || code == 21 || code == 24)
        style.underline = code != 24;
    else if (code == 9 || code == 29)
        style.strike = code == 9;
}

void applySgr(QStringView parameters, AnsiStyle &style)
{
    const QList<int> numbers = sgrNumbers(parameters);
    AnsiInk ignored; // Grounds and lines: no script paints over ours.
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const int code = numbers[i];
        if (code == 0)
            style = AnsiStyle{.link = style.link};
        else if (code == 38)
            i += extendedInk(numbers, i + 1, style.ink);
        else if (code == 48 || code == 58)
            i += extendedInk(numbers, i + 1, ignored);
        else if (code < 30)
            applyStyle(code, style);
        else
            applyInk(code, style.ink);
    }
}

/// Where a link leads is text to be read; only what a browser is for can be one.
QString linkTarget(QStringView target)
{
    const bool known = target.startsWith("https://"_L1) || target.startsWith("http://"_L1);
    const bool clean = std::none_of(target.cbegin(), target.cend(), [](QChar c) { return mustBeMarked(c.unicode()); });
    return known && clean ? target.toString() : QString();
}

/// Applies the sequence at the start of `text`; its length, or 0 when it is none that is understood.
qsizetype applyEscape(QStringView text, AnsiStyle &style)
{
    if (const qsizetype sgr = base::sgrLength(text); sgr > 0) {
        applySgr(text.sliced(2, sgr - 3), style);
        return sgr;
    }
    const base::LinkEscape link = base::linkEscape(text);
    if (link.length > 0)
        style.link = linkTarget(text.sliced(link.target, link.targetEnd - link.target));
    return link.length;
}

class LineBuilder
{
public:
    void add(QStringView text, const AnsiStyle &style)
    {
        if (text.isEmpty())
            return;
        if (!m_line.runs.isEmpty() && m_line.runs.last().style == style)
            m_line.runs.last().length += text.size();
        else
            m_line.runs.append({m_line.text.size(), text.size(), style});
        m_line.text += text;
    }
    void addMark(const QString &text, AnsiStyle style)
    {
        style.mark = true;
        add(text, style);
    }
    void addTab(const AnsiStyle &style) { add(QString(8 - m_line.text.size() % 8, u' '), style); }
    ShownLine take() { return std::move(m_line); }

private:
    ShownLine m_line;
};

QString decoded(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8,
                           QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder(bytes);
}

QColor cubeColour(int index)
{
    if (index >= 232) {
        const int grey = 8 + (index - 232) * 10;
        return {grey, grey, grey};
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + step * 40; };
    const int cube = index - 16;
    return {level(cube / 36), level(cube / 6 % 6), level(cube % 6)};
}

} // namespace

ShownLine showLine(QByteArrayView raw)
{
    const QByteArrayView part = lastPart(raw);
    const QString text = decoded(part.first(std::min(part.size(), shownBytes)));
    const QStringView view = text;
    LineBuilder builder;
    AnsiStyle style;
    qsizetype plain = 0;
    for (qsizetype i = 0; i < view.size();) {
        const char16_t c = view[i].unicode();
        if (!mustBeMarked(c)) {
            ++i;
            continue;
        }
        builder.add(view.sliced(plain, i - plain), style);
        const qsizetype length = c == escape ? applyEscape(view.sliced(i), style) : 0;
        if (length == 0 && c == u'\t')
            builder.addTab(style);
        else if (length == 0)
            builder.addMark(markFor(c), style);
        i += std::max<qsizetype>(length, 1);
        plain = i;
    }
    builder.add(view.sliced(plain), style);
    if (part.size() > shownBytes)
        builder.addMark(u" \u27e8+%L1 B\u27e9"_s.arg(part.size() - shownBytes), {});
    return builder.take();
}

QColor inkColour(const AnsiInk &ink, const Tokens &tokens, const QColor &ground)
{
    if (ink.kind == AnsiInk::Kind::Indexed && ink.index < ansiCount)
        return tokens.ansi(ink.index);
    if (ink.kind == AnsiInk::Kind::Indexed)
        return readableOn(cubeColour(ink.index), ground);
    if (ink.kind == AnsiInk::Kind::Rgb)
        return readableOn(QColor(ink.rgb), ground);
    return tokens.colour(Colour::TextPrimary);
}

} // namespace ui
