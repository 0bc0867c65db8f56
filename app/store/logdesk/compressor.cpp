// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/compressor.h"

namespace store {

namespace {

constexpr size_t threads = 2;

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
    if (m_encoders.empty()) {
        m_encoders.emplace();
    }
    BlockEncoder encoder = std::move(m_encoders.top());
    m_encoders.pop();
    lock.unlock();
    if (!task.chunks.isEmpty()) {
        task.data = encoder.encode(task.chunks);
        task.chunks.clear();
    }
    lock.lock();
    m_encoders.push(std::move(encoder));
}

} // namespace store
