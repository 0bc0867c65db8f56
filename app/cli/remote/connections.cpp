// SPDX-License-Identifier: Apache-2.0
#include "app/cli/remote/remoteparts.h"
#include "app/cli/remote/remoterows.h"
#include "app/cli/text/input.h"
#include "app/cli/text/table.h"

#include <QJsonDocument>
#include <QUrl>

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

/// What `--set` says, as a body: the connection's own fields, the provider's settings, and its credential.
base::Result<QJsonObject> bodyOf(Session &session, const QJsonObject &provider)
{
    TRY(auto values, givenValues(session));
    QJsonObject body{{u"name"_s, session.asked().option("name"_L1)},
                     {u"provider"_s, provider.value("provider"_L1)},
                     {u"base_url"_s, provider.value("usual_url"_L1)}};
    for (const auto &[name, type] : {std::pair(u"base_url"_s, u"text"_s), std::pair(u"poll_s"_s, u"integer"_s)}) {
        if (values.contains(name)) {
            TRY(const QJsonValue value, valueOf({{u"name"_s, name}, {u"type"_s, type}}, values.take(name)));
            body.insert(name, value);
        }
    }
    QHash<QString, QString> secrets;
    const QJsonArray credential = provider.value("credential"_L1).toArray();
    for (const QJsonValue field : credential) {
        const QString name = field.toObject().value("name"_L1).toString();
        if (values.contains(name)) {
            secrets.insert(name, values.take(name));
        }
    }
    TRY(const QJsonObject secret, valuesOf(credential, secrets));
    TRY(const QJsonObject settings, valuesOf(provider.value("settings"_L1).toArray(), values));
    body.insert("credential"_L1, secret);
    body.insert("settings"_L1, settings);
    return body;
}

void addTo(Session &session, const QJsonObject &provider)
{
    const base::Result<QJsonObject> body = bodyOf(session, provider);
    if (!body) {
        session.fail(body.error());
        return;
    }
    session.send(requestOf("POST", "/api/connections", compact(*body)), [&session](const QJsonValue &answer) {
        const QJsonObject added = answer.toObject();
        if (session.asked().json) {
            session.out().json(added);
        } else {
            session.out().line(u"added "_s + added.value("id"_L1).toString());
        }
        session.finish();
    });
}

void addConnection(Session &session)
{
    session.get("/api/providers", [&session](const QJsonValue &answer) {
        QJsonObject provider{{u"provider"_s, session.operand(0)}}; // the server says what is wrong with an unknown one
        const QJsonArray providers = answer.toArray();
        for (const QJsonValue value : providers) {
            if (value.toObject().value("provider"_L1).toString() == session.operand(0)) {
                provider = value.toObject();
            }
        }
        addTo(session, provider);
    });
}

void testConnection(Session &session)
{
    session.send(requestOf("POST", connectionPath(session.operand(0), "/test")), [&session](const QJsonValue &answer) {
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

void printActions(Session &session, const QJsonArray &actions)
{
    if (session.asked().json) {
        session.out().json(actions);
        return;
    }
    Table table({u"ACTION"_s, u"FIELDS"_s, u"WHAT"_s});
    for (const QJsonValue value : actions) {
        const QJsonObject action = value.toObject();
        QStringList fields;
        for (const QJsonValue field : action.value("fields"_L1).toArray()) {
            fields.append(field.toObject().value("name"_L1).toString());
        }
        table.add({action.value("name"_L1).toString(), fields.join(u' '), action.value("label"_L1).toString()});
    }
    table.print(session.out());
}

void printAnswer(Session &session, const QJsonValue &answer)
{
    if (answer.isObject()) {
        session.asked().json ? session.out().json(answer.toObject())
                             : printObject(session.out(), answer.toObject(), {});
    } else if (answer.isArray()) {
        session.out().json(answer.toArray());
    } else if (!answer.isNull() && !answer.isUndefined()) {
        session.out().line(answer.toVariant().toString());
    }
}

/// The fields of a file, and `--set` over them.
base::Result<QJsonObject> fieldsOf(Session &session, const QJsonObject &action)
{
    QJsonObject fields;
    if (const QString file = session.operand(2); !file.isEmpty()) {
        TRY(const QJsonDocument document, readJson(file, session.out().streams().in));
        fields = document.object();
    }
    TRY(const auto values, givenValues(session));
    TRY(const QJsonObject set, valuesOf(action.value("fields"_L1).toArray(), values));
    for (auto it = set.constBegin(); it != set.constEnd(); ++it) {
        fields.insert(it.key(), it.value());
    }
    return fields;
}

void act(Session &session, const QJsonArray &actions)
{
    for (const QJsonValue value : actions) {
        const QJsonObject action = value.toObject();
        if (action.value("name"_L1).toString() != session.operand(1)) {
            continue;
        }
        const base::Result<QJsonObject> fields = fieldsOf(session, action);
        if (!fields) {
            session.fail(fields.error());
            return;
        }
        const QByteArray path = "/actions/" + QUrl::toPercentEncoding(session.operand(1));
        session.send(requestOf("POST", connectionPath(session.operand(0), path), compact(*fields)),
                     [&session](const QJsonValue &answer) {
                         printAnswer(session, answer.toObject().value("answer"_L1));
                         session.finish();
                     });
        return;
    }
    session.fail(base::notFound(u"action "_s + session.operand(1)));
}

void remote(Session &session)
{
    session.get(connectionPath(session.operand(0), "/actions"), [&session](const QJsonValue &actions) {
        if (!session.operand(1).isEmpty()) {
            act(session, actions.toArray());
            return;
        }
        printActions(session, actions.toArray());
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
              u"base_url, poll_s, a setting or a part of the credential; a VALUE of - is read from standard input"_s)},
         addConnection},
        {u"connection test"_s, Right::Admin, u"ID"_s, 1, 1, u"Asks who we are there."_s, {}, testConnection},
        {u"connection remove"_s,
         Right::Admin,
         u"ID"_s,
         1,
         1,
         u"Removes a connection and what is mirrored of it; nothing is done there, and runs and logs stay."_s,
         {{u"discard"_s, Kind::Switch, {}, u"also where changes or runs were not sent yet"_s, {}}},
         removeConnection},
        {u"remote"_s,
         Right::View,
         u"CONNECTION [ACTION] [FILE|-]"_s,
         1,
         3,
         u"What only this system can do, and the fields of that; with an ACTION does it. FILE holds its fields as JSON."_s,
         {setOption(u"one of its fields"_s)},
         remote},
    };
}

} // namespace cli
