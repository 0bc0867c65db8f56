// SPDX-License-Identifier: Apache-2.0
#include "models/several/likeness.h"

#include "app/search/seentext.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace models {

namespace {

constexpr qsizetype shortestId = 6; ///< A word of so many hex digits with a number in it.
constexpr quint64 note = 1;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<uchar>(c) >= 0x80;
}

bool isDate(QByteArrayView word)
{
    static constexpr std::array<const char *, 19> names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
                                                        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
                                                        "Aug", "Sep", "Oct", "Nov", "Dec"};
    return word.size() == 3 &&
           std::any_of(names.cbegin(), names.cend(), [word](const char *name) { return word == QByteArrayView(name); });
}

void addWord(QByteArray &into, QByteArrayView word)
{
    const bool digits = std::any_of(word.cbegin(), word.cend(), isDigit);
    const bool hex = word.size() >= shortestId && std::all_of(word.cbegin(), word.cend(), isHex);
    if (!digits) {
        into += isDate(word) ? QByteArrayView("@") : word;
        return;
    }
    if (hex || word.startsWith("0x")) {
        into += '#';
        return;
    }
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (!isDigit(word[i])) {
            into += word[i];
        } else if (i == 0 || !isDigit(word[i - 1])) {
            into += '#';
        }
    }
}

} // namespace

QByteArray withoutNumbers(QByteArrayView seen)
{
    QByteArray plain;
    plain.reserve(seen.size());
    qsizetype at = 0;
    while (at < seen.size()) {
        const qsizetype from = at;
        while (at < seen.size() && isWord(seen[at])) {
            ++at;
        }
        if (at > from) {
            addWord(plain, seen.sliced(from, at - from));
        } else {
            plain += seen[at++];
        }
    }
    return plain;
}

QList<quint64> likenesses(const store::LogChunk &chunk)
{
    QByteArray buffer;
    const QByteArrayView seen = search::seenText(chunk.bytes, buffer);
    QList<quint64> found;
    qsizetype at = 0;
    for (const store::LogSpan &span : chunk.spans) {
        for (qint64 line = 0; line < span.lines && at < seen.size(); ++line) {
            const qsizetype newline = seen.indexOf('\n', at);
            const qsizetype end = newline < 0 ? seen.size() : newline;
            const QByteArray plain = withoutNumbers(seen.sliced(at, end - at));
            found.append(span.stream == store::Stream::Note ? note : quint64(qHash(plain, size_t(0x5167))));
            at = end + 1;
        }
    }
    return found;
}

} // namespace models
