// SPDX-License-Identifier: Apache-2.0
// A connection as the listener sees it. Between the two files of the I/O thread only: the one place outside a .cpp where
// Asio shows. Beast stays inside session.cpp.
#pragma once

#include "app/server/http/exchange.h"
#include "app/server/limits.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace server {

class Connection : public Exchange
{
public:
    /// Waits for the first request.
    virtual void begin() = 0;
    /// Answers without having read anything, and closes.
    virtual void refuse(const Response &response) = 0;
    virtual void close() = 0;
    /// Has asked for nothing that is still being done.
    virtual bool isIdle() const = 0;
};

/// What every connection shares. Outlives all that are not closed.
struct House
{
    boost::asio::io_context &io;
    Limits limits;
    std::function<void(const ExchangePtr &)> received;        ///< The head of a request has arrived.
    std::function<void(const Connection *)> closed; ///< Called once for each.
};

std::shared_ptr<Connection> makeConnection(boost::asio::ip::tcp::socket socket, House &house);

} // namespace server
