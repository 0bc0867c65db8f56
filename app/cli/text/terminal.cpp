// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text/terminal.h"

#include <QChar>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

bool isHarmful(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x2028 || c == 0x2029 || c == 0x200e || c == 0x200f || c == 0x061c;
}

QString escaped(char16_t c)
{
    return c < 0x100 ? u"\\x%1"_s.arg(uint(c), 2, 16, u'0') : u"\\u{%1}"_s.arg(uint(c), 4, 16, u'0');
}

/// Length of a colour sequence at `at`, or 0.
qsizetype colourLength(const QString &text, qsizetype at)
{
    if (text.at(at) != u'\x1b' || at + 1 >= text.size() || text.at(at + 1) != u'[') {
        return 0;
    }
    qsizetype end = at + 2;
    while (end < text.size() && (text.at(end) == u';' || text.at(end) == u':' ||
                                 (text.at(end) >= u'0' && text.at(end) <= u'9'))) {
        ++end;
    }
    return end < text.size() && text.at(end) == u'm' ? end + 1 - at : 0;
}

bool isWide(char32_t c)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 9> ranges{{{0x1100, 0x115f},
                                                                         {0x2e80, 0xa4cf},
                                                                         {0xac00, 0xd7a3},
                                                                         {0xf900, 0xfaff},
                                                                         {0xfe30, 0xfe6f},
                                                                         {0xff00, 0xff60},
                                                                         {0xffe0, 0xffe6},
                                                                         {0x1f300, 0x1faff},
                                                                         {0x20000, 0x3fffd}}};
    for (const auto &[first, last] : ranges) {
        if (c >= first && c <= last) {
            return true;
        }
    }
    return false;
}

} // namespace

QString visible(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        if (isHarmful(c.unicode())) {
            safe += escaped(c.unicode());
        } else {
            safe += c;
        }
    }
    return safe;
}

QString withColoursOnly(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (const qsizetype length = colourLength(text, at); length > 0) {
            safe += QStringView(text).sliced(at, length);
            at += length - 1;
        } else if (isHarmful(c.unicode()) && c != u'\t' && c != u'\r') {
            safe += escaped(c.unicode());
        } else {
            safe += c;
        }
    }
    return safe;
}

int columns(const QString &text)
{
    int count = 0;
    for (const char32_t c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format) {
            continue;
        }
        count += isWide(c) ? 2 : 1;
    }
    return count;
}

} // namespace cli
