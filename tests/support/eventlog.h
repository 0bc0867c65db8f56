// SPDX-License-Identifier: Apache-2.0
// What happened, in order, as words: asynchronous success is asserted as a sequence, not as a final state.
#pragma once

#include <QMutex>
#include <QStringList>

namespace test {

/// Safe on every thread.
class EventLog
{
public:
    /// The same event twice in a row is one.
    void add(const QString &event)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_events.isEmpty() || m_events.last() != event) {
            m_events.append(event);
        }
    }
    QStringList events() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_events;
    }

private:
    mutable QMutex m_mutex;
    QStringList m_events;
};

} // namespace test
