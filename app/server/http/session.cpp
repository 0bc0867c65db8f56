// SPDX-License-Identifier: Apache-2.0
// One connection, and the one translation unit that sees Boost.Beast (it costs 600 MB and 20 s). Beast reads requests,
// strictly and within limits; answers are written by hand.
#include "app/server/http/connection.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <deque>
#include <limits>

using namespace Qt::StringLiterals;

namespace server {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

namespace {

Method methodOf(http::verb verb)
{
    switch (verb) {
    case http::verb::get:
        return Method::Get;
    case http::verb::post:
        return Method::Post;
    case http::verb::put:
        return Method::Put;
    case http::verb::delete_:
        return Method::Delete;
    default:
        return Method::Other;
    }
}

template <typename Text> QByteArray bytesOf(const Text &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool isProtocolError(const ErrorCode &error)
{
    return error.category() == http::make_error_code(http::error::bad_method).category() &&
           error != http::error::end_of_stream && error != http::error::partial_message;
}

class Session final : public Connection, public std::enable_shared_from_this<Session>
{
public:
    Session(tcp::socket socket, House &house)
        : m_house(house), m_socket(std::move(socket)), m_deadline(m_house.io), m_pulse(m_house.io)
    {
        ErrorCode ignored;
        m_socket.non_blocking(true, ignored);
        m_socket.set_option(tcp::no_delay(true), ignored);
    }

    void begin() override
    {
        arm(m_house.limits.header);
        awaitRequest();
    }
    void refuse(const Response &response) override
    {
        m_mustClose = true;
        answer(response);
    }
    void close() override;
    bool isIdle() const override
    {
        return m_state == State::Waiting || m_state == State::Head || m_state == State::Lingering;
    }

    const Request &request() const override { return m_request; }
    void readBody(qint64 limit, std::function<void()> then) override;
    void answer(const Response &response) override;
    void openStream(const StreamHead &head) override;
    void write(const QByteArray &bytes) override;
    void endStream() override;
    void drop() override { close(); }
    qsizetype queued() const override { return m_queued; }
    bool gone() const override { return m_state == State::Closed; }
    void onDrained(std::function<void()> call) override { m_onDrained = std::move(call); }

private:
    enum class State { Waiting, Head, Working, Answering, Streaming, Lingering, Closed };
    using Parser = http::request_parser<http::string_body>;

    void arm(base::Millis within);
    void disarm() { m_deadline.cancel(); }
    void awaitRequest();
    void readHead();
    void headArrived(const ErrorCode &error);
    void takeRequest();
    void receiveBody(std::function<void()> then);
    void bodyArrived(const ErrorCode &error, const std::function<void()> &then);
    void send(const QByteArray &bytes);
    void writeSome();
    void drained();
    void linger();
    void discardSome();
    void beat();
    void watch();

    House &m_house; // Not touched once closed: it may be gone by then.
    tcp::socket m_socket;
    asio::steady_timer m_deadline;
    asio::steady_timer m_pulse;
    boost::beast::flat_buffer m_buffer{32 * 1024};
    std::optional<Parser> m_parser;
    Request m_request;
    State m_state = State::Waiting;
    std::deque<QByteArray> m_outbox;
    qsizetype m_sent = 0;   // Of the outbox's first piece.
    qsizetype m_queued = 0; // Of all its pieces.
    StreamHead m_stream;
    std::function<void()> m_onDrained;
    bool m_fresh = true; // No byte has come yet; the time for the head runs from the start.
    bool m_writing = false;
    bool m_ended = false;
    bool m_bodyUnread = false;
    bool m_mustClose = false;
    std::array<char, 4096> m_waste{};
    qint64 m_discarded = 0;
};

void Session::close()
{
    if (m_state == State::Closed) {
        return;
    }
    const std::shared_ptr<Session> keep = shared_from_this();
    m_state = State::Closed;
    ErrorCode ignored;
    m_socket.close(ignored);
    m_deadline.cancel();
    m_pulse.cancel();
    m_outbox.clear();
    m_queued = 0;
    m_house.closed(this);
    // It may hold what holds this session; and it may be what is running now.
    asio::post(m_house.io, [last = std::exchange(m_onDrained, nullptr)] {});
}

void Session::arm(base::Millis within)
{
    m_deadline.expires_after(within);
    m_deadline.async_wait([self = shared_from_this()](const ErrorCode &error) {
        if (!error && self->m_deadline.expiry() <= std::chrono::steady_clock::now()) {
            self->close();
        }
    });
}

void Session::awaitRequest()
{
    m_state = State::Waiting;
    if (m_buffer.size() > 0) {
        arm(m_house.limits.header);
        readHead();
        return;
    }
    m_socket.async_read_some(m_buffer.prepare(m_waste.size()),
                             [self = shared_from_this()](const ErrorCode &error, size_t size) {
                                 if (self->gone() || error) {
                                     self->close();
                                     return;
                                 }
                                 self->m_buffer.commit(size);
                                 if (!std::exchange(self->m_fresh, false)) {
                                     self->arm(self->m_house.limits.header);
                                 }
                                 self->readHead();
                             });
}

void Session::readHead()
{
    m_state = State::Head;
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(m_house.limits.headerBytes));
    // The real limit is the route's and follows in readBody(). Not none: Boost 1.74 takes that for zero.
    m_parser->body_limit(std::numeric_limits<std::uint64_t>::max());
    http::async_read_header(m_socket, m_buffer, *m_parser,
                            [self = shared_from_this()](const ErrorCode &error, size_t) { self->headArrived(error); });
}

void Session::headArrived(const ErrorCode &error)
{
    if (gone()) {
        return;
    }
    disarm();
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        m_bodyUnread = true;
        refuse(refusal(431, u"header_too_large"_s, u"the request line and headers must not exceed 8 KiB"_s));
    } else if (isProtocolError(error)) {
        m_bodyUnread = true;
        refuse(refusal(400, u"invalid"_s, u"this is not a request of HTTP/1.1"_s));
    } else if (error) {
        close();
    } else {
        takeRequest();
        m_state = State::Working;
        m_house.received(shared_from_this());
    }
}

void Session::takeRequest()
{
    const auto &head = m_parser->get();
    m_request = {};
    m_request.method = methodOf(head.method());
    const QByteArray target = bytesOf(head.target());
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.left(mark);
    m_request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const auto &field : head) {
        m_request.headers.append({bytesOf(field.name_string()).toLower(), bytesOf(field.value())});
    }
    m_request.keepsChunks = head.version() >= 11;
    m_request.chunked = m_parser->chunked();
    const auto length = m_parser->content_length();
    m_request.declaredLength =
        length ? static_cast<qint64>(std::min<std::uint64_t>(*length, std::numeric_limits<qint64>::max())) : 0;
    m_bodyUnread = m_request.hasBody();
    m_mustClose = !head.keep_alive();
}

void Session::readBody(qint64 limit, std::function<void()> then)
{
    if (gone()) {
        return;
    }
    if (!m_bodyUnread) {
        then();
        return;
    }
    if (m_request.declaredLength > limit) {
        answer(refusal(413, u"too_large"_s, u"the body must not exceed %1 bytes"_s.arg(limit)));
        return;
    }
    m_parser->body_limit(static_cast<std::uint64_t>(limit));
    arm(m_house.limits.body);
    if (m_request.header("expect"_ba).toLower() != "100-continue"_ba) {
        receiveBody(std::move(then));
        return;
    }
    static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_socket, asio::buffer(goOn),
                      [self = shared_from_this(), then = std::move(then)](const ErrorCode &error, size_t) {
                          if (!error && !self->gone()) {
                              self->receiveBody(then);
                          } else {
                              self->close();
                          }
                      });
}

void Session::receiveBody(std::function<void()> then)
{
    http::async_read(m_socket, m_buffer, *m_parser,
                     [self = shared_from_this(), then = std::move(then)](const ErrorCode &error, size_t) {
                         self->bodyArrived(error, then);
                     });
}

void Session::bodyArrived(const ErrorCode &error, const std::function<void()> &then)
{
    if (gone()) {
        return;
    }
    disarm();
    if (error == http::error::body_limit) {
        answer(refusal(413, u"too_large"_s, u"the body is larger than this route takes"_s));
    } else if (isProtocolError(error)) {
        answer(refusal(400, u"invalid"_s, u"the body is not framed as its headers say"_s));
    } else if (error) {
        close();
    } else {
        m_bodyUnread = false;
        m_request.body = bytesOf(m_parser->get().body());
        then();
    }
}

void Session::answer(const Response &response)
{
    if (gone() || m_ended) {
        return;
    }
    m_state = State::Answering;
    m_mustClose = m_mustClose || m_bodyUnread;
    m_ended = true;
    send(headOf(response, m_mustClose ? After::Close : After::KeepOpen) + response.body);
}

void Session::openStream(const StreamHead &head)
{
    if (gone() || m_ended) {
        return;
    }
    m_state = State::Streaming;
    m_mustClose = true;
    m_stream = head;
    send(streamHeadOf(head.type, m_request.keepsChunks));
    if (!head.heartbeat.isEmpty()) {
        beat();
        watch();
    }
}

void Session::write(const QByteArray &bytes)
{
    if (m_state == State::Streaming && !m_ended && !bytes.isEmpty()) {
        send(m_request.keepsChunks ? chunkOf(bytes) : bytes);
    }
}

void Session::endStream()
{
    if (m_state != State::Streaming || m_ended) {
        return;
    }
    m_ended = true;
    m_pulse.cancel();
    if (m_request.keepsChunks) {
        send(chunkOf({}));
    } else if (!m_writing) {
        drained();
    }
}

void Session::send(const QByteArray &bytes)
{
    m_outbox.push_back(bytes);
    m_queued += bytes.size();
    if (!m_writing) {
        writeSome();
    }
}

void Session::writeSome()
{
    m_writing = true;
    arm(m_state == State::Streaming ? m_stream.stall : m_house.limits.idle);
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

void Session::drained()
{
    if (!m_ended) {
        if (const std::function<void()> call = m_onDrained) {
            call();
        }
        return;
    }
    m_onDrained = nullptr;
    if (m_mustClose) {
        linger();
        return;
    }
    m_ended = false;
    arm(m_house.limits.idle);
    awaitRequest();
}

/// Closing with bytes unread resets the connection, and a reset may overtake the answer.
void Session::linger()
{
    m_state = State::Lingering;
    m_pulse.cancel();
    ErrorCode ignored;
    m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    arm(m_house.limits.linger);
    discardSome();
}

void Session::discardSome()
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

void Session::beat()
{
    m_pulse.expires_after(m_house.limits.heartbeat);
    m_pulse.async_wait([self = shared_from_this()](const ErrorCode &error) {
        if (!error && self->m_state == State::Streaming && !self->m_ended) {
            if (!self->m_writing) {
                self->write(self->m_stream.heartbeat);
            }
            self->beat();
        }
    });
}

/// Notices a client that hangs up while nothing is being written to it. Looks without taking: what it sends stays
/// unread.
void Session::watch()
{
    m_socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const ErrorCode &error) {
        if (error || self->m_state != State::Streaming) {
            return;
        }
        char byte = 0;
        ErrorCode peek;
        self->m_socket.receive(asio::buffer(&byte, 1), tcp::socket::message_peek, peek);
        if (peek == asio::error::would_block) {
            self->watch();
        } else if (peek) {
            self->close();
        }
    });
}

} // namespace

std::shared_ptr<Connection> makeConnection(tcp::socket socket, House &house)
{
    return std::make_shared<Session>(std::move(socket), house);
}

} // namespace server
