// SPDX-License-Identifier: Apache-2.0
#include "app/server/connections/connectionroutes.h"

#include "app/base/jsonreader.h"
#include "app/secrets/secretstore.h"
#include "app/server/connections/named.h"
#include "app/server/connections/remoteshapes.h"
#include "app/server/limits.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

using domain::Connection;
using Credential = QHash<QString, QString>;
using Connected = base::Result<Connection>;

base::Error nobodySpeaks()
{
    return base::unavailable(
        {}, u"nothing here speaks to remote systems: start signalbox serve or its window on this workspace"_s);
}

void answerList(const CallPtr &call, const QJsonArray &items)
{
    Response response;
    response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
    call->exchange->answer(response);
}

/// What a body says of a connection.
struct Given
{
    Connection connection;
    Credential credential;
};

base::Result<Credential> credentialFrom(const domain::ProviderInfo &provider, const QJsonValue &value)
{
    Credential credential;
    if (value.isUndefined() || value.isNull()) {
        return credential;
    }
    if (!value.isObject()) {
        return base::invalid(u"credential"_s, u"credential must be an object of names and texts"_s);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const bool known = std::any_of(provider.credentials.begin(), provider.credentials.end(),
                                       [&it](const domain::FieldSpec &field) { return field.name == it.key(); });
        const QString field = u"credential."_s + it.key();
        if (!known) {
            return base::invalid(field, u"%1 has no credential %2"_s.arg(provider.provider, it.key()));
        }
        if (!it->isString() || it->toString().contains(QChar())) {
            return base::invalid(field, u"%1 must be text without a zero byte"_s.arg(field));
        }
        if (!it->toString().isEmpty()) {
            credential.insert(it.key(), it->toString());
        }
    }
    return credential;
}

base::Result<const domain::ProviderInfo *> providerOf(const Tools &tools, const QString &name)
{
    if (const domain::ProviderInfo *known = tools.catalog.provider(name)) {
        return known;
    }
    QStringList names;
    for (const domain::ProviderInfo &info : tools.catalog.providers()) {
        names.append(info.provider);
    }
    return base::invalid(u"provider"_s, u"provider must be one of %1"_s.arg(names.join(u", "_s)));
}

/// The settings are the provider's, and make sense to it.
base::Status checkSettings(const Tools &tools, const domain::ProviderInfo &provider, const Connection &connection)
{
    if (const base::Status fits = domain::checkFields(provider.fields, connection.settings); !fits) {
        return fits.error().inField(u"settings"_s);
    }
    return tools.remote.check ? tools.remote.check(connection) : base::Status();
}

/// Fields that must be there before anybody is asked.
base::Status checkWhole(const domain::ProviderInfo &provider, const Credential &credential)
{
    for (const domain::FieldSpec &field : provider.credentials) {
        if (field.required && !credential.contains(field.name)) {
            return base::invalid(u"credential."_s + field.name, u"%1 must be given"_s.arg(field.name));
        }
    }
    return {};
}

base::Result<Given> givenNew(const Tools &tools, const QJsonValue &body)
{
    QJsonObject object = body.toObject();
    const QJsonValue secret = object.take("credential"_L1);
    Given given;
    TRY(given.connection, domain::connectionFromJson(object));
    TRY(const domain::ProviderInfo *provider, providerOf(tools, given.connection.provider));
    CHECK(checkSettings(tools, *provider, given.connection));
    TRY(given.credential, credentialFrom(*provider, secret));
    CHECK(checkWhole(*provider, given.credential));
    return given;
}

/// Puts each field into the keyring, one after the other, then goes on; nobody goes on where one can't be kept.
template <typename Then>
void keep(Tools &tools, const CallPtr &call, const base::ConnectionId &id, Credential credential, Then then)
{
    if (credential.isEmpty()) {
        then();
        return;
    }
    if (!tools.secrets) {
        call->fail(base::unavailable({}, u"there is no keyring here to keep the credential"_s));
        return;
    }
    const QString field = credential.constBegin().key();
    const QString value = credential.take(field);
    whenDone(tools.secrets->set(domain::credentialName(id, field), value, call->by), tools.loop,
             [&tools, call, id, credential, then](const base::Status &kept) {
                 kept ? keep(tools, call, id, credential, then) : call->fail(kept.error());
             });
}

void list(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.connections().list(), tools.loop, [call](const base::Result<QList<Connection>> &all) {
        if (!all) {
            call->fail(all.error());
            return;
        }
        QJsonArray items;
        for (const Connection &one : *all) {
            items.append(toJson(one));
        }
        answerList(call, items);
    });
}

void listProviders(Tools &tools, const CallPtr &call)
{
    QJsonArray items;
    for (const domain::ProviderInfo &info : tools.catalog.providers()) {
        items.append(providerItem(info));
    }
    answerList(call, items);
}

void add(Tools &tools, const CallPtr &call)
{
    base::Result<Given> given = givenNew(tools, call->body);
    if (!given) {
        call->fail(given.error());
        return;
    }
    given->connection.id = base::ConnectionId::make();
    const Connection connection = given->connection;
    keep(tools, call, connection.id, given->credential, [&tools, call, connection] {
        whenDone(tools.store.connections().add(connection, call->by), tools.loop, [call](const Connected &added) {
            added ? call->answer(201, toJson(*added)) : call->fail(added.error());
        });
    });
}

/// Goes on with the connection that the path names.
template <typename Go> void withConnection(Tools &tools, const CallPtr &call, Go go)
{
    server::withConnection(tools, call, call->id, go);
}

void show(Tools &tools, const CallPtr &call)
{
    withConnection(tools, call, [call](const Connection &connection) { call->answer(200, toJson(connection)); });
}

void renew(Tools &tools, const CallPtr &call, const Connection &edited)
{
    whenDone(
        tools.store.connections().renewed(edited.id, call->by), tools.loop,
        [&tools, call](const base::Status &renewed) { renewed ? show(tools, call) : call->fail(renewed.error()); });
}

void saveEdit(Tools &tools, const CallPtr &call, const base::ConnectionId &id, const QJsonObject &changes,
              const Credential &credential)
{
    whenDone(tools.store.connections().edit(id, changes, call->by), tools.loop,
             [&tools, call, credential](const Connected &edited) {
                 if (!edited) {
                     call->fail(edited.error());
                 } else if (credential.isEmpty()) {
                     call->answer(200, toJson(*edited));
                 } else {
                     keep(tools, call, edited->id, credential,
                          [&tools, call, connection = *edited] { renew(tools, call, connection); });
                 }
             });
}

void edit(Tools &tools, const CallPtr &call)
{
    withConnection(tools, call, [&tools, call](const Connection &connection) {
        QJsonObject changes = call->body.toObject();
        const QJsonValue secret = changes.take("credential"_L1);
        const auto provider = providerOf(tools, connection.provider);
        const Connected wanted = domain::edited(connection, changes);
        const auto credential =
            provider ? credentialFrom(**provider, secret) : base::Result<Credential>(provider.error());
        const base::Status fits = !wanted       ? base::Status(wanted.error())
                                  : !credential ? base::Status(credential.error())
                                                : checkSettings(tools, **provider, *wanted);
        fits ? saveEdit(tools, call, connection.id, changes, *credential) : call->fail(fits.error());
    });
}

void forgetCredential(Tools &tools, const CallPtr &call, QStringList names)
{
    if (names.isEmpty() || !tools.secrets) {
        call->answer(200, {{u"status"_s, u"deleted"_s}});
        return;
    }
    const QString name = names.takeFirst();
    whenDone(tools.secrets->remove(name, call->by), tools.loop, [&tools, call, names](const base::Status &) {
        forgetCredential(tools, call, names); // one that was never set is not missed
    });
}

void remove(Tools &tools, const CallPtr &call)
{
    withConnection(tools, call, [&tools, call](const Connection &connection) {
        const base::Result<bool> discard = call->query.flag(u"discard"_s);
        if (!discard) {
            call->fail(discard.error());
            return;
        }
        QStringList names;
        if (const domain::ProviderInfo *provider = tools.catalog.provider(connection.provider)) {
            for (const domain::FieldSpec &field : provider->credentials) {
                names.append(domain::credentialName(connection.id, field.name));
            }
        }
        const store::Unsent unsent = *discard ? store::Unsent::Discard : store::Unsent::Keep;
        whenDone(tools.store.connections().remove(connection.id, unsent, call->by), tools.loop,
                 [&tools, call, names](const base::Status &removed) {
                     removed ? forgetCredential(tools, call, names) : call->fail(removed.error());
                 });
    });
}

void askWho(Tools &tools, const CallPtr &call, const Connection &connection, const Credential &credential)
{
    if (!tools.remote.test) {
        call->fail(nobodySpeaks());
        return;
    }
    whenDone(tools.remote.test(connection, credential), tools.loop,
             [call](const base::Result<domain::AccountFacts> &facts) {
                 facts ? call->answer(200, accountItem(*facts)) : call->fail(facts.error());
             });
}

void test(Tools &tools, const CallPtr &call)
{
    const base::Result<Given> given = givenNew(tools, call->body);
    given ? askWho(tools, call, given->connection, given->credential) : call->fail(given.error());
}

void testKept(Tools &tools, const CallPtr &call)
{
    withConnection(tools, call, [&tools, call](const Connection &connection) { askWho(tools, call, connection, {}); });
}

void sync(Tools &tools, const CallPtr &call, const std::optional<base::ConnectionId> &which)
{
    if (!tools.remote.syncNow) {
        call->fail(nobodySpeaks());
        return;
    }
    whenDone(tools.remote.syncNow(which), tools.loop, [call](const base::Status &begun) {
        begun ? call->answer(202, {{u"status"_s, u"syncing"_s}}) : call->fail(begun.error());
    });
}

void syncAll(Tools &tools, const CallPtr &call)
{
    sync(tools, call, std::nullopt);
}

void syncOne(Tools &tools, const CallPtr &call)
{
    withConnection(tools, call, [&tools, call](const Connection &connection) { sync(tools, call, connection.id); });
}

void listActions(Tools &tools, const CallPtr &call)
{
    withConnection(tools, call, [&tools, call](const Connection &connection) {
        const auto provider = providerOf(tools, connection.provider);
        provider ? answerList(call, actionItems(**provider)) : call->fail(provider.error());
    });
}

/// One that changes anything, there or here, is for those who may edit.
base::Status checkAction(const Call &call, const domain::ProviderInfo &provider, const QJsonObject &fields)
{
    const QString name = call.path.value(u"action"_s);
    for (const domain::RemoteAction &action : provider.actions) {
        if (action.name == name) {
            CHECK(domain::authorize(call.by, action.right()));
            return domain::checkFields(action.fields, fields);
        }
    }
    return base::notFound(u"action %1 of %2"_s.arg(name, provider.provider));
}

void act(Tools &tools, const CallPtr &call)
{
    withConnection(tools, call, [&tools, call](const Connection &connection) {
        const auto provider = providerOf(tools, connection.provider);
        const QJsonObject fields = call->body.toObject();
        const base::Status fits = provider ? checkAction(*call, **provider, fields) : base::Status(provider.error());
        if (!fits || !tools.remote.act) {
            call->fail(fits ? nobodySpeaks() : fits.error());
            return;
        }
        whenDone(tools.remote.act(connection.id, call->path.value(u"action"_s), fields, call->by), tools.loop,
                 [call](const base::Result<QJsonValue> &answer) {
                     answer ? call->answer(200, {{u"answer"_s, *answer}}) : call->fail(answer.error());
                 });
    });
}

} // namespace

QList<Route> connectionRoutes()
{
    using enum BodyKind;
    const QString all = u"/api/connections"_s;
    const QString one = all + u"/{id}"_s;
    const Subject none = Subject::None;
    return {
        {Method::Get, u"/api/providers"_s, Right::View,
         u"The remote systems that can be connected, their fields and the kinds that only they run"_s, listProviders,
         none, Nothing, smallBody},
        {Method::Get, all, Right::View, u"The connections and how they stand, by name"_s, list, none, Nothing,
         smallBody},
        {Method::Post, all, Right::Admin, u"Add a connection; its credential goes into the keyring"_s, add, none, Json,
         smallBody},
        {Method::Post, all + u"/test"_s, Right::Admin, u"Ask who we are there, and keep nothing"_s, test, none, Json,
         smallBody},
        {Method::Post, all + u"/sync"_s, Right::Run, u"Look everywhere now"_s, syncAll, none, Nothing, smallBody},
        {Method::Get, one, Right::View, u"One connection"_s, show, none, Nothing, smallBody},
        {Method::Put, one, Right::Admin, u"Replace the fields that are given, or the credential"_s, edit, none, Json,
         smallBody},
        {Method::Delete,
         one,
         Right::Admin,
         u"Remove a connection with what is mirrored; nothing is done there"_s,
         remove,
         none,
         Nothing,
         smallBody,
         {u"discard"_s}},
        {Method::Post, one + u"/test"_s, Right::Admin, u"Ask who we are there"_s, testKept, none, Nothing, smallBody},
        {Method::Post, one + u"/sync"_s, Right::Run, u"Look there now"_s, syncOne, none, Nothing, smallBody},
        {Method::Get, one + u"/actions"_s, Right::View, u"What only its system can do, and the fields of that"_s,
         listActions, none, Nothing, smallBody},
        {Method::Post, one + u"/actions/{action}"_s, Right::Run, u"Do something that only its system can do"_s, act,
         none, MaybeJson, smallBody},
    };
}

} // namespace server
