// SPDX-License-Identifier: Apache-2.0
// The socket, the I/O thread and the connections. Holds the limits of time, size and number; knows nothing of routes.
#pragma once

#include "app/base/result.h"
#include "app/server/http/exchange.h"
#include "app/server/http/loop.h"
#include "app/server/limits.h"

#include <QString>

#include <memory>

namespace server {

class Listener
{
public:
    /// Called on the I/O thread for each request whose head has arrived.
    using Receiver = std::function<void(const ExchangePtr &)>;

    explicit Listener(const Limits &limits);
    ~Listener();

    const LoopPtr &loop() const { return m_loop; }
    /// `address` is `127.0.0.1:0` or `[::1]:8080`. Invalid (field `listen`) where it is no loopback address and port;
    /// Unavailable where it is taken. Answers the port.
    base::Result<quint16> bind(const QString &address);
    void start(Receiver receiver);
    /// Closes all connections and ends the thread; nothing is called afterwards.
    void stop();

private:
    class Door;
    LoopPtr m_loop;
    std::unique_ptr<Door> m_door;
};

} // namespace server
