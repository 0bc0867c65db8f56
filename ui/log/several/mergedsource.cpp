// SPDX-License-Identifier: Apache-2.0
#include "ui/log/several/mergedsource.h"

#include "app/base/answer.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 pageLines = 65536;
constexpr int mergeMillis = 100;

} // namespace

MergedSource::MergedSource(store::Store &store, const QList<base::RunId> &runs, QObject *parent)
    : LogSource(parent), m_store(store)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(mergeMillis);
    connect(&m_soon, &QTimer::timeout, this, &MergedSource::merge);
    for (const base::RunId &run : runs) {
        const size_t index = m_logs.size();
        Log &log = *m_logs.emplace_back(std::make_unique<Log>(store));
        log.source.setGroup(int(index));
        connect(&log.model, &models::LogModel::lineCountChanged, this, [this, index] { readTimes(index); });
        connect(&log.model, &models::LogModel::linesLoaded, this, [this] { Q_EMIT linesLoaded(0, 0); });
        connect(&log.model, &models::LogModel::failed, this, &MergedSource::failed);
        log.model.setRun(run);
    }
}

/// Where lines go is known from their times alone; their bytes are read again when they are shown.
void MergedSource::readTimes(size_t index)
{
    Log &log = *m_logs[index];
    if (log.reading || log.known >= log.model.lineCount())
        return;
    log.reading = true;
    base::onAnswer(this, m_store.logs().read(log.model.runId(), log.known, pageLines),
                   [this, index](const base::Result<store::LogChunk> &chunk) {
                       Log &read = *m_logs[index];
                       read.reading = false;
                       if (!chunk) {
                           Q_EMIT failed(chunk.error());
                           return;
                       }
                       if (chunk->spans.isEmpty())
                           return;
                       models::addStretches(read.stretches, *chunk);
                       read.known = read.stretches.last().first + read.stretches.last().lines;
                       mergeSoon();
                       readTimes(index);
                   });
}

void MergedSource::mergeSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void MergedSource::merge()
{
    QList<QList<models::Stretch>> stretches;
    for (const std::unique_ptr<Log> &log : m_logs)
        stretches.append(log->muted ? QList<models::Stretch>() : log->stretches);
    m_lines = models::TimedLines(stretches);
    Q_EMIT lineCountChanged();
}

void MergedSource::setMuted(int log, bool muted)
{
    m_logs[size_t(log)]->muted = muted;
    mergeSoon();
}

qint64 MergedSource::numberCount() const
{
    qint64 most = 0;
    for (const std::unique_ptr<Log> &log : m_logs)
        most = std::max(most, log->model.lineCount());
    return most;
}

const LogLine *MergedSource::line(qint64 row) const
{
    if (row < 0 || row >= m_lines.size())
        return nullptr;
    const models::Origin origin = m_lines.at(row);
    return m_logs[size_t(origin.log)]->source.line(origin.line);
}

void MergedSource::request(qint64 first, int count)
{
    std::vector<QList<qint64>> wanted(m_logs.size());
    for (qint64 row = first; row < std::min(first + count, m_lines.size()); ++row) {
        const models::Origin origin = m_lines.at(row);
        wanted[size_t(origin.log)].append(origin.line);
    }
    for (size_t log = 0; log < wanted.size(); ++log) {
        if (!wanted[log].isEmpty())
            m_logs[log]->model.requestLines(wanted[log]);
    }
}

} // namespace ui
