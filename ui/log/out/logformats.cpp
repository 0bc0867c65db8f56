// SPDX-License-Identifier: Apache-2.0
#include "ui/log/out/logformats.h"

#include "models/parts/logpages.h"
#include "ui/widgets/log/ansi.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// The parameters of the escape for a style; empty for the usual one.
QByteArray codesOf(const AnsiStyle &style)
{
    QByteArrayList codes;
    for (const auto &[on, code] : {std::pair(style.bold, "1"), std::pair(style.dim, "2"), std::pair(style.italic, "3"),
                                   std::pair(style.underline, "4"), std::pair(style.strike, "9")}) {
        if (on)
            codes.append(code);
    }
    const QRgb rgb = style.ink.rgb;
    if (style.ink.kind == AnsiInk::Kind::Indexed)
        codes.append("38;5;" + QByteArray::number(style.ink.index));
    else if (style.ink.kind == AnsiInk::Kind::Rgb)
        codes.append("38;2;" + QByteArray::number(qRed(rgb)) + ';' + QByteArray::number(qGreen(rgb)) + ';' +
                     QByteArray::number(qBlue(rgb)));
    return codes.join(';');
}

QByteArray ansiLine(const models::LogLine &line)
{
    const ShownLine shown = showLine(line.text);
    QByteArray written;
    for (const AnsiRun &run : shown.runs) {
        const QByteArray codes = codesOf(run.style);
        const QByteArray text = QStringView(shown.text).sliced(run.start, run.length).toUtf8();
        written += codes.isEmpty() ? text : "\x1b[" + codes + 'm' + text + "\x1b[0m";
    }
    return written + '\n';
}

QString cssOf(const AnsiStyle &style, const Tokens &tokens)
{
    QStringList rules;
    if (style.ink.kind != AnsiInk::Kind::Default)
        rules.append(u"color:"_s + inkColour(style.ink, tokens, tokens.colour(Colour::BgLog)).name());
    if (style.mark)
        rules.append(u"color:"_s + tokens.family(Family::Late).text.name());
    if (style.bold)
        rules.append(u"font-weight:bold"_s);
    if (style.dim)
        rules.append(u"opacity:.7"_s);
    if (style.italic)
        rules.append(u"font-style:italic"_s);
    if (style.underline || style.strike)
        rules.append(u"text-decoration:"_s + (style.underline ? u"underline "_s : QString()) +
                     (style.strike ? u"line-through"_s : QString()));
    return rules.join(u';');
}

QByteArray htmlLine(const models::LogLine &line, const Tokens &tokens)
{
    const ShownLine shown = showLine(line.text);
    QString html = u"<span class=\"%1\" title=\"%2\">"_s.arg(
        line.stream == store::Stream::Err    ? u"e"_s
        : line.stream == store::Stream::Note ? u"n"_s
                                             : u"o"_s,
        QDateTime::fromMSecsSinceEpoch(base::toMillis(line.time)).toString(Qt::ISODateWithMs));
    for (const AnsiRun &run : shown.runs) {
        const QString text = shown.text.sliced(run.start, run.length).toHtmlEscaped();
        const QString css = cssOf(run.style, tokens);
        const QString styled = css.isEmpty() ? text : u"<span style=\"%1\">%2</span>"_s.arg(css, text);
        html += run.style.link.isEmpty()
                    ? styled
                    : u"<a rel=\"noreferrer\" href=\"%1\">%2</a>"_s.arg(run.style.link.toHtmlEscaped(), styled);
    }
    return html.toUtf8() + "</span>\n";
}

LogFormat htmlFormat(const QString &title, const Tokens &tokens)
{
    const QString head =
        u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<title>%1</title>\n<style>body{background:%2;color:%3}.e{border-left:3px solid %4;padding-left:4px}"
        ".n{color:%5}</style></head>\n<body><pre>\n"_s.arg(
            title.toHtmlEscaped(), tokens.colour(Colour::BgLog).name(), tokens.colour(Colour::TextPrimary).name(),
            tokens.family(Family::Bad).glyph.name(), tokens.colour(Colour::TextTertiary).name());
    const auto body = [tokens](const store::LogChunk &chunk) {
        QByteArray written;
        for (const models::LogLine &line : models::linesOf(chunk))
            written += htmlLine(line, tokens);
        return written;
    };
    return {.head = head.toUtf8(), .body = body, .tail = "</pre></body></html>\n"};
}

QString streamWord(store::Stream stream)
{
    switch (stream) {
    case store::Stream::Out:
        return u"out"_s;
    case store::Stream::Err:
        return u"err"_s;
    case store::Stream::Note:
        return u"note"_s;
    }
    Q_UNREACHABLE();
}

/// Bytes that are not UTF-8 are told as they are, too.
QByteArray record(QByteArrayView bytes, const store::LogSpan &span, qint64 number, bool open)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    QJsonObject object{
        {u"line"_s, number + 1},
        {u"time"_s, QDateTime::fromMSecsSinceEpoch(base::toMillis(span.at), Qt::UTC).toString(Qt::ISODateWithMs)},
        {u"stream"_s, streamWord(span.stream)},
        {u"text"_s, text}};
    if (decoder.hasError())
        object.insert(u"bytes"_s, QString::fromLatin1(bytes.toByteArray().toBase64()));
    if (open)
        object.insert(u"open"_s, true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray records(const store::LogChunk &chunk)
{
    QByteArray written;
    qsizetype at = 0;
    qint64 number = chunk.firstLine;
    for (const store::LogSpan &span : chunk.spans) {
        for (qint64 line = 0; line < span.lines; ++line, ++number) {
            const qsizetype newline = chunk.bytes.indexOf('\n', at);
            const qsizetype end = newline < 0 ? chunk.bytes.size() : newline;
            written += record(QByteArrayView(chunk.bytes).sliced(at, end - at), span, number,
                              span.open && line + 1 == span.lines);
            at = std::min(end + 1, chunk.bytes.size());
        }
    }
    return written;
}

QByteArray ansiText(const store::LogChunk &chunk)
{
    QByteArray written;
    for (const models::LogLine &line : models::linesOf(chunk))
        written += ansiLine(line);
    return written;
}

} // namespace

QByteArray writtenBytes(const store::LogChunk &chunk)
{
    if (std::none_of(chunk.spans.cbegin(), chunk.spans.cend(), [](const store::LogSpan &span) { return span.open; }))
        return chunk.bytes;
    QByteArray written;
    written.reserve(chunk.bytes.size());
    qsizetype from = 0;
    for (const store::LogSpan &span : chunk.spans) {
        qsizetype to = from;
        for (qint64 line = 0; line < span.lines; ++line) {
            const qsizetype end = chunk.bytes.indexOf('\n', to);
            to = end < 0 ? chunk.bytes.size() : end + 1;
        }
        written.append(chunk.bytes.constData() + from, to - from - (span.open ? 1 : 0));
        from = to;
    }
    return written;
}

LogFormat logFormat(LogForm form, const QString &title, const Tokens &tokens)
{
    switch (form) {
    case LogForm::Text:
    case LogForm::Zip:
        return {.body = writtenBytes};
    case LogForm::Ansi:
        return {.body = ansiText};
    case LogForm::Html:
        return htmlFormat(title, tokens);
    case LogForm::JsonLines:
        return {.body = records};
    }
    Q_UNREACHABLE();
}

QString suffixOf(LogForm form)
{
    switch (form) {
    case LogForm::Text:
        return u"log"_s;
    case LogForm::Ansi:
        return u"ansi"_s;
    case LogForm::Html:
        return u"html"_s;
    case LogForm::JsonLines:
        return u"jsonl"_s;
    case LogForm::Zip:
        return u"zip"_s;
    }
    Q_UNREACHABLE();
}

} // namespace ui
