// SPDX-License-Identifier: Apache-2.0
// Requests that set off runs: forms, bodies, signatures.
#include "app/domain/hooks/origin.h"
#include "app/domain/hooks/signature.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;

class HookRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void originsAreWrittenAsBrowsersWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("better"); ///< What the error proposes; empty where the text is fine.
        for (const QString &fine : {u"https://dash.example"_s, u"http://127.0.0.1:3000"_s, u"http://[::1]:8080"_s,
                                    u"https://dash.example:444"_s, u"http://localhost"_s}) {
            QTest::newRow(qPrintable(fine)) << fine << QString();
        }
        QTest::newRow("slash") << u"https://dash.example/"_s << u"https://dash.example"_s;
        QTest::newRow("path") << u"https://dash.example/page?x=1#y"_s << u"https://dash.example"_s;
        QTest::newRow("usual port") << u"https://dash.example:443"_s << u"https://dash.example"_s;
        QTest::newRow("capitals") << u"https://Dash.Example"_s << u"https://dash.example"_s;
        QTest::newRow("somebody") << u"https://me:x@dash.example"_s << u"https://dash.example"_s;
        for (const QString &none : {u""_s, u"*"_s, u"null"_s, u"dash.example"_s, u"file:///x"_s, u"https://"_s,
                                    u"javascript:1"_s, u"https://a b"_s, u"https://dash.example:99999"_s}) {
            QTest::newRow(qPrintable(u"none: "_s + none)) << none << u"such as"_s;
        }
    }
    void originsAreWrittenAsBrowsersWriteThem()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, better);
        const base::Status status = domain::checkOrigin(text);
        QCOMPARE(status.has_value(), better.isEmpty());
        QVERIFY2(status || status.error().detail.contains(better), qPrintable(status.error().detail));
    }

    void everyBitOfASignatureCounts()
    {
        domain::HookRequest request;
        request.type = domain::BodyType::Json;
        request.body = "{\"a\":1}";
        const base::Instant now = base::fromMillis(1'700'000'000'000);
        const QByteArray bytes = "msg.1700000000.{\"a\":1}";
        const QByteArray mac = QMessageAuthenticationCode::hash(bytes, "k", QCryptographicHash::Sha256);
        const auto holds = [&](const QByteArray &given) {
            request.headers = {{u"webhook-id"_s, u"msg"_s},
                               {u"webhook-timestamp"_s, u"1700000000"_s},
                               {u"webhook-signature"_s, u"v0,x v1,"_s + QString::fromLatin1(given.toBase64())}};
            return domain::verifyHook(request, {"k"}, now).has_value();
        };
        QVERIFY(holds(mac));
        for (int bit = 0; bit < mac.size() * 8; ++bit) {
            QByteArray flipped = mac;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!holds(flipped));
        }
        QVERIFY(!holds({}));
        QVERIFY(!domain::verifyHook(request, {}, now)); // no key is no signature
    }

    /// The example of the Standard Webhooks specification.
    void aPublishedSignatureFits()
    {
        domain::HookRequest request;
        request.body = "{\"test\": 2432232314}";
        request.headers = {{u"webhook-id"_s, u"msg_p5jXN8AQM9LWM0D4loKWxJek"_s},
                           {u"webhook-timestamp"_s, u"1614265330"_s},
                           {u"webhook-signature"_s, u"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="_s}};
        const QList<QByteArray> keys = domain::hookKeys(u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s);
        const base::Instant then = base::fromMillis(1'614'265'330'000);
        QCOMPARE(domain::verifyHook(request, keys, then).value_or(QString()), u"msg_p5jXN8AQM9LWM0D4loKWxJek"_s);
        QVERIFY(domain::verifyHook(request, keys, then + domain::hookWindow));
        QVERIFY(!domain::verifyHook(request, keys, then + domain::hookWindow + std::chrono::seconds(1)));
    }

    void formsBecomeObjects()
    {
        const QJsonObject form = domain::formObject(domain::formItems("a=1&b=x+y%21&c[]=1&d=1&d=2&e&%zz=%"));
        QCOMPARE(form.value("a"_L1), QJsonValue(u"1"_s));
        QCOMPARE(form.value("b"_L1), QJsonValue(u"x y!"_s));
        QCOMPARE(form.value("c"_L1), QJsonValue(QJsonArray{u"1"_s}));
        QCOMPARE(form.value("d"_L1), QJsonValue((QJsonArray{u"1"_s, u"2"_s})));
        QCOMPARE(form.value("e"_L1), QJsonValue(QString(u""_s)));
        QCOMPARE(form.size(), 6);
    }

    void keysStandOneALine()
    {
        QCOMPARE(domain::hookKeys(u"old\r\nwhsec_bmV3\n\n"_s), (QList<QByteArray>{"old", "new"}));
        QCOMPARE(domain::hookKeys({}), QList<QByteArray>());
    }
};

REGISTER_TEST(HookRulesTest);

#include "test_hookrules.moc"
