// SPDX-License-Identifier: Apache-2.0
#include "app/server/server.h"

#include "app/server/http/address.h"
#include "app/server/http/listener.h"
#include "app/server/identity.h"
#include "app/server/rates.h"
#include "app/server/routes/api.h"
#include "app/server/streams/feeds.h"
#include "app/server/tickets.h"
#include "app/store/store.h"

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace server {

QString systemUserName()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found) {
        return QString::fromLocal8Bit(found->pw_name);
    }
    return QString::number(geteuid());
}

/// Later members use earlier ones; the thread of `listener` has ended before any is destroyed.
class Server::Private
{
public:
    Private(store::Store &workspace, const domain::Catalog &kinds, const base::Clock &time, ServerOptions given)
        : store(workspace),
          catalog(kinds),
          clock(time),
          options(std::move(given)),
          tickets(clock, options.limits.ticket),
          rates(clock, options.limits),
          listener(options.limits)
    {
        pool.setMaxThreadCount(2);
    }

    Tools tools()
    {
        return {store,
                catalog,
                options.checkMachine,
                options.checkContent,
                clock,
                options.limits,
                listener.loop(),
                pool,
                tickets,
                feeds,
                rates,
                *identity,
                options.secrets,
                options.remote};
    }

    store::Store &store;
    const domain::Catalog &catalog;
    const base::Clock &clock;
    ServerOptions options;
    QThreadPool pool;
    Tickets tickets;
    Feeds feeds;
    Rates rates;
    std::unique_ptr<Identity> identity; // once it is known who is at the desk
    std::unique_ptr<Api> api;
    Listener listener;
};

Server::Server(store::Store &store, const domain::Catalog &catalog, const base::Clock &clock, ServerOptions options)
    : d(std::make_unique<Private>(store, catalog, clock, std::move(options)))
{
    if (d->options.operatorName.isEmpty()) {
        d->options.operatorName = systemUserName();
    }
    // The store's threads emit these; what they say goes to the I/O thread, which alone knows the feeds.
    const LoopPtr loop = d->listener.loop();
    Feeds *const feeds = &d->feeds;
    connect(
        &store.logs(), &store::Logs::grew, this,
        [loop, feeds](const base::RunId &run) { loop->post([feeds, run] { feeds->grew(run); }); },
        Qt::DirectConnection);
    connect(
        &store, &store::Store::changed, this,
        [loop, feeds](const store::Changes &changes) { loop->post([feeds, changes] { feeds->changed(changes); }); },
        Qt::DirectConnection);
}

Server::~Server()
{
    stop();
}

base::Result<QString> Server::start()
{
    TRY(const Address address, parseAddress(d->options.listen));
    TRY(const quint16 port, d->listener.bind(d->options.listen));
    const GuardRules guards{urlHost(address).toLatin1(), port};
    d->identity = std::make_unique<Identity>(
        d->store, d->listener.loop(),
        IdentityOptions{d->options.privateToken, d->options.operatorName, d->options.tokens});
    d->api = std::make_unique<Api>(d->tools(), guards);
    d->listener.start([api = d->api.get()](const ExchangePtr &exchange) { api->receive(exchange); });
    return u"http://%1:%2"_s.arg(urlHost(address)).arg(port);
}

void Server::stop()
{
    d->listener.stop();
    d->pool.waitForDone();
}

} // namespace server
