// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/signing.h"

#include "app/providers/brahma/words.h"

#include <QRandomGenerator>

#include <array>
#include <cstring>

#include <secp256k1.h>
#include <secp256k1_recovery.h>
#include <sys/mman.h>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

constexpr qsizetype signatureSize = 65;
constexpr qsizetype compactSize = 64;
constexpr qsizetype publicSize = 65; // a mark in front of x and y
constexpr int firstV = 27;

struct Destroy
{
    void operator()(secp256k1_context *context) const { secp256k1_context_destroy(context); }
};
using Context = std::unique_ptr<secp256k1_context, Destroy>;

/// With a blinding of its own, so that what signing takes in time and power says nothing of the key.
Context makeContext()
{
    Context context(secp256k1_context_create(SECP256K1_CONTEXT_NONE));
    std::array<quint32, wordSize / sizeof(quint32)> seed{};
    QRandomGenerator::system()->fillRange(seed.data(), static_cast<qsizetype>(seed.size()));
    const int randomized = secp256k1_context_randomize(context.get(), reinterpret_cast<unsigned char *>(seed.data()));
    explicit_bzero(seed.data(), sizeof seed);
    Q_ASSERT(randomized == 1);
    Q_UNUSED(randomized)
    return context;
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray addressOf(const secp256k1_context *context, const secp256k1_pubkey &key)
{
    QByteArray bytes(publicSize, '\0');
    size_t size = publicSize;
    secp256k1_ec_pubkey_serialize(context, reinterpret_cast<unsigned char *>(bytes.data()), &size, &key,
                                  SECP256K1_EC_UNCOMPRESSED);
    return keccak(bytes.sliced(1)).last(addressSize);
}

int digitOf(QChar c)
{
    const char16_t u = c.unicode();
    return u >= u'0' && u <= u'9' ? u - u'0' : (u | 0x20) >= u'a' && (u | 0x20) <= u'f' ? (u | 0x20) - u'a' + 10 : -1;
}

base::Error notAKey()
{
    return {.code = base::ErrorCode::Denied,
            .detail = u"the executor's key must be 64 hexadecimal digits that are a key of secp256k1"_s,
            .field = u"credential"_s};
}

/// Reads r, s and v. False where they are no signature.
bool parse(const secp256k1_context *context, const QByteArray &bytes, secp256k1_ecdsa_recoverable_signature &into)
{
    const int recovery = bytes.size() == signatureSize ? static_cast<uchar>(bytes.back()) - firstV : -1;
    return (recovery == 0 || recovery == 1) &&
           secp256k1_ecdsa_recoverable_signature_parse_compact(context, &into, raw(bytes), recovery) == 1;
}

bool isLow(const secp256k1_context *context, const secp256k1_ecdsa_recoverable_signature &signature)
{
    secp256k1_ecdsa_signature plain;
    secp256k1_ecdsa_recoverable_signature_convert(context, &plain, &signature);
    return secp256k1_ecdsa_signature_normalize(context, nullptr, &plain) == 0;
}

} // namespace

/// The bytes of a key. Where memory can't be locked (a limit of the account) they are still overwritten.
struct Key::Page
{
    Page()
    {
        mlock(bytes.data(), bytes.size());
        madvise(bytes.data(), bytes.size(), MADV_DONTDUMP);
    }
    ~Page()
    {
        explicit_bzero(bytes.data(), bytes.size());
        madvise(bytes.data(), bytes.size(), MADV_DODUMP);
        munlock(bytes.data(), bytes.size());
    }
    Q_DISABLE_COPY_MOVE(Page)

    static constexpr size_t pageSize = 4096; // to share it with nothing else that is locked or not
    alignas(pageSize) std::array<unsigned char, pageSize> bytes{};
};

Key::Key(std::unique_ptr<Page> page) : m_page(std::move(page)) {}
Key::Key(Key &&) noexcept = default;
Key &Key::operator=(Key &&) noexcept = default;
Key::~Key() = default;

base::Result<Key> Key::read(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith("0x"_L1)) {
        text = text.sliced(2);
    }
    Key key(std::make_unique<Page>());
    if (text.size() != 2 * wordSize) {
        return notAKey();
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int digit = digitOf(text.at(i));
        if (digit < 0) {
            return notAKey();
        }
        unsigned char &byte = key.m_page->bytes[static_cast<size_t>(i / 2)];
        byte = static_cast<unsigned char>(byte << 4 | digit);
    }
    const Context context = makeContext();
    secp256k1_pubkey pub;
    if (secp256k1_ec_pubkey_create(context.get(), &pub, key.m_page->bytes.data()) != 1) {
        return notAKey(); // zero, or beyond the order of the curve
    }
    key.m_address = addressOf(context.get(), pub);
    return key;
}

base::Result<QByteArray> Key::sign(const QByteArray &digest) const
{
    const Context context = makeContext();
    secp256k1_ecdsa_recoverable_signature signature;
    QByteArray bytes(signatureSize, '\0');
    int recovery = 0;
    if (digest.size() != wordSize || secp256k1_ecdsa_sign_recoverable(context.get(), &signature, raw(digest),
                                                                      m_page->bytes.data(), nullptr, nullptr) != 1) {
        return base::internal(u"the digest could not be signed"_s);
    }
    secp256k1_ecdsa_recoverable_signature_serialize_compact(
        context.get(), reinterpret_cast<unsigned char *>(bytes.data()), &recovery, &signature);
    bytes[compactSize] = static_cast<char>(firstV + recovery);
    return bytes;
}

base::Result<QByteArray> signatureIn(const QString &text, const QString &field)
{
    const base::Result<QByteArray> given = bytesIn(text, field);
    if (!given || given->size() != signatureSize) {
        return base::invalid(field, u"%1 must be 65 bytes: 0x and 130 hexadecimal digits"_s.arg(field));
    }
    QByteArray bytes = *given;
    if (static_cast<uchar>(bytes.back()) < 2) {
        bytes[compactSize] = static_cast<char>(bytes.back() + firstV);
    }
    const Context context = makeContext();
    secp256k1_ecdsa_recoverable_signature signature;
    if (!parse(context.get(), bytes, signature)) {
        return base::invalid(field, u"%1 is no signature: r and s must be on the curve, v be 27 or 28"_s.arg(field));
    }
    if (!isLow(context.get(), signature)) {
        return base::invalid(field, u"%1 has a high s, which no contract takes; sign anew"_s.arg(field));
    }
    return bytes;
}

base::Result<QByteArray> signerOf(const QByteArray &digest, const QByteArray &signature)
{
    const Context context = makeContext();
    secp256k1_ecdsa_recoverable_signature parsed;
    secp256k1_pubkey key;
    if (digest.size() != wordSize || !parse(context.get(), signature, parsed) ||
        secp256k1_ecdsa_recover(context.get(), &key, &parsed, raw(digest)) != 1) {
        return base::invalid(u"signature"_s, u"nobody can have made this signature"_s);
    }
    return addressOf(context.get(), key);
}

} // namespace providers::brahma
