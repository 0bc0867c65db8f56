// SPDX-License-Identifier: Apache-2.0
// Some lines of a log as if they were a log of their own; each keeps its number.
#pragma once

#include "app/search/lineset.h"
#include "ui/log/logmodelsource.h"

namespace ui {

class MatchingSource : public LogSource
{
    Q_OBJECT

public:
    /// Both must outlive it.
    MatchingSource(models::LogModel &model, LogModelSource &whole, QObject *parent = nullptr);

    void setLines(const search::LineSet &lines);
    /// The row where `line` is, or would be.
    qint64 rowOf(qint64 line) const { return m_lines.rank(line); }
    qint64 lineAt(qint64 row) const { return m_lines.at(row); }
    const search::LineSet &lines() const { return m_lines; }

    qint64 lineCount() const override { return m_lines.size(); }
    qint64 numberCount() const override { return m_whole.lineCount(); }
    const LogLine *line(qint64 row) const override;
    void request(qint64 first, int count) override;

private:
    models::LogModel &m_model;
    LogModelSource &m_whole;
    search::LineSet m_lines;
};

} // namespace ui
