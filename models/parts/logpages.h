// SPDX-License-Identifier: Apache-2.0
// Lines of a log that have been read, in pages; the pages used longest ago go first. Very long lines are kept clipped.
#pragma once

#include "app/store/logs.h"

#include <QByteArray>
#include <QHash>

namespace models {

inline constexpr qint64 logPageLines = 512;
inline constexpr int keptLogPages = 64;
inline constexpr qsizetype longestLogLine = 64 * 1024; ///< Bytes.

struct LogLine
{
    QByteArray text; ///< As it was written, without its newline.
    store::Stream stream = store::Stream::Out;
    base::Instant time;
    bool noEol = false;   ///< The stream ended in the middle of this line.
    bool clipped = false; ///< The line is longer than `longestLogLine`; only its start is here.

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

/// The lines of a chunk.
QList<LogLine> linesOf(const store::LogChunk &chunk);

class LogPages
{
public:
    void clear() { m_pages.clear(); }
    const LogLine *line(qint64 number) const;
    /// How many lines of a page are here, from its first.
    qint64 loaded(qint64 page) const;
    /// Whether all lines of the page are here, in a log of `lines` lines.
    bool isWhole(qint64 page, qint64 lines) const;
    /// Lines from `offset` of the page on; those already here stay, and a gap before them is refused.
    void add(qint64 page, qint64 offset, const QList<LogLine> &lines);
    /// Somebody looks at the page.
    void touch(qint64 page);

private:
    struct Page
    {
        QList<LogLine> lines;
        quint64 used = 0;
    };
    void dropOldest();

    QHash<qint64, Page> m_pages;
    quint64 m_uses = 0;
};

} // namespace models
