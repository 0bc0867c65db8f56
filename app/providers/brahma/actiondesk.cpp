// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/actiondesk.h"

#include "app/providers/brahma/actions.h"
#include "app/providers/brahma/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

QString textIn(const QJsonObject &fields, const QString &name)
{
    return fields.value(name).toString().trimmed();
}

base::Result<QString> accountField(const QJsonObject &fields, const QString &name)
{
    TRY(const QByteArray address, addressIn(textIn(fields, name), name));
    return hexText(address);
}

base::Result<Wish> wishIn(const QJsonObject &fields)
{
    domain::ArgumentValues values;
    for (const QString &name : {u"to"_s, u"value"_s, u"data"_s, u"call_type"_s, u"signature"_s}) {
        values.insert(name, textIn(fields, name));
    }
    TRY(Wish wish, wishOf(values, {}));
    TRY(wish.account, accountField(fields, u"account"_s));
    return wish;
}

/// `120s`, and how they write other lengths: `2m`, `1h`.
base::Status checkLength(const QJsonObject &fields, const QString &name)
{
    const QString text = textIn(fields, name);
    const QString digits = text.chopped(text.isEmpty() ? 0 : 1);
    bool isNumber = false;
    const bool isPositive = digits.toLongLong(&isNumber) > 0;
    if (!isNumber || !isPositive || !u"smh"_s.contains(text.back())) {
        return base::invalid(name, u"%1 must be a length of time such as 120s"_s.arg(name));
    }
    return {};
}

/// As for its form: what the form shows holds where a field is not given.
base::Result<QJsonObject> completed(const QString &action, const QJsonObject &fields)
{
    const QList<domain::RemoteAction> all = actions();
    const auto known =
        std::find_if(all.begin(), all.end(), [&action](const domain::RemoteAction &one) { return one.name == action; });
    if (known == all.end()) {
        return base::Error{.code = base::ErrorCode::Unsupported,
                           .detail = u"there is no action named %1"_s.arg(action)};
    }
    CHECK(domain::checkFields(known->fields, fields));
    QJsonObject whole = fields;
    for (const domain::FieldSpec &spec : known->fields) {
        if (!whole.contains(spec.name) && !spec.fallback.isNull()) {
            whole.insert(spec.name, spec.fallback);
        }
    }
    return whole;
}

QJsonObject withTimestamp(QJsonObject shown, qint64 timestamp)
{
    shown.insert("timestamp"_L1, timestamp);
    return shown;
}

} // namespace

rest::Future<QJsonValue> ActionDesk::act(const QString &action, const QJsonObject &fields)
{
    using Method = Outcome (ActionDesk::*)(const QJsonObject &);
    static const QHash<QString, Method> methods{
        {u"register"_s, &ActionDesk::enrol},
        {u"registration-to-sign"_s, &ActionDesk::registrationToSign},
        {u"registration"_s, &ActionDesk::registration},
        {u"subscriptions"_s, &ActionDesk::subscriptions},
        {u"subscriptions-of-account"_s, &ActionDesk::subscriptionsOfAccount},
        {u"subscriptions-of-owner"_s, &ActionDesk::subscriptionsOfOwner},
        {u"validate"_s, &ActionDesk::validate},
        {u"execution-to-sign"_s, &ActionDesk::executionToSign},
        {u"nonce"_s, &ActionDesk::nonce},
        {u"task-status"_s, &ActionDesk::taskStatus},
        {u"kernel-register"_s, &ActionDesk::kernelRegister},
        {u"kernel-to-sign"_s, &ActionDesk::kernelToSign},
        {u"kernel-registration"_s, &ActionDesk::kernelRegistration},
        {u"kernel-tasks"_s, &ActionDesk::kernelTasks},
        {u"kernel-skip"_s, &ActionDesk::kernelSkip},
        {u"kernel-status"_s, &ActionDesk::kernelStatus},
        {u"kernel-logs"_s, &ActionDesk::kernelLogs},
    };
    const base::Result<QJsonObject> whole = completed(action, fields);
    if (!whole || !m_notary) {
        return rest::settled<QJsonValue>(whole ? m_notary.error() : whole.error());
    }
    const Outcome outcome = (this->*methods.value(action))(*whole);
    return outcome ? *outcome : rest::settled<QJsonValue>(outcome.error());
}

template <typename T> ActionDesk::Answer ActionDesk::told(const rest::Future<T> &answer)
{
    return rest::then<QJsonValue>(m_service.context(), answer,
                                  [](const T &value) { return base::Result<QJsonValue>(QJsonValue(value)); });
}

/// As it will be signed and sent.
base::Result<Registration> ActionDesk::wanted(const QJsonObject &fields) const
{
    TRY(Registration registration, registrationOf(fields));
    registration.executor = m_notary->executor();
    if (registration.timestamp == 0) {
        if (!textIn(fields, u"signature"_s).isEmpty()) {
            return base::invalid(u"timestamp"_s, u"timestamp must be the one that was signed"_s);
        }
        registration.timestamp = base::toMillis(m_service.clock().now());
    }
    return registration;
}

ActionDesk::Outcome ActionDesk::enrol(const QJsonObject &fields)
{
    TRY(const Registration registration, wanted(fields));
    const qint64 chain = m_settings.plugin.chain;
    TRY(const QString signature,
        m_notary->signatureOf(registrationData(registration, chain), textIn(fields, u"signature"_s)));
    return told(m_service.registerExecutor(registrationBody(registration, fields, signature, chain)));
}

ActionDesk::Outcome ActionDesk::registrationToSign(const QJsonObject &fields)
{
    TRY(const Registration registration, wanted(fields));
    TRY(const QJsonObject shown, m_notary->toSign(registrationData(registration, m_settings.plugin.chain)));
    return rest::settled<QJsonValue>(QJsonValue(withTimestamp(shown, registration.timestamp)));
}

ActionDesk::Outcome ActionDesk::registration(const QJsonObject &)
{
    return told(m_registry.registration());
}

ActionDesk::Answer ActionDesk::readableOf(const rest::Future<QJsonArray> &answer, const Surroundings &around)
{
    return rest::then<QJsonValue>(m_service.context(), answer, [around](const QJsonArray &subscriptions) {
        QJsonArray seen;
        for (const QJsonValue one : subscriptions) {
            seen.append(readable(one.toObject(), around));
        }
        return base::Result<QJsonValue>(QJsonValue(seen));
    });
}

ActionDesk::Outcome ActionDesk::subscriptions(const QJsonObject &)
{
    return rest::chain<QJsonValue>(
        m_service.context(), m_registry.registration(), [this](const QJsonObject &registration) {
            return readableOf(m_service.subscriptions(registration.value("id"_L1).toString()),
                              m_registry.around(registration));
        });
}

ActionDesk::Outcome ActionDesk::subscriptionsOfAccount(const QJsonObject &fields)
{
    TRY(const QString account, accountField(fields, u"account"_s));
    return readableOf(m_service.subscriptionsOfConsole(account), m_registry.around({}));
}

ActionDesk::Outcome ActionDesk::subscriptionsOfOwner(const QJsonObject &fields)
{
    TRY(const QString owner, accountField(fields, u"owner"_s));
    return rest::chain<QJsonValue>(
        m_service.context(), m_registry.registration(), [this, owner](const QJsonObject &registration) {
            return readableOf(m_service.subscriptionsOfOwner(owner, registration.value("id"_L1).toString()),
                              m_registry.around(registration));
        });
}

ActionDesk::Outcome ActionDesk::validate(const QJsonObject &fields)
{
    TRY(const Wish wish, wishIn(fields));
    return told(m_executions.validate(wish));
}

ActionDesk::Outcome ActionDesk::executionToSign(const QJsonObject &fields)
{
    TRY(const Wish wish, wishIn(fields));
    return told(m_executions.toSign(wish));
}

ActionDesk::Outcome ActionDesk::nonce(const QJsonObject &fields)
{
    TRY(const QString account, accountField(fields, u"account"_s));
    TRY(const QByteArray call, nonceCall(account, m_notary->executor()));
    const QJsonObject onChain{{u"to"_s, m_settings.plugin.address}, {u"data"_s, hexText(call)}};
    return rest::then<QJsonValue>(
        m_service.context(), m_service.nonce(m_notary->executor(), account), [onChain](const QString &nonce) {
            return base::Result<QJsonValue>(QJsonValue(QJsonObject{{u"nonce"_s, nonce}, {u"eth_call"_s, onChain}}));
        });
}

ActionDesk::Outcome ActionDesk::taskStatus(const QJsonObject &fields)
{
    return told(m_service.status(textIn(fields, u"task_id"_s)));
}

TypedData ActionDesk::kernelDataOf(const QString &registryId, const QJsonObject &fields) const
{
    return kernelData(registryId, textIn(fields, u"ttl"_s), m_settings.plugin.chain);
}

ActionDesk::Outcome ActionDesk::kernelRegister(const QJsonObject &fields)
{
    CHECK(checkLength(fields, u"every"_s));
    CHECK(checkLength(fields, u"ttl"_s));
    const auto sent = rest::chain<void>(m_service.context(), m_registry.id(), [this, fields](const QString &id) {
        const auto signature = m_notary->signatureOf(kernelDataOf(id, fields), textIn(fields, u"signature"_s));
        if (!signature) {
            return rest::settled<void>(signature.error());
        }
        const QJsonObject config{{u"type"_s, u"INTERVAL"_s},
                                 {u"defaultEvery"_s, textIn(fields, u"every"_s)},
                                 {u"executionTTL"_s, textIn(fields, u"ttl"_s)}};
        return m_service.registerAtKernel({{u"registryId"_s, id}, {u"signature"_s, *signature}, {u"config"_s, config}});
    });
    return rest::then<QJsonValue>(m_service.context(), sent, [] {
        return base::Result<QJsonValue>(QJsonValue(QJsonObject{{u"registered"_s, true}}));
    });
}

ActionDesk::Outcome ActionDesk::kernelToSign(const QJsonObject &fields)
{
    CHECK(checkLength(fields, u"ttl"_s));
    return rest::then<QJsonValue>(m_service.context(), m_registry.id(),
                                  [this, fields](const QString &id) -> base::Result<QJsonValue> {
                                      TRY(const QJsonObject shown, m_notary->toSign(kernelDataOf(id, fields)));
                                      return QJsonValue(shown);
                                  });
}

ActionDesk::Outcome ActionDesk::kernelRegistration(const QJsonObject &)
{
    return rest::chain<QJsonValue>(m_service.context(), m_registry.id(),
                                   [this](const QString &id) { return told(m_service.kernelRegistration(id)); });
}

ActionDesk::Outcome ActionDesk::kernelTasks(const QJsonObject &fields)
{
    const qint64 cursor = fields.value("cursor"_L1).toInteger();
    const qint64 limit = fields.value("limit"_L1).toInteger();
    return rest::chain<QJsonValue>(m_service.context(), m_registry.id(), [this, cursor, limit](const QString &id) {
        return told(m_service.kernelTasks(id, cursor, limit));
    });
}

/// Nothing moves, so nothing is signed.
ActionDesk::Outcome ActionDesk::kernelSkip(const QJsonObject &fields)
{
    TRY(const QString account, accountField(fields, u"account"_s));
    const Execution execution{.executable = {}, .account = account, .executor = m_notary->executor(), .nonce = {}};
    const auto sent =
        rest::chain<void>(m_service.context(), m_registry.id(), [this, fields, execution](const QString &id) {
            return m_service.submitToKernel(
                skippingBody(execution, textIn(fields, u"task_id"_s), id, textIn(fields, u"reason"_s)));
        });
    return rest::then<QJsonValue>(m_service.context(), sent, [] {
        return base::Result<QJsonValue>(QJsonValue(QJsonObject{{u"skipped"_s, true}}));
    });
}

ActionDesk::Outcome ActionDesk::kernelStatus(const QJsonObject &fields)
{
    return rest::then<QJsonValue>(m_service.context(), m_service.kernelStatus(textIn(fields, u"task_id"_s)),
                                  [](QJsonObject status) {
                                      status.insert("meaning"_L1, workflowWord(status.value("status"_L1).toInt(-1)));
                                      return base::Result<QJsonValue>(QJsonValue(status));
                                  });
}

ActionDesk::Outcome ActionDesk::kernelLogs(const QJsonObject &fields)
{
    return told(m_service.kernelLogs(textIn(fields, u"id"_s)));
}

} // namespace providers::brahma
