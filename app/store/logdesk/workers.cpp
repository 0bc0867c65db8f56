// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/workers.h"

namespace store {

bool Workers::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_finished) {
            return false;
        }
        m_work.push_back(std::move(work));
        if (m_threads.size() < m_limit) {
            m_threads.emplace_back([this] { loop(); });
        }
    }
    m_wake.notify_one();
    return true;
}

void Workers::finish()
{
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        threads.swap(m_threads);
    }
    m_wake.notify_all();
    for (std::thread &thread : threads) {
        thread.join();
    }
}

void Workers::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_finished || !m_work.empty(); });
        if (m_work.empty()) {
            return;
        }
        std::function<void()> work = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        work();
        work = nullptr; // What it owned dies here, without the mutex.
        lock.lock();
    }
}

} // namespace store
