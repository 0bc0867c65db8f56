// SPDX-License-Identifier: Apache-2.0
#include "app/sync/syncloop.h"

#include "app/base/logging.h"
#include "app/store/connections/connections.h"
#include "app/store/mirrors/outbox.h"
#include "app/sync/tryout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

base::Error unknownProvider(const QString &name)
{
    return {.code = base::ErrorCode::Unsupported,
            .context = {},
            .detail = u"this program has no provider named %1"_s.arg(name),
            .field = u"provider"_s};
}

template <typename T> Answer<T> known(base::Result<T> answer)
{
    return QtFuture::makeReadyFuture(std::move(answer));
}

} // namespace

SyncLoop::SyncLoop(store::Store &store, Providers providers, const base::Clock &clock, SyncOptions options)
    : m_store(store), m_providers(std::move(providers)), m_clock(clock), m_options(std::move(options))
{
    connect(&m_store, &store::Store::changed, this, &SyncLoop::onChanged);
}

SyncLoop::~SyncLoop() = default;

const Provider *SyncLoop::provider(const QString &name) const
{
    const auto found = std::find_if(m_providers.begin(), m_providers.end(),
                                    [&name](const auto &provider) { return provider->info().provider == name; });
    return found == m_providers.end() ? nullptr : found->get();
}

void SyncLoop::start()
{
    base::onAnswer(this, m_store.outbox().recover(), [this](const base::Result<int> &unsure) {
        if (!unsure) {
            qCWarning(base::logBase, "connections are left alone: %s", qUtf8Printable(unsure.error().message()));
            return;
        }
        m_started = true;
        readConnections();
    });
}

void SyncLoop::stop()
{
    m_started = false;
    m_syncers.clear();
}

void SyncLoop::onChanged(const QList<store::Change> &changes)
{
    if (!m_started) {
        return;
    }
    bool rows = false;
    for (const store::Change &change : changes) {
        rows = rows || change.table == store::Table::Connections;
        if (change.table != store::Table::Outbox) {
            continue;
        }
        for (const auto &[id, syncer] : m_syncers) {
            if (change.id.isEmpty() || change.id == id) {
                syncer->wake();
            }
        }
    }
    if (rows) {
        readConnections();
    }
}

void SyncLoop::readConnections()
{
    if (std::exchange(m_reading, true)) {
        m_readAgain = true;
        return;
    }
    base::onAnswer(this, m_store.connections().list(), [this](const base::Result<QList<domain::Connection>> &list) {
        m_reading = false;
        if (!m_started) {
            return;
        }
        if (list) {
            take(*list);
        } else {
            qCWarning(base::logBase, "connections can't be read: %s", qUtf8Printable(list.error().message()));
        }
        if (std::exchange(m_readAgain, false)) {
            readConnections();
        }
    });
}

void SyncLoop::take(const QList<domain::Connection> &connections)
{
    std::map<QString, std::unique_ptr<Syncer>> gone = std::exchange(m_syncers, {});
    for (const domain::Connection &connection : connections) {
        const auto known = gone.find(connection.id.text());
        if (known == gone.end()) {
            add(connection);
        } else {
            known->second->setConnection(connection);
            m_syncers.insert(gone.extract(known));
        }
    }
}

void SyncLoop::add(const domain::Connection &connection)
{
    const Provider *const speaker = provider(connection.provider);
    if (!speaker) {
        if (connection.state == domain::ConnectionState::Untried) {
            base::onAnswer(this,
                           m_store.connections().setStanding(connection.id,
                                                             {.state = domain::ConnectionState::Offline,
                                                              .detail = unknownProvider(connection.provider).detail}),
                           [](const base::Status &) {});
        }
        return;
    }
    auto syncer = std::make_unique<Syncer>(m_store, m_clock, *speaker, m_options);
    Syncer *const added = syncer.get();
    connect(added, &Syncer::passEnded, this,
            [this, id = connection.id](const PassResult &result) { Q_EMIT passEnded(id, result); });
    m_syncers.emplace(connection.id.text(), std::move(syncer));
    added->setConnection(connection);
}

base::Status SyncLoop::syncNow(const base::ConnectionId &id)
{
    const auto found = m_syncers.find(id.text());
    return found == m_syncers.end() ? base::notFound(u"connection "_s + id.text()) : found->second->syncNow();
}

Answer<AccountFacts> SyncLoop::tryOut(const domain::Connection &connection, const Credential &credential)
{
    const Provider *const speaker = provider(connection.provider);
    if (!speaker) {
        return known<AccountFacts>(unknownProvider(connection.provider));
    }
    auto *const tryOut = new TryOut(*speaker, {.connection = connection, .credential = credential, .clock = m_clock},
                                    m_options.secrets, this);
    const Answer<AccountFacts> answer = tryOut->answer();
    tryOut->start();
    return answer;
}

void SyncLoop::syncAll()
{
    for (const auto &[id, syncer] : m_syncers) {
        (void)syncer->syncNow(); // paused ones stay paused
    }
}

Answer<QJsonValue> SyncLoop::act(const base::ConnectionId &id, const QString &action, const QJsonObject &fields,
                                 const domain::Actor &by)
{
    const auto found = m_syncers.find(id.text());
    if (found == m_syncers.end()) {
        return known<QJsonValue>(base::notFound(u"connection "_s + id.text()));
    }
    return found->second->act(action, fields, by);
}

} // namespace syncing
