// SPDX-License-Identifier: Apache-2.0
// Proves to Amazon Cognito that one knows a secret without sending it: the client's half of SRP-6a, over the 3072-bit
// group of RFC 5054, with the key that Cognito derives. Values; safe on every thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace providers::defender {

/// Whose secret is proved, and where.
struct SrpIdentity
{
    QString poolId; ///< `us-west-2_94f3puJWv`: what stands behind the underscore is its name.
    QString user;   ///< USER_ID_FOR_SRP, which may be another than the name that was given.
    QString secret;
};

/// What the service answers to the public number.
struct SrpChallenge
{
    QByteArray salt;         ///< Hexadecimal, a number: leading zeros are no matter.
    QByteArray publicNumber; ///< B, hexadecimal.
    QByteArray secretBlock;  ///< Base64, handed back as it came.
};

class SrpClient
{
public:
    /// With a random number of 1024 bits.
    static base::Result<SrpClient> make();
    /// With a private number of one's own, hexadecimal. Invalid where it is none, or the public one would be 0.
    static base::Result<SrpClient> make(const QByteArray &privateNumber);
    SrpClient(SrpClient &&) noexcept;
    SrpClient &operator=(SrpClient &&) noexcept;
    ~SrpClient();

    /// A as lower-case hexadecimal digits without padding.
    QByteArray publicNumber() const;
    /// The 16 bytes that both sides know. Denied where the challenge is such that it would prove nothing.
    base::Result<QByteArray> key(const SrpIdentity &identity, const SrpChallenge &challenge) const;

private:
    struct Numbers;
    explicit SrpClient(std::unique_ptr<Numbers> numbers);

    std::unique_ptr<Numbers> m_numbers;
};

/// PASSWORD_CLAIM_SIGNATURE, base64.
QByteArray srpSignature(const QByteArray &key, const SrpIdentity &identity, const SrpChallenge &challenge,
                        const QString &timestamp);
/// `Sun Nov 2 08:05:09 UTC 2025`: the day without a zero in front, English, UTC.
QString srpTimestamp(base::Instant now);

} // namespace providers::defender
