// SPDX-License-Identifier: Apache-2.0
// A run's time limit: tells when nine tenths of it have passed and when all of it has. The monotonic clock counts,
// which nobody sets; and any length will do, while a QTimer alone ends at 24 days.
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
        m_timer.setTimerType(Qt::PreciseTimer); // a coarse one is up to a twentieth early
        connect(&m_timer, &QTimer::timeout, this, &Timeout::look);
    }

    /// `length` is more than nothing; `passed` is how much of it is gone already.
    void start(base::Seconds length, base::Millis passed = base::Millis(0))
    {
        const base::Millis left = length - passed;
        const base::Millis lastTenth = base::Millis(length) / 10;
        m_end = QDeadlineTimer(left);
        m_warnAt = QDeadlineTimer(left - lastTenth);
        m_warned = left < lastTenth;
        look();
    }
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    /// At most once, before reached().
    void nearing(base::Seconds left);
    void reached();

private:
    void look()
    {
        if (!m_warned && m_warnAt.hasExpired()) {
            m_warned = true;
            Q_EMIT nearing(std::chrono::ceil<base::Seconds>(base::Millis(m_end.remainingTime())));
        }
        if (m_end.hasExpired()) {
            Q_EMIT reached();
            return;
        }
        constexpr base::Millis longest = std::chrono::hours(24);
        const base::Millis next((m_warned ? m_end : m_warnAt).remainingTime());
        m_timer.start(std::clamp(next, base::Millis(1), longest));
    }

    QTimer m_timer;
    QDeadlineTimer m_end;
    QDeadlineTimer m_warnAt;
    bool m_warned = false;
};

} // namespace engine
