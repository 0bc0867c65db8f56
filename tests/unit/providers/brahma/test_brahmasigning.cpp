// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/messages.h"
#include "app/providers/brahma/signing.h"
#include "app/providers/brahma/words.h"
#include "tests/support/registry.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers::brahma;

namespace {

constexpr qint64 arbitrum = 42161;
constexpr qint64 baseChain = 8453;
const QString plugin = u"0xeC4181eE959e47f72e9cC60274fBE53D68949e47"_s;
const QString usdc = u"0xaf88d065e77c8cc2239327c5edb3a432268e5831"_s;
const QString firstAddress = u"0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"_s;

/// A throwaway key: zeros and one digit.
Key keyOf(int number)
{
    auto key = Key::read(u"0x"_s + QString(63, u'0') + QString::number(number));
    Q_ASSERT(key);
    return *std::move(key);
}

Registration registrationA()
{
    return {.executor = firstAddress,
            .timestamp = 1700000000,
            .inputTokens = {usdc, zeroAddress},
            .hopAddresses = {u"0x3a23f943181408eac424116af7b7790c94cb97a5"_s},
            .feeInBps = 0,
            .feeToken = zeroAddress,
            .feeReceiver = zeroAddress,
            .limitPerExecution = true,
            .clientId = u"operator-console"_s};
}

Registration published()
{
    const QString prefix = u"0xab3bcd63a3938031c27b122ec2b7f87ec0ba47"_s;
    const QString fee = u"0x00ab3bcd63a3938031c27b122ec2b7f87ec0ba47"_s;
    return {.executor = prefix + u"2a"_s,
            .timestamp = 1,
            .inputTokens = {prefix + u"2a"_s, prefix + u"2b"_s},
            .hopAddresses = {prefix + u"2d"_s, prefix + u"2c"_s},
            .feeInBps = 100,
            .feeToken = fee,
            .feeReceiver = fee,
            .limitPerExecution = true,
            .clientId = u"test-dapp"_s};
}

const QString publishedSignature = u"0x4dad6b013c18d43e41a38c91c8df5833eb309300c700a03440cfc4bea2ee15d5"
                                   "4a123c228bfb21b652bed59e1a5ed67e147163e7ab81df4d83a8195dfdf051131c"_s;

Execution executionA()
{
    return {.executable = {.callType = 0,
                           .to = usdc,
                           .value = u"0"_s,
                           .data = u"0xa9059cbb"_s + QString(24, u'0') + QString(40, u'2') + QString(59, u'0') +
                                   u"f4240"_s},
            .account = u"0x"_s + QString(40, u'1'),
            .executor = firstAddress,
            .nonce = u"0"_s};
}

QByteArray structOf(const TypedData &data)
{
    return structHash(data.primary, data.message).value_or({}).toHex();
}

QByteArray digestHex(const TypedData &data)
{
    return digestOf(data).value_or({}).toHex();
}

QString signedBy(const Key &key, const TypedData &data)
{
    return hexText(key.sign(*digestOf(data)).value_or({}));
}

QString signerText(const TypedData &data, const QString &signature)
{
    const auto bytes = signatureIn(signature, u"signature"_s);
    const auto signer = bytes ? signerOf(*digestOf(data), *bytes) : bytes.error();
    return signer ? hexText(*signer) : signer.error().message();
}

/// The same signature with the other s, which is the order of the curve less this one.
QString withHighS(const QString &signature)
{
    const QByteArray order = QByteArray::fromHex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");
    QByteArray bytes = QByteArray::fromHex(signature.sliced(2).toLatin1());
    int borrow = 0;
    for (qsizetype i = 31; i >= 0; --i) {
        const int value = static_cast<uchar>(order.at(i)) - static_cast<uchar>(bytes.at(32 + i)) - borrow;
        borrow = value < 0 ? 1 : 0;
        bytes[32 + i] = static_cast<char>(value + 256 * borrow);
    }
    bytes[64] = static_cast<char>(bytes.at(64) == 27 ? 28 : 27);
    return hexText(bytes);
}

} // namespace

class BrahmaSigningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapKeccakIsTheOldPadding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("empty") << ""_ba
                               << "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"_ba;
        QTest::newRow("abc") << "abc"_ba
                             << "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"_ba;
        QTest::newRow("fox") << "The quick brown fox jumps over the lazy dog"_ba
                             << "4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15"_ba;
        QTest::newRow("one byte short of a block")
            << QByteArray(135, 'a') << "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446"_ba;
        QTest::newRow("one block") << QByteArray(136, 'a')
                                   << "a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e"_ba;
        QTest::newRow("two") << QByteArray(200, 'a')
                             << "96ea54061def936c4be90b518992fdc6f12f535068a256229aca54267b4d084d"_ba;
    }
    void trapKeccakIsTheOldPadding()
    {
        QFETCH(const QByteArray, bytes);
        QTEST(keccak(bytes).toHex(), "hash");
        QVERIFY(keccak(bytes) != QCryptographicHash::hash(bytes, QCryptographicHash::RealSha3_256));
    }

    void typesHash_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("hash");
        const TypedData registration = registrationData(registrationA(), arbitrum);
        const TypedData execution = executionData(executionA(), {plugin, arbitrum});
        const TypedData safe = safeData(QByteArray(32, '\1'), {plugin, arbitrum});
        const TypedData kernel = kernelData(u"id"_s, u"120s"_s, arbitrum);
        const auto row = [](const QByteArray &name, const QList<Member> &members, const QByteArray &hash) {
            QTest::newRow(name + QByteArray::number(members.size())) << typeText(name, members) << hash;
        };
        row("EIP712Domain", registration.domain, "c49a8e302e3e5d6753b2bb3dbc3c28deba5e16e2572a92aef568063c963e3465");
        row("EIP712Domain", execution.domain, "8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f");
        row("EIP712Domain", safe.domain, "47e79534a245952e8b16893a336b85a3d9ea9fa8c573f3d803afb92a79469218");
        row(registration.primary, registration.message,
            "a860cbc1959b0bde635344cd44057d367389a0ad8fecdadaa122c1f6ce350498");
        row(execution.primary, execution.message, "483ad580f0a8d7881e792d04b2128f3b214b18aa7336126dc2e77a59752bd6f5");
        row(kernel.primary, kernel.message, "2fe6a8deb2a60e5fc9b28ef7c7da1838ca3cdb9fffe9bdc557987547cd9eb06b");
        row(safe.primary, safe.message, "60b3cbf8b4a223d68d641b3b6ddf9a298e7f33710cf3d3a9d1146b5a6150fbca");
    }
    void typesHash()
    {
        QFETCH(const QByteArray, type);
        QTEST(keccak(type).toHex(), "hash");
    }

    void wordsOfTheDomainHash()
    {
        QCOMPARE(keccak("ExecutorPlugin").toHex(),
                 "93ae17d63c11c26435c52b81ff53503650df80d35c62972110e64a0454badbec"_ba);
        QCOMPARE(keccak("1.0").toHex(), "e6bbd6277e1bf288eed5e8d1780f9a50b239e86b153736bceebccf4ea79d90b3"_ba);
    }

    void theNonceIsAskedForOfThePlugin()
    {
        QCOMPARE(nonceCall(executionA().account, firstAddress)->toHex(),
                 "4611b4c700000000000000000000000011111111111111111111111111111111111111110000000000000000000000007e5f"
                 "4552091a69125d5dfcb7b8c2659029395bdf"_ba);
    }

    void separatorsHash()
    {
        const auto separator = [](const TypedData &data) { return separatorOf(data).value_or({}).toHex(); };
        QCOMPARE(separator(registrationData(registrationA(), arbitrum)),
                 "1ab0162cb82e18bb11dc620788f8bfd509da22f015aaee3c352687e322dd9712"_ba);
        QCOMPARE(separator(registrationData(registrationA(), baseChain)),
                 "1da9df7509bb2bf6a87300c87918667b498520e3120367f8550f6e04fa774e39"_ba);
        QCOMPARE(separator(executionData(executionA(), {plugin, arbitrum})),
                 "54db29f69f1ef49f9c90633766cc24b65b0e14e8cb0aafeb26e57582d81f32fe"_ba);
        QCOMPARE(separator(executionData(executionA(), {plugin, baseChain})),
                 "b7b5d13f2b675dc3a534f306881428bded5aeda80feedeff8081c62d1deb6dc6"_ba);
    }

    void keysHaveTheirAddresses()
    {
        QCOMPARE(checksummed(keyOf(1).address()), firstAddress);
        QCOMPARE(checksummed(keyOf(2).address()), u"0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF"_s);
        for (const QString &address :
             {u"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"_s, u"0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"_s}) {
            QCOMPARE(checksummed(*addressIn(address.toLower(), u"address"_s)), address);
        }
    }

    void aPlainSignatureIsDeterministicAndLow()
    {
        QCOMPARE(hexText(*keyOf(1).sign(keccak("abc"))),
                 u"0xe6cbd687d6cda3d7cf8e37214d3128a54196b42400aa1c246952a68346238856"
                 "1eee2ec3d64cb26e0edd6f86b19784552a39a351ea1779cdad6717e8200932421c"_s);
    }

    void aRegistrationIsSignedByteForByte()
    {
        const TypedData data = registrationData(registrationA(), arbitrum);
        const auto hashed = [](const QStringList &addresses) {
            QByteArray words;
            for (const QString &address : addresses) {
                words += padded(*addressIn(address, u"address"_s));
            }
            return keccak(words).toHex();
        };
        QCOMPARE(hashed(registrationA().inputTokens),
                 "5b9be64bf9cee843a021a73d059f41c67bf33ba01053f7c3baec4bdf7883e3b1"_ba);
        QCOMPARE(hashed(registrationA().hopAddresses),
                 "5a48e67d542407c7ce6a29e3cbe3c139f0e2c64723da8987114ec9e814929a62"_ba);
        QCOMPARE(keccak("operator-console").toHex(),
                 "3dea383d0f25aafef8d4b96ee032927fcb6e561a2491c9a719ef9480f2def77c"_ba);
        QCOMPARE(structOf(data), "7673aa9428e5154deb6c42446f91baa7573a0d64ced0648051d863c77772e5c4"_ba);
        QCOMPARE(digestHex(data), "6199caa7c9ae735de6734791fcd6556fc30419eba0f8a83b95f08256ed5309bb"_ba);
        QCOMPARE(signedBy(keyOf(1), data), u"0x197388753b4fdfcbcf508296b848d02f0b4c24a1c0229335f7cfe51b630f7e53"
                                           "117ccf2aa583c3ecff6c43ca865b97884dd8d0d8f6ffc43895553c1c33a367301c"_s);
    }

    void anExecutionIsSignedByteForByte()
    {
        const TypedData data = executionData(executionA(), {plugin, arbitrum});
        QCOMPARE(keccak(*bytesIn(executionA().executable.data, u"data"_s)).toHex(),
                 "0de6e58d18583848333f41b9271e2c5831975016f9d7e78f6f7c7c1d88f2e6d1"_ba);
        QCOMPARE(structOf(data), "70c507766f080d493a6afb4e810c223a4342fa3a172972694d04f22bd4655194"_ba);
        QCOMPARE(digestHex(data), "54856bc770c1a190a4fd9f79d6e3b80340b00c0f25e461d3c125d1f29f5b28ae"_ba);
        QCOMPARE(signedBy(keyOf(1), data), u"0x2d5ae7775f578aabe6849931d1fb4e5a8f8d49da73e80a9acadf7e6212229b06"
                                           "469b07cab9ccfda55c8fb7efa89e409a95f81ab37b8102766fbfa2f3c28078a21b"_s);
    }

    void thePublishedSignatureRecoversItsExecutor()
    {
        const TypedData data = registrationData(published(), arbitrum);
        QCOMPARE(digestHex(data), "eb10bb0fa277b2fc3c30d8acf01720e0614d30837821423ced2ad334fe123030"_ba);
        QCOMPARE(signerText(data, publishedSignature), published().executor);
    }

    void anotherChainRecoversSomebodyElse()
    {
        QVERIFY(signerText(registrationData(published(), baseChain), publishedSignature) != published().executor);
    }

    void trapTheDomainOfARegistrationIsTheChainOnly()
    {
        TypedData data = registrationData(published(), arbitrum);
        data.domain.prepend({"string", "name", u"Console"_s}); // as the documents show it
        QVERIFY(signerText(data, publishedSignature) != published().executor);
    }

    void trapTheOldPluginHadSevenFields()
    {
        TypedData old = executionData(executionA(), {plugin, arbitrum});
        QList<Member> members;
        for (const char *name : {"to", "value", "data", "operation", "account", "executor", "nonce"}) {
            for (const Member &member : old.message) {
                if (member.name == name) {
                    members.append(member);
                }
            }
        }
        old.message = members;
        QCOMPARE(typeText(old.primary, members), "ExecutionParams(address to,uint256 value,bytes data,uint8 operation,"
                                                 "address account,address executor,uint256 nonce)"_ba);
        QVERIFY(keccak(typeText(old.primary, members)).toHex().startsWith("fd4628b5"));
        QVERIFY(digestOf(old).value_or({}) != *digestOf(executionData(executionA(), {plugin, arbitrum})));
    }

    void aHighSIsRefused()
    {
        const QString high = withHighS(publishedSignature);
        const auto refused = signatureIn(high, u"signature"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(u"high s"_s), qPrintable(refused.error().detail));
        QCOMPARE(withHighS(high), publishedSignature);
    }

    void trapSmallVsAreRaised()
    {
        const QString small = publishedSignature.chopped(2) + u"01"_s;
        QCOMPARE(hexText(*signatureIn(small, u"signature"_s)), publishedSignature);
    }

    void whatIsNoSignatureIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("without 0x") << publishedSignature.sliced(2);
        QTest::newRow("a byte short") << publishedSignature.chopped(2);
        QTest::newRow("a byte long") << publishedSignature + u"00"_s;
        QTest::newRow("another v") << publishedSignature.chopped(2) + u"1d"_s;
        QTest::newRow("v of two") << publishedSignature.chopped(2) + u"02"_s;
        QTest::newRow("not hexadecimal") << publishedSignature.chopped(2) + u"zz"_s;
        QTest::newRow("beyond the order") << u"0x"_s + QString(128, u'f') + u"1c"_s;
    }
    void whatIsNoSignatureIsRefused()
    {
        QFETCH(const QString, text);
        const auto refused = signatureIn(text, u"signature"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"signature"_s);
        QVERIFY(!signerOf(keccak("abc"), QByteArray(65, '\0')));
    }

    void whatIsNoKeyIsRefusedWithoutSayingWhatItWas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("zero") << QString(64, u'0');
        QTest::newRow("the order") << u"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"_s;
        QTest::newRow("short") << u"0x1234abcd"_s;
        QTest::newRow("words") << u"correct horse battery staple"_s;
        QTest::newRow("no digits") << QString(64, u'g');
    }
    void whatIsNoKeyIsRefusedWithoutSayingWhatItWas()
    {
        QFETCH(const QString, text);
        const auto refused = Key::read(text);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Denied);
        QCOMPARE(refused.error().field, u"credential"_s);
        QVERIFY(text.isEmpty() || !refused.error().message().contains(text));
    }

    void aSafesOwnerSignsTheDigestWrapped()
    {
        const QByteArray inner = *digestOf(executionData(executionA(), {plugin, arbitrum}));
        const TypedData wrapped = safeData(inner, {executionA().account, arbitrum});
        // By hand: the message is the digest as bytes, which are hashed once more.
        const QByteArray domain = keccak("EIP712Domain(uint256 chainId,address verifyingContract)") + wordOf(arbitrum) +
                                  padded(QByteArray(20, '\x11'));
        const QByteArray message = keccak("SafeMessage(bytes message)") + keccak(inner);
        QCOMPARE(*digestOf(wrapped), keccak("\x19\x01" + keccak(domain) + keccak(message)));
        QCOMPARE(signerText(wrapped, signedBy(keyOf(2), wrapped)), u"0x2b5ad5c4795c026514f8317c7a215e218dccd6cf"_s);
    }

    void numbersAreWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("0") << u"0"_s << QByteArray(64, '0');
        QTest::newRow("1000000") << u"1000000"_s << QByteArray(59, '0') + "f4240";
        QTest::newRow("beyond 64 bits") << u"18446744073709551616"_s << QByteArray(47, '0') + "10000000000000000";
        QTest::newRow("the largest")
            << u"115792089237316195423570985008687907853269984665640564039457584007913129639935"_s
            << QByteArray(64, 'f');
        QTest::newRow("hexadecimal") << u"0xabc"_s << QByteArray(61, '0') + "abc";
        QTest::newRow("too large")
            << u"115792089237316195423570985008687907853269984665640564039457584007913129639936"_s << ""_ba;
        QTest::newRow("too long") << u"0x1"_s + QString(64, u'0') << ""_ba;
        QTest::newRow("negative") << u"-1"_s << ""_ba;
        QTest::newRow("a fraction") << u"0.5"_s << ""_ba;
        QTest::newRow("empty") << u""_s << ""_ba;
        QTest::newRow("no digits") << u"0x"_s << ""_ba;
    }
    void numbersAreWords()
    {
        QFETCH(const QString, text);
        QTEST(numberIn(text, u"value"_s).value_or({}).toHex(), "word");
    }

    void whatIsShownToASignerIsWhatIsHashed()
    {
        const QJsonObject shown = toJson(executionData(executionA(), {plugin, arbitrum}));
        QCOMPARE(shown["primaryType"_L1].toString(), u"ExecutionParams"_s);
        QCOMPARE(shown["types"_L1]["ExecutionParams"_L1].toArray().size(), 12);
        QCOMPARE(shown["types"_L1]["EIP712Domain"_L1].toArray().size(), 4);
        QCOMPARE(shown["message"_L1]["account"_L1].toString(), executionA().account);
        QCOMPARE(shown["domain"_L1]["verifyingContract"_L1].toString(), plugin);
    }

    void badMembersAreNamed()
    {
        Execution wrong = executionA();
        wrong.executable.to = u"0x12"_s;
        QCOMPARE(digestOf(executionData(wrong, {plugin, arbitrum})).error().field, u"to"_s);
        wrong = executionA();
        wrong.executable.callType = 256;
        QCOMPARE(digestOf(executionData(wrong, {plugin, arbitrum})).error().field, u"operation"_s);
        Registration registration = registrationA();
        registration.inputTokens.append(u"nobody"_s);
        QCOMPARE(digestOf(registrationData(registration, arbitrum)).error().field, u"inputTokens[2]"_s);
    }
};

REGISTER_TEST(BrahmaSigningTest);
#include "test_brahmasigning.moc"
