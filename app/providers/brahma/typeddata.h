// SPDX-License-Identifier: Apache-2.0
// Documents that are signed by EIP-712: a struct of named members under a domain. Types and values stand side by side,
// so that what is hashed and what is shown to a signer elsewhere can't differ. Pure.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

namespace providers::brahma {

struct Member
{
    QByteArray type; ///< `uint8`, `uint256`, `address`, `address[]`, `bool`, `string` or `bytes`.
    QByteArray name;
    QJsonValue value; ///< Numbers as texts; bytes as `0x…`.
};

struct TypedData
{
    QList<Member> domain; ///< Only what is there enters the hash, and so does its order.
    QByteArray primary;   ///< The name of the struct.
    QList<Member> message;
};

/// `RegisterExecutor(uint256 timestamp,…)`
QByteArray typeText(const QByteArray &name, const QList<Member> &members);
/// Errors: Invalid, named as the member is. So below.
base::Result<QByteArray> structHash(const QByteArray &name, const QList<Member> &members);
/// The separator of the domain.
base::Result<QByteArray> separatorOf(const TypedData &data);
/// The 32 bytes that are signed.
base::Result<QByteArray> digestOf(const TypedData &data);

/// As wallets take it (`eth_signTypedData_v4`).
QJsonObject toJson(const TypedData &data);

} // namespace providers::brahma
