// SPDX-License-Identifier: Apache-2.0
// One connection, and the one translation unit that sees Boost.Beast (it costs 600 MB and 20 s). Beast reads requests,
// strictly and within limits; answers are written by hand.
#include "app/server/http/wire.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

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

class Session final : public Wire
{
public:
    Session(tcp::socket socket, House &house) : Wire(std::move(socket), house), m_pulse(house.io) {}

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
    void addHeader(const Header &header) override { m_extra.append(header); }
    void answer(const Response &response) override;
    void openStream(const StreamHead &head) override;
    void write(const QByteArray &bytes) override;
    void endStream() override;
    void drop() override { close(); }
    bool gone() const override { return m_state == State::Closed; }
    void onDrained(std::function<void()> call) override { m_onDrained = std::move(call); }

private:
    enum class State { Waiting, Head, Working, Answering, Streaming, Lingering, Closed };
    using Parser = http::request_parser<http::string_body>;

    void awaitRequest();
    void readHead();
    void headArrived(const ErrorCode &error);
    void takeRequest();
    void receiveBody(std::function<void()> then);
    void bodyArrived(const ErrorCode &error, const std::function<void()> &then);
    void drained() override;
    std::shared_ptr<Session> self() { return std::static_pointer_cast<Session>(shared_from_this()); }
    void beat();
    void watch();

    Timer m_pulse;
    boost::beast::flat_buffer m_buffer{32 * 1024};
    std::optional<Parser> m_parser;
    Request m_request;
    QList<Header> m_extra; // Of the answer.
    State m_state = State::Waiting;
    QByteArray m_heartbeat;
    std::function<void()> m_onDrained;
    bool m_fresh = true; // No byte has come yet; the time for the head runs from the start.
    bool m_ended = false;
    bool m_bodyUnread = false;
    bool m_mustClose = false;
};

void Session::close()
{
    if (m_state == State::Closed) {
        return;
    }
    const std::shared_ptr<Session> keep = self();
    m_state = State::Closed;
    cut();
    m_pulse.cancel();
    m_house.closed(this);
    // It may hold what holds this session; and it may be what is running now.
    asio::post(m_house.io, [last = std::exchange(m_onDrained, nullptr)] {});
}

void Session::awaitRequest()
{
    m_state = State::Waiting;
    if (m_buffer.size() > 0) {
        arm(m_house.limits.header);
        readHead();
        return;
    }
    m_socket.async_read_some(m_buffer.prepare(4096), [self = self()](const ErrorCode &error, size_t size) {
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
                            [self = self()](const ErrorCode &error, size_t) { self->headArrived(error); });
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
        m_house.received(self());
    }
}

void Session::takeRequest()
{
    const auto &head = m_parser->get();
    m_request = {};
    m_extra.clear();
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
                      [self = self(), then = std::move(then)](const ErrorCode &error, size_t) {
                          if (!error && !self->gone()) {
                              self->receiveBody(then);
                          } else {
                              self->close();
                          }
                      });
}

void Session::receiveBody(std::function<void()> then)
{
    http::async_read(
        m_socket, m_buffer, *m_parser,
        [self = self(), then = std::move(then)](const ErrorCode &error, size_t) { self->bodyArrived(error, then); });
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
    Response whole = response;
    whole.headers += m_extra;
    send(headOf(whole, m_mustClose ? After::Close : After::KeepOpen) + whole.body);
}

void Session::openStream(const StreamHead &head)
{
    if (gone() || m_ended) {
        return;
    }
    m_state = State::Streaming;
    m_mustClose = true;
    m_heartbeat = head.heartbeat;
    m_patience = head.stall;
    send(streamHeadOf(head.type, m_request.keepsChunks, m_extra));
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
    } else if (!isWriting()) {
        drained();
    }
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
        m_state = State::Lingering;
        m_pulse.cancel();
        linger();
        return;
    }
    m_ended = false;
    arm(m_house.limits.idle);
    awaitRequest();
}

void Session::beat()
{
    const auto call = [self = self()] {
        if (self->m_state == State::Streaming && !self->m_ended) {
            if (!self->isWriting()) {
                self->write(self->m_heartbeat);
            }
            self->beat();
        }
    };
    if (!m_pulse.start(m_house.limits.heartbeat, call)) {
        asio::post(m_house.io, [self = self()] { self->close(); });
    }
}

/// Notices a client that hangs up while nothing is being written to it. Looks without taking: what it sends stays
/// unread.
void Session::watch()
{
    m_socket.async_wait(tcp::socket::wait_read, [self = self()](const ErrorCode &error) {
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
