// SPDX-License-Identifier: Apache-2.0
#include "app/search/seentext.h"

#include "app/base/escapes.h"

#include <cstring>

namespace search {

namespace {

/// What a terminal would show of a line whose parts overwrite each other.
QByteArrayView lastPart(QByteArrayView line)
{
    while (line.endsWith('\r')) {
        line.chop(1);
    }
    // Qt 6.8 looks beyond a view that is empty.
    return line.isEmpty() ? line : line.sliced(line.lastIndexOf('\r') + 1);
}

qsizetype escapeLength(QByteArrayView text)
{
    const qsizetype colours = base::sgrLength(text);
    return colours > 0 ? colours : base::linkEscape(text).length;
}

char *copy(char *to, QByteArrayView from)
{
    std::memcpy(to, from.data(), static_cast<size_t>(from.size()));
    return to + from.size();
}

char *copySeen(char *to, QByteArrayView line)
{
    QByteArrayView rest = lastPart(line);
    for (;;) {
        const qsizetype escape = rest.indexOf('\x1b');
        if (escape < 0) {
            return copy(to, rest);
        }
        to = copy(to, rest.first(escape));
        rest = rest.sliced(escape);
        const qsizetype length = escapeLength(rest);
        if (length == 0) {
            *to++ = '\x1b';
        }
        rest = rest.sliced(length > 0 ? length : 1);
    }
}

} // namespace

QByteArrayView seenText(QByteArrayView lines, QByteArray &buffer)
{
    buffer.resize(lines.size());
    char *const start = buffer.data();
    char *to = start;
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype newline = lines.indexOf('\n', at);
        const qsizetype end = newline < 0 ? lines.size() : newline;
        to = copySeen(to, lines.sliced(at, end - at));
        if (newline >= 0) {
            *to++ = '\n';
        }
        at = end + 1;
    }
    return {start, to};
}

} // namespace search
