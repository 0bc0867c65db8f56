// SPDX-License-Identifier: Apache-2.0
#include "ui/log/find/matchingsource.h"

namespace ui {

MatchingSource::MatchingSource(models::LogModel &model, LogModelSource &whole, QObject *parent)
    : LogSource(parent), m_model(model), m_whole(whole)
{
    connect(&whole, &LogSource::linesLoaded, this, [this] { Q_EMIT linesLoaded(0, 0); });
}

void MatchingSource::setLines(const search::LineSet &lines)
{
    m_lines = lines;
    Q_EMIT lineCountChanged();
}

const LogLine *MatchingSource::line(qint64 row) const
{
    return row >= 0 && row < m_lines.size() ? m_whole.line(m_lines.at(row)) : nullptr;
}

void MatchingSource::request(qint64 first, int count)
{
    QList<qint64> lines;
    for (qint64 row = first; row < std::min(first + count, m_lines.size()); ++row)
        lines.append(m_lines.at(row));
    m_model.requestLines(lines);
}

} // namespace ui
