// SPDX-License-Identifier: Apache-2.0
#include "app/engine/clockwork/alarm.h"

#include "app/engine/log.h"

#include <QSocketNotifier>

#include <cerrno>
#include <cstring>
#include <sys/timerfd.h>
#include <unistd.h>

namespace engine {

namespace {

// 2199-12-31, the last day this program plans for.
constexpr qint64 farFuture = 7258032000;

} // namespace

TimerfdAlarm::TimerfdAlarm(QObject *parent)
    : Alarm(parent), m_fd(timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK))
{
    if (m_fd < 0) {
        qCCritical(logEngine, "no timer could be made: %s", std::strerror(errno));
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TimerfdAlarm::readTimer);
}

TimerfdAlarm::~TimerfdAlarm()
{
    m_notifier.reset();
    if (m_fd >= 0) {
        close(m_fd);
    }
}

void TimerfdAlarm::arm(std::optional<base::Instant> at)
{
    // An absolute zero would disarm the timer, so anything at or before 1970 becomes the first instant after it.
    const qint64 millis = at ? std::max<qint64>(base::toMillis(*at), 1) : farFuture * 1000;
    itimerspec spec{};
    spec.it_value.tv_sec = millis / 1000;
    spec.it_value.tv_nsec = (millis % 1000) * 1000000;
    if (timerfd_settime(m_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, nullptr) != 0 && errno != ECANCELED) {
        qCCritical(logEngine, "the timer could not be set: %s", std::strerror(errno));
    }
}

void TimerfdAlarm::readTimer()
{
    quint64 expirations = 0;
    const ssize_t size = ::read(m_fd, &expirations, sizeof expirations);
    if (size == sizeof expirations) {
        Q_EMIT due();
    } else if (size < 0 && errno == ECANCELED) {
        Q_EMIT clockStepped();
    }
}

} // namespace engine
