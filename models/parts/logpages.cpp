// SPDX-License-Identifier: Apache-2.0
#include "models/parts/logpages.h"

#include <algorithm>

namespace models {

namespace {

/// At most `longestLogLine` bytes, not ended inside a UTF-8 sequence.
QByteArrayView clip(QByteArrayView line)
{
    qsizetype end = longestLogLine;
    while (end > longestLogLine - 4 && (static_cast<uchar>(line.at(end)) & 0xC0) == 0x80) {
        --end;
    }
    return line.first(end);
}

LogLine lineOf(QByteArrayView bytes, const store::LogSpan &span, bool last)
{
    const bool clipped = bytes.size() > longestLogLine;
    return {(clipped ? clip(bytes) : bytes).toByteArray(), span.stream, span.at, span.open && last, clipped};
}

} // namespace

QList<LogLine> linesOf(const store::LogChunk &chunk)
{
    QList<LogLine> lines;
    qsizetype at = 0;
    for (const store::LogSpan &span : chunk.spans) {
        for (qint64 i = 0; i < span.lines && at < chunk.bytes.size(); ++i) {
            const qsizetype newline = chunk.bytes.indexOf('\n', at);
            const qsizetype end = newline < 0 ? chunk.bytes.size() : newline;
            lines.append(lineOf(QByteArrayView(chunk.bytes).sliced(at, end - at), span, i + 1 == span.lines));
            at = end + 1;
        }
    }
    return lines;
}

const LogLine *LogPages::line(qint64 number) const
{
    const auto page = m_pages.constFind(number / logPageLines);
    const qint64 offset = number % logPageLines;
    if (number < 0 || page == m_pages.cend() || offset >= page->lines.size()) {
        return nullptr;
    }
    return &page->lines.at(offset);
}

qint64 LogPages::loaded(qint64 page) const
{
    const auto found = m_pages.constFind(page);
    return found == m_pages.cend() ? 0 : found->lines.size();
}

bool LogPages::isWhole(qint64 page, qint64 lines) const
{
    return loaded(page) >= std::min(logPageLines, lines - page * logPageLines);
}

void LogPages::add(qint64 page, qint64 offset, const QList<LogLine> &lines)
{
    const qint64 known = loaded(page) - offset;
    if (known < 0 || offset < 0) {
        return;
    }
    m_pages[page].lines += lines.mid(known, logPageLines - loaded(page));
    touch(page);
    dropOldest();
}

void LogPages::touch(qint64 page)
{
    if (const auto found = m_pages.find(page); found != m_pages.end()) {
        found->used = ++m_uses;
    }
}

void LogPages::dropOldest()
{
    while (m_pages.size() > keptLogPages) {
        const auto oldest = std::min_element(m_pages.begin(), m_pages.end(),
                                             [](const Page &a, const Page &b) { return a.used < b.used; });
        m_pages.erase(oldest);
    }
}

} // namespace models
