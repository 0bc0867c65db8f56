// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/messages.h"

#include "app/providers/brahma/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

Member chainMember(qint64 chain)
{
    return {"uint256", "chainId", QString::number(chain)};
}

Member contractMember(const QString &address)
{
    return {"address", "verifyingContract", address};
}

} // namespace

TypedData registrationData(const Registration &registration, qint64 chain)
{
    return {.domain = {chainMember(chain)},
            .primary = "RegisterExecutor",
            .message = {{"uint256", "timestamp", QString::number(registration.timestamp)},
                        {"address", "executor", registration.executor},
                        {"address[]", "inputTokens", QJsonArray::fromStringList(registration.inputTokens)},
                        {"address[]", "hopAddresses", QJsonArray::fromStringList(registration.hopAddresses)},
                        {"uint256", "feeInBPS", QString::number(registration.feeInBps)},
                        {"address", "feeToken", registration.feeToken},
                        {"address", "feeReceiver", registration.feeReceiver},
                        {"bool", "limitPerExecution", registration.limitPerExecution},
                        {"string", "clientId", registration.clientId}}};
}

TypedData executionData(const Execution &execution, const Plugin &plugin)
{
    const QString none = u"0"_s;
    return {.domain = {{"string", "name", u"ExecutorPlugin"_s},
                       {"string", "version", u"1.0"_s},
                       chainMember(plugin.chain),
                       contractMember(plugin.address)},
            .primary = "ExecutionParams",
            .message = {{"uint8", "operation", QString::number(execution.executable.callType)},
                        {"address", "to", execution.executable.to},
                        {"address", "account", execution.account},
                        {"address", "executor", execution.executor},
                        {"address", "gasToken", zeroAddress},
                        {"address", "refundReceiver", zeroAddress},
                        {"uint256", "value", execution.executable.value},
                        {"uint256", "nonce", execution.nonce},
                        {"uint256", "safeTxGas", none},
                        {"uint256", "baseGas", none},
                        {"uint256", "gasPrice", none},
                        {"bytes", "data", execution.executable.data}}};
}

base::Result<QByteArray> nonceCall(const QString &account, const QString &executor)
{
    constexpr qsizetype selectorSize = 4;
    TRY(const QByteArray first, addressIn(account, u"account"_s));
    TRY(const QByteArray second, addressIn(executor, u"executor"_s));
    return keccak("executorNonce(address,address)").first(selectorSize) + padded(first) + padded(second);
}

TypedData kernelData(const QString &registryId, const QString &ttl, qint64 chain)
{
    return {.domain = {chainMember(chain)},
            .primary = "ModifyExecutor",
            .message = {{"string", "registryId", registryId},
                        {"string", "type", u"INTERVAL"_s},
                        {"string", "ttl", ttl},
                        {"bool", "enable", true}}};
}

TypedData safeData(const QByteArray &digest, const Plugin &safe)
{
    return {.domain = {chainMember(safe.chain), contractMember(safe.address)},
            .primary = "SafeMessage",
            .message = {{"bytes", "message", hexText(digest)}}};
}

} // namespace providers::brahma
