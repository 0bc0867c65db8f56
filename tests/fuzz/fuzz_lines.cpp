// SPDX-License-Identifier: Apache-2.0
// Lines of output: whatever stands in them, nothing that a terminal would obey gets to the screen, styles cover the
// text, and what is searched has as many lines as there are.
#include "app/base/lines.h"
#include "app/search/seentext.h"
#include "tests/fuzz/mutator.h"
#include "ui/widgets/log/ansi.h"

using namespace Qt::StringLiterals;

namespace {

fuzz::Mutator make(quint32 seed)
{
    return {seed,
            {"plain text", "\x1b[31mred\x1b[0m and \x1b[1;4;38;5;208mmore\x1b[38;2;1;2;3m", "10%\r50%\r100% done\r",
             "\x1b]8;;http://example.org/a?b=c\x1b\\link\x1b]8;;\x1b\\", "\x1b]0;title\x07 \x1b]52;c;aGk=\x07 \x1b[6n",
             "\xe2\x80\xae reversed \xe2\x81\xa6 \xc2\x9b"
             "31m \xef\xbb\xbf",
             "tab\tbell\a back\b \x7f \xff\xfe \xe2\x82", "a\nb\r\nc\n"},
            {"\x1b", "\x1b[", "\x1b]8;", "\x1b]8;;javascript:x\x07", "\x1b]8;;file:///etc\x1b\\", ";", ":", "m",
             "38;5;999", "99999999999999999999", "\r", "\x07", "\x1b\\", QByteArray(1, '\0'), "\xc2\x9b",
             "\xf0\x9f\x98\x80", "\xed\xa0\x80", QByteArray(4200, 'x'), QByteArray(300, '\t')}};
}

bool isObeyed(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u <= 0x9f) || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) ||
           u == 0x200e || u == 0x200f || u == 0x061c || u == 0x2028 || u == 0x2029 || u == 0xfeff || u == 0x200b;
}

bool isCovered(const ui::ShownLine &line)
{
    qsizetype at = 0;
    for (const ui::AnsiRun &run : line.runs) {
        const QString &link = run.style.link;
        const bool known = link.isEmpty() || link.startsWith("http://"_L1, Qt::CaseInsensitive) ||
                           link.startsWith("https://"_L1, Qt::CaseInsensitive);
        if (run.start != at || run.length < 1 || !known) {
            return false;
        }
        at += run.length;
    }
    return at == line.text.size();
}

bool one(const QByteArray &bytes, fuzz::Mutator &)
{
    QByteArray buffer;
    const QByteArrayView seen = search::seenText(bytes, buffer);
    if (seen.size() > bytes.size() || base::countLines(seen) != base::countLines(bytes)) {
        return false;
    }
    const ui::ShownLine line = ui::showLine(QByteArray(bytes).replace('\n', ' '));
    return isCovered(line) && std::none_of(line.text.cbegin(), line.text.cend(), isObeyed);
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, make, one);
}
