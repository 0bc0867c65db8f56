// SPDX-License-Identifier: Apache-2.0
// A real server over a real store, and short ways to ask it.
#pragma once

#include "app/server/server.h"
#include "tests/support/memorykeychain.h"
#include "tests/support/tempstore.h"
#include "tests/unit/server/answercheck.h"
#include "tests/unit/server/client.h"

#include <QUrl>

namespace test {

/// A remote system with a setting, a credential and something that only it can do.
inline domain::ProviderInfo someProvider()
{
    domain::FieldSpec team;
    team.name = QStringLiteral("team");
    domain::FieldSpec token;
    token.name = QStringLiteral("token");
    token.required = true;
    domain::ProviderInfo info;
    info.provider = QStringLiteral("loopback");
    info.label = "Loopback";
    info.fields = {team};
    info.credentials = {token};
    info.capabilities.can = domain::allCapabilities();
    domain::FieldSpec target;
    target.name = QStringLiteral("target");
    target.required = true;
    info.kinds = {{.type = QStringLiteral("loopback_probe"), .label = "Probe", .fields = {target}}};
    info.actions = {{.name = QStringLiteral("rotate"), .label = "Rotate", .fields = {team}, .changes = true}};
    return info;
}

/// What would speak to remote systems: it knows one account, and remembers what it was asked.
class SomeSpeaker
{
public:
    domain::RemoteActions actions()
    {
        return {.check = {},
                .test =
                    [this](const domain::Connection &, const QHash<QString, QString> &credential) {
                        asked.append(QStringLiteral("test ") + credential.value(QStringLiteral("token")));
                        domain::AccountFacts facts;
                        facts.who = QStringLiteral("ann@there");
                        return QtFuture::makeReadyFuture(base::Result<domain::AccountFacts>(facts));
                    },
                .syncNow =
                    [this](const std::optional<base::ConnectionId> &which) {
                        asked.append(QStringLiteral("sync ") + (which ? which->text() : QString()));
                        return QtFuture::makeReadyFuture(base::Status());
                    },
                .act =
                    [this](const base::ConnectionId &, const QString &action, const QJsonObject &fields,
                           const domain::Actor &) {
                        asked.append(QStringLiteral("act ") + action);
                        return QtFuture::makeReadyFuture(base::Result<QJsonValue>(QJsonValue(fields)));
                    }};
    }

    QStringList asked; ///< Read it after the answer.
};

inline domain::Catalog someCatalog()
{
    domain::FieldSpec command;
    command.name = QStringLiteral("command");
    command.type = domain::FieldType::Command;
    domain::KindInfo script;
    script.type = QStringLiteral("script");
    script.fields = {command};
    script.oneOf = {command.name};
    domain::FieldSpec code;
    code.name = QStringLiteral("code");
    code.type = domain::FieldType::Bundle;
    domain::KindInfo bundle;
    bundle.type = QStringLiteral("bundle");
    bundle.fields = {code};
    bundle.oneOf = {code.name};
    return domain::Catalog(QList<domain::KindInfo>{script, bundle}, QList<domain::ProviderInfo>{someProvider()});
}

struct Ask
{
    QByteArray method = "GET";
    QByteArray path;
    QByteArray body = {};
    QByteArray token = "right-token-0123456789";
    QByteArray headers = {};              ///< Whole lines, each with its line end.
    QByteArray type = "application/json"; ///< Of the body, if there is one.
};

class House
{
public:
    static constexpr const char *token = "right-token-0123456789";

    explicit House(const server::Limits &limits = {}, domain::ContentCheck checkContent = {},
                   server::TokenUse tokens = server::TokenUse::Always)
        : House(someCatalog(), limits, std::move(checkContent), tokens)
    {
    }
    explicit House(domain::Catalog catalog, const server::Limits &limits = {}, domain::ContentCheck checkContent = {},
                   server::TokenUse tokens = server::TokenUse::Always)
        : m_catalog(std::move(catalog)),
          m_server(workspace.store(), m_catalog, workspace.clock,
                   {.listen = QStringLiteral("127.0.0.1:0"),
                    .privateToken = token,
                    .operatorName = QStringLiteral("kim"),
                    .limits = limits,
                    .tokens = tokens,
                    .checkContent = std::move(checkContent),
                    .secrets = secrets.get(),
                    .remote = speaker.actions()})
    {
        const base::Result<QString> url = m_server.start();
        port = url ? static_cast<quint16>(QUrl(*url).port()) : 0;
    }

    QByteArray request(const Ask &ask) const
    {
        QByteArray text = ask.method + ' ' + ask.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                          "\r\n" + ask.headers;
        if (!ask.token.isEmpty()) {
            text += "Authorization: Bearer " + ask.token + "\r\n";
        }
        if (!ask.body.isEmpty()) {
            text += "Content-Type: " + ask.type + "\r\nContent-Length: " + QByteArray::number(ask.body.size()) + "\r\n";
        }
        return text + "\r\n" + ask.body;
    }
    /// The answer is held against the OpenAPI document; what does not fit fails the test.
    Reply ask(const Ask &ask) const
    {
        const Reply reply = raw(request(ask));
        failWhereUndescribed(ask.method, ask.path, reply);
        return reply;
    }
    Reply get(const QByteArray &path) const { return ask({.path = path}); }
    Reply raw(const QByteArray &bytes) const
    {
        Client client(port);
        client.send(bytes);
        return client.readReply();
    }
    server::Server &server() { return m_server; }

    domain::Automation addAutomation(domain::Automation automation = someAutomation())
    {
        return await(workspace->automations().create({std::move(automation)}, QStringLiteral("kim"))).value().first();
    }
    /// A run under the engine `1`, running.
    domain::Run startRun(const base::AutomationId &automation)
    {
        const domain::Run run = await(workspace->runs().request(automation, QStringLiteral("kim"))).value();
        return await(workspace->runs().start(run.id, 1)).value();
    }
    void append(const base::RunId &run, const QByteArray &bytes, bool open = false)
    {
        const qint64 first = await(workspace->logs().info(run)).value().lines;
        const store::LogSpan span{
            .lines = bytes.count('\n'), .stream = store::Stream::Out, .at = workspace.clock.now(), .open = open};
        const auto added = await(workspace->logs().append(run, {.firstLine = first, .bytes = bytes, .spans = {span}}));
        QVERIFY2(added, added ? "" : qPrintable(added.error().message()));
    }
    void finish(const base::RunId &run, domain::RunStatus status = domain::RunStatus::Done)
    {
        QVERIFY(await(workspace->logs().seal(run)));
        QVERIFY(await(workspace->runs().finish(run, {.status = status})));
    }

    TempStore workspace;
    MemorySecrets secrets{workspace.store(), MemorySecrets::Thread::Own}; // who asks here waits on the main thread
    quint16 port = 0;
    SomeSpeaker speaker;

private:
    domain::Catalog m_catalog;
    server::Server m_server;
};

} // namespace test
