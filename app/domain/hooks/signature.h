// SPDX-License-Identifier: Apache-2.0
// Whether a request was signed by who knows the secret, with HMAC-SHA-256 over the raw body, and what tells it from
// the ones before. Pure functions.
#pragma once

#include "app/base/clock.h"
#include "app/domain/hooks/request.h"

namespace domain {

inline constexpr std::chrono::seconds hookWindow{300}; ///< How far a signed time may be from ours, either way.
inline constexpr qsizetype longestDeliveryId = 200;

/// What tells a delivery from others: `webhook-id`, `x-signalbox-delivery`, `x-github-delivery`, `x-gitea-delivery` or
/// `idempotency-key`, the first there is; empty where there is none. Invalid where it is longer than longestDeliveryId
/// or has other than printable ASCII characters.
base::Result<QString> deliveryIdOf(const FormItems &headers);

/// The keys in a secret's text: one a line, an old and a new one while they change. What begins with `whsec_` is
/// base64.
QList<QByteArray> hookKeys(const QString &secret);

/// The id it is remembered by, where one of `keys` made the signature. Two ways to sign are known:
/// - `webhook-id`, `webhook-timestamp` (seconds of Unix) and `webhook-signature` (`v1,` and base64, several apart by
///   spaces) over `ID.TIMESTAMP.BODY`;
/// - `x-hub-signature-256` (`sha256=` and hex) over the body alone, remembered by the signature itself.
/// Denied, saying what is wrong, for any other.
base::Result<QString> verifyHook(const HookRequest &request, const QList<QByteArray> &keys, base::Instant now);

} // namespace domain
