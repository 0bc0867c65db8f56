// SPDX-License-Identifier: Apache-2.0
#include "app/store/lane.h"

#include <QThread>

namespace store {

Lane::Lane(const QString &name, std::function<void(Verbs)> work)
    : m_work(std::move(work)), m_thread(QThread::create([this] { loop(); }))
{
    m_thread->setObjectName(name);
    m_thread->start();
}

Lane::~Lane()
{
    close();
}

std::unique_ptr<Verb> Lane::post(std::unique_ptr<Verb> verb)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed) {
        return verb;
    }
    m_waiting.push_back(std::move(verb));
    m_wake.notify_one();
    return nullptr;
}

void Lane::hold()
{
    const std::lock_guard lock(m_mutex);
    m_held = true;
}

void Lane::release()
{
    const std::lock_guard lock(m_mutex);
    m_held = false;
    m_wake.notify_one();
}

void Lane::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_wake.notify_one();
    }
    m_thread->wait();
}

void Lane::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_closed || (!m_held && !m_waiting.empty()); });
        if (m_waiting.empty()) {
            return;
        }
        Verbs batch = std::exchange(m_waiting, {});
        lock.unlock();
        m_work(std::move(batch));
        lock.lock();
    }
}

} // namespace store
