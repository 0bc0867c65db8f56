// SPDX-License-Identifier: Apache-2.0
#include "app/remotes.h"

#include "app/providers/providers.h"

#include <QPromise>

using namespace Qt::StringLiterals;

Remotes::Remotes(store::Store &store, secrets::SecretStore &secrets, const base::Clock &clock)
    : m_providers(providers::all()), m_store(store), m_secrets(secrets), m_clock(clock)
{
}

void Remotes::start(QThread &engineThread)
{
    m_loop = new syncing::SyncLoop(m_store, providers::all(), m_clock, {.secrets = &m_secrets});
    m_loop->moveToThread(&engineThread);
    connect(&engineThread, &QThread::finished, m_loop, &QObject::deleteLater);
    QMetaObject::invokeMethod(m_loop, &syncing::SyncLoop::start, Qt::QueuedConnection);
}

void Remotes::stop()
{
    if (m_loop) {
        QMetaObject::invokeMethod(m_loop, &syncing::SyncLoop::stop, Qt::QueuedConnection);
        m_loop = nullptr;
    }
}

/// From any thread over this one, which knows whether there is a loop, to that of the loop.
template <typename T>
QFuture<base::Result<T>> Remotes::onLoop(std::function<QFuture<base::Result<T>>(syncing::SyncLoop &)> ask)
{
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    promise->start();
    const auto answer = [promise](const base::Result<T> &result) {
        promise->addResult(result);
        promise->finish();
    };
    QMetaObject::invokeMethod(
        this,
        [this, answer, ask = std::move(ask)] {
            if (!m_loop) {
                answer(base::unavailable(u"asking a remote system"_s,
                                         u"another process of this workspace speaks for its connections"_s));
                return;
            }
            QMetaObject::invokeMethod(
                m_loop, [loop = m_loop, answer, ask] { base::onAnswer(loop, ask(*loop), answer); },
                Qt::QueuedConnection);
        },
        Qt::AutoConnection);
    return promise->future();
}

/// By the provider alone; safe on every thread.
base::Status Remotes::check(const domain::Connection &connection) const
{
    for (const std::unique_ptr<syncing::Provider> &provider : m_providers) {
        if (provider->info().provider == connection.provider) {
            return provider->check(connection);
        }
    }
    return base::invalid(u"provider"_s, u"there is no provider named %1"_s.arg(connection.provider));
}

domain::RemoteActions Remotes::actions()
{
    using Loop = syncing::SyncLoop;
    const auto syncNow = [](Loop &loop, const std::optional<base::ConnectionId> &id) -> base::Status {
        if (id) {
            return loop.syncNow(*id);
        }
        loop.syncAll();
        return {};
    };
    return {.check = [this](const domain::Connection &connection) { return check(connection); },
            .test =
                [this](const domain::Connection &connection, const syncing::Credential &credential) {
                    return onLoop<domain::AccountFacts>(
                        [=](Loop &loop) { return loop.tryOut(connection, credential); });
                },
            .syncNow =
                [this, syncNow](const std::optional<base::ConnectionId> &id) {
                    return onLoop<void>([=](Loop &loop) { return QtFuture::makeReadyFuture(syncNow(loop, id)); });
                },
            .act =
                [this](const base::ConnectionId &id, const QString &action, const QJsonObject &fields,
                       const domain::Actor &by) {
                    return onLoop<QJsonValue>([=](Loop &loop) { return loop.act(id, action, fields, by); });
                }};
}
