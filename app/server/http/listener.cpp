// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/listener.h"

#include "app/base/logging.h"
#include "app/server/http/address.h"
#include "app/server/http/connection.h"
#include "app/server/http/timer.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <list>

using namespace Qt::StringLiterals;

namespace server {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

namespace {

class IoLoop final : public Loop
{
public:
    IoLoop() : m_waiter(std::make_unique<QObject>())
    {
        m_waiter->moveToThread(&m_waiting);
        m_waiting.setObjectName(u"server answers"_s);
        m_waiting.start();
    }
    ~IoLoop() override
    {
        m_waiting.quit();
        m_waiting.wait();
    }

    void post(std::function<void()> work) override { asio::post(context, std::move(work)); }
    QObject *waiter() override { return m_waiter.get(); }

    asio::io_context context{1};

private:
    QThread m_waiting;
    std::unique_ptr<QObject> m_waiter; // Goes before `context`: what it holds may own sockets.
};

} // namespace

/// The acceptor and the connections. Lives on the I/O thread once started.
class Listener::Door
{
public:
    Door(IoLoop &loop, const Limits &limits);

    void accept();
    void admit(tcp::socket socket);
    bool makeRoom();
    void closeAll();

    asio::io_context &io;
    House house;
    tcp::acceptor acceptor;
    Timer pause; ///< Made in time: it is needed when there are no descriptors left.
    asio::executor_work_guard<asio::io_context::executor_type> guard;
    std::list<std::shared_ptr<Connection>> connections; ///< Oldest first.
    std::unique_ptr<QThread> thread;
    bool closing = false;
};

Listener::Door::Door(IoLoop &loop, const Limits &limits)
    : io(loop.context), house{io, limits, {}, {}}, acceptor(io), pause(io), guard(io.get_executor())
{
    house.closed = [this](const Connection *gone) {
        connections.remove_if([gone](const auto &connection) { return connection.get() == gone; });
    };
}

void Listener::Door::accept()
{
    acceptor.async_accept([this](const ErrorCode &error, tcp::socket socket) {
        if (closing) {
            return;
        }
        if (!error) {
            admit(std::move(socket));
            accept();
            return;
        }
        // Out of descriptors: trying at once would spin.
        if (!pause.start(base::Millis(100), [this] { accept(); })) {
            qCWarning(base::logBase, "the server can't wait for room and takes no more connections");
        }
    });
}

void Listener::Door::admit(tcp::socket socket)
{
    const bool room = makeRoom();
    const auto connection = makeConnection(std::move(socket), house);
    connections.push_back(connection);
    if (room) {
        connection->begin();
    } else {
        connection->refuse(refusal(503, u"unavailable"_s, u"too many connections; close one and try again"_s));
    }
}

bool Listener::Door::makeRoom()
{
    if (static_cast<int>(connections.size()) < house.limits.connections) {
        return true;
    }
    const auto idle = std::find_if(connections.begin(), connections.end(),
                                   [](const auto &connection) { return connection->isIdle(); });
    if (idle == connections.end()) {
        return false;
    }
    (*idle)->close();
    return true;
}

void Listener::Door::closeAll()
{
    closing = true;
    ErrorCode ignored;
    acceptor.close(ignored);
    pause.cancel();
    const auto open = connections;
    for (const std::shared_ptr<Connection> &connection : open) {
        connection->close();
    }
    guard.reset();
}

Listener::Listener(const Limits &limits)
{
    const auto loop = std::make_shared<IoLoop>();
    m_loop = loop;
    m_door = std::make_unique<Door>(*loop, limits);
}

Listener::~Listener()
{
    stop();
}

base::Result<quint16> Listener::bind(const QString &address)
{
    TRY(const Address wanted, parseAddress(address));
    ErrorCode error;
    const tcp::endpoint endpoint(asio::ip::make_address(wanted.host.toStdString(), error), wanted.port);
    tcp::acceptor &acceptor = m_door->acceptor;
    const auto step = [&error](auto &&action) {
        if (!error) {
            action();
        }
    };
    step([&] { acceptor.open(endpoint.protocol(), error); });
    step([&] { acceptor.set_option(tcp::acceptor::reuse_address(true), error); });
    step([&] { acceptor.bind(endpoint, error); });
    step([&] { acceptor.listen(asio::socket_base::max_listen_connections, error); });
    if (error) {
        ErrorCode ignored;
        acceptor.close(ignored);
        return base::unavailable(u"listening on %1"_s.arg(address), QString::fromStdString(error.message()));
    }
    return acceptor.local_endpoint(error).port();
}

void Listener::start(Receiver receiver)
{
    m_door->house.received = std::move(receiver);
    m_door->accept();
    m_door->thread.reset(QThread::create([this] { m_door->io.run(); }));
    m_door->thread->setObjectName(u"server"_s);
    m_door->thread->start();
}

void Listener::stop()
{
    if (m_door->thread) {
        m_loop->post([this] { m_door->closeAll(); });
        m_door->thread->wait();
        m_door->thread.reset();
    }
}

} // namespace server
