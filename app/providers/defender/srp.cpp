// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/srp.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QMessageAuthenticationCode>
#include <QTimeZone>

#include <algorithm>
#include <cctype>
#include <openssl/bn.h>

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

struct Free
{
    void operator()(BIGNUM *number) const { BN_clear_free(number); }
    void operator()(BN_CTX *context) const { BN_CTX_free(context); }
};
using Number = std::unique_ptr<BIGNUM, Free>;
using Context = std::unique_ptr<BN_CTX, Free>;

constexpr qsizetype mostDigits = 2048;
constexpr int privateBits = 1024;
constexpr qsizetype keyBytes = 16;
const QByteArray keyInfo = QByteArrayLiteral("Caldera Derived Key\x01");

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray hmac(const QByteArray &key, const QByteArray &bytes)
{
    return QMessageAuthenticationCode::hash(bytes, key, QCryptographicHash::Sha256);
}

Number numberOf(const QByteArray &bytes)
{
    return Number(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), nullptr));
}

Number numberOfHex(const QByteArray &digits)
{
    const bool isHex = !digits.isEmpty() && digits.size() <= mostDigits &&
                       std::all_of(digits.begin(), digits.end(), [](char c) { return isxdigit(uchar(c)) != 0; });
    return isHex ? numberOf(QByteArray::fromHex(digits.size() % 2 == 0 ? digits : '0' + digits)) : Number();
}

/// The shortest bytes of a number, with a zero in front where they would look negative.
QByteArray padded(const BIGNUM *number)
{
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    return bytes.isEmpty() || (uchar(bytes.front()) & 0x80U) != 0 ? '\0' + bytes : bytes;
}

QByteArray poolName(const QString &poolId)
{
    return poolId.section(u'_', 1).toUtf8();
}

base::Error outOfMemory()
{
    return base::internal(u"the arithmetic of the login failed"_s);
}

base::Error worthless(const QString &what)
{
    return {.code = base::ErrorCode::Denied,
            .detail = u"the login service sent %1 that proves nothing; it is not the one it should be"_s.arg(what),
            .field = u"credential"_s};
}

} // namespace

struct SrpClient::Numbers
{
    Number n{BN_get_rfc3526_prime_3072(nullptr)};
    Number g{BN_new()};
    Number k;
    Number ours;                ///< a
    Number ourPublic{BN_new()}; ///< A
    Context context{BN_CTX_secure_new()};

    /// Ours to the power, in constant time.
    bool power(BIGNUM *into, const BIGNUM *base, BIGNUM *exponent) const
    {
        BN_set_flags(exponent, BN_FLG_CONSTTIME);
        return BN_mod_exp(into, base, exponent, n.get(), context.get()) == 1;
    }

    bool begin()
    {
        if (!n || !g || !ours || !ourPublic || !context || BN_set_word(g.get(), 2) != 1) {
            return false;
        }
        k = numberOf(hashOf(padded(n.get()) + padded(g.get())));
        return k && power(ourPublic.get(), g.get(), ours.get());
    }

    /// S = (B - k * g^x)^(a + u * x)
    bool shared(BIGNUM *into, const BIGNUM *theirs, BIGNUM *x, const BIGNUM *u) const
    {
        const Number verifier(BN_new());
        const Number base(BN_new());
        const Number exponent(BN_new());
        BN_CTX *const c = context.get();
        return verifier && base && exponent && power(verifier.get(), g.get(), x) &&
               BN_mod_mul(verifier.get(), k.get(), verifier.get(), n.get(), c) == 1 &&
               BN_mod_sub(base.get(), theirs, verifier.get(), n.get(), c) == 1 &&
               BN_mul(exponent.get(), u, x, c) == 1 && BN_add(exponent.get(), exponent.get(), ours.get()) == 1 &&
               power(into, base.get(), exponent.get());
    }
};

SrpClient::SrpClient(std::unique_ptr<Numbers> numbers) : m_numbers(std::move(numbers)) {}
SrpClient::SrpClient(SrpClient &&) noexcept = default;
SrpClient &SrpClient::operator=(SrpClient &&) noexcept = default;
SrpClient::~SrpClient() = default;

base::Result<SrpClient> SrpClient::make()
{
    const Number random(BN_new());
    if (!random || BN_priv_rand(random.get(), privateBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) != 1) {
        return base::internal(u"there is no randomness for the login"_s);
    }
    return make(padded(random.get()).toHex());
}

base::Result<SrpClient> SrpClient::make(const QByteArray &privateNumber)
{
    auto numbers = std::make_unique<Numbers>();
    numbers->ours = numberOfHex(privateNumber);
    if (!numbers->ours) {
        return base::invalid(u"privateNumber"_s, u"a hexadecimal number is wanted"_s);
    }
    if (!numbers->begin()) {
        return outOfMemory();
    }
    if (BN_is_zero(numbers->ourPublic.get())) {
        return base::invalid(u"privateNumber"_s, u"its public number would be 0"_s);
    }
    return SrpClient(std::move(numbers));
}

QByteArray SrpClient::publicNumber() const
{
    QByteArray digits = padded(m_numbers->ourPublic.get()).toHex();
    while (digits.size() > 1 && digits.startsWith('0')) {
        digits.remove(0, 1);
    }
    return digits;
}

base::Result<QByteArray> SrpClient::key(const SrpIdentity &identity, const SrpChallenge &challenge) const
{
    const Number theirs = numberOfHex(challenge.publicNumber);
    const Number salt = numberOfHex(challenge.salt);
    if (!theirs || !salt) {
        return worthless(theirs ? u"a salt"_s : u"a number"_s);
    }
    const Number rest(BN_new());
    if (!rest || BN_nnmod(rest.get(), theirs.get(), m_numbers->n.get(), m_numbers->context.get()) != 1) {
        return outOfMemory();
    }
    if (BN_is_zero(rest.get())) {
        return worthless(u"a number"_s);
    }
    const Number u = numberOf(hashOf(padded(m_numbers->ourPublic.get()) + padded(theirs.get())));
    if (u && BN_is_zero(u.get())) {
        return worthless(u"a number"_s);
    }
    const QByteArray account = poolName(identity.poolId) + identity.user.toUtf8() + ':' + identity.secret.toUtf8();
    const Number x = numberOf(hashOf(padded(salt.get()) + hashOf(account)));
    const Number shared(BN_new());
    if (!u || !x || !shared || !m_numbers->shared(shared.get(), theirs.get(), x.get(), u.get())) {
        return outOfMemory();
    }
    return hmac(hmac(padded(u.get()), padded(shared.get())), keyInfo).first(keyBytes);
}

QByteArray srpSignature(const QByteArray &key, const SrpIdentity &identity, const SrpChallenge &challenge,
                        const QString &timestamp)
{
    return hmac(key, poolName(identity.poolId) + identity.user.toUtf8() +
                         QByteArray::fromBase64(challenge.secretBlock) + timestamp.toUtf8())
        .toBase64();
}

QString srpTimestamp(base::Instant now)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(base::toMillis(now), QTimeZone::utc());
    return QLocale::c().toString(utc, u"ddd MMM d HH:mm:ss 'UTC' yyyy"_s);
}

} // namespace providers::defender
