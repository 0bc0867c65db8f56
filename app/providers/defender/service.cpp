// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/service.h"

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

constexpr base::Millis webhookPatience{40000};
constexpr base::Millis uploadPatience{300000};
constexpr qsizetype largeCode = 1'000'000;
const net::Headers jsonHeader{{"Content-Type", "application/json"}};

base::Error actionsOnly(const QString &what)
{
    return {.code = base::ErrorCode::Unsupported,
            .detail = u"only the generation of Actions tells %1; this connection speaks that of Autotasks"_s.arg(what)};
}

Credential credentialOf(const syncing::AccountContext &context)
{
    const auto text = [&context](const QString &name) { return context.credential.value(name).trimmed(); };
    return {.apiKey = text(u"api_key"_s), .secret = text(u"api_secret"_s), .token = text(u"token"_s)};
}

} // namespace

base::Error explained(base::Error error, const QUrl &base)
{
    using enum base::ErrorCode;
    if (error.code == Denied && error.field.isEmpty()) {
        error.detail += u"; the API key has run out, is none, or may not do this"_s;
    } else if (error.code == Unavailable && base.host().endsWith(".openzeppelin.com"_L1)) {
        error.detail += u"; its makers announced that Defender ends on 1 July 2026, so it may be gone for good"_s;
    }
    return error;
}

Service::Service(const syncing::AccountContext &context, const Settings &settings, const rest::Habits &habits)
    : m_clock(context.clock),
      m_settings(settings),
      m_base(context.connection.baseUrl),
      m_apiKey(credentialOf(context).apiKey),
      m_client({.base = m_base,
                .caFile = context.connection.settings.value("ca_file"_L1).toString(),
                .clock = context.clock,
                .habits = habits}),
      m_login(m_client, settings, credentialOf(context))
{
    m_client.identifyBy([this] { return m_login.headers(); });
    m_client.renewBy([this] { return m_login.renew(); });
}

/// The first call brings the login.
syncing::Answer<rest::Reply> Service::ask(const rest::Call &call)
{
    if (m_login.isReady()) {
        return askAsUs(call);
    }
    const rest::Promise<rest::Reply> promise;
    m_client.renewSince(m_client.generation(), [this, call, promise](const base::Status &status) {
        if (!status) {
            promise.give(explained(status.error(), m_base));
            return;
        }
        base::onAnswer(&m_client, askAsUs(call),
                       [promise](const base::Result<rest::Reply> &reply) { promise.give(reply); });
    });
    return promise.future();
}

syncing::Answer<rest::Reply> Service::askAsUs(const rest::Call &call)
{
    const rest::Promise<rest::Reply> promise;
    base::onAnswer(&m_client, m_client.ask(call), [this, promise](const base::Result<rest::Reply> &reply) {
        promise.give(reply ? reply : base::Result<rest::Reply>(explained(reply.error(), m_base)));
    });
    return promise.future();
}

syncing::Answer<QJsonObject> Service::object(const rest::Call &call)
{
    return rest::then<QJsonObject>(&m_client, ask(call),
                                   [](const rest::Reply &reply) { return rest::objectOf(reply); });
}

syncing::Answer<void> Service::done(const rest::Call &call)
{
    return rest::then<void>(&m_client, ask(call), [](const rest::Reply &) { return base::Status(); });
}

rest::Call Service::get(const QStringList &path) const
{
    rest::Call call = rest::plainCall(path);
    call.headers = jsonHeader;
    return call;
}

rest::Call Service::send(const QByteArray &method, const QStringList &path, const QJsonObject &body) const
{
    rest::Call call = rest::jsonCall(method, path, QJsonDocument(body));
    if (call.body.size() > largeCode) {
        call.longest = uploadPatience;
    }
    return call;
}

syncing::Answer<QJsonObject> Service::list()
{
    return object(get(below({})));
}

syncing::Answer<QJsonObject> Service::item(const QString &id)
{
    return object(get(below({id})));
}

syncing::Answer<QJsonObject> Service::wholeItem(const QString &id)
{
    return rest::chain<QJsonObject>(&m_client, item(id), [this, id](const QJsonObject &item) {
        if (item.value("environmentVariables"_L1).isObject()) {
            return rest::settled<QJsonObject>(item);
        }
        const rest::Promise<QJsonObject> promise;
        base::onAnswer(&m_client, environment(id), [promise, item](const base::Result<QJsonObject> &answer) {
            using enum base::ErrorCode;
            if (!answer && answer.error().code != NotFound && answer.error().code != Unsupported) {
                promise.give(answer.error());
                return;
            }
            QJsonObject whole = item; // an older service has none
            whole.insert("environmentVariables"_L1, answer ? answer->value("variables"_L1).toObject() : QJsonObject());
            promise.give(whole);
        });
        return promise.future();
    });
}

syncing::Answer<QJsonObject> Service::create(const QJsonObject &body)
{
    return object(send("POST", below({}), body));
}

syncing::Answer<void> Service::replace(const QString &id, QJsonObject body)
{
    body.insert(idName(m_settings.generation), id);
    rest::Call call = send("PUT", {}, body);
    call.url = m_base; // the id stands in the body, and the address ends with a slash
    QString path = m_base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    call.url.setPath(path + u'/' + placeWord(m_settings.generation) + u'/', QUrl::StrictMode);
    return done(call);
}

syncing::Answer<void> Service::remove(const QString &id)
{
    rest::Call call = get(below({id}));
    call.method = "DELETE";
    return done(call);
}

syncing::Answer<void> Service::putCode(const QString &id, const QString &base64)
{
    return done(send("PUT", below({id, u"code"_s}), {{u"encodedZippedCode"_s, base64}}));
}

syncing::Answer<QJsonObject> Service::start(const QString &id, const QJsonObject &body)
{
    return object(send("POST", below({id, u"runs"_s, u"manual"_s}), body));
}

syncing::Answer<QJsonObject> Service::runs(const RunQuery &query)
{
    rest::Call call = get(below({query.id, u"runs"_s}));
    if (!query.cursor.isEmpty()) {
        call.ask(u"next"_s, query.cursor);
    }
    if (!query.status.isEmpty()) {
        call.ask(u"status"_s, query.status);
    }
    return object(call);
}

syncing::Answer<QJsonObject> Service::run(const QString &runId)
{
    return object(get(below({u"runs"_s, runId})));
}

syncing::Answer<QJsonObject> Service::callWebhook(const QUrl &address, const QJsonObject &body)
{
    rest::Call call = send("POST", {}, body);
    call.url = address;
    call.identity = rest::Identity::None;
    call.longest = webhookPatience;
    return rest::then<QJsonObject>(&m_client, m_client.ask(call),
                                   [](const rest::Reply &reply) { return rest::objectOf(reply); });
}

syncing::Answer<QJsonObject> Service::secrets()
{
    return object(get({u"secrets"_s}));
}

syncing::Answer<QJsonObject> Service::writeSecrets(const QJsonObject &values, const QStringList &deletes)
{
    // Both must be there, also where they are empty.
    return object(
        send("POST", {u"secrets"_s}, {{u"deletes"_s, QJsonArray::fromStringList(deletes)}, {u"secrets"_s, values}}));
}

syncing::Answer<QJsonObject> Service::environment(const QString &id)
{
    return object(get(below({id, u"environment"_s})));
}

syncing::Answer<void> Service::putEnvironment(const QString &id, const QJsonObject &variables)
{
    return done(send("PUT", below({id, u"environment"_s}), {{u"variables"_s, variables}}));
}

syncing::Answer<QJsonObject> Service::usage(const QStringList &quotas, const QString &date)
{
    if (m_settings.generation != Generation::Actions) {
        return rest::settled<QJsonObject>(actionsOnly(u"quotas"_s));
    }
    rest::Call call = get({u"account"_s, u"usage"_s});
    if (!quotas.isEmpty()) {
        call.ask(u"quotas"_s, quotas.join(u','));
    }
    if (!date.isEmpty()) {
        call.ask(u"date"_s, date);
    }
    return object(call);
}

syncing::Answer<QJsonArray> Service::capabilities()
{
    if (m_settings.generation != Generation::Actions) {
        return rest::settled<QJsonArray>(actionsOnly(u"what a key may do"_s));
    }
    return rest::then<QJsonArray>(&m_client, ask(get({u"api-keys"_s, m_apiKey, u"capabilities"_s})),
                                  [](const rest::Reply &reply) { return rest::arrayOf(reply); });
}

} // namespace providers::defender
