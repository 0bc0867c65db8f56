// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/actiondesk.h"

#include "app/providers/defender/fields.h"
#include "app/providers/defender/reading.h"
#include "app/providers/defender/writing.h"
#include "app/sync/rest/address.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

/// What the service answers to a status it does not know as a filter.
bool isAboutFilter(const base::Error &error)
{
    return error.code == base::ErrorCode::Invalid;
}

/// Those of the status, whether or not the service looked at it.
QJsonObject filtered(QJsonObject list, const QString &status)
{
    QJsonArray kept;
    for (const QJsonValue item : list.value("items"_L1).toArray()) {
        if (status.isEmpty() || runWord(item["status"_L1].toString()) == runWord(status)) {
            kept.append(item);
        }
    }
    list.insert("items"_L1, kept);
    return list;
}

} // namespace

rest::Future<QJsonValue> ActionDesk::act(const QString &action, const QJsonObject &fields)
{
    using Method = Outcome (ActionDesk::*)(const QJsonObject &);
    static const QHash<QString, Method> methods{
        {u"bring-home"_s, &ActionDesk::bringHome},
        {u"upload-code"_s, &ActionDesk::uploadCode},
        {u"download-code"_s, &ActionDesk::downloadCode},
        {u"show"_s, &ActionDesk::show},
        {u"set-relayer"_s, &ActionDesk::setRelayer},
        {u"environment"_s, &ActionDesk::environment},
        {u"set-environment"_s, &ActionDesk::setEnvironment},
        {u"run"_s, &ActionDesk::run},
        {u"runs"_s, &ActionDesk::runs},
        {u"call-webhook"_s, &ActionDesk::callWebhook},
        {u"secrets"_s, &ActionDesk::secrets},
        {u"set-secrets"_s, &ActionDesk::setSecrets},
        {u"counts"_s, &ActionDesk::counts},
        {u"quotas"_s, &ActionDesk::quotas},
        {u"capabilities"_s, &ActionDesk::capabilities},
    };
    const Method method = methods.value(action, nullptr);
    if (method == nullptr) {
        return rest::settled<QJsonValue>(
            base::Error{.code = base::ErrorCode::Unsupported, .detail = u"there is no action named %1"_s.arg(action)});
    }
    const Outcome outcome = (this->*method)(fields);
    return outcome ? *outcome : rest::settled<QJsonValue>(outcome.error());
}

rest::Future<QJsonValue> ActionDesk::told(const rest::Future<QJsonObject> &answer)
{
    return rest::then<QJsonValue>(m_service.context(), answer, [](const QJsonObject &object) {
        return base::Result<QJsonValue>(QJsonValue(object));
    });
}

ActionDesk::Outcome ActionDesk::bringHome(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    return m_code.bringHome(id);
}

ActionDesk::Outcome ActionDesk::uploadCode(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    TRY(const QString code, textField(fields, u"code"_s));
    TRY(const QString path, textField(fields, u"path"_s));
    if (code.isEmpty() == path.isEmpty()) {
        return base::invalid(u"code"_s, u"either code or path is wanted"_s);
    }
    return m_code.upload(id, code.isEmpty() ? m_code.fromPath(path) : m_code.fromCode(code));
}

ActionDesk::Outcome ActionDesk::downloadCode(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    return m_code.download(id);
}

ActionDesk::Outcome ActionDesk::show(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    return rest::then<QJsonValue>(m_service.context(), m_service.wholeItem(id), [](QJsonObject item) {
        item.remove("encodedZippedCode"_L1);
        return base::Result<QJsonValue>(QJsonValue(item));
    });
}

/// There is no way to change one field only, so what is there is sent back whole.
ActionDesk::Outcome ActionDesk::setRelayer(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    TRY(const QString relayer, textField(fields, u"relayer_id"_s));
    const auto sent = rest::chain<void>(m_service.context(), m_service.item(id), [this, id, relayer](QJsonObject item) {
        item.remove("relayerId"_L1);
        if (!relayer.isEmpty()) {
            item.insert("relayerId"_L1, relayer);
        }
        return m_service.replace(id, withoutAnswers(item));
    });
    return rest::then<QJsonValue>(m_service.context(), sent, [id, relayer] {
        return base::Result<QJsonValue>(QJsonValue(
            QJsonObject{{u"id"_s, id}, {u"relayer_id"_s, relayer.isEmpty() ? QJsonValue() : QJsonValue(relayer)}}));
    });
}

ActionDesk::Outcome ActionDesk::environment(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    return told(m_service.environment(id));
}

ActionDesk::Outcome ActionDesk::setEnvironment(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    TRY(const QJsonObject variables, pairsField(fields, u"variables"_s));
    return rest::then<QJsonValue>(m_service.context(), m_service.putEnvironment(id, variables), [variables] {
        return base::Result<QJsonValue>(QJsonValue(QJsonObject{{u"variables"_s, variables}}));
    });
}

ActionDesk::Outcome ActionDesk::run(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    TRY(const QJsonObject body, objectField(fields, u"body"_s));
    return told(m_service.start(id, body));
}

ActionDesk::Outcome ActionDesk::runs(const QJsonObject &fields)
{
    TRY(const QString id, neededField(fields, u"id"_s));
    TRY(const QString cursor, textField(fields, u"cursor"_s));
    TRY(const QString status, textField(fields, u"status"_s));
    const rest::Promise<QJsonValue> promise;
    const auto give = [promise, status](const base::Result<QJsonObject> &list) {
        const base::Result<QList<QJsonObject>> items = list ? itemsIn(*list) : list.error();
        promise.give(items ? base::Result<QJsonValue>(QJsonValue(filtered(*list, status))) : items.error());
    };
    base::onAnswer(m_service.context(), m_service.runs({.id = id, .cursor = cursor, .status = status}),
                   [this, id, cursor, status, give](const base::Result<QJsonObject> &list) {
                       if (list || status.isEmpty() || !isAboutFilter(list.error())) {
                           give(list);
                           return;
                       }
                       // Older ones have another word for what was throttled.
                       base::onAnswer(m_service.context(), m_service.runs({.id = id, .cursor = cursor, .status = {}}),
                                      give);
                   });
    return promise.future();
}

ActionDesk::Outcome ActionDesk::callWebhook(const QJsonObject &fields)
{
    TRY(const QString address, neededField(fields, u"url"_s));
    TRY(const QJsonObject body, objectField(fields, u"body"_s));
    const QUrl url(address, QUrl::StrictMode);
    if (const base::Status checked = rest::checkAddress(url); !checked) {
        return base::invalid(u"url"_s, checked.error().detail);
    }
    return rest::then<QJsonValue>(m_service.context(), m_service.callWebhook(url, body), [](QJsonObject run) {
        run.insert("decodedLogs"_L1, QString::fromUtf8(logIn(run)));
        run.remove("encodedLogs"_L1);
        return base::Result<QJsonValue>(QJsonValue(run));
    });
}

ActionDesk::Outcome ActionDesk::secrets(const QJsonObject &)
{
    return told(m_service.secrets());
}

ActionDesk::Outcome ActionDesk::setSecrets(const QJsonObject &fields)
{
    TRY(const QJsonObject values, pairsField(fields, u"secrets"_s));
    TRY(const QStringList deletes, textsField(fields, u"deletes"_s));
    if (values.isEmpty() && deletes.isEmpty()) {
        return base::invalid(u"secrets"_s, u"a secret to write or one to delete is wanted"_s);
    }
    return told(m_service.writeSecrets(values, deletes));
}

ActionDesk::Outcome ActionDesk::counts(const QJsonObject &)
{
    return rest::then<QJsonValue>(
        m_service.context(), m_service.list(), [](const QJsonObject &list) -> base::Result<QJsonValue> {
            TRY(const QList<QJsonObject> items, itemsIn(list));
            return QJsonValue(QJsonObject{{u"automations"_s, items.size()},
                                          {u"runs_quota_usage"_s, list.value("runsQuotaUsage"_L1)},
                                          {u"key_value_store_items"_s, list.value("keyValueStoreItemsCount"_L1)}});
        });
}

ActionDesk::Outcome ActionDesk::quotas(const QJsonObject &fields)
{
    TRY(const QStringList names, textsField(fields, u"quotas"_s));
    TRY(const QString date, textField(fields, u"date"_s));
    return told(m_service.usage(names, date));
}

ActionDesk::Outcome ActionDesk::capabilities(const QJsonObject &)
{
    return rest::then<QJsonValue>(m_service.context(), m_service.capabilities(),
                                  [](const QJsonArray &words) { return base::Result<QJsonValue>(QJsonValue(words)); });
}

} // namespace providers::defender
