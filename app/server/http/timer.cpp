// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/timer.h"

#include <boost/asio/buffer.hpp>

#include <sys/timerfd.h>

namespace server {

using ErrorCode = boost::system::error_code;

Timer::Timer(boost::asio::io_context &io) : m_descriptor(io)
{
    ErrorCode ignored; // No descriptor left; start() says so.
    m_descriptor.assign(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK), ignored);
}

bool Timer::start(base::Millis within, std::function<void()> call)
{
    cancel();
    if (!set(std::max(within, base::Millis(1)))) { // zero would disarm it
        return false;
    }
    // Read, not only waited for: an event may still be under way that was meant for a descriptor closed before.
    m_descriptor.async_read_some(boost::asio::buffer(&m_expirations, sizeof m_expirations),
                                 [this, round = m_round, call = std::move(call)](const ErrorCode &error, size_t) {
                                     if (!error && round == m_round) {
                                         call();
                                     }
                                 });
    return true;
}

void Timer::cancel()
{
    ++m_round;
    set(base::Millis(0));
    ErrorCode ignored;
    m_descriptor.cancel(ignored);
}

bool Timer::set(base::Millis within)
{
    itimerspec spec{};
    spec.it_value.tv_sec = within.count() / 1000;
    spec.it_value.tv_nsec = (within.count() % 1000) * 1000000;
    return m_descriptor.is_open() && timerfd_settime(m_descriptor.native_handle(), 0, &spec, nullptr) == 0;
}

} // namespace server
