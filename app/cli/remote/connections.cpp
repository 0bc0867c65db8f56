// SPDX-License-Identifier: Apache-2.0
#include "app/cli/remote/remoteparts.h"
#include "app/cli/remote/remoterows.h"
#include "app/cli/text/table.h"

#include <QJsonDocument>
#include <QUrl>

#include <functional>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ApiRequest requestOf(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
{
    ApiRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    return request;
}

void listConnections(Session &session)
{
    session.get("/api/connections", [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
        } else {
            Table table({u"ID"_s, u"NAME"_s, u"SYSTEM"_s, u"ACCOUNT"_s, u"STATE"_s, u"SEEN"_s, u"WHY"_s});
            for (const QJsonValue value : answer.toArray()) {
                const QJsonObject one = value.toObject();
                table.add({one.value("id"_L1).toString(), one.value("name"_L1).toString(),
                           one.value("provider"_L1).toString(), one.value("who"_L1).toString(),
                           one.value("state"_L1).toString(), localSeconds(one.value("synced_at"_L1)),
                           one.value("detail"_L1).toString()});
            }
            table.print(session.out());
        }
        session.finish();
    });
}

/// Takes what of `--set` goes by a name of these out of `values`.
QHash<QString, QString> taken(QHash<QString, QString> &values, const QJsonArray &fields)
{
    QHash<QString, QString> some;
    for (const QJsonValue field : fields) {
        const QString name = field.toObject().value("name"_L1).toString();
        if (values.contains(name)) {
            some.insert(name, values.take(name));
        }
    }
    return some;
}

/// What `--set` says, as a body: the connection's own fields, the provider's settings, and its credential.
base::Result<QJsonObject> bodyOf(Session &session, const QJsonObject &provider)
{
    static const QJsonArray own{QJsonObject{{u"name"_s, u"base_url"_s}, {u"type"_s, u"text"_s}},
                                QJsonObject{{u"name"_s, u"poll_s"_s}, {u"type"_s, u"integer"_s}},
                                QJsonObject{{u"name"_s, u"paused"_s}, {u"type"_s, u"flag"_s}}};
    TRY(auto values, givenValues(session));
    TRY(QJsonObject body, valuesOf(own, taken(values, own)));
    const QJsonArray credential = provider.value("credential"_L1).toArray();
    TRY(const QJsonObject secret, valuesOf(credential, taken(values, credential)));
    TRY(const QJsonObject settings, valuesOf(provider.value("settings"_L1).toArray(), values));
    if (session.asked().has("name"_L1)) {
        body.insert("name"_L1, session.asked().option("name"_L1));
    }
    body.insert("credential"_L1, secret);
    body.insert("settings"_L1, settings);
    return body;
}

/// Asks with the body, and says what was done to which connection.
void save(Session &session, const ApiRequest &request, const QString &done)
{
    session.send(request, [&session, done](const QJsonValue &answer) {
        const QJsonObject saved = answer.toObject();
        if (session.asked().json) {
            session.out().json(saved);
        } else {
            session.out().line(u"%1 %2"_s.arg(done, saved.value("id"_L1).toString()));
        }
        session.finish();
    });
}

/// Goes on with what the server tells of a provider; where it does not know it, with its name alone.
void withProvider(Session &session, const QString &name, const std::function<void(const QJsonObject &)> &go)
{
    session.get("/api/providers", [name, go](const QJsonValue &answer) {
        const QJsonArray providers = answer.toArray();
        for (const QJsonValue value : providers) {
            if (value.toObject().value("provider"_L1).toString() == name) {
                go(value.toObject());
                return;
            }
        }
        go({{u"provider"_s, name}}); // the server says what is wrong with an unknown one
    });
}

void addConnection(Session &session)
{
    withProvider(session, session.operand(0), [&session](const QJsonObject &provider) {
        base::Result<QJsonObject> body = bodyOf(session, provider);
        if (!body) {
            session.fail(body.error());
            return;
        }
        body->insert("provider"_L1, provider.value("provider"_L1));
        if (!body->contains("base_url"_L1)) {
            body->insert("base_url"_L1, provider.value("usual_url"_L1));
        }
        save(session, requestOf("POST", "/api/connections", compact(*body)), u"added"_s);
    });
}

/// Settings that are not given stay what they are.
void sendEdit(Session &session, const QJsonObject &connection, const QJsonObject &provider)
{
    base::Result<QJsonObject> body = bodyOf(session, provider);
    if (!body) {
        session.fail(body.error());
        return;
    }
    QJsonObject settings = connection.value("settings"_L1).toObject();
    const QJsonObject given = body->value("settings"_L1).toObject();
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        settings.insert(it.key(), it.value());
    }
    body->insert("settings"_L1, settings);
    save(session, requestOf("PUT", connectionPath(session.operand(0)), compact(*body)), u"edited"_s);
}

void editConnection(Session &session)
{
    session.get(connectionPath(session.operand(0)), [&session](const QJsonValue &answer) {
        const QJsonObject connection = answer.toObject();
        withProvider(session, connection.value("provider"_L1).toString(),
                     [&session, connection](const QJsonObject &provider) { sendEdit(session, connection, provider); });
    });
}

void testConnection(Session &session)
{
    ApiRequest request = requestOf("POST", connectionPath(session.operand(0), "/test"));
    request.deadline = longestThere; // logging in may take a while, and tries
    sayThatItWaits(session);
    session.send(request, [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            printObject(session.out(), answer.toObject(), {u"who"_s, u"role"_s, u"remote_version"_s});
        }
        session.finish();
    });
}

void removeConnection(Session &session)
{
    const QByteArray query = session.asked().has("discard"_L1) ? "?discard=true" : "";
    session.send(requestOf("DELETE", connectionPath(session.operand(0), query)), [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(u"removed "_s + session.operand(0));
        }
        session.finish();
    });
}

OptionSpec setOption(const QString &help)
{
    return {u"set"_s, OptionSpec::Kind::Texts, u"KEY=VALUE"_s, help, {}};
}

} // namespace

QList<CommandSpec> connectionRows()
{
    using Kind = OptionSpec::Kind;
    return {
        {u"connections"_s,
         Right::View,
         {},
         0,
         0,
         u"The connections to remote systems, and how they stand."_s,
         {},
         listConnections},
        {u"connection add"_s,
         Right::Admin,
         u"PROVIDER"_s,
         1,
         1,
         u"Connects an account at a remote system."_s,
         {{u"name"_s, Kind::Text, u"N"_s, u"what it is called here"_s, {}},
          setOption(
              u"base_url, poll_s, paused, a setting or a part of the credential; a VALUE of - is read from standard input"_s)},
         addConnection},
        {u"connection edit"_s,
         Right::Admin,
         u"ID"_s,
         1,
         1,
         u"Changes what is given and leaves the rest, the credential as well."_s,
         {{u"name"_s, Kind::Text, u"N"_s, u"what it is called here"_s, {}},
          setOption(u"base_url, poll_s, paused, a setting or a part of the credential; a VALUE of - is read from "
                    "standard input"_s)},
         editConnection},
        {u"connection test"_s, Right::Admin, u"ID"_s, 1, 1, u"Asks who we are there."_s, {}, testConnection},
        {u"connection remove"_s,
         Right::Admin,
         u"ID"_s,
         1,
         1,
         u"Removes a connection and what is mirrored of it; nothing is done there, and runs and logs stay."_s,
         {{u"discard"_s, Kind::Switch, {}, u"also where changes or runs were not sent yet"_s, {}}},
         removeConnection},
    };
}

} // namespace cli
