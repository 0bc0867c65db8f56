// SPDX-License-Identifier: Apache-2.0
// A few threads that take work in order. They start with the first work and sleep without waking while there is none.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace store {

/// post() from any thread. The threads end with finish() or the destructor, after all work that was posted.
class Workers
{
public:
    explicit Workers(size_t threads) : m_limit(threads) {}
    ~Workers() { finish(); }
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// False when the workers have finished; the work is then not done.
    bool post(std::function<void()> work);
    /// Does what was posted, then ends the threads. Blocks.
    void finish();

private:
    void loop();

    const size_t m_limit;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_work;
    std::vector<std::thread> m_threads;
    bool m_finished = false;
};

} // namespace store
