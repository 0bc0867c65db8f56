// SPDX-License-Identifier: Apache-2.0
// Several logs as one, by time. Any of them can be left out. Follows logs that grow.
#pragma once

#include "models/several/timedlines.h"
#include "ui/log/logmodelsource.h"

#include <memory>
#include <vector>

namespace ui {

class MergedSource : public LogSource
{
    Q_OBJECT

public:
    /// `store` must outlive it.
    MergedSource(store::Store &store, const QList<base::RunId> &runs, QObject *parent = nullptr);

    void setMuted(int log, bool muted);
    bool isMuted(int log) const { return m_logs[size_t(log)]->muted; }
    /// Where a row less than lineCount() is from.
    models::Origin originOf(qint64 row) const { return m_lines.at(row); }
    const models::TimedLines &lines() const { return m_lines; }
    int logCount() const { return int(m_logs.size()); }
    models::LogModel &model(int log) { return m_logs[size_t(log)]->model; }

    qint64 lineCount() const override { return m_lines.size(); }
    qint64 numberCount() const override;
    const LogLine *line(qint64 row) const override;
    void request(qint64 first, int count) override;

Q_SIGNALS:
    void failed(const base::Error &error);

private:
    struct Log
    {
        explicit Log(store::Store &store) : model(store), source(model) {}
        models::LogModel model;
        LogModelSource source;
        QList<models::Stretch> stretches;
        qint64 known = 0; ///< Lines whose times are known.
        bool reading = false;
        bool muted = false;
    };
    void readTimes(size_t log);
    void mergeSoon();
    void merge();

    store::Store &m_store;
    std::vector<std::unique_ptr<Log>> m_logs;
    models::TimedLines m_lines;
    QTimer m_soon;
};

} // namespace ui
