// SPDX-License-Identifier: Apache-2.0
#include "app/search/leap.h"

#include <algorithm>
#include <cstring>

namespace search {

namespace {

constexpr qsizetype mostAtOnce = 4;
constexpr qsizetype shortestPrefix = 3;
constexpr qsizetype firstWindow = 1 << 10;
constexpr qsizetype lastWindow = 64 << 10;

QByteArray commonStart(const OneOf &texts)
{
    QByteArray start = texts.first();
    for (const QByteArray &text : texts) {
        const auto [differs, other] = std::mismatch(start.cbegin(), start.cend(), text.cbegin(), text.cend());
        start.truncate(differs - start.cbegin());
    }
    return start;
}

/// The first place of any of the texts. Of several, none is looked for much further than the nearest one is.
qsizetype findOneOf(QByteArrayView text, qsizetype from, const Mark &texts)
{
    if (texts.size() == 1) {
        return texts.first().find(text, from);
    }
    for (qsizetype window = firstWindow; from < text.size(); window = std::min(window * 2, lastWindow)) {
        qsizetype nearest = -1;
        for (const Needle &wanted : texts) {
            const qsizetype reach = (nearest < 0 ? from + window : nearest) + wanted.text().size() - 1;
            const qsizetype found = wanted.find(text.first(std::min(reach, text.size())), from);
            nearest = found < 0 ? nearest : found;
        }
        if (nearest >= 0) {
            return nearest;
        }
        from += window;
    }
    return -1;
}

} // namespace

QList<Mark> leapMarks(const QList<OneOf> &required)
{
    QList<Mark> marks;
    for (const OneOf &texts : required) {
        const QByteArray start = commonStart(texts);
        if (texts.size() == 1 || start.size() >= shortestPrefix) {
            marks.append(Mark{Needle(start)});
        } else if (texts.size() <= mostAtOnce) {
            marks.append(Mark(texts.cbegin(), texts.cend()));
        }
    }
    return marks;
}

qsizetype nextLineWith(QByteArrayView text, qsizetype from, const QList<Mark> &marks)
{
    qsizetype line = from;
    qsizetype agreed = 0;
    for (qsizetype i = 0; agreed < marks.size(); i = (i + 1) % marks.size()) {
        const qsizetype found = line < text.size() ? findOneOf(text, line, marks[i]) : -1;
        if (found < 0) {
            return -1;
        }
        const void *newline = found > line ? memrchr(text.data() + line, '\n', size_t(found - line)) : nullptr;
        if (newline != nullptr) {
            line = static_cast<const char *>(newline) - text.data() + 1;
            agreed = 0;
        }
        ++agreed;
    }
    return line;
}

} // namespace search
