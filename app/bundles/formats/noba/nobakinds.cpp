// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/noba/nobakinds.h"

#include "app/bundles/transfer/plan.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

QJsonObject made(const QString &type, const QJsonObject &params)
{
    return {{u"type"_s, type}, {u"params"_s, params}};
}

base::Result<QJsonObject> script(const QJsonObject &config, NobaTold &)
{
    const QJsonValue command = config.value("command"_L1);
    if (!command.isString() || command.toString().trimmed().isEmpty()) {
        return base::invalid(u"config.script"_s,
                             u"it runs the server's own script “%1”, which is not in the export"_s.arg(
                                 shortened(config.value("script"_L1).toString())));
    }
    // There it is bash that reads it.
    return made(u"script"_s, {{u"script"_s, command}, {u"interpreter"_s, u"/bin/bash"_s}});
}

base::Result<QJsonObject> service(const QJsonObject &config, NobaTold &)
{
    return made(u"service_control"_s, {{u"service"_s, config.value("service"_L1)},
                                       {u"action"_s, config.value("action"_L1).toString(u"restart"_s)},
                                       {u"scope"_s, config.value("is_user"_L1).toBool() ? u"user"_s : u"system"_s}});
}

QString bodyOf(const QJsonValue &body)
{
    return body.isObject()  ? QString::fromUtf8(QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact))
           : body.isArray() ? QString::fromUtf8(QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact))
                            : body.toString();
}

base::Result<QJsonObject> http(const QJsonObject &config, NobaTold &told)
{
    QJsonObject params{{u"url"_s, config.value("url"_L1)},
                       {u"method"_s, config.value("method"_L1).toString(u"GET"_s).toUpper()},
                       {u"follow_redirects"_s, false}};
    if (config.value("headers"_L1).isObject()) {
        params.insert("headers"_L1, config.value("headers"_L1));
    }
    if (const QString body = bodyOf(config.value("body"_L1)); !body.isEmpty()) {
        params.insert("body"_L1, body);
    }
    const QString auth = config.value("auth_type"_L1).toString();
    if (auth == "bearer"_L1) {
        params.insert("auth"_L1, u"Bearer ${secret:imported_token}"_s);
        told.notes.append(u"set the secret imported_token: the token itself is not imported"_s);
    } else if (auth == "basic"_L1) {
        params.insert("auth"_L1,
                      u"Basic %1:${secret:imported_password}"_s.arg(config.value("auth_user"_L1).toString()));
        told.notes.append(u"set the secret imported_password: the password itself is not imported"_s);
    }
    return made(u"http"_s, params);
}

base::Result<QJsonObject> webhook(const QJsonObject &config, NobaTold &told)
{
    QJsonObject posted = config;
    posted.insert("method"_L1, config.value("method"_L1).toString(u"POST"_s));
    if (config.contains("secret"_L1)) {
        told.notCarried.append(u"secret: requests are not signed here"_s);
    }
    return http(posted, told);
}

base::Result<QJsonObject> delay(const QJsonObject &config, NobaTold &)
{
    const QJsonValue seconds = config.contains("seconds"_L1) ? config.value("seconds"_L1) : config.value("duration"_L1);
    return made(u"delay"_s, {{u"seconds"_s, seconds}});
}

base::Result<QJsonObject> notify(const QJsonObject &config, NobaTold &told)
{
    static const QStringList levels{u"info"_s, u"warning"_s, u"error"_s};
    const QString level = config.value("level"_L1).toString(u"info"_s);
    if (!config.value("channels"_L1).toArray().isEmpty()) {
        told.notCarried.append(u"channels: notices are shown on this desktop"_s);
    }
    return made(u"notify"_s, {{u"message"_s, config.value("message"_L1)},
                              {u"level"_s, levels.contains(level) ? level : u"error"_s}});
}

base::Result<QJsonObject> workflow(const QJsonObject &config, const NobaIds &ids, NobaTold &told)
{
    const QJsonArray theirs = config.value("steps"_L1).toArray();
    if (theirs.isEmpty()) {
        return base::invalid(u"config.steps"_s,
                             u"a workflow drawn as a graph (nodes, edges) has no counterpart here"_s);
    }
    const bool parallel = config.value("mode"_L1).toString() == "parallel"_L1;
    QJsonArray steps;
    for (qsizetype i = 0; i < theirs.size(); ++i) {
        const QString id = theirs.at(i).toString();
        QJsonObject step{{u"id"_s, u"step%1"_s.arg(i + 1)}, {u"automation_id"_s, ids.value(id, id)}};
        if (i > 0 && !parallel) {
            step.insert("after"_L1, QJsonArray{QJsonObject{{u"step"_s, u"step%1"_s.arg(i)}, {u"on"_s, u"success"_s}}});
        }
        steps.append(step);
    }
    if (config.value("retries"_L1).toInt() > 0) {
        told.notCarried.append(u"retries: give the automations of the steps a retry of their own"_s);
    }
    return made(u"workflow"_s, {{u"steps"_s, steps}});
}

void tellSecrets(const QJsonObject &config, NobaTold &told)
{
    for (const QString &field : {u"trigger_key"_s, u"hmac_secret"_s}) {
        if (config.contains(field)) {
            told.notCarried.append(u"%1: give the automation a webhook, whose token is made here"_s.arg(field));
        }
    }
}

} // namespace

base::Result<QJsonObject> nobaAutomation(const QJsonObject &item, const NobaIds &ids, NobaTold &told)
{
    using Teller = base::Result<QJsonObject> (*)(const QJsonObject &, NobaTold &);
    static const QHash<QString, Teller> tellers{{u"script"_s, script}, {u"service"_s, service},
                                                {u"http"_s, http},     {u"webhook"_s, webhook},
                                                {u"delay"_s, delay},   {u"notify"_s, notify}};
    const QString type = item.value("type"_L1).toString();
    const QJsonObject config = item.value("config"_L1).toObject();
    tellSecrets(config, told);
    if (type == "workflow"_L1) {
        return workflow(config, ids, told);
    }
    const Teller teller = tellers.value(type);
    if (!teller) {
        return base::invalid(u"type"_s, u"the type %1 has no counterpart here"_s.arg(shortened(type)));
    }
    return teller(config, told);
}

} // namespace bundles
