// SPDX-License-Identifier: Apache-2.0
// One request and the way back to its client: either one whole answer, or a stream. Belongs to the I/O thread; every
// call is harmless once the client has gone.
#pragma once

#include "app/base/clock.h"
#include "app/server/http/message.h"

#include <functional>
#include <memory>

namespace server {

struct StreamHead
{
    QByteArray type;
    QByteArray heartbeat; ///< Sent every Limits::heartbeat; a stream with one is over when its client hangs up.
    base::Millis stall;   ///< A client that takes nothing for so long while bytes wait is dropped.
};

class Exchange
{
public:
    virtual ~Exchange() = default;

    virtual const Request &request() const = 0;
    /// Fills request().body and calls `then`. Answers by itself, without `then`, what is too large, malformed or too
    /// slow.
    virtual void readBody(qint64 limit, std::function<void()> then) = 0;
    /// Stands in whatever this request is answered with.
    virtual void addHeader(const Header &header) = 0;
    virtual void answer(const Response &response) = 0;

    virtual void openStream(const StreamHead &head) = 0;
    virtual void write(const QByteArray &bytes) = 0;
    /// The stream is complete: what is queued goes out, then its end.
    virtual void endStream() = 0;
    /// Cuts the stream off; the client can tell that it is not complete.
    virtual void drop() = 0;
    /// Bytes written here and not yet taken by the system.
    virtual qsizetype queued() const = 0;
    virtual bool gone() const = 0;
    /// Called whenever the queue of a stream became empty. Let go of when the client goes.
    virtual void onDrained(std::function<void()> call) = 0;
};

using ExchangePtr = std::shared_ptr<Exchange>;

} // namespace server
