// SPDX-License-Identifier: Apache-2.0
// Remote systems as the store hears of them, for tests of what shows them: connections, what was seen there, edits that
// wait, conflicts.
#pragma once

#include "app/domain/catalog.h"
#include "app/store/connections/connections.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/outbox.h"
#include "tests/models/workspace.h"

namespace test {

/// A system with a field of its own, a sign-in of two and an action.
inline domain::ProviderInfo harbour()
{
    domain::ProviderInfo info{
        .provider = QStringLiteral("harbour"), .label = "Harbour", .icon = QStringLiteral("plug")};
    info.usualUrl = QStringLiteral("https://harbour.example.org");
    info.fields = {{.name = QStringLiteral("team"), .label = "Team", .required = true}};
    info.credentials = {{.name = QStringLiteral("key"), .label = "Key", .required = true},
                        {.name = QStringLiteral("secret"), .label = "Secret"}};
    info.actions = {{.name = QStringLiteral("rotate-key"),
                     .label = "Rotate the key",
                     .help = "Makes a new key of the account.",
                     .fields = {{.name = QStringLiteral("reason"), .label = "Reason", .required = true}},
                     .changes = true}};
    info.capabilities.can = domain::allCapabilities();
    info.capabilities.log = domain::RemoteLog::AtEnd;
    return info;
}

inline domain::Catalog remoteCatalog()
{
    return domain::Catalog(
        {domain::KindInfo{
            .type = QStringLiteral("script"),
            .label = "Script",
            .icon = QStringLiteral("kind-script"),
            .fields = {{.name = QStringLiteral("command"), .label = "Command", .type = domain::FieldType::Command}}}},
        {harbour(), {.provider = QStringLiteral("mill"), .label = "Mill"}});
}

class RemoteWorld
{
public:
    explicit RemoteWorld(Workspace &workspace) : m_workspace(workspace) {}

    /// Everything but deleting, and the log at the end.
    static domain::AccountFacts account()
    {
        domain::AccountFacts facts{.who = QStringLiteral("ann"), .role = QStringLiteral("editor")};
        facts.version = QStringLiteral("Harbour 3");
        facts.capabilities.can = domain::allCapabilities();
        facts.capabilities.can.removeAll(domain::Capability::Delete);
        facts.capabilities.log = domain::RemoteLog::AtEnd;
        facts.capabilities.carries = {QStringLiteral("name"),     QStringLiteral("description"),
                                      QStringLiteral("type"),     QStringLiteral("params"),
                                      QStringLiteral("triggers"), QStringLiteral("paused")};
        return facts;
    }

    base::ConnectionId connection(const QString &name)
    {
        domain::Connection connection;
        connection.name = name;
        connection.provider = QStringLiteral("harbour");
        connection.baseUrl = QUrl(QStringLiteral("https://harbour.example.org"));
        connection.settings = {{QStringLiteral("team"), QStringLiteral("ops")}};
        const auto added = must(m_workspace->connections().add(connection, QStringLiteral("tester")));
        mustDo(m_workspace->connections().setFacts(added.id, account()));
        return added.id;
    }
    void stands(const base::ConnectionId &id, const store::Standing &standing)
    {
        mustDo(m_workspace->connections().setStanding(id, standing));
    }
    void works(const base::ConnectionId &id) { stands(id, {.sawEverything = true}); }

    static domain::RemoteAutomation automation(const QString &remoteId, const QString &name,
                                               const QString &description = {})
    {
        domain::RemoteAutomation remote;
        remote.remoteId = remoteId;
        remote.automation = someAutomation(name);
        remote.automation.description = description;
        return remote;
    }
    void see(const base::ConnectionId &id, const QList<domain::RemoteAutomation> &page)
    {
        must(m_workspace->mirrors().see(id, page));
    }
    void seeRun(const base::ConnectionId &id, const QString &remoteId, const QString &automation,
                domain::RunStatus status)
    {
        domain::RemoteRun run;
        run.remoteId = remoteId;
        run.automationRemoteId = automation;
        run.status = status;
        run.queuedAt = run.startedAt = m_workspace.clock.now();
        must(m_workspace->mirrors().seeRuns(id, {run}));
    }
    domain::Automation named(const QString &name)
    {
        for (const domain::Automation &one : must(m_workspace->automations().list())) {
            if (one.name == name) {
                return one;
            }
        }
        return {};
    }
    void edit(const QString &name, const QJsonObject &changes)
    {
        must(m_workspace->automations().update(Workspace::must(domain::edited(named(name), changes)),
                                               QStringLiteral("tester")));
    }

    template <typename T> static T must(const QFuture<base::Result<T>> &future)
    {
        return Workspace::must(await(future));
    }
    static void mustDo(const QFuture<base::Result<void>> &future)
    {
        if (const base::Status done = await(future); !done) {
            qFatal("the store refused: %s", qPrintable(done.error().message()));
        }
    }

private:
    Workspace &m_workspace;
};

} // namespace test
