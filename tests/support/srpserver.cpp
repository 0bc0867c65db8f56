// SPDX-License-Identifier: Apache-2.0
#include "tests/support/srpserver.h"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>

namespace test {

namespace {

// RFC 3526, group 15.
const char *const prime =
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
    "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
    "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
    "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
    "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
    "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF";

struct Big
{
    BIGNUM *n = BN_new();

    Big() = default;
    explicit Big(const QByteArray &hex) { BN_hex2bn(&n, hex.constData()); }
    Big(Big &&other) noexcept : n(std::exchange(other.n, nullptr)) {}
    Big(const Big &) = delete;
    Big &operator=(const Big &) = delete;
    Big &operator=(Big &&) = delete;
    ~Big() { BN_free(n); }

    QByteArray hex() const
    {
        char *const text = BN_bn2hex(n);
        QByteArray digits = QByteArray(text).toLower();
        OPENSSL_free(text);
        while (digits.size() > 1 && digits.startsWith('0')) {
            digits = digits.sliced(1);
        }
        return digits;
    }
};

struct Scratch
{
    BN_CTX *c = BN_CTX_new();
    Scratch() = default;
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    ~Scratch() { BN_CTX_free(c); }
};

Big modulus()
{
    return Big(prime);
}

/// An even count of digits, the first of them below 8.
QByteArray pad(const QByteArray &hex)
{
    const QByteArray even = hex.size() % 2 == 0 ? hex : '0' + hex;
    const bool isHigh = QByteArray("89abcdefABCDEF").contains(even.at(0));
    return QByteArray::fromHex(isHigh ? "00" + even : even);
}

QByteArray sha(const QByteArray &bytes)
{
    QByteArray digest(32, 0);
    EVP_Digest(bytes.constData(), size_t(bytes.size()), reinterpret_cast<unsigned char *>(digest.data()), nullptr,
               EVP_sha256(), nullptr);
    return digest;
}

QByteArray mac(const QByteArray &key, const QByteArray &bytes)
{
    QByteArray out(32, 0);
    HMAC(EVP_sha256(), key.constData(), int(key.size()), reinterpret_cast<const unsigned char *>(bytes.constData()),
         size_t(bytes.size()), reinterpret_cast<unsigned char *>(out.data()), nullptr);
    return out;
}

/// g to the power of a number.
Big powerOfTwo(const Big &exponent)
{
    const Scratch scratch;
    const Big two("2");
    Big result;
    BN_mod_exp(result.n, two.n, exponent.n, modulus().n, scratch.c);
    return result;
}

} // namespace

SrpServer::SrpServer(const QByteArray &account, const QByteArray &salt, const QByteArray &privateNumber)
    : m_account(account), m_salt(Big(salt).hex()), m_private(privateNumber)
{
}

QByteArray SrpServer::multiplier() const
{
    return Big(sha(pad(prime) + pad("2")).toHex()).hex();
}

QByteArray SrpServer::privateKey() const
{
    return Big(sha(pad(m_salt) + sha(m_account)).toHex()).hex();
}

QByteArray SrpServer::publicNumber() const
{
    const Scratch scratch;
    const Big verifier = powerOfTwo(Big(privateKey()));
    const Big own = powerOfTwo(Big(m_private));
    Big sum;
    BN_mod_mul(sum.n, Big(multiplier()).n, verifier.n, modulus().n, scratch.c);
    BN_mod_add(sum.n, sum.n, own.n, modulus().n, scratch.c);
    return sum.hex();
}

QByteArray SrpServer::scramble(const QByteArray &theirPublic) const
{
    return Big(sha(pad(Big(theirPublic).hex()) + pad(publicNumber())).toHex()).hex();
}

/// (A * v^u)^b
QByteArray SrpServer::key(const QByteArray &theirPublic) const
{
    const Scratch scratch;
    const Big verifier = powerOfTwo(Big(privateKey()));
    const QByteArray u = scramble(theirPublic);
    Big shared;
    BN_mod_exp(shared.n, verifier.n, Big(u).n, modulus().n, scratch.c);
    BN_mod_mul(shared.n, Big(theirPublic).n, shared.n, modulus().n, scratch.c);
    BN_mod_exp(shared.n, shared.n, Big(m_private).n, modulus().n, scratch.c);
    return mac(mac(pad(u), pad(shared.hex())), QByteArray("Caldera Derived Key") + char(1)).first(16);
}

} // namespace test
