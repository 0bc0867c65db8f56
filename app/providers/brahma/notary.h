// SPDX-License-Identifier: Apache-2.0
// Who speaks for an executor: signs with its key, or takes a signature that was made elsewhere. Nothing leaves that
// does not recover to the right account.
#pragma once

#include "app/providers/brahma/settings.h"
#include "app/providers/brahma/signing.h"

#include <optional>

namespace providers::brahma {

class Notary
{
public:
    /// `key` is the credential's text; empty is none. Denied, named `credential`, where it is no key, is another
    /// account's, or where there is neither a key nor an address.
    static base::Result<Notary> make(const Settings &settings, QStringView key);

    /// In lower case.
    const QString &executor() const { return m_executor; }
    bool hasKey() const { return m_key.has_value(); }

    /// `0x…` of 65 bytes. Invalid, named `signature`, where one is wanted and not given, or it is somebody else's.
    base::Result<QString> signatureOf(const TypedData &data, const QString &given) const;
    /// For a signer elsewhere: `{typed_data, digest, signer}`.
    base::Result<QJsonObject> toSign(const TypedData &data) const;

private:
    Notary() = default;
    base::Result<TypedData> wrapped(const TypedData &data) const;
    const QString &signer() const { return m_safeOwner.isEmpty() ? m_executor : m_safeOwner; }

    QString m_executor;
    QString m_safeOwner;
    qint64 m_chain = 0;
    std::optional<Key> m_key;
};

} // namespace providers::brahma
