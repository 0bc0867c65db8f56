// SPDX-License-Identifier: Apache-2.0
// A log in memory: lines that are there, or lines of any number that are made up when asked for.
#pragma once

#include "ui/widgets/log/logsource.h"

#include <QHash>

namespace test {

class MemoryLog : public ui::LogSource
{
    Q_OBJECT

public:
    qint64 lineCount() const override { return m_made > 0 ? m_made : qint64(m_lines.size()); }
    const ui::LogLine *line(qint64 number) const override
    {
        if (m_made > 0) {
            const auto found = m_loaded.constFind(number);
            return found == m_loaded.cend() ? nullptr : &*found;
        }
        return &m_lines[qsizetype(number)];
    }
    void request(qint64 first, int count) override { requests.append({first, count}); }

    void add(const QByteArray &text, ui::LogStream stream = ui::LogStream::Out)
    {
        const base::Instant time = base::fromMillis(1792672316004 + 417 * m_lines.size());
        m_lines.append({text, stream, time, false});
        Q_EMIT lineCountChanged();
    }
    /// From now on there are `count` lines, none of them loaded.
    void pretend(qint64 count)
    {
        m_made = count;
        Q_EMIT lineCountChanged();
    }
    void load(qint64 first, int count)
    {
        for (qint64 line = first; line < first + count; ++line)
            m_loaded.insert(line, {QByteArray::number(line), ui::LogStream::Out, base::Instant(), false});
        Q_EMIT linesLoaded(first, count);
    }

    QList<std::pair<qint64, int>> requests;

private:
    QList<ui::LogLine> m_lines;
    QHash<qint64, ui::LogLine> m_loaded;
    qint64 m_made = 0;
};

} // namespace test
