// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/logqueue.h"

namespace store {

bool LogQueue::post(LogCommand &command)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_batch.closing) {
            return false;
        }
        m_batch.commands.push_back(std::move(command));
    }
    m_wake.notify_one();
    return true;
}

void LogQueue::postCompressed(BlockTaskPtr task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_batch.compressed.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void LogQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_batch.closing = true;
    }
    m_wake.notify_one();
}

LogQueue::Batch LogQueue::wait(const std::optional<Time> &due)
{
    std::unique_lock lock(m_mutex);
    const auto something = [this] {
        return !m_batch.commands.empty() || !m_batch.compressed.empty() || m_batch.closing != m_closingSeen;
    };
    if (due) {
        m_wake.wait_until(lock, *due, something);
    } else {
        m_wake.wait(lock, something);
    }
    m_closingSeen = m_batch.closing;
    Batch taken{.commands = {}, .compressed = {}, .closing = m_batch.closing};
    taken.commands.swap(m_batch.commands);
    taken.compressed.swap(m_batch.compressed);
    return taken;
}

} // namespace store
