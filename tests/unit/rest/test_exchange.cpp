// SPDX-License-Identifier: Apache-2.0
#include "app/net/exchange.h"
#include "tests/support/faultserver.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using test::Fault;
using test::FaultServer;

namespace {

struct Outcome
{
    base::Status status;
    int answered = 0;
    QByteArray body;
    net::Sent sent = net::Sent::Never;
};

Outcome exchange(net::Request request)
{
    request.longestSilence = base::Millis(600);
    request.longest = base::Millis(4000);
    net::Exchange exchange(std::move(request));
    Outcome outcome;
    bool over = false;
    QObject::connect(&exchange, &net::Exchange::body, &exchange,
                     [&](const QByteArray &bytes) { outcome.body += bytes; });
    QObject::connect(&exchange, &net::Exchange::finished, &exchange, [&](const base::Status &status) {
        outcome.status = status;
        over = true;
    });
    exchange.start();
    if (!QTest::qWaitFor([&over] { return over; }, 10000)) {
        qFatal("the exchange did not end");
    }
    outcome.answered = exchange.answer().status;
    outcome.sent = exchange.sent();
    return outcome;
}

net::Request requestOf(const QUrl &url, const QByteArray &method = "GET", const QByteArray &body = {})
{
    return {.url = url, .method = method, .headers = {}, .body = body, .caFile = {}};
}

QUrl freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
}

} // namespace

class ExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status :
             {200, 201, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 415, 418, 421,
              422, 423, 425, 426, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 507, 511, 599}) {
            QTest::newRow(QByteArray::number(status)) << status;
        }
    }
    void everyStatusIsAnAnswer()
    {
        QFETCH(const int, status);
        FaultServer server;
        const QList<std::pair<QByteArray, QByteArray>> challenge{{"WWW-Authenticate", "Basic realm=\"x\""}};
        server.route("*", "/thing", [&](const test::Asked &) {
            return test::Told{.status = status,
                              .body = "{\"a\":1}",
                              .headers = status == 401 ? challenge : QList<std::pair<QByteArray, QByteArray>>()};
        });
        for (const QByteArray &method : {"GET"_ba, "POST"_ba, "DELETE"_ba}) {
            const Outcome outcome = exchange(requestOf(server.url().resolved(QUrl(u"/thing"_s)), method, "{}"));
            QVERIFY2(outcome.status, qPrintable(outcome.status ? QString() : outcome.status.error().message()));
            QCOMPARE(outcome.answered, status);
            QCOMPARE(outcome.body, "{\"a\":1}"_ba);
        }
        QCOMPARE(server.asked.size(), 3);
    }

    void anErrorThatIsCutOffIsNoAnswer()
    {
        for (const int status : {200, 400, 418, 500}) {
            FaultServer server;
            server.route("*", "/thing", [&](const test::Asked &) {
                return test::Told{.status = status, .body = QByteArray(100, 'x')};
            });
            server.fault("*", "/thing", Fault::Truncated);
            const Outcome outcome = exchange(requestOf(server.url().resolved(QUrl(u"/thing"_s)), "POST", "{}"));
            QVERIFY(!outcome.status);
            QCOMPARE(outcome.status.error().code, base::ErrorCode::Unavailable);
            QCOMPARE(outcome.sent, net::Sent::Perhaps);
        }
    }

    void whatWasNeverSentIsKnown()
    {
        const Outcome refused = exchange(requestOf(freePort(), "POST", "{}"));
        QCOMPARE(refused.status.error().code, base::ErrorCode::Unavailable);
        QCOMPARE(refused.sent, net::Sent::Never);
        const Outcome nowhere = exchange(requestOf(QUrl(u"http://no-such-host.invalid/"_s), "POST", "{}"));
        QCOMPARE(nowhere.sent, net::Sent::Never);
        net::Request untrusted = requestOf(QUrl(u"https://127.0.0.1:1/"_s), "POST", "{}");
        untrusted.caFile = u"/no/such/file.pem"_s;
        QCOMPARE(exchange(untrusted).sent, net::Sent::Never);
        FaultServer plain; // no TLS is spoken there
        QUrl url = plain.url();
        url.setScheme(u"https"_s);
        const Outcome handshake = exchange(requestOf(url, "POST", "{}"));
        QVERIFY(!handshake.status);
        QCOMPARE(plain.asked.size(), 0);
    }

    void whatMayHaveArrivedIsNeverCalledUnsent_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QByteArray>("body");
        for (const auto &[name, fault] : {std::pair("reset", Fault::Reset),
                                          {"silent", Fault::Silent},
                                          {"stall", Fault::Stall},
                                          {"truncated", Fault::Truncated}}) {
            QTest::addRow("%s, no body", name) << fault << QByteArray();
            QTest::addRow("%s, small body", name) << fault << "{}"_ba;
            QTest::addRow("%s, large body", name) << fault << QByteArray(200 << 10, 'x');
        }
    }
    void whatMayHaveArrivedIsNeverCalledUnsent()
    {
        QFETCH(const Fault, fault);
        QFETCH(const QByteArray, body);
        FaultServer server;
        server.route("POST", "/thing", [](const test::Asked &) { return test::told(QJsonObject{{u"id"_s, 1}}); });
        server.fault("POST", "/thing", fault);
        const Outcome outcome = exchange(requestOf(server.url().resolved(QUrl(u"/thing"_s)), "POST", body));
        QVERIFY(!outcome.status);
        QCOMPARE(server.asked.size(), 1);
        QCOMPARE(outcome.sent, net::Sent::Perhaps);
    }

    void aConnectionThatIsClosedInTheMiddleOfABodyMayHaveBeenEnough()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->abort(); });
        });
        const QUrl url(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
        const Outcome outcome = exchange(requestOf(url, "POST", QByteArray(8 << 20, 'x')));
        QVERIFY(!outcome.status);
        QCOMPARE(outcome.sent, net::Sent::Perhaps);
    }
};

REGISTER_TEST(ExchangeTest);
#include "test_exchange.moc"
