// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

server::Limits quickLimits()
{
    server::Limits limits;
    limits.stall = base::Millis(300);
    limits.heartbeat = base::Millis(50);
    return limits;
}

QByteArray numbered(int from, int count)
{
    QByteArray bytes;
    for (int i = from; i < from + count; ++i) {
        bytes += "line " + QByteArray::number(i) + '\n';
    }
    return bytes;
}

/// The body of a chunked stream as far as it came.
QByteArray unchunked(const QByteArray &received)
{
    QByteArray body;
    qsizetype at = received.indexOf("\r\n\r\n") + 4;
    for (;;) {
        const qsizetype line = received.indexOf("\r\n", at);
        const qsizetype size = line < 0 ? 0 : received.mid(at, line - at).toLongLong(nullptr, 16);
        if (size == 0) {
            return body;
        }
        body += received.mid(line + 2, size);
        at = line + 2 + size + 2;
    }
}

QList<qint64> idsIn(const QByteArray &received)
{
    QList<qint64> ids;
    for (const QByteArray &line : unchunked(received).split('\n')) {
        if (line.startsWith("id: ")) {
            ids.append(line.mid(4).toLongLong());
        }
    }
    return ids;
}

} // namespace

class StreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::House>(quickLimits());
        m_run = m_house->startRun(m_house->addAutomation().id).id;
    }
    void cleanup() { m_house.reset(); }

    void linesComeAsTheyAreWrittenAndThenTheEnd()
    {
        m_house->append(m_run, numbered(0, 3));
        test::Client client(m_house->port);
        client.send(m_house->request({.path = path("/stream")}));
        QVERIFY(client.readUntilHas("data: line 2\n\n"));
        QVERIFY(!client.received().contains("event: end"));
        m_house->append(m_run, "a\rb\r\n\xff\n");
        QVERIFY(client.readUntilHas("id: 3\ndata: a\ndata: b\n\nid: 4\ndata: \xef\xbf\xbd\n\n"));
        QVERIFY(client.readUntilHas("\n:\n\n")); // A heartbeat while nothing happens.
        m_house->append(m_run, numbered(5, 1));
        m_house->finish(m_run, domain::RunStatus::Failed);
        QVERIFY(client.readToEnd());
        QCOMPARE(idsIn(client.received()), (QList<qint64>{0, 1, 2, 3, 4, 5}));
        QVERIFY(client.received().endsWith("event: end\ndata: {\"status\":\"failed\"}\n\n\r\n0\r\n\r\n"));
    }

    void aStreamGoesOnBehindTheLastEvent()
    {
        m_house->append(m_run, numbered(0, 30000));
        QByteArray first;
        {
            test::Client client(m_house->port);
            client.send(m_house->request({.path = path("/stream")}));
            QVERIFY(client.readUntilHas("data: line 12345\n"));
            first = client.received();
        }
        m_house->append(m_run, numbered(30000, 10));
        const QList<qint64> seen = idsIn(first);
        test::Client client(m_house->port);
        client.send(m_house->request(
            {.path = path("/stream"), .headers = "Last-Event-ID: " + QByteArray::number(seen.last()) + "\r\n"}));
        m_house->finish(m_run);
        QVERIFY(client.readToEnd());
        const QList<qint64> all = seen + idsIn(client.received());
        QCOMPARE(all.size(), 30010);
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(all.at(i), i);
        }
    }

    void aFinishedRunEndsAtOnce()
    {
        m_house->finish(m_run);
        test::Client client(m_house->port);
        client.send(m_house->request({.path = path("/stream"), .headers = "Last-Event-ID: 99\r\n"}));
        QVERIFY(client.readToEnd());
        QVERIFY(client.received().contains("{\"status\":\"done\"}"));
    }

    void aClientThatTakesNothingIsDropped()
    {
        for (int i = 0; i < 12; ++i) {
            m_house->append(m_run, QByteArray(1024 * 1024, 'x') + '\n');
        }
        test::Client client(m_house->port, 4096);
        client.send(m_house->request({.path = path("/stream")}));
        // Taking nothing until it is certainly dropped: other requests go on being served meanwhile.
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 1500) {
            QCOMPARE(m_house->get("/api/automations/runs").status, 200);
        }
        QVERIFY(client.readToEnd());
        QVERIFY2(client.received().size() < 12 * 1024 * 1024, QByteArray::number(client.received().size()));
        QVERIFY(!client.received().contains("event: end"));
    }

    void aSlowClientThatReadsGetsEverything()
    {
        for (int i = 0; i < 12; ++i) {
            m_house->append(m_run, QByteArray(1024 * 1024, 'x') + '\n');
        }
        m_house->finish(m_run);
        test::Client client(m_house->port, 4096);
        client.send(m_house->request({.path = path("/stream")}));
        QVERIFY(client.readToEnd(30000));
        QCOMPARE(idsIn(client.received()).size(), 12);
        QVERIFY(client.received().contains("event: end"));
    }

    void listedPagesMayFollowRunsAndNothingElse()
    {
        m_house->append(m_run, numbered(0, 2));
        m_house->finish(m_run);
        const QByteArray page = "Origin: https://dash.example\r\nSec-Fetch-Site: cross-site\r\n";
        // As a browser's EventSource asks: no header of ours, the token in the query.
        const auto asked = [this](const QByteArray &where, const QByteArray &headers) {
            return m_house->ask({.path = where + "?token=" + test::House::token, .token = {}, .headers = headers});
        };
        const auto shared = [](const test::Reply &reply) { return reply.header("access-control-allow-origin"); };
        const test::Reply unlisted = asked(path("/stream"), page);
        QCOMPARE(unlisted.status, 403);
        QCOMPARE(shared(unlisted), QByteArray());
        QVERIFY(test::await(m_house->workspace->settings().set(
            u"api.origins"_s, QJsonArray{u"http://127.0.0.1:3000"_s, u"https://dash.example"_s})));
        const test::Reply listed = asked(path("/stream"), page);
        QCOMPARE(listed.status, 200);
        QCOMPARE(shared(listed), "https://dash.example"_ba);
        QCOMPARE(listed.header("vary"), "Origin"_ba);
        QVERIFY(listed.body.contains("data: line 1\n") && listed.body.contains("event: end"));
        QCOMPARE(shared(asked(path("/stream"), {})), QByteArray()); // no page: nothing to share
        const test::Reply stranger = m_house->ask({.path = path("/stream?token=wrong"), .token = {}, .headers = page});
        QCOMPARE(stranger.status, 401);
        QCOMPARE(shared(stranger), "https://dash.example"_ba); // so that the page can tell why
        for (const QByteArray &origin :
             {"null"_ba, "http://dash.example"_ba, "https://dash.example:444"_ba, "https://dash.example.evil"_ba,
              "https://evil.example\r\nOrigin: https://dash.example"_ba, "HTTPS://DASH.EXAMPLE"_ba}) {
            const test::Reply other = asked(path("/stream"), "Origin: " + origin + "\r\n");
            QCOMPARE(other.status, 403);
            QCOMPARE(shared(other), QByteArray());
        }
        for (const QByteArray &route : {"/api/changes"_ba, "/api/automations"_ba, path(""), path("/log")}) {
            const test::Reply other = asked(route, page);
            QCOMPARE(other.status, 403);
            QCOMPARE(shared(other), QByteArray());
        }
        const QByteArray elsewhere = m_house->request({.path = path("/stream"), .headers = page});
        QCOMPARE(m_house->raw(QByteArray(elsewhere).replace("Host: 127.0.0.1", "Host: evil.example")).status, 421);
    }

    void changesAreTold()
    {
        test::Client client(m_house->port);
        client.send(m_house->request({.path = "/api/changes"}));
        QVERIFY(client.readUntilHas("\r\n\r\n"));
        const QString id = m_house->addAutomation().id.text();
        QVERIFY(client.readUntilHas("data: {\"id\":\"" + id.toLatin1() +
                                    "\",\"kind\":\"inserted\",\"table\":\"automations\"}\n\n"));
    }

    void plainLogsAreTheBytesThatWereWritten()
    {
        QByteArray written;
        for (int i = 0; i < 9; ++i) {
            const QByteArray piece = numbered(i * 100000, 100000) + "\xff\xfe\0bytes"_ba + '\n';
            m_house->append(m_run, piece);
            written += piece;
        }
        m_house->append(m_run, "no newline\n", true);
        written += "no newline";
        const test::Reply reply = m_house->get(path("/log?plain=1"));
        QVERIFY(reply.whole);
        QCOMPARE(reply.header("content-type"), "application/octet-stream"_ba);
        QCOMPARE(QCryptographicHash::hash(reply.body, QCryptographicHash::Sha256),
                 QCryptographicHash::hash(written, QCryptographicHash::Sha256));
        QCOMPARE(m_house->get(path("/log?plain=1&from=2&lines=2")).body, "line 2\nline 3\n"_ba);
        const QString output = m_house->get(path("")).object().value("output"_L1).toString();
        QVERIFY(output.endsWith(u"\nno newline"_s));
        QVERIFY(output.toUtf8().size() > 1024 * 1024 - 4);
        QCOMPARE(m_house->get(path("/log?plain=1&grep=x")).status, 400);
    }

    void anEmptyLogIsEmpty()
    {
        const test::Reply plain = m_house->get(path("/log?plain=1"));
        QVERIFY(plain.whole);
        QCOMPARE(plain.body, QByteArray());
        const QJsonObject page = m_house->get(path("/log")).object();
        QCOMPARE(page.value("total"_L1).toInteger(), 0);
        QVERIFY(page.value("next"_L1).isNull());
    }

    void pagesOfALogHaveNumbersStreamsAndTimes()
    {
        m_house->append(m_run, numbered(0, 2500));
        const QJsonObject page = m_house->get(path("/log?from=2000&lines=2")).object();
        QCOMPARE(page.value("first"_L1).toInteger(), 2000);
        QCOMPARE(page.value("total"_L1).toInteger(), 2500);
        QCOMPARE(page.value("next"_L1).toInteger(), 2002);
        const QJsonObject line = page.value("lines"_L1).toArray().at(1).toObject();
        QCOMPARE(line, (QJsonObject{{u"number"_s, 2001},
                                    {u"stream"_s, u"out"_s},
                                    {u"at"_s, u"2026-10-25T00:00:00.000Z"_s},
                                    {u"text"_s, u"line 2001"_s}}));
        QCOMPARE(m_house->get(path("/log?from=9999")).object().value("lines"_L1).toArray().size(), 0);
        QCOMPARE(m_house->get(path("/log")).object().value("lines"_L1).toArray().size(), 1000);
    }

    void grepFindsLinesAndNamesItsMistakes()
    {
        m_house->append(m_run, numbered(0, 2500) + QByteArray(40, 'a') + "!\n");
        const QJsonObject page = m_house->get(path("/log?grep=line%20%5Cd*99%24")).object();
        QCOMPARE(page.value("lines"_L1).toArray().size(), 25);
        QCOMPARE(page.value("lines"_L1).toArray().at(3).toObject().value("number"_L1).toInteger(), 399);
        QVERIFY(page.value("next"_L1).isNull());
        const test::Reply wrong = m_house->get(path("/log?grep=ab(c"));
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.object().value("field"_L1).toString(), u"grep"_s);
        QCOMPARE(wrong.object().value("position"_L1).toInteger(), 4);
        const test::Reply endless = m_house->get(path("/log?grep=(a%2B%2B%3F%7Ca%2B)%2B%24&from=2500"));
        QVERIFY(endless.status == 400 || endless.status == 200);
        QCOMPARE(m_house->get(path("/log?grep=(a%2B)%2B%24&from=2500")).status, 400); // Bounded, and told.
    }

private:
    QByteArray path(const QByteArray &rest) const { return "/api/automations/runs/" + m_run.text().toLatin1() + rest; }

    std::unique_ptr<test::House> m_house;
    base::RunId m_run;
};

REGISTER_TEST(StreamsTest);
#include "test_streams.moc"
