// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/writing.h"

#include "app/providers/brahma/settings.h"
#include "app/providers/brahma/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

using domain::Argument;

constexpr qint64 wholeInBps = 10'000;
const QStringList callTypes{u"call"_s, u"delegatecall"_s, u"staticcall"_s}; // in the order of their numbers

Argument argument(const QString &name, const QString &label, const QString &help, const QString &fallback = {})
{
    Argument made;
    made.name = name;
    made.label = label;
    made.help = help;
    made.fallback = fallback;
    return made;
}

QJsonObject executableBody(const Executable &executable)
{
    return {{u"callType"_s, executable.callType},
            {u"to"_s, executable.to},
            {u"value"_s, executable.value},
            {u"data"_s, executable.data}};
}

base::Result<QString> addressField(const QString &text, const QString &name)
{
    TRY(const QByteArray address, addressIn(text, name));
    return hexText(address);
}

/// The address of nobody where it is not given.
base::Result<QString> addressOrNobody(const QJsonObject &fields, const QString &name)
{
    const QString text = fields.value(name).toString().trimmed();
    return text.isEmpty() ? base::Result<QString>(zeroAddress) : addressField(text, name);
}

base::Result<QStringList> addressesField(const QJsonObject &fields, const QString &name)
{
    QStringList addresses;
    const QJsonArray given = fields.value(name).toArray();
    for (qsizetype i = 0; i < given.size(); ++i) {
        TRY(const QString address, addressField(given.at(i).toString().trimmed(), u"%1[%2]"_s.arg(name).arg(i)));
        addresses.append(address);
    }
    return addresses;
}

/// An object, or the JSON of one.
base::Result<QJsonObject> metadataOf(const QJsonObject &fields)
{
    const QByteArray text = fields.value("metadata"_L1).toString().trimmed().toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!text.isEmpty() && !document.isObject()) {
        return base::invalid(u"metadata"_s, u"metadata must be a JSON object"_s);
    }
    return document.object();
}

} // namespace

QList<Argument> executionArguments()
{
    Argument to = argument(u"to"_s, u"To"_s, u"The contract or account that is called"_s);
    to.required = true;
    to.pattern = u"0x[0-9a-fA-F]{40}"_s;
    Argument type =
        argument(u"call_type"_s, u"Call"_s,
                 u"delegatecall is for MultiSendCallOnly; the audited plugin takes no staticcall"_s, callTypes.first());
    type.kind = domain::ArgumentKind::Options;
    type.options = callTypes;
    return {to,
            argument(u"value"_s, u"Value"_s, u"In the smallest unit of the chain's coin"_s, u"0"_s),
            argument(u"data"_s, u"Data"_s, u"What the contract is given, 0x and hexadecimal digits"_s, u"0x"_s),
            type,
            argument(u"signature"_s, u"Signature"_s, u"Made elsewhere; empty where the keychain has the key"_s),
            argument(u"webhook"_s, u"Webhook"_s, u"Instead of the connection's"_s),
            argument(u"kernel_task"_s, u"Task of the kernel"_s, u"The one that this answers; empty for the relayer"_s)};
}

base::Result<Wish> wishOf(const domain::ArgumentValues &values, const QString &field)
{
    const auto text = [&values](const QString &name) { return values.value(name).trimmed(); };
    Wish wish{.signature = text(u"signature"_s), .webhook = text(u"webhook"_s), .kernelTask = text(u"kernel_task"_s)};
    TRY(wish.executable.to, addressField(text(u"to"_s), field + u"to"_s));
    if (const QString value = text(u"value"_s); !value.isEmpty()) {
        // Their decimal form is what is sent: hexadecimal would be another text for the same number.
        if (value.startsWith("0x"_L1)) {
            return base::invalid(field + u"value"_s, u"%1value must be decimal"_s.arg(field));
        }
        CHECK(numberIn(value, field + u"value"_s));
        wish.executable.value = value;
    }
    if (const QString data = text(u"data"_s); !data.isEmpty()) {
        TRY(const QByteArray bytes, bytesIn(data, field + u"data"_s));
        wish.executable.data = hexText(bytes);
    }
    const QString type = text(u"call_type"_s);
    wish.executable.callType = type.isEmpty() ? 0 : static_cast<int>(callTypes.indexOf(type));
    if (wish.executable.callType < 0) {
        return base::invalid(field + u"call_type"_s,
                             u"%1call_type must be one of %2"_s.arg(field, callTypes.join(u", "_s)));
    }
    if (!wish.webhook.isEmpty()) {
        CHECK(checkWebhook(wish.webhook, field + u"webhook"_s));
    }
    return wish;
}

QJsonObject taskBody(const Execution &execution, const QString &signature)
{
    return {{u"subaccount"_s, execution.account},
            {u"executor"_s, execution.executor},
            {u"executorSignature"_s, signature},
            {u"executable"_s, executableBody(execution.executable)}};
}

QJsonObject executionBody(const QJsonObject &task, const QString &webhook)
{
    QJsonObject body{{u"task"_s, task}};
    if (!webhook.isEmpty()) {
        body.insert("webhook"_L1, webhook);
    }
    return body;
}

QJsonObject kernelBody(QJsonObject task, const QString &taskId, const QString &registryId)
{
    task.insert("skip"_L1, false);
    task.insert("skipReason"_L1, u""_s);
    return {{u"id"_s, taskId}, {u"registryId"_s, registryId}, {u"payload"_s, QJsonObject{{u"task"_s, task}}}};
}

QJsonObject skippingBody(const Execution &execution, const QString &taskId, const QString &registryId,
                         const QString &reason)
{
    Execution nothing = execution;
    nothing.executable.to = zeroAddress;
    QJsonObject task = taskBody(nothing, u""_s);
    task.insert("skip"_L1, true);
    task.insert("skipReason"_L1, reason);
    return {{u"id"_s, taskId}, {u"registryId"_s, registryId}, {u"payload"_s, QJsonObject{{u"task"_s, task}}}};
}

base::Result<Registration> registrationOf(const QJsonObject &fields)
{
    Registration made;
    made.clientId = fields.value("client_id"_L1).toString().trimmed();
    TRY(made.inputTokens, addressesField(fields, u"input_tokens"_s));
    TRY(made.hopAddresses, addressesField(fields, u"hop_addresses"_s));
    TRY(made.feeToken, addressOrNobody(fields, u"fee_token"_s));
    TRY(made.feeReceiver, addressOrNobody(fields, u"fee_receiver"_s));
    made.feeInBps = fields.value("fee_bps"_L1).toInteger();
    made.limitPerExecution = fields.value("limit_per_execution"_L1).toBool(true);
    made.timestamp = fields.value("timestamp"_L1).toInteger();
    if (made.feeInBps < 0 || made.feeInBps > wholeInBps) {
        return base::invalid(u"fee_bps"_s, u"fee_bps must be from 0 to %1: hundredths of a percent"_s.arg(wholeInBps));
    }
    CHECK(metadataOf(fields));
    return made;
}

QJsonObject registrationBody(const Registration &registration, const QJsonObject &fields, const QString &signature,
                             qint64 chain)
{
    const QString name = fields.value("name"_L1).toString().trimmed();
    return {{u"config"_s, QJsonObject{{u"feeInBPS"_s, registration.feeInBps},
                                      {u"feeReceiver"_s, registration.feeReceiver},
                                      {u"feeToken"_s, registration.feeToken},
                                      {u"limitPerExecution"_s, registration.limitPerExecution},
                                      {u"inputTokens"_s, QJsonArray::fromStringList(registration.inputTokens)},
                                      {u"hopAddresses"_s, QJsonArray::fromStringList(registration.hopAddresses)}}},
            {u"executor"_s, registration.executor},
            {u"signature"_s, signature},
            {u"chainId"_s, chain},
            {u"timestamp"_s, registration.timestamp},
            {u"executorMetadata"_s, QJsonObject{{u"id"_s, registration.clientId},
                                                {u"name"_s, name.isEmpty() ? registration.clientId : name},
                                                {u"logo"_s, fields.value("logo"_L1).toString().trimmed()},
                                                {u"metadata"_s, metadataOf(fields).value_or({})}}}};
}

} // namespace providers::brahma
