// SPDX-License-Identifier: Apache-2.0
#include "models/logmodel.h"

#include "app/base/answer.h"

#include <algorithm>

namespace models {

LogModel::LogModel(store::Store &store, QObject *parent) : QObject(parent), m_store(store), m_changes(store)
{
    connect(&m_changes, &ChangeBatch::ready, this, [this](const Batch &batch) {
        if (batch.allRuns || batch.runs.contains(m_id)) {
            readRun();
            readInfo(); // growth in another process is told by its rows only
        }
    });
    connect(
        &store.logs(), &store::Logs::grew, this,
        [this](const base::RunId &run, const store::LogInfo &info) {
            if (run == m_id) {
                setInfo(info);
            }
        },
        Qt::QueuedConnection);
}

void LogModel::setRun(const base::RunId &id)
{
    ++m_generation;
    m_id = id;
    m_run.reset();
    m_pages.clear();
    m_wanted.clear();
    m_reading = false;
    m_info = {};
    Q_EMIT lineCountChanged();
    Q_EMIT runChanged();
    if (!id.isEmpty()) {
        readRun();
        readInfo();
    }
}

void LogModel::readRun()
{
    if (m_id.isEmpty()) {
        return;
    }
    base::onAnswer(this, m_store.runs().get(m_id),
                   [this, generation = m_generation](const base::Result<domain::Run> &answer) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (!answer) {
                           Q_EMIT failed(answer.error());
                       } else if (m_run != *answer) {
                           m_run = *answer;
                           Q_EMIT runChanged();
                       }
                   });
}

void LogModel::readInfo()
{
    base::onAnswer(this, m_store.logs().info(m_id),
                   [this, generation = m_generation](const base::Result<store::LogInfo> &answer) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (answer) {
                           setInfo(*answer);
                       } else if (answer.error().code != base::ErrorCode::NotFound) {
                           Q_EMIT failed(answer.error()); // a run that wrote nothing has no log
                       }
                   });
}

void LogModel::setInfo(const store::LogInfo &info)
{
    // Answers and announcements overtake each other; a log only grows while it is shown.
    if (info.lines > m_info.lines || info.bytes > m_info.bytes) {
        m_info = info;
        Q_EMIT lineCountChanged();
    }
}

void LogModel::request(qint64 first, qint64 count)
{
    const qint64 from = std::max<qint64>(first, 0);
    const qint64 to = std::min(first + std::max<qint64>(count, 0), m_info.lines);
    m_wanted.clear();
    for (qint64 page = from / logPageLines; page * logPageLines < to; ++page) {
        m_pages.touch(page);
        if (!m_pages.isWhole(page, m_info.lines)) {
            m_wanted.append(page);
        }
    }
    // More than is kept would push itself out.
    m_wanted.resize(std::min<qsizetype>(m_wanted.size(), keptLogPages / 2));
    readNextPage();
}

void LogModel::requestLines(const QList<qint64> &lines)
{
    m_wanted.clear();
    for (const qint64 line : lines) {
        const qint64 page = line / logPageLines;
        const bool known = line < 0 || line >= m_info.lines || m_wanted.contains(page);
        if (!known && m_wanted.size() < keptLogPages / 2) {
            m_pages.touch(page);
            m_wanted.append(page); // Pages that are whole are passed over when their turn comes.
        }
    }
    readNextPage();
}

void LogModel::readNextPage()
{
    while (!m_reading && !m_wanted.isEmpty()) {
        const qint64 page = m_wanted.takeFirst();
        if (m_pages.isWhole(page, m_info.lines)) {
            continue;
        }
        m_reading = true;
        const qint64 have = m_pages.loaded(page);
        const auto reading = m_store.logs().read(m_id, page * logPageLines + have, logPageLines - have);
        base::onAnswer(this, reading,
                       [this, page, generation = m_generation](const base::Result<store::LogChunk> &answer) {
                           if (generation != m_generation) {
                               return;
                           }
                           m_reading = false;
                           if (answer) {
                               takeLines(page, *answer);
                           } else {
                               m_wanted.clear();
                               Q_EMIT failed(answer.error());
                           }
                           readNextPage();
                       });
    }
}

void LogModel::takeLines(qint64 page, const store::LogChunk &chunk)
{
    const QList<LogLine> lines = linesOf(chunk);
    if (lines.isEmpty()) {
        return;
    }
    m_pages.add(page, chunk.firstLine - page * logPageLines, lines);
    if (!m_pages.isWhole(page, m_info.lines)) {
        m_wanted.prepend(page); // an answer is limited in bytes; the rest of the page comes next
    }
    Q_EMIT linesLoaded(chunk.firstLine, static_cast<int>(lines.size()));
}

} // namespace models
