// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/notary.h"

#include "app/providers/brahma/words.h"

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

base::Error denied(const QString &detail)
{
    return {.code = base::ErrorCode::Denied, .detail = detail, .field = u"credential"_s};
}

QString readable(const QString &address)
{
    return checksummed(addressIn(address, {}).value_or({}));
}

} // namespace

base::Result<Notary> Notary::make(const Settings &settings, QStringView key)
{
    Notary notary;
    notary.m_executor = settings.executor;
    notary.m_safeOwner = settings.safeOwner;
    notary.m_chain = settings.plugin.chain;
    if (!key.trimmed().isEmpty()) {
        TRY(notary.m_key, Key::read(key));
        const QString account = hexText(notary.m_key->address());
        if (notary.m_executor.isEmpty()) {
            notary.m_executor = account;
        }
        if (account != notary.signer()) {
            return denied(
                u"the key is that of %1, and %2 is to sign"_s.arg(readable(account), readable(notary.signer())));
        }
    }
    if (notary.m_executor.isEmpty()) {
        return denied(u"whose executor this is must be said: its address in the settings, or its key"_s);
    }
    return notary;
}

/// As it is signed: by the executor itself, or by an owner of the Safe that it is.
base::Result<TypedData> Notary::wrapped(const TypedData &data) const
{
    if (m_safeOwner.isEmpty()) {
        return data;
    }
    TRY(const QByteArray digest, digestOf(data));
    return safeData(digest, {.address = m_executor, .chain = m_chain});
}

base::Result<QString> Notary::signatureOf(const TypedData &data, const QString &given) const
{
    TRY(const TypedData asSigned, wrapped(data));
    TRY(const QByteArray digest, digestOf(asSigned));
    QByteArray signature;
    if (!given.trimmed().isEmpty()) {
        TRY(signature, signatureIn(given, u"signature"_s));
    } else if (m_key) {
        TRY(signature, m_key->sign(digest));
    } else {
        return base::invalid(u"signature"_s, u"the keychain has no key of the executor, so a signature is needed; "
                                             "“what to sign” tells of what"_s);
    }
    TRY(const QByteArray by, signerOf(digest, signature));
    if (hexText(by) != signer()) {
        return base::invalid(
            u"signature"_s,
            u"the signature is that of %1, and not of %2: made with another key, for another chain, contract or "
            "nonce, or of something else"_s.arg(checksummed(by), readable(signer())));
    }
    return hexText(signature);
}

base::Result<QJsonObject> Notary::toSign(const TypedData &data) const
{
    TRY(const TypedData asSigned, wrapped(data));
    TRY(const QByteArray digest, digestOf(asSigned));
    return QJsonObject{
        {u"typed_data"_s, toJson(asSigned)}, {u"digest"_s, hexText(digest)}, {u"signer"_s, readable(signer())}};
}

} // namespace providers::brahma
