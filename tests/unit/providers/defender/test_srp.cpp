// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/srp.h"
#include "tests/support/registry.h"
#include "tests/support/srpserver.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers::defender;

namespace {

QByteArray shaHex(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

const SrpIdentity identity{.poolId = u"us-west-2_94f3puJWv"_s,
                           .user = u"11111111-2222-3333-4444-555555555555"_s,
                           .secret = u"example secret"_s};
const QByteArray account = "94f3puJWv11111111-2222-3333-4444-555555555555:example secret";
const QByteArray salt = "03479ad69a090b258277ec8fba6f9941"; // with a zero in front on purpose
const QByteArray block = "b3BhcXVlLXNlY3JldC1ibG9jaw==";
const QString timestamp = u"Sun Nov 2 08:05:09 UTC 2025"_s;

QByteArray privateOfClient()
{
    return shaHex("a0") + shaHex("a1") + shaHex("a2") + shaHex("a3");
}

} // namespace

class SrpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVectorComesOut()
    {
        const auto client = SrpClient::make(privateOfClient());
        QVERIFY(client);
        QVERIFY(client->publicNumber().startsWith("7a634810ce1857d5ba7a1581d18ac86b"));
        QCOMPARE(shaHex(client->publicNumber()), "074989af811498076576e35b460ebc2860d0b1bca73028a694bf1b6a6f2af8f4"_ba);
        const test::SrpServer server(account, salt, shaHex("b"));
        const SrpChallenge challenge{.salt = salt, .publicNumber = server.publicNumber(), .secretBlock = block};
        const auto key = client->key(identity, challenge);
        QVERIFY(key);
        QCOMPARE(key->toHex(), "5a4fc82742588b8c185412c26d162379"_ba);
        QCOMPARE(srpSignature(*key, identity, challenge, timestamp), "g40SVesLSLzYpbYA7KcUSDb0k/dvH2FfgSZfwbH4OGU="_ba);
    }

    void theOtherHalfHasTheVectorToo()
    {
        const test::SrpServer server(account, salt, shaHex("b"));
        const auto client = SrpClient::make(privateOfClient());
        QCOMPARE(server.multiplier(), "538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6"_ba);
        QCOMPARE(server.privateKey(), "13b1d61df80ffe7fb9c611f7c7c75389c2da22fdb174d3b311e29be30e5b7008"_ba);
        QVERIFY(server.publicNumber().startsWith("cc9c0beb0a36c4e76587d65cf51cdf3e"));
        QCOMPARE(server.scramble(client->publicNumber()),
                 "15f41182b3c1bdc8c2840e3257670000ccf08a1415a27157fcefaf73756f3735"_ba);
        QCOMPARE(server.key(client->publicNumber()).toHex(), "5a4fc82742588b8c185412c26d162379"_ba);
    }

    void trapSaltsAndNumbersAreOfAnyLength()
    {
        // Salts that begin with zeros and with a high bit, and public numbers of every length.
        for (int i = 0; i < 24; ++i) {
            const QByteArray round = QByteArray::number(i);
            const QByteArray oddSalt = shaHex("salt" + round).first(32 - i % 5);
            const test::SrpServer server(account, i % 3 == 0 ? "00" + oddSalt : oddSalt, shaHex("b" + round));
            const auto client = SrpClient::make();
            QVERIFY(client);
            const SrpChallenge challenge{.salt = i % 3 == 0 ? "00" + oddSalt : oddSalt,
                                         .publicNumber = server.publicNumber(),
                                         .secretBlock = block};
            const auto key = client->key(identity, challenge);
            QVERIFY(key);
            QCOMPARE(key->toHex(), server.key(client->publicNumber()).toHex());
        }
    }

    void anotherSecretGivesAnotherKey()
    {
        const auto client = SrpClient::make(privateOfClient());
        const test::SrpServer server(account, salt, shaHex("b"));
        const SrpChallenge challenge{.salt = salt, .publicNumber = server.publicNumber(), .secretBlock = block};
        SrpIdentity other = identity;
        other.secret = u"example secreT"_s;
        QVERIFY(client->key(other, challenge)->toHex() != server.key(client->publicNumber()).toHex());
    }

    void twoLoginsHaveTwoNumbers() { QVERIFY(SrpClient::make()->publicNumber() != SrpClient::make()->publicNumber()); }

    void trapNumbersThatProveNothingAreRefused_data()
    {
        const QByteArray prime =
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E34"
            "04DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5C"
            "B6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A"
            "69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA"
            "18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995"
            "497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF"
            "0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06"
            "D98A0864D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143"
            "DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF";
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("salt");
        QTest::newRow("B is 0") << "0"_ba << salt;
        QTest::newRow("B is N") << prime << salt;
        QTest::newRow("B is no number") << "12 34"_ba << salt;
        QTest::newRow("B is missing") << ""_ba << salt;
        QTest::newRow("B is endless") << QByteArray(5000, '1') << salt;
        QTest::newRow("the salt is none") << "abcd"_ba
                                          << "salt"_ba;
    }
    void trapNumbersThatProveNothingAreRefused()
    {
        QFETCH(const QByteArray, theirs);
        QFETCH(const QByteArray, salt);
        const auto key = SrpClient::make(privateOfClient())
                             ->key(identity, {.salt = salt, .publicNumber = theirs, .secretBlock = block});
        QCOMPARE(key.error().code, base::ErrorCode::Denied);
        QCOMPARE(key.error().field, u"credential"_s);
    }

    void trapDaysHaveNoZeroInFront()
    {
        QCOMPARE(srpTimestamp(*base::parseIso(u"2025-11-02T08:05:09Z"_s)), timestamp);
        QCOMPARE(srpTimestamp(*base::parseIso(u"2026-03-31T00:00:59+02:00"_s)), u"Mon Mar 30 22:00:59 UTC 2026"_s);
    }
};

REGISTER_TEST(SrpTest);
#include "test_srp.moc"
