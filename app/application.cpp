// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "app/base/answer.h"
#include "app/base/logging.h"
#include "app/calendars/calendarreader.h"
#include "app/engine/input/ledger.h"
#include "app/engine/runner.h"
#include "app/kinds/kinds.h"
#include "app/providers/providers.h"
#include "app/samples.h"
#include "app/secrets/desktopkeychain.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr base::Millis lookForEngineEvery{100};

} // namespace

Application::Application(ApplicationOptions options)
    : m_options(std::move(options)),
      m_kinds(kinds::all()),
      m_catalog(kinds::catalog(m_kinds).kinds(), providers::infos(providers::all())),
      m_since(m_clock.now()),
      m_bundles(bundles::Archiver::locate(), m_options.directory + u"/cache/bundles"_s, m_clock),
      m_store(std::make_unique<store::Store>(m_options.directory, m_clock)),
      m_secrets(std::make_unique<secrets::SecretStore>(std::make_unique<secrets::DesktopKeychain>(),
                                                       engine::ledgerOf(*m_store))),
      m_remotes(*m_store, *m_secrets, m_clock),
      m_begun(!m_options.waits)
{
    m_engineThread.setObjectName(u"engine"_s);
    connect(m_store.get(), &store::Store::engineReleased, this, &Application::tryEngine);
    connect(m_store.get(), &store::Store::changed, this, &Application::lookWhetherIdle);
}

Application::~Application() = default;

void Application::start()
{
    base::onAnswer(this, m_store->open(), [this](const base::Result<void> &result) { onOpened(result); });
}

void Application::onOpened(const base::Result<void> &result)
{
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    m_open = true;
    Q_EMIT opened();
    if (m_begun) {
        work();
    }
}

void Application::begin()
{
    if (!std::exchange(m_begun, true) && m_open) {
        work();
    }
}

void Application::work()
{
    if (m_stopping) {
        return;
    }
    if (m_options.purpose == Purpose::Viewer) {
        Q_EMIT ready();
        return;
    }
    tryEngine();
    if (const base::Status status = serve(); !status) {
        Q_EMIT failed(status.error());
        return;
    }
    if (m_options.purpose == Purpose::Command) {
        // No engine may have looked at the clock for a while: what has expired meanwhile is decided before it is told.
        base::onAnswer(this, m_store->approvals().expireDue(),
                       [this](const base::Result<std::optional<base::Instant>> &) { Q_EMIT ready(); });
        return;
    }
    base::onAnswer(this, makeSamples(*m_store, m_catalog), [this](const base::Result<void> &made) {
        if (!made) {
            qCWarning(base::logBase, "the samples were not made: %s", qUtf8Printable(made.error().message()));
        }
        Q_EMIT ready();
    });
}

base::Status Application::serve()
{
    m_endpoint = {.url = {}, .token = store::newToken(), .pid = QCoreApplication::applicationPid()};
    m_server = std::make_unique<server::Server>(
        *m_store, m_catalog, m_clock,
        server::ServerOptions{
            .listen = m_options.listen,
            .privateToken = m_endpoint.token,
            .tokens = m_options.tokens,
            .checkMachine =
                [this](const domain::Automation &automation) { return kinds::checkMachine(m_kinds, automation); },
            .checkContent =
                [this](const domain::Automation &automation) { return kinds::checkContent(m_bundles, automation); },
            .secrets = m_secrets.get(),
            .remote = m_remotes.actions()});
    TRY(m_endpoint.url, m_server->start());
    if (m_options.purpose == Purpose::Service && m_engine) {
        return store::writeEndpoint(m_store->runtimeDirectory(), m_endpoint);
    }
    return {};
}

void Application::tryEngine()
{
    if (m_engine || m_stopping || !m_begun || !m_options.engine || m_options.purpose == Purpose::Viewer) {
        return;
    }
    if (m_store->takeEngine()) {
        startEngine();
    } else if (m_options.purpose == Purpose::Command) {
        // Another command holds it for a moment.
        QTimer::singleShot(lookForEngineEvery, this, &Application::tryEngine);
    }
}

void Application::startEngine()
{
    const engine::Scope scope =
        m_options.purpose == Purpose::Service ? engine::Scope::Everything : engine::Scope::RequestedOnly;
    m_engine = new engine::Engine(*m_store, kinds::all(), m_clock,
                                  {.scope = scope,
                                   .since = m_since,
                                   .runnerProgram = engine::Runner::locate(),
                                   .secrets = m_secrets.get(),
                                   .notify = [this](const domain::Notice &notice) { return m_sender.send(notice); }});
    m_engine->moveToThread(&m_engineThread);
    connect(m_engine, &engine::Engine::failed, this, &Application::failed);
    connect(m_engine, &engine::Engine::stopped, this, &Application::onEngineStopped);
    connect(&m_engineThread, &QThread::finished, m_engine, &QObject::deleteLater);
    m_engineThread.start();
    QMetaObject::invokeMethod(m_engine, &engine::Engine::start, Qt::QueuedConnection);
    if (m_options.purpose == Purpose::Service) {
        m_calendars = std::make_unique<calendars::CalendarReader>(*m_store, m_clock);
        m_calendars->start();
        m_remotes.start(m_engineThread);
    }
    if (m_server && m_options.purpose == Purpose::Service) {
        if (const base::Status written = store::writeEndpoint(m_store->runtimeDirectory(), m_endpoint); !written) {
            qCWarning(base::logBase, "%s", qUtf8Printable(written.error().message()));
        }
    }
    Q_EMIT engineChanged(true);
}

void Application::stop()
{
    if (std::exchange(m_stopping, true)) {
        return;
    }
    Q_EMIT stopping();
    m_remotes.stop();
    if (m_engine) {
        QMetaObject::invokeMethod(m_engine, &engine::Engine::stop, Qt::QueuedConnection);
    } else {
        onEngineStopped();
    }
}

void Application::stopWhenIdle()
{
    m_stopWhenIdle = true;
    lookWhetherIdle();
}

void Application::lookWhetherIdle()
{
    if (!m_stopWhenIdle || m_stopping || std::exchange(m_lookingWhetherIdle, true)) {
        return;
    }
    base::onAnswer(this, m_store->runs().counts(), [this](const base::Result<store::RunCounts> &counts) {
        m_lookingWhetherIdle = false;
        // Without an answer there is nothing to wait for either.
        if (m_stopWhenIdle && (!counts || counts->running == 0)) {
            stop();
        }
    });
}

/// The rest of the shutdown, top to bottom.
void Application::onEngineStopped()
{
    m_calendars.reset();
    m_engineThread.quit();
    m_engineThread.wait();
    m_engine = nullptr;
    store::removeEndpoint(m_store->runtimeDirectory());
    if (m_server) {
        m_server->stop();
    }
    m_store->releaseEngine();
    m_store->close();
    Q_EMIT stopped();
}
