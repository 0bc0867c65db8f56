// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QDir>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

server::Limits quickLimits()
{
    server::Limits limits;
    limits.header = base::Millis(500);
    limits.body = base::Millis(500);
    limits.linger = base::Millis(200);
    return limits;
}

/// Timers of the kernel in this process that will go off one day.
int armedTimers()
{
    int armed = 0;
    const QDir folder(u"/proc/self/fdinfo"_s);
    for (const QString &entry : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(entry));
        const QByteArray info = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        armed += info.contains("it_value:") && !info.contains("it_value: (0, 0)") ? 1 : 0;
    }
    return armed;
}

} // namespace

class AbuseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(quickLimits()); }
    void cleanup()
    {
        QCOMPARE(m_house->get("/api/automations").status, 200); // Whatever happened, the next one is served.
        m_house.reset();
    }

    void foreignRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: 127.0.0.1:PORT\r\n";
        const QByteArray json = "Content-Type: application/json\r\n";
        QTest::newRow("no host") << QByteArray() << QByteArray() << 421;
        QTest::newRow("rebound") << "Host: evil.example:PORT\r\n"_ba << QByteArray() << 421;
        QTest::newRow("two hosts") << host + host << QByteArray() << 421;
        QTest::newRow("origin") << host + "Origin: http://evil.example\r\n" << QByteArray() << 403;
        QTest::newRow("null origin") << host + "Origin: null\r\n" << QByteArray() << 403;
        QTest::newRow("cross site") << host + "Sec-Fetch-Site: cross-site\r\n" << QByteArray() << 403;
        QTest::newRow("own origin") << host + "Origin: http://127.0.0.1:PORT\r\n" + json << "{}"_ba << 400;
        QTest::newRow("form") << host + "Content-Type: application/x-www-form-urlencoded\r\n"
                              << "a=b"_ba << 415;
        QTest::newRow("text") << host + "Content-Type: text/plain\r\n"
                              << "{}"_ba << 415;
        QTest::newRow("no type") << host << "{}"_ba << 415;
        QTest::newRow("gzip") << host + json + "Content-Encoding: gzip\r\n"
                              << "{}"_ba << 415;
        QTest::newRow("two lengths") << host + json + "Content-Length: 2\r\n"
                                     << "{}"_ba << 400;
        QTest::newRow("both kinds") << host + json + "Transfer-Encoding: chunked\r\n"
                                    << "{}"_ba << 400;
        QTest::newRow("too large") << host + json << QByteArray(1024 * 1024 + 1, ' ') << 413;
        QTest::newRow("large") << host + json << QByteArray(1024 * 1024, ' ') << 400;
    }
    void foreignRequestsAreRefused()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        headers.replace("PORT", QByteArray::number(m_house->port));
        const QByteArray length =
            body.isEmpty() ? QByteArray() : "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        const test::Reply reply =
            m_house->raw("POST /api/automations HTTP/1.1\r\n" + headers + authorization() + length + "\r\n" + body);
        QCOMPARE(reply.status, status);
        QVERIFY(!reply.object().value("code"_L1).toString().isEmpty());
    }

    /// A timer that is set wakes the thread once more, and Asio's own set themselves again.
    void noTimerIsLeftBehind()
    {
        {
            test::Client client(m_house->port);
            QVERIFY(client.send(m_house->request({.path = "/api/automations"})));
            QCOMPARE(client.readReply().status, 200);
            QTRY_VERIFY(armedTimers() > 0); // It stays open for the next request, for a while.
        }
        QTRY_COMPARE(armedTimers(), 0);
    }

    void theHostIsLookedAtBeforeTheToken()
    {
        QCOMPARE(m_house->raw("GET /api/automations HTTP/1.1\r\nHost: evil.example\r\n\r\n").status, 421);
    }

    void brokenRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("negative") << "POST /api/automations HTTP/1.1\r\nContent-Length: -1\r\n\r\n"_ba << 400;
        QTest::newRow("no length") << "POST /api/automations HTTP/1.1\r\nContent-Length: x\r\n\r\n"_ba << 400;
        QTest::newRow("version") << "GET / HTTP/9.9\r\n\r\n"_ba << 400;
        QTest::newRow("method") << "G@T / HTTP/1.1\r\n\r\n"_ba << 400;
        QTest::newRow("header") << "GET / HTTP/1.1\r\nBad Name: x\r\n\r\n"_ba << 400;
        QTest::newRow("long line") << "GET /" + QByteArray(20000, 'a') << 431;
        QTest::newRow("long header") << "GET / HTTP/1.1\r\nX: " + QByteArray(20000, 'a') << 431;
        QTest::newRow("many headers") << "GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(3000) << 431;
    }
    void brokenRequestsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        test::Client client(m_house->port);
        client.send(bytes);
        QCOMPARE(client.readReply().status, status);
        QVERIFY(client.readToEnd());
    }

    void endlessInputIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("header") << "GET /api/automations HTTP/1.1\r\nX-Filler: "_ba;
        QTest::newRow("line") << "GET /"_ba;
        QTest::newRow("chunks")
            << "POST /api/automations HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Type: application/json\r\n"
               "Transfer-Encoding: chunked\r\n"_ba +
                   authorization() + "\r\n";
    }
    void endlessInputIsCutOff()
    {
        QFETCH(QByteArray, start);
        test::Client client(m_house->port);
        QVERIFY(client.send(start.replace("PORT", QByteArray::number(m_house->port))));
        const bool chunks = start.startsWith("POST");
        const QByteArray piece = chunks ? "10000\r\n" + QByteArray(65536, ' ') + "\r\n" : QByteArray(65536, 'a');
        int sent = 0;
        while (sent < 960 && client.send(piece)) { // 60 MB
            ++sent;
        }
        QVERIFY2(sent < 960, "the server took all of it");
    }

    void aChunkedBodyBeyondTheLimitIsToldSo()
    {
        const QByteArray chunk = "10000\r\n" + QByteArray(65536, ' ') + "\r\n";
        const QByteArray head =
            "POST /api/automations HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_house->port) +
            "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n" + authorization() + "\r\n";
        QCOMPARE(m_house->raw(head + chunk.repeated(17) + "0\r\n\r\n").status, 413);
        QCOMPARE(m_house->raw(head + chunk.repeated(16) + "0\r\n\r\n").object().value("code"_L1).toString(),
                 u"invalid"_s);
        QCOMPARE(m_house->raw(head + "zz\r\n").status, 400);
    }

    void aBodyIsAskedForWhenItsClientWaits()
    {
        test::Client client(m_house->port);
        QByteArray request = m_house->request(
            {.method = "POST", .path = "/api/automations", .body = "[]", .headers = "Expect: 100-continue\r\n"});
        request.chop(2);
        client.send(request);
        QVERIFY(client.readUntilHas("100 Continue\r\n\r\n"));
        client.send("[]");
        QVERIFY(client.readUntilHas("201 Created"));
    }

    void slowBodiesAreCutOff()
    {
        test::Client client(m_house->port);
        QByteArray request =
            m_house->request({.method = "POST", .path = "/api/automations", .body = QByteArray(100, ' ')});
        request.chop(50);
        client.send(request);
        QVERIFY(client.readToEnd(5000));
        QCOMPARE(client.received(), QByteArray());
    }

    void halfOpenConnectionsHinderNobody()
    {
        std::vector<std::unique_ptr<test::Client>> slow;
        for (int i = 0; i < 300; ++i) {
            slow.push_back(std::make_unique<test::Client>(m_house->port));
            QVERIFY(slow.back()->isConnected());
            slow.back()->send("GET /api/automations HTTP/1.1\r\nX: ");
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_house->get("/api/automations").status, 200);
        QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()));
        int closed = 0;
        for (const auto &client : slow) {
            closed += client->readToEnd(5000) ? 1 : 0;
        }
        QCOMPARE(closed, 300);
    }

    void streamsThatFillTheHouseAreAnsweredSo()
    {
        std::vector<std::unique_ptr<test::Client>> streams;
        for (int i = 0; i < 256; ++i) {
            streams.push_back(std::make_unique<test::Client>(m_house->port));
            streams.back()->send(m_house->request({.path = "/api/changes"}));
            QVERIFY(streams.back()->readUntilHas("200 OK"));
        }
        QCOMPARE(m_house->get("/api/automations").status, 503);
        streams.clear();
        QTRY_COMPARE(m_house->get("/api/automations").status, 200);
    }

    // Cut, doubled, turned and sprinkled versions of good requests: each is answered or closed, none stops the server.
    void garbageIsSurvived()
    {
        QRandomGenerator random(20261025);
        const QList<QByteArray> good{
            m_house->request({.path = "/api/automations?x=%zz&&=&y"}),
            m_house->request({.method = "POST", .path = "/api/automations", .body = R"({"name":"a","type":"script"})"}),
            m_house->request({.path = "/api/automations/runs/%00%ff/log?grep=%5B&from=-1"}),
            m_house->request({.method = "PUT", .path = "/api/automations/none", .body = "[[[[{}]]]]"})};
        const QByteArray spice = "\0\r\n :;,%?&=/\\\"\xff\x80{}[]"_ba;
        for (int i = 0; i < 400; ++i) {
            QByteArray bytes = good.at(random.bounded(good.size()));
            for (int change = random.bounded(1, 6); change > 0; --change) {
                const qsizetype at = random.bounded(bytes.size());
                switch (random.bounded(4)) {
                case 0:
                    bytes.truncate(std::max<qsizetype>(1, at));
                    break;
                case 1:
                    bytes[at] = spice.at(random.bounded(spice.size()));
                    break;
                case 2:
                    bytes.insert(at, spice.mid(random.bounded(spice.size()), 3));
                    break;
                default:
                    bytes.insert(at, bytes.mid(at / 2, random.bounded(40)));
                    break;
                }
            }
            test::Client client(m_house->port);
            client.send(bytes);
            if (i % 10 == 0) {
                const test::Reply reply = client.readReply(3000); // An answer, or closed when its time was over.
                QVERIFY(reply.status == 0 || (reply.status >= 200 && reply.status < 500));
            }
        }
    }

private:
    QByteArray authorization() const { return "Authorization: Bearer "_ba + test::House::token + "\r\n"; }

    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(AbuseTest);
#include "test_abuse.moc"
