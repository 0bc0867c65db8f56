// SPDX-License-Identifier: Apache-2.0
// What an executor signs, as the service's clients really lay it out. Pure.
#pragma once

#include "app/providers/brahma/typeddata.h"

#include <QStringList>

namespace providers::brahma {

/// An automation that others can subscribe to, as it is registered.
struct Registration
{
    QString executor;
    qint64 timestamp = 0; ///< Only has to be the same in what is signed and in what is sent.
    QStringList inputTokens;
    QStringList hopAddresses;
    qint64 feeInBps = 0; ///< Of 10 000.
    QString feeToken;
    QString feeReceiver;
    bool limitPerExecution = true;
    QString clientId;
};

/// A call that a subscriber's account is to make.
struct Executable
{
    int callType = 0; ///< 0 a call, 1 a delegate call, 2 a static call.
    QString to;
    QString value = QStringLiteral("0"); ///< In the smallest unit, decimal: it may need more than 64 bits.
    QString data = QStringLiteral("0x");
};

struct Execution
{
    Executable executable;
    QString account; ///< The subscriber's.
    QString executor;
    QString nonce;
};

/// The contract that checks executions.
struct Plugin
{
    QString address;
    qint64 chain = 0;
};

/// Its domain has the chain and nothing else.
TypedData registrationData(const Registration &registration, qint64 chain);
/// Twelve members; nothing is paid for gas.
TypedData executionData(const Execution &execution, const Plugin &plugin);
/// What a call to the plugin is given to tell the nonce of a pair. Invalid names what is no address.
base::Result<QByteArray> nonceCall(const QString &account, const QString &executor);
/// `ttl` as `120s`.
TypedData kernelData(const QString &registryId, const QString &ttl, qint64 chain);
/// What an owner of a Safe signs so that it counts as the Safe's own signature of `digest`.
TypedData safeData(const QByteArray &digest, const Plugin &safe);

} // namespace providers::brahma
