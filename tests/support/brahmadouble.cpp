// SPDX-License-Identifier: Apache-2.0
#include "tests/support/brahmadouble.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QByteArray prefix = "/v1/vendor";

Told data(const QJsonValue &value, int status = 200)
{
    return told({{u"data"_s, value}}, status);
}

Told failed(const QString &text, int status)
{
    return told({{u"data"_s, QJsonValue::Null}, {u"error"_s, text}}, status);
}

bool isOfChain(const Asked &asked)
{
    return asked.parts.contains(QString::number(BrahmaDouble::chain));
}

/// As the service does: addresses come back in lower case.
QJsonValue lowered(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString();
        return text.startsWith("0x"_L1) && text.size() == 42 ? QJsonValue(text.toLower()) : value;
    }
    QJsonArray array;
    for (const QJsonValue one : value.toArray()) {
        array.append(lowered(one));
    }
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        it.value() = lowered(it.value());
    }
    return value.isArray() ? QJsonValue(array) : value.isObject() ? QJsonValue(object) : value;
}

} // namespace

BrahmaDouble::BrahmaDouble()
{
    serveRegistrations();
    serveSubscriptions();
    serveTasks();
    serveKernel();
}

QUrl BrahmaDouble::url() const
{
    QUrl url = server.url();
    url.setPath(QString::fromLatin1(prefix));
    return url;
}

void BrahmaDouble::serve(const QByteArray &method, const QByteArray &path, const FaultServer::Handler &handler)
{
    server.route(method, prefix + path, [handler](const Asked &asked) {
        return asked.headers.value("x-api-key") == apiKey ? handler(asked) : failed(u"invalid api key"_s, 401);
    });
}

void BrahmaDouble::becomes(const QString &taskId, const QString &status, const QString &hash, const QString &error)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    const QJsonObject response{
        {u"isSuccessful"_s, status == "successful"_L1}, {u"error"_s, error}, {u"transactionHash"_s, orNull(hash)}};
    const QJsonObject request{
        {u"taskId"_s, taskId}, {u"requestedAt"_s, 0}, {u"timeout"_s, u"120"_s}, {u"chainID"_s, QString::number(chain)}};
    tasks.insert(taskId, QJsonObject{{u"taskId"_s, taskId},
                                     {u"metadata"_s, QJsonObject{{u"request"_s, request}, {u"response"_s, response}}},
                                     {u"outputTransactionHash"_s, orNull(hash)},
                                     {u"status"_s, status},
                                     {u"createdAt"_s, u"0001-01-01T00:00:00Z"_s}});
}

void BrahmaDouble::serveRegistrations()
{
    serve("POST", "/automations/executor", [this](const Asked &asked) {
        QJsonObject made = lowered(asked.json()).toObject();
        made.insert("id"_L1, u"registry-%1"_s.arg(++m_made));
        made.insert("status"_L1, 0);
        registrations.insert(made.value("executor"_L1).toString(), made);
        return data(made, 201);
    });
    serve("GET", "/automations/executor/{}/{}", [this](const Asked &asked) {
        QJsonObject made = registrations.value(asked.parts.first().toLower()).toObject();
        if (made.isEmpty() || !isOfChain(asked)) {
            return failed(u"executor not found"_s, 404);
        }
        made.insert("status"_L1, 1);
        return data(made);
    });
    serve("GET", "/automations/executor/nonce/{}/{}/{}",
          [this](const Asked &asked) { return data(nonces.value(asked.parts.last().toLower()).toString(u"0"_s)); });
}

void BrahmaDouble::serveSubscriptions()
{
    const auto of = [this](const QString &key, const QString &value) {
        QJsonArray some;
        for (const QJsonValue one : subscriptions) {
            if (key.isEmpty() || one[key].toString() == value) {
                some.append(one);
            }
        }
        return data(some);
    };
    serve("GET", "/automations/executor/{}/subscriptions",
          [of](const Asked &asked) { return of(u"registryId"_s, asked.parts.first()); });
    serve("GET", "/automations/subscriptions/console/{}/{}", [of](const Asked &) { return of({}, {}); });
    serve("GET", "/automations/subscriptions/owner/{}/{}",
          [of](const Asked &asked) { return of(u"registryId"_s, asked.parts.last()); });
}

Told BrahmaDouble::executing(const Asked &asked)
{
    executed = asked.json();
    if (!refusal.isEmpty()) {
        return refusesInside ? data(QJsonObject{{u"data"_s, QJsonValue::Null}, {u"error"_s, refusal}})
                             : failed(refusal, 200);
    }
    const QString id = u"task-%1"_s.arg(++m_made);
    becomes(id, u"pending"_s);
    const QJsonObject plain{{u"taskId"_s, id}};
    return !nests
               ? data(plain)
               : told({{u"data"_s,
                        QJsonObject{{u"data"_s, plain}, {u"error"_s, QJsonValue::Null}, {u"errors"_s, QJsonArray()}}},
                       {u"error"_s, u""_s}});
}

void BrahmaDouble::serveTasks()
{
    serve("POST", "/automations/tasks/validate/{}", [this](const Asked &asked) {
        validated = asked.json();
        return data(QJsonObject{{u"expiry"_s, expiry}, {u"policySignature"_s, u"0x"_s + QString(130, u'7')}});
    });
    serve("POST", "/automations/tasks/execute/{}", [this](const Asked &asked) { return executing(asked); });
    serve("GET", "/relayer/tasks/status/{}", [this](const Asked &asked) {
        const QJsonValue task = tasks.value(asked.parts.first());
        return task.isObject() ? data(task) : failed(u"task not found"_s, 404);
    });
}

void BrahmaDouble::serveKernel()
{
    serve("POST", "/kernel/executor", [this](const Asked &asked) {
        const QJsonObject body = asked.json();
        kernelExecutors.insert(body.value("registryId"_L1).toString(),
                               QJsonObject{{u"registryId"_s, body.value("registryId"_L1)},
                                           {u"metadata"_s, body.value("config"_L1)},
                                           {u"signature"_s, body.value("signature"_L1)},
                                           {u"enabled"_s, true},
                                           {u"created_at"_s, u"2025-07-01T10:00:00Z"_s},
                                           {u"updated_at"_s, u"2025-07-01T10:00:00Z"_s},
                                           {u"relayerAddresses"_s, QJsonArray()}});
        return told({}, 201);
    });
    serve("GET", "/kernel/executor/{}", [this](const Asked &asked) {
        const QJsonValue executor = kernelExecutors.value(asked.parts.first());
        return executor.isObject() ? data(executor) : failed(u"not found"_s, 404);
    });
    serve("POST", "/kernel/tasks", [this](const Asked &asked) {
        submitted = asked.json();
        if (!refusal.isEmpty()) {
            return told({{u"success"_s, false}, {u"message"_s, refusal}}, 202);
        }
        kernelStates.insert(submitted.value("id"_L1).toString(), 1);
        return told({{u"success"_s, true}}, 202);
    });
    serve("GET", "/kernel/tasks/{}", [this](const Asked &asked) {
        const qsizetype from = asked.value(u"cursor"_s).toLongLong();
        const qsizetype limit = asked.value(u"limit"_s).toLongLong();
        QJsonArray part;
        for (qsizetype i = from; i < std::min(from + limit, kernelTasks.size()); ++i) {
            part.append(kernelTasks.at(i));
        }
        return data(QJsonObject{{u"tasks"_s, part}, {u"cursor"_s, from + part.size()}});
    });
    serve("GET", "/kernel/tasks/status/{}", [this](const Asked &asked) {
        const QJsonValue state = kernelStates.value(asked.parts.first());
        return state.isUndefined() ? failed(u"workflow not found"_s, 404)
                                   : data(QJsonObject{{u"status"_s, state}, {u"out"_s, QJsonValue::Null}});
    });
    serve("GET", "/kernel/logs/{}", [this](const Asked &) { return data(kernelLogs); });
}

} // namespace test
