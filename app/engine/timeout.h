// SPDX-License-Identifier: Apache-2.0
// A timer for any length of time; a QTimer alone ends at 24 days and takes what is longer for something short. The
// monotonic clock counts.
#pragma once

#include "app/base/clock.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

namespace engine {

class Timeout : public QObject
{
    Q_OBJECT

public:
    explicit Timeout(QObject *parent = nullptr) : QObject(parent)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Timeout::look);
    }

    /// `length` is more than nothing.
    void start(base::Seconds length)
    {
        m_end = QDeadlineTimer(length);
        look();
    }
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    void reached();

private:
    void look()
    {
        constexpr base::Millis longest = std::chrono::hours(24);
        const base::Millis left(m_end.remainingTime());
        if (left.count() > 0) {
            m_timer.start(std::min(left, longest));
        } else {
            Q_EMIT reached();
        }
    }

    QTimer m_timer;
    QDeadlineTimer m_end;
};

} // namespace engine
