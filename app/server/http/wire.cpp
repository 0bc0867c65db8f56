// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/wire.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

namespace server {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

Wire::Wire(tcp::socket socket, House &house)
    : m_house(house), m_socket(std::move(socket)), m_patience(house.limits.idle), m_deadline(house.io)
{
    ErrorCode ignored;
    m_socket.non_blocking(true, ignored);
    m_socket.set_option(tcp::no_delay(true), ignored);
    // Left to itself the kernel lets 4 MiB grow behind a client that does not read, beside the limit of the streams.
    m_socket.set_option(boost::asio::socket_base::send_buffer_size(256 * 1024), ignored);
}

void Wire::arm(base::Millis within)
{
    if (!m_deadline.start(within, [self = shared_from_this()] { self->close(); })) {
        // It could stay for ever. Not at once: the caller is in the middle of something.
        asio::post(m_house.io, [self = shared_from_this()] { self->close(); });
    }
}

void Wire::cut()
{
    ErrorCode ignored;
    m_socket.close(ignored);
    m_deadline.cancel();
    m_outbox.clear();
    m_queued = 0;
}

void Wire::send(const QByteArray &bytes)
{
    m_outbox.push_back(bytes);
    m_queued += bytes.size();
    if (!m_writing) {
        writeSome();
    }
}

void Wire::writeSome()
{
    m_writing = true;
    arm(m_patience);
    const QByteArray &piece = m_outbox.front();
    const auto rest = asio::buffer(piece.constData() + m_sent, static_cast<size_t>(piece.size() - m_sent));
    m_socket.async_write_some(rest, [self = shared_from_this(), piece](const ErrorCode &error, size_t size) {
        if (error || self->gone()) {
            self->close();
            return;
        }
        self->m_sent += static_cast<qsizetype>(size);
        self->m_queued -= static_cast<qsizetype>(size);
        if (self->m_sent == piece.size()) {
            self->m_outbox.pop_front();
            self->m_sent = 0;
        }
        if (!self->m_outbox.empty()) {
            self->writeSome();
            return;
        }
        self->m_writing = false;
        self->disarm();
        self->drained();
    });
}

/// Closing with bytes unread resets the connection, and a reset may overtake the answer.
void Wire::linger()
{
    ErrorCode ignored;
    m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    arm(m_house.limits.linger);
    discardSome();
}

void Wire::discardSome()
{
    m_socket.async_read_some(asio::buffer(m_waste), [self = shared_from_this()](const ErrorCode &error, size_t size) {
        self->m_discarded += static_cast<qint64>(size);
        if (error || self->gone() || self->m_discarded > self->m_house.limits.lingerBytes) {
            self->close();
        } else {
            self->discardSome();
        }
    });
}

} // namespace server
