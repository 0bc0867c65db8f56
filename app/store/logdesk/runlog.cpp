// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/runlog.h"

#include "app/store/logfile/logchunk.h"

namespace store {

namespace {

constexpr size_t moreAtOnce = 8;

void answer(InfoPromise &promise, const base::Result<LogInfo> &result)
{
    promise.addResult(result);
    promise.finish();
}

} // namespace

RunLog::RunLog(base::RunId run, const LogExtent &extent)
    : m_run(std::move(run)),
      m_log(extent.log),
      m_durable(extent.info),
      m_cut(extent.info),
      m_accepted(extent.info.lines),
      m_tailBytes(extent.tailBytes)
{
}

void RunLog::accept(LogChunk chunk, InfoPromise promise)
{
    m_accepted += linesOf(chunk.spans);
    m_pendingBytes += chunk.bytes.size();
    m_acks.push_back({m_accepted, chunk.bytes.size(), std::move(promise)});
    m_pending.push_back(std::move(chunk));
}

void RunLog::seal(InfoPromise promise)
{
    if (isIdle() && m_tailBytes == 0) {
        answer(promise, m_durable);
        return;
    }
    m_seals.push_back(std::move(promise));
}

bool RunLog::wantsBlock() const
{
    const qint64 waiting = m_tailBytes + m_pendingBytes;
    return waiting >= blockBytes || (!m_seals.empty() && waiting > 0);
}

void RunLog::addToTask(BlockTask &task, const LogChunk &chunk)
{
    const LogInfo size{.lines = linesOf(chunk.spans), .bytes = chunk.bytes.size()};
    task.size.lines += size.lines;
    task.size.bytes += size.bytes;
    task.chunks.append(chunk);
    m_cut.lines += size.lines;
    m_cut.bytes += size.bytes;
    m_pendingBytes -= size.bytes;
}

base::Result<BlockTaskPtr> RunLog::startTask(LogTables &tables)
{
    auto task = std::make_shared<BlockTask>();
    task->run = m_run;
    task->start = m_cut;
    if (m_tailBytes == 0) {
        return task;
    }
    TRY(const QList<StoredBlock> rows, tables.tail(m_log));
    LogChunk tail;
    for (const StoredBlock &row : rows) {
        const base::Result<LogChunk> chunk = decodeBlock(row);
        if (!chunk) {
            // What can't be read is kept as it is, and the lines after it are not held up.
            task->tail = TailFate::Move;
            return task;
        }
        addChunk(tail, *chunk);
    }
    task->tail = TailFate::Replace;
    task->size = {.lines = linesOf(tail.spans), .bytes = tail.bytes.size()};
    task->start = {.lines = m_cut.lines - task->size.lines, .bytes = m_cut.bytes - task->size.bytes};
    task->chunks.append(tail);
    return task;
}

/// One append that fills more than a block gets all of its blocks at once, tied to one commit.
void RunLog::addToTasks(QList<BlockTaskPtr> &tasks, const LogChunk &chunk)
{
    for (const LogChunk &piece : splitChunk(chunk, blockBytes)) {
        if (tasks.last()->size.bytes >= blockBytes) {
            tasks.last()->endsAppend = false;
            tasks.append(std::make_shared<BlockTask>());
            tasks.last()->run = m_run;
            tasks.last()->start = m_cut;
        }
        addToTask(*tasks.last(), piece);
    }
}

base::Result<QList<BlockTaskPtr>> RunLog::cut(LogTables &tables)
{
    TRY(BlockTaskPtr task, startTask(tables));
    m_tailBytes = 0;
    QList<BlockTaskPtr> tasks{std::move(task)};
    while (!m_pending.empty() && tasks.last()->size.bytes < blockBytes) {
        addToTasks(tasks, m_pending.front());
        m_pending.pop_front();
    }
    m_tasks.insert(m_tasks.end(), tasks.begin(), tasks.end());
    return tasks;
}

base::Status RunLog::stageBlock(LogTables &tables, const BlockTask &task)
{
    if (task.tail == TailFate::Replace) {
        CHECK(tables.removeTail(m_log));
    } else if (task.tail == TailFate::Move) {
        CHECK(tables.moveTail(m_log));
    }
    if (task.size.lines == 0) {
        return {};
    }
    TRY(const QByteArray data, task.data);
    return tables.insertBlock({.log = m_log,
                               .firstByte = task.start.bytes,
                               .block = {.firstLine = task.start.lines,
                                         .lines = task.size.lines,
                                         .bytes = task.size.bytes,
                                         .codec = static_cast<int>(LogCodec::Frames),
                                         .data = data},
                               .filter = task.filter});
}

base::Status RunLog::stageTail(LogTables &tables, BlockEncoder &encoder)
{
    TRY(const QByteArray data, encoder.encode({m_pending.begin(), m_pending.end()}));
    return tables.insertTail({.log = m_log,
                              .firstByte = m_cut.bytes,
                              .block = {.firstLine = m_cut.lines,
                                        .lines = m_accepted - m_cut.lines,
                                        .bytes = m_pendingBytes,
                                        .codec = static_cast<int>(LogCodec::Frames),
                                        .data = data},
                              .filter = {}});
}

/// How many tasks from the front are ready and, together, whole appends.
size_t RunLog::completeReady() const
{
    size_t complete = 0;
    for (size_t i = 0; i < m_tasks.size() && m_tasks[i]->state == BlockTask::State::Ready; ++i) {
        if (m_tasks[i]->endsAppend) {
            complete = i + 1;
        }
    }
    return complete;
}

/// As many blocks go as came, and a few more where the limit has become lower: a commit stays short.
base::Status RunLog::trim(LogTables &tables, qint64 most)
{
    const qint64 staged = m_stagedTasks == 0
                              ? m_durable.bytes
                              : m_tasks[m_stagedTasks - 1]->start.bytes + m_tasks[m_stagedTasks - 1]->size.bytes;
    if (staged <= most) {
        return {};
    }
    if (!m_gap) {
        TRY(m_gap, tables.gap(m_log));
    }
    for (size_t left = m_stagedTasks + moreAtOnce; left > 0 && staged - m_gap->bytes > most; --left) {
        TRY(const bool widened, tables.widen(*m_gap, m_log, most / 2, staged - most / 2));
        if (!widened) {
            break;
        }
    }
    return {};
}

base::Result<bool> RunLog::stage(LogTables &tables, BlockEncoder &encoder, Flush flush, qint64 most)
{
    m_flushDue = (m_flushDue || flush == Flush::Everything) && hasPending();
    m_stagedTasks = completeReady();
    m_stagedTail = m_flushDue && m_stagedTasks == m_tasks.size() && !wantsBlock();
    if (m_stagedTasks == 0 && !m_stagedTail) {
        return false;
    }
    if (m_log == 0) {
        TRY(m_log, tables.addLog(m_run));
    }
    for (size_t i = 0; i < m_stagedTasks; ++i) {
        CHECK(stageBlock(tables, *m_tasks[i]));
    }
    if (m_stagedTail) {
        CHECK(stageTail(tables, encoder));
    }
    CHECK(trim(tables, m_most.value_or(most)));
    return true;
}

RunLog::Settled RunLog::committed()
{
    Settled settled;
    for (; m_stagedTasks > 0; --m_stagedTasks) {
        const BlockTask &task = *m_tasks.front();
        m_durable = {.lines = task.start.lines + task.size.lines, .bytes = task.start.bytes + task.size.bytes};
        settled.blocks += task.size.bytes;
        m_tasks.pop_front();
    }
    if (m_stagedTail) {
        m_cut = {.lines = m_accepted, .bytes = m_cut.bytes + m_pendingBytes};
        m_durable = m_cut;
        m_tailBytes += m_pendingBytes;
        m_pendingBytes = 0;
        m_pending.clear();
        m_stagedTail = false;
        m_flushDue = false;
    }
    m_durable.omitted = m_gap ? m_gap->bytes : 0;
    settled.info = m_durable;
    while (!m_acks.empty() && m_acks.front().endLine <= m_durable.lines) {
        settled.acknowledged += m_acks.front().bytes;
        answer(m_acks.front().promise, m_durable);
        m_acks.pop_front();
    }
    if (!m_seals.empty() && m_tasks.empty() && m_tailBytes + m_pendingBytes == 0) {
        for (InfoPromise &promise : m_seals) {
            answer(promise, m_durable);
        }
        m_seals.clear();
    }
    return settled;
}

RunLog::Settled RunLog::fail(const base::Error &error)
{
    Settled settled{.info = m_durable};
    for (const BlockTaskPtr &task : m_tasks) {
        if (task->state == BlockTask::State::Ready) {
            settled.blocks += task->size.bytes;
        }
        task->state = BlockTask::State::Dropped;
    }
    m_tasks.clear();
    for (Ack &ack : m_acks) {
        settled.acknowledged += ack.bytes;
        answer(ack.promise, error);
    }
    m_acks.clear();
    for (InfoPromise &promise : m_seals) {
        answer(promise, error);
    }
    m_seals.clear();
    m_pending.clear();
    m_pendingBytes = 0;
    return settled;
}

} // namespace store
