// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/providers/posthog/posthogstory.h"

#include "app/providers/posthog/account.h"
#include "app/providers/posthog/posthog.h"
#include "tests/unit/providers/remotehouse.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QByteArray token = "right-token-0123456789";

/// As the provider is, with habits that wait for milliseconds.
class HastyPosthog final : public syncing::Provider
{
public:
    domain::ProviderInfo info() const override { return m_posthog.info(); }
    base::Status check(const domain::Connection &connection) const override { return m_posthog.check(connection); }
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override
    {
        return std::make_unique<::providers::posthog::Account>(context, hastyHabits());
    }

private:
    ::providers::Posthog m_posthog;
};

/// From the thread of the server to that of the loop.
template <typename T>
QFuture<base::Result<T>> onLoop(syncing::SyncLoop &loop, const std::function<QFuture<base::Result<T>>()> &ask)
{
    const rest::Promise<T> promise;
    QMetaObject::invokeMethod(
        &loop,
        [&loop, ask, promise] {
            base::onAnswer(&loop, ask(), [promise](const base::Result<T> &result) { promise.give(result); });
        },
        Qt::QueuedConnection);
    return promise.future();
}

domain::Catalog scriptsAnd(const domain::ProviderInfo &provider)
{
    domain::FieldSpec command;
    command.name = u"command"_s;
    command.type = domain::FieldType::Command;
    domain::KindInfo script;
    script.type = u"script"_s;
    script.fields = {command};
    return domain::Catalog(QList<domain::KindInfo>{script}, QList<domain::ProviderInfo>{provider});
}

} // namespace

PosthogStory::PosthogStory(PosthogAge age)
    : remote(age), m_providers(providers()), m_catalog(scriptsAnd(m_providers.front()->info()))
{
    m_loop = std::make_unique<syncing::SyncLoop>(
        workspace.store(), providers(), workspace.clock,
        syncing::SyncOptions{.secrets = secrets.get(), .makeSleeper = sleepers.maker(), .chance = [] { return 0.5; }});
    m_loop->start();
    m_server = std::make_unique<server::Server>(workspace.store(), m_catalog, workspace.clock,
                                                server::ServerOptions{.listen = u"127.0.0.1:0"_s,
                                                                      .privateToken = token,
                                                                      .operatorName = u"kim"_s,
                                                                      .secrets = secrets.get(),
                                                                      .remote = actions()});
    const QUrl base(m_server->start().value_or(QString()));
    m_client = std::make_unique<rest::RestClient>(
        rest::Remote{.base = base, .caFile = {}, .clock = m_clock, .habits = {.attempts = 1}});
    m_client->identifyBy([] { return net::Headers{{"Authorization", "Bearer " + token}}; });
}

PosthogStory::~PosthogStory()
{
    m_client.reset();
    m_server.reset();
    m_loop.reset();
}

syncing::Providers PosthogStory::providers() const
{
    syncing::Providers all;
    all.push_back(std::make_unique<HastyPosthog>());
    return all;
}

domain::RemoteActions PosthogStory::actions()
{
    syncing::SyncLoop &loop = *m_loop;
    return {.check = [this](const domain::Connection &wanted) { return m_providers.front()->check(wanted); },
            .test =
                [&loop](const domain::Connection &wanted, const QHash<QString, QString> &credential) {
                    return onLoop<domain::AccountFacts>(
                        loop, [&loop, wanted, credential] { return loop.tryOut(wanted, credential); });
                },
            .syncNow =
                [&loop](const std::optional<base::ConnectionId> &id) {
                    return onLoop<void>(loop, [&loop, id] {
                        id ? void(loop.syncNow(*id)) : loop.syncAll();
                        return QtFuture::makeReadyFuture(base::Status());
                    });
                },
            .act =
                [&loop](const base::ConnectionId &id, const QString &action, const QJsonObject &fields,
                        const domain::Actor &by) {
                    return onLoop<QJsonValue>(
                        loop, [&loop, id, action, fields, by] { return loop.act(id, action, fields, by); });
                }};
}

rest::Call PosthogStory::callOf(const QByteArray &method, const QString &path, const QJsonObject &body) const
{
    rest::Call call = rest::plainCall(path.split(u'/', Qt::SkipEmptyParts), method);
    call.repeat = rest::Repeat::Never;
    if (!body.isEmpty()) {
        call.headers = {{"Content-Type", "application/json"}};
        call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return call;
}

QJsonValue PosthogStory::ask(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    const base::Result<rest::Reply> reply = answerOf(m_client->ask(callOf(method, path, body)));
    if (!reply) {
        error = reply.error();
        return QJsonValue::Undefined;
    }
    const QJsonDocument document = QJsonDocument::fromJson(reply->body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray PosthogStory::log(const QString &run)
{
    rest::Call call = callOf("GET", u"/api/automations/runs/%1/log"_s.arg(run), {});
    call.expects = rest::Expects::Anything;
    call.ask(u"plain"_s, u"1"_s);
    const base::Result<rest::Reply> reply = answerOf(m_client->ask(call));
    return reply ? reply->body : QByteArray();
}

bool PosthogStory::comes(const std::function<bool()> &done)
{
    return QTest::qWaitFor(
        [&] {
            workspace.clock.advance(base::Millis(2000));
            sleepers.look();
            return done();
        },
        20000);
}

QJsonObject PosthogStory::automation(const QString &name)
{
    for (const QJsonValue one : get(u"/api/automations"_s).toArray()) {
        if (one["name"_L1].toString() == name) {
            return one.toObject();
        }
    }
    return {};
}

bool PosthogStory::handOver(const QString &run)
{
    return await(workspace->runs().handOver(base::RunId(run))).has_value();
}

} // namespace test
