// SPDX-License-Identifier: Apache-2.0
// This program as it is run, but for its window and its engine: a store, its server, the loop over connections; at the
// other end a double of PostHog. It is asked over HTTP only. Time passes while somebody waits for something.
#pragma once

#include "app/server/server.h"
#include "app/sync/rest/restclient.h"
#include "app/sync/syncloop.h"
#include "tests/support/fakesleepers.h"
#include "tests/support/memorykeychain.h"
#include "tests/support/posthog/posthogdouble.h"
#include "tests/support/tempstore.h"
#include "tests/unit/providers/outcome.h"

namespace test {

class PosthogStory
{
public:
    explicit PosthogStory(PosthogAge age = PosthogAge::Later);
    ~PosthogStory();

    /// The body of the answer; Undefined where it is an error, which `error` is then.
    QJsonValue ask(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    QJsonValue get(const QString &path) { return ask("GET", path); }
    QByteArray log(const QString &run);
    /// Whether it comes to that, while time passes.
    bool comes(const std::function<bool()> &done);

    /// What the server tells of them, by name and by id.
    QJsonObject automation(const QString &name);
    QJsonObject run(const QString &id) { return get(QStringLiteral("/api/automations/runs/") + id).toObject(); }
    QJsonObject connection() { return get(QStringLiteral("/api/connections/Tasks")).toObject(); }
    /// What an engine does with a manual run of an automation that lives elsewhere.
    bool handOver(const QString &run);

    TempStore workspace;
    MemorySecrets secrets{workspace.store()};
    FakeSleepers sleepers{workspace.clock};
    PosthogDouble remote;
    base::Error error;

private:
    syncing::Providers providers() const;
    domain::RemoteActions actions();
    rest::Call callOf(const QByteArray &method, const QString &path, const QJsonObject &body) const;

    const syncing::Providers m_providers;
    domain::Catalog m_catalog;
    std::unique_ptr<syncing::SyncLoop> m_loop;
    std::unique_ptr<server::Server> m_server;
    base::SystemClock m_clock;
    std::unique_ptr<rest::RestClient> m_client;
};

} // namespace test
