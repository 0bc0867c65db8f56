// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/service.h"

#include "app/providers/brahma/envelope.h"

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

rest::Call posted(const QStringList &path, const QJsonObject &body)
{
    return rest::jsonCall("POST", path, QJsonDocument(body));
}

QStringList below(const QString &place, const QStringList &parts)
{
    return place.split(u'/') + parts;
}

} // namespace

Service::Service(const syncing::AccountContext &context, qint64 chain, const rest::Habits &habits)
    : m_clock(context.clock),
      m_chain(chain),
      m_patience(habits.longest * 5 / 3), // real clients give an execution 50 s
      m_client({.base = context.connection.baseUrl,
                .caFile = context.connection.settings.value("ca_file"_L1).toString(),
                .clock = context.clock,
                .habits = habits})
{
    const QByteArray key = context.credential.value(u"api_key"_s).trimmed().toUtf8();
    m_client.identifyBy([key] {
        return key.isEmpty() || !net::isHeaderValue(key) ? net::Headers() : net::Headers{{"x-api-key", key}};
    });
}

Service::Answer<QJsonObject> Service::object(const rest::Call &call)
{
    return rest::then<QJsonObject>(&m_client, m_client.ask(call),
                                   [call](const rest::Reply &reply) { return dataObjectOf(reply, call); });
}

Service::Answer<QJsonArray> Service::array(const rest::Call &call)
{
    return rest::then<QJsonArray>(&m_client, m_client.ask(call),
                                  [call](const rest::Reply &reply) { return dataArrayOf(reply, call); });
}

Service::Answer<QJsonObject> Service::registration(const QString &executor)
{
    return object(rest::plainCall(below(u"automations/executor"_s, {executor, chain()})));
}

Service::Answer<QJsonObject> Service::registerExecutor(const QJsonObject &body)
{
    return object(posted({u"automations"_s, u"executor"_s}, body));
}

Service::Answer<QJsonArray> Service::subscriptions(const QString &registryId)
{
    return array(rest::plainCall(below(u"automations/executor"_s, {registryId, u"subscriptions"_s})));
}

Service::Answer<QJsonArray> Service::subscriptionsOfConsole(const QString &account)
{
    return array(rest::plainCall(below(u"automations/subscriptions/console"_s, {account, chain()})));
}

Service::Answer<QJsonArray> Service::subscriptionsOfOwner(const QString &owner, const QString &registryId)
{
    return array(rest::plainCall(below(u"automations/subscriptions/owner"_s, {owner, registryId})));
}

Service::Answer<QString> Service::nonce(const QString &executor, const QString &account)
{
    const rest::Call call = rest::plainCall(below(u"automations/executor/nonce"_s, {executor, chain(), account}));
    return rest::then<QString>(&m_client, m_client.ask(call),
                               [call](const rest::Reply &reply) -> base::Result<QString> {
                                   TRY(const QJsonValue data, dataOf(reply, call));
                                   return nonceIn(data);
                               });
}

Service::Answer<QJsonObject> Service::validate(const QJsonObject &body)
{
    rest::Call call = posted(below(u"automations/tasks/validate"_s, {chain()}), body);
    call.repeat = rest::Repeat::Safe; // it looks and does nothing
    return object(call);
}

Service::Answer<QString> Service::execute(const QJsonObject &body)
{
    rest::Call call = posted(below(u"automations/tasks/execute"_s, {chain()}), body);
    call.longest = m_patience;
    return rest::then<QString>(&m_client, object(call), taskIdIn);
}

Service::Answer<QJsonObject> Service::status(const QString &taskId)
{
    return object(rest::plainCall(below(u"relayer/tasks/status"_s, {taskId})));
}

Service::Answer<QJsonObject> Service::kernelRegistration(const QString &registryId)
{
    return object(rest::plainCall(below(u"kernel/executor"_s, {registryId})));
}

Service::Answer<void> Service::registerAtKernel(const QJsonObject &body)
{
    const rest::Call call = posted({u"kernel"_s, u"executor"_s}, body);
    // Nothing is said of what comes back; an error in it is one all the same.
    return rest::then<void>(&m_client, m_client.ask(call), [call](const rest::Reply &reply) {
        return refusalIn(rest::objectOf(reply).value_or({}), call);
    });
}

Service::Answer<void> Service::submitToKernel(const QJsonObject &body)
{
    const rest::Call call = posted({u"kernel"_s, u"tasks"_s}, body);
    return rest::then<void>(&m_client, m_client.ask(call), [call](const rest::Reply &reply) -> base::Status {
        TRY(const QJsonObject answer, rest::objectOf(reply));
        return refusalIn(answer, call);
    });
}

Service::Answer<QJsonObject> Service::kernelTasks(const QString &registryId, qint64 cursor, qint64 limit)
{
    rest::Call call = rest::plainCall(below(u"kernel/tasks"_s, {registryId}));
    call.ask(u"cursor"_s, QString::number(cursor));
    call.ask(u"limit"_s, QString::number(limit));
    return object(call);
}

Service::Answer<QJsonObject> Service::kernelStatus(const QString &taskId)
{
    return object(rest::plainCall(below(u"kernel/tasks/status"_s, {taskId})));
}

Service::Answer<QJsonArray> Service::kernelLogs(const QString &id)
{
    return array(rest::plainCall(below(u"kernel/logs"_s, {id})));
}

} // namespace providers::brahma
