// SPDX-License-Identifier: Apache-2.0
// The local HTTP API: loopback only, one I/O thread, a table of routes. It calls verbs of the store and nothing else.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/catalog.h"
#include "app/domain/connections/remoteactions.h"
#include "app/server/limits.h"
#include "app/server/tokenuse.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace secrets {
class SecretStore;
}
namespace store {
class Store;
}

namespace server {

/// Who runs this program, by the account's name; the operator where nobody else is named.
QString systemUserName();

struct ServerOptions
{
    QString listen = QStringLiteral("127.0.0.1:0"); ///< A literal loopback address and port; port 0 takes a free one.
    QByteArray privateToken;                        ///< The token of endpoint.json; it has every right.
    QString operatorName = {}; ///< Who its holder is, for what is recorded; the system's user name where empty.
    Limits limits = {};
    TokenUse tokens = TokenUse::Always;
    domain::MachineCheck checkMachine = {};  ///< Asked before an automation is saved; not, where empty.
    domain::ContentCheck checkContent = {};  ///< The same, after it.
    secrets::SecretStore *secrets = nullptr; ///< Outlives the server. Null: secrets can be neither set nor given.
    domain::RemoteActions remote = {};       ///< Empty ones: nothing here speaks to remote systems.
};

/// Made and destroyed on the main thread; its I/O thread touches only the store's verbs.
class Server : public QObject
{
    Q_OBJECT

public:
    Server(store::Store &store, const domain::Catalog &catalog, const base::Clock &clock, ServerOptions options);
    ~Server() override;

    /// Binds and starts. Invalid for an address that is not loopback; Unavailable for a port in use. Answers the base
    /// URL, `http://127.0.0.1:41700`.
    base::Result<QString> start();
    /// Ends open connections and the thread. Blocks shortly.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace server
