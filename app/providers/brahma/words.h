// SPDX-License-Identifier: Apache-2.0
// How Ethereum writes things down: hashes, words of 32 bytes, addresses, bytes as text. Pure.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace providers::brahma {

inline constexpr qsizetype wordSize = 32;
inline constexpr qsizetype addressSize = 20;
/// The address of nobody; as a token it is the chain's own coin.
inline const QString zeroAddress = QStringLiteral("0x0000000000000000000000000000000000000000");

/// Keccak-256 with the padding Ethereum took, which is not that of SHA3-256.
QByteArray keccak(const QByteArray &bytes);

/// `0x` and two digits a byte. Invalid, named `field`, for anything else.
base::Result<QByteArray> bytesIn(const QString &text, const QString &field);
QString hexText(const QByteArray &bytes);

/// The 20 bytes of `0x…`. Capitals are no checksum here: what the service's own documents show would not pass one.
base::Result<QByteArray> addressIn(const QString &text, const QString &field);
/// As people compare it: capitals are a checksum (EIP-55).
QString checksummed(const QByteArray &address);
/// Whether two texts are the same address, however they are written.
bool isSameAddress(const QString &a, const QString &b);

/// A number without a sign, in decimal or as `0x…`, as a big-endian word. Invalid where it needs more than 256 bits.
base::Result<QByteArray> numberIn(const QString &text, const QString &field);
QByteArray wordOf(quint64 number);
/// Zeros in front of up to 32 bytes.
QByteArray padded(const QByteArray &bytes);

} // namespace providers::brahma
