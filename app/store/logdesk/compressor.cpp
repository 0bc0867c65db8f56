// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/compressor.h"

namespace store {

namespace {

constexpr size_t threads = 2;
/// A filter may take this part of what the block takes.
constexpr qsizetype filterShare = 32;

} // namespace

Compressor::Compressor(std::function<void(BlockTaskPtr)> done) : m_done(std::move(done)), m_workers(threads) {}

void Compressor::submit(BlockTaskPtr task)
{
    m_workers.post([this, task = std::move(task)]() mutable {
        compress(*task);
        m_done(std::move(task));
    });
}

void Compressor::compress(BlockTask &task)
{
    std::unique_lock lock(m_mutex);
    if (m_tools.empty()) {
        m_tools.push(std::make_unique<Tools>());
    }
    ToolsPtr tools = std::move(m_tools.top());
    m_tools.pop();
    lock.unlock();
    if (!task.chunks.isEmpty()) {
        task.data = tools->encoder.encode(task.chunks, task.packing);
        for (const LogChunk &chunk : std::as_const(task.chunks)) {
            tools->filters.add(chunk.bytes);
        }
        task.filter = tools->filters.finish(task.data ? task.data->size() / filterShare : 0);
        task.chunks.clear();
    }
    lock.lock();
    m_tools.push(std::move(tools));
}

} // namespace store
