// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/maskforms.h"

#include "app/domain/input/secretrefs.h"

#include <QSet>
#include <QString>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

enum class HexCase { Lower, Upper };

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == '~';
}

QByteArray hex(QByteArrayView bytes, HexCase letters)
{
    const QByteArray lower = bytes.toByteArray().toHex();
    return letters == HexCase::Lower ? lower : lower.toUpper();
}

/// Everything but unreserved characters and `kept` as %XX.
QByteArray percent(const QByteArray &text, QByteArrayView kept, HexCase letters)
{
    QByteArray escaped;
    for (const char c : text) {
        if (isUnreserved(c) || kept.contains(c)) {
            escaped += c;
        } else {
            escaped += '%' + hex(QByteArrayView(&c, 1), letters);
        }
    }
    return escaped;
}

void addUrlForms(const QByteArray &text, QByteArrayList &forms)
{
    for (const HexCase letters : {HexCase::Lower, HexCase::Upper}) {
        const QByteArray strict = percent(text, {}, letters);
        forms.append(strict);
        forms.append(percent(text, "/", letters));
        forms.append(percent(text, "!*'()", letters));
        forms.append(QByteArray(strict).replace("%20", "+"));
        forms.append(
            percent(text, " ", letters).replace('~', letters == HexCase::Lower ? "%7e" : "%7E").replace(' ', '+'));
    }
}

struct JsonStyle
{
    bool asciiOnly = false;
    bool slashes = false; ///< `\/`
    bool html = false;    ///< `<`, `>` and `&` as \u00XX
    HexCase letters = HexCase::Lower;
};

QByteArray unicodeEscape(char16_t unit, HexCase letters)
{
    const char bytes[2] = {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
    return "\\u" + hex(QByteArrayView(bytes, 2), letters);
}

QByteArray jsonCharacter(QChar c, const JsonStyle &style)
{
    static constexpr char shorts[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (const char *pair = shorts; *pair != '\0'; pair += 2) {
        if (c == QLatin1Char(pair[0])) {
            return QByteArray("\\") + pair[1];
        }
    }
    const char16_t unit = c.unicode();
    const bool html = style.html && (unit == u'<' || unit == u'>' || unit == u'&');
    if (unit < 0x20 || html || (style.asciiOnly && unit > 0x7E)) {
        return unicodeEscape(unit, style.letters);
    }
    if (style.slashes && unit == u'/') {
        return "\\/";
    }
    return {};
}

QByteArray json(const QByteArray &text, const JsonStyle &style)
{
    QByteArray escaped;
    QString plain; // what stays as it is, whole, that surrogates are not parted
    for (const QChar c : QString::fromUtf8(text)) {
        const QByteArray escape = jsonCharacter(c, style);
        if (escape.isEmpty()) {
            plain += c;
            continue;
        }
        escaped += std::exchange(plain, {}).toUtf8() + escape;
    }
    return escaped + plain.toUtf8();
}

void addJsonForms(const QByteArray &text, QByteArrayList &forms)
{
    for (const HexCase letters : {HexCase::Lower, HexCase::Upper}) {
        forms.append(json(text, {.letters = letters}));
        forms.append(json(text, {.slashes = true, .letters = letters}));
        forms.append(json(text, {.asciiOnly = true, .letters = letters}));
        forms.append(json(text, {.asciiOnly = true, .slashes = true, .letters = letters}));
        forms.append(json(text, {.html = true, .letters = letters}));
        forms.append(json(text, {.asciiOnly = true, .html = true, .letters = letters}));
    }
}

/// What of base64 depends on `text` alone when `before` bytes stand in front of it in its group of three.
QByteArray base64Inside(const QByteArray &text, qsizetype before)
{
    const QByteArray encoded = (QByteArray(before, '\0') + text).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype from = (8 * before + 5) / 6;
    return encoded.mid(from, 8 * (before + text.size()) / 6 - from);
}

void addBase64Forms(const QByteArray &text, QByteArrayList &forms)
{
    QByteArrayList found{base64Inside(text, 0), base64Inside(text, 1), base64Inside(text, 2)};
    // Encoded alone it can be masked to its end.
    for (const QByteArray &whole : {text, QByteArray(text + '\n')}) {
        found.append(whole.toBase64());
        found.append(whole.toBase64(QByteArray::OmitTrailingEquals));
    }
    for (const QByteArray &form : std::as_const(found)) {
        forms.append(form);
        forms.append(QByteArray(form).replace('+', '-').replace('/', '_'));
    }
}

void addQuotedForms(const QByteArray &text, QByteArrayList &forms)
{
    forms.append(QByteArray(text).replace("'", "'\\''"));
    forms.append(QByteArray(text).replace("'", "'\"'\"'"));
    QByteArray stroked;
    QByteArray inDouble;
    for (const char c : text) {
        const bool plain =
            isUnreserved(c) || static_cast<unsigned char>(c) >= 0x80 || QByteArrayView("/:=@%+,").contains(c);
        stroked += plain ? QByteArray(1, c) : QByteArray("\\") + c;
        inDouble += QByteArrayView("\"\\$`").contains(c) ? QByteArray("\\") + c : QByteArray(1, c);
    }
    forms.append(stroked);
    forms.append(inDouble);
    const QByteArray html = QString::fromUtf8(text).toHtmlEscaped().toUtf8();
    forms.append(html);
    forms.append(QByteArray(html).replace("'", "&#39;"));
    forms.append(QByteArray(html).replace("'", "&#x27;"));
}

void addForms(const QByteArray &text, QByteArrayList &forms)
{
    forms.append(text);
    forms.append(hex(text, HexCase::Lower));
    forms.append(hex(text, HexCase::Upper));
    addBase64Forms(text, forms);
    addUrlForms(text, forms);
    forms.append(percent(text, {}, HexCase::Lower));
    addJsonForms(text, forms);
    addQuotedForms(text, forms);
}

QByteArray unbroken(QByteArray text)
{
    text.removeIf([](char c) { return c == '\n' || c == '\r'; });
    return text;
}

/// The secret, the secret without line ends at its end, and its lines.
QByteArrayList parts(const QByteArray &secret)
{
    QByteArray trimmed = secret;
    while (trimmed.endsWith('\n') || trimmed.endsWith('\r')) {
        trimmed.chop(1);
    }
    QByteArrayList all{secret, trimmed};
    for (const QByteArray &line : trimmed.split('\n')) {
        all.append(line.endsWith('\r') ? line.chopped(1) : line);
    }
    return all;
}

} // namespace

QByteArrayList maskForms(const QByteArray &secret)
{
    QByteArrayList forms;
    for (const QByteArray &part : parts(secret)) {
        if (part.trimmed().size() >= domain::shortestMasked) {
            addForms(part, forms);
        }
    }
    QSet<QByteArray> seen;
    QByteArrayList once;
    for (const QByteArray &form : std::as_const(forms)) {
        const QByteArray pattern = unbroken(form);
        if (pattern.size() >= domain::shortestMasked && !seen.contains(pattern)) {
            seen.insert(pattern);
            once.append(pattern);
        }
    }
    return once;
}

} // namespace engine
