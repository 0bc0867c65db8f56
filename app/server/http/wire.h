// SPDX-License-Identifier: Apache-2.0
// The outgoing half of a connection: bytes queue up and go out as the client takes them, within a time; and one
// deadline for whatever is waited for. Asio shows here, Beast does not.
#pragma once

#include "app/server/http/connection.h"
#include "app/server/http/timer.h"

#include <array>
#include <deque>

namespace server {

class Wire : public Connection, public std::enable_shared_from_this<Wire>
{
public:
    qsizetype queued() const override { return m_queued; }

protected:
    Wire(boost::asio::ip::tcp::socket socket, House &house);

    /// The queue became empty.
    virtual void drained() = 0;

    /// Closes the connection unless disarm() or another arm() comes first.
    void arm(base::Millis within);
    void disarm() { m_deadline.cancel(); }
    /// Each piece of the queue has `m_patience` to get on.
    void send(const QByteArray &bytes);
    bool isWriting() const { return m_writing; }
    /// Ends the outgoing half and reads the rest away, then closes.
    void linger();
    /// Closes the socket and forgets what is queued.
    void cut();

    House &m_house; // Not touched once closed: it may be gone by then.
    boost::asio::ip::tcp::socket m_socket;
    base::Millis m_patience;

private:
    void writeSome();
    void discardSome();

    Timer m_deadline;
    std::deque<QByteArray> m_outbox;
    qsizetype m_sent = 0;   // Of the outbox's first piece.
    qsizetype m_queued = 0; // Of all its pieces.
    bool m_writing = false;
    std::array<char, 4096> m_waste{};
    qint64 m_discarded = 0;
};

} // namespace server
