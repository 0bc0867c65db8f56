// SPDX-License-Identifier: Apache-2.0
// Builds the objects of one process, owns the threads and shuts down in order. No logic of its own.
#pragma once

#include "app/base/clock.h"
#include "app/bundles/bundles.h"
#include "app/domain/catalog.h"
#include "app/engine/engine.h"
#include "app/notices/sender.h"
#include "app/remotes.h"
#include "app/secrets/secretstore.h"
#include "app/server/server.h"
#include "app/store/endpoint.h"
#include "app/store/store.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace calendars {
class CalendarReader;
}

enum class Purpose {
    Service, ///< A window or `serve`: engine when nobody else has it, samples, endpoint.json.
    Command, ///< One command without a running engine: the API for itself; the engine only when a run is asked for.
    Viewer,  ///< Reads and shows; never an engine.
};

struct ApplicationOptions
{
    QString directory;
    Purpose purpose = Purpose::Service;
    QString listen = QStringLiteral("127.0.0.1:0");
    bool engine = true; ///< For a command: whether it needs one.
    server::TokenUse tokens = server::TokenUse::Always;
    bool waits = false; ///< Whether a service takes the engine and serves only once it is told to begin().
};

/// Lives on the main thread.
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(ApplicationOptions options);
    ~Application() override;

    /// Opens the store, then serves. opened() and ready(), or failed(), follow once events are handled.
    void start();
    /// For those that wait: go on as soon as the store is open. May be called again.
    void begin();
    /// Ends runs, connections and threads, in this order; stopped() follows. May be called twice.
    void stop();
    /// Stops at the first moment at which no run is under way, unless goOn() comes before.
    void stopWhenIdle();
    void goOn() { m_stopWhenIdle = false; }

    store::Store &store() { return *m_store; }
    const domain::Catalog &catalog() const { return m_catalog; }
    secrets::SecretStore &secrets() { return *m_secrets; }
    const base::Clock &clock() const { return m_clock; }
    /// What a window can do for notices.
    void setFront(const notices::Front &front) { m_sender.setFront(front); }
    const bundles::Bundles &bundles() const { return m_bundles; }
    const store::Endpoint &endpoint() const { return m_endpoint; }
    /// What may be asked of the systems it is connected with.
    domain::RemoteActions remoteActions() { return m_remotes.actions(); }
    bool holdsEngine() const { return m_engine != nullptr; }

Q_SIGNALS:
    /// The store is open; what follows before ready() takes a moment.
    void opened();
    void ready();
    void failed(const base::Error &error);
    /// stop() has begun.
    void stopping();
    void stopped();
    /// This process runs the engine now, or does not.
    void engineChanged(bool ours);

private:
    void onOpened(const base::Result<void> &result);
    void work();
    base::Status serve();
    void tryEngine();
    void startEngine();
    void onEngineStopped();
    void lookWhetherIdle();

    ApplicationOptions m_options;
    base::SystemClock m_clock;
    const engine::Kinds m_kinds; // what the catalog and the checks are made from; the engine has its own
    const domain::Catalog m_catalog;
    const base::Instant m_since;
    const bundles::Bundles m_bundles;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    notices::Sender m_sender;
    Remotes m_remotes;
    std::unique_ptr<server::Server> m_server;
    std::unique_ptr<calendars::CalendarReader> m_calendars; // with the engine of a service
    store::Endpoint m_endpoint;
    QThread m_engineThread;
    engine::Engine *m_engine = nullptr; // lives on m_engineThread and is deleted there
    bool m_open = false;
    bool m_begun = false;
    bool m_stopping = false;
    bool m_stopWhenIdle = false;
    bool m_lookingWhetherIdle = false;
};
