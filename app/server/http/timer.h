// SPDX-License-Identifier: Apache-2.0
// A timer of the I/O thread that is silent while it is not set. Asio's own wake their thread every five minutes for
// ever, once one of them was set.
#pragma once

#include "app/base/clock.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <functional>

namespace server {

/// timerfd_create(2) with CLOCK_MONOTONIC. Lives on the I/O thread.
class Timer
{
public:
    explicit Timer(boost::asio::io_context &io);

    /// Calls back once unless cancel() or another start() comes first. The timer must outlive the waiting, so `call`
    /// holds whoever it belongs to. False where the system gives no timer: it will not call.
    [[nodiscard]] bool start(base::Millis within, std::function<void()> call);
    void cancel();

private:
    bool set(base::Millis within);

    boost::asio::posix::stream_descriptor m_descriptor;
    quint64 m_expirations = 0;
    quint64 m_round = 0; ///< An answer that was under way when it was cancelled is of an earlier one.
};

} // namespace server
