// SPDX-License-Identifier: Apache-2.0
#include "app/base/constanttime.h"
#include "app/server/http/address.h"
#include "app/server/http/guards.h"
#include "app/server/routes/table.h"
#include "app/server/streams/events.h"
#include "app/server/tickets.h"
#include "tests/support/fakeclock.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const server::GuardRules rules{"127.0.0.1"_ba, 41700};

} // namespace

class GuardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyLiteralLoopbackNamesAreOurs_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("ours");
        for (const char *host : {"127.0.0.1:41700", "localhost:41700", "LocalHost:41700", "[::1]:41700"}) {
            QTest::addRow("%s", host) << QByteArray(host) << true;
        }
        for (const char *host : {"",
                                 "127.0.0.1",
                                 "localhost",
                                 "[::1]",
                                 "localhost.:41700",
                                 "127.0.0.1.:41700",
                                 "127.0.0.1:41701",
                                 "127.0.0.1:041700",
                                 "127.0.0.1:",
                                 "127.1:41700",
                                 "2130706433:41700",
                                 "0x7f000001:41700",
                                 "0177.0.0.1:41700",
                                 "0:41700",
                                 "0.0.0.0:41700",
                                 "[::]:41700",
                                 "[::ffff:127.0.0.1]:41700",
                                 "[0:0:0:0:0:0:0:1]:41700",
                                 "::1:41700",
                                 "evil.example:41700",
                                 "localhost.evil.example:41700",
                                 "127.0.0.1.evil.example:41700",
                                 "evil.example",
                                 "user@127.0.0.1:41700",
                                 "127.0.0.1:41700@evil.example",
                                 "127.0.0.1:41700,evil.example",
                                 "127.0.0.1 :41700",
                                 "localhost:41700/",
                                 "127.0.0.1:417000",
                                 "127.0.0.2:41700",
                                 "localhost\t:41700",
                                 "\xc5\x82ocalhost:41700"}) {
            QTest::addRow("%s", host) << QByteArray(host) << false;
        }
    }
    void onlyLiteralLoopbackNamesAreOurs()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, ours);
        QCOMPARE(server::isOurHost(host, rules), ours);
    }

    void portEightyMayBeLeftOut() { QVERIFY(server::isOurHost("localhost"_ba, {"127.0.0.1"_ba, 80})); }

    void foreignOriginsAreTold_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("ours");
        QTest::newRow("own") << "http://127.0.0.1:41700"_ba << true;
        for (const char *origin :
             {"null", "", "http://evil.example", "http://127.0.0.1", "https://127.0.0.1:41700", "http://127.0.0.1:8080",
              "http://127.0.0.1:41700.evil.example", "http://localhost:41700/x", "file://", "HTTP://127.0.0.1:41700"}) {
            QTest::addRow("foreign %s", origin) << QByteArray(origin) << false;
        }
    }
    void foreignOriginsAreTold()
    {
        QFETCH(QByteArray, origin);
        QFETCH(bool, ours);
        QCOMPARE(server::isOurOrigin(origin, rules), ours);
    }

    void jsonIsToldByItsType()
    {
        QVERIFY(server::isJsonType("application/json"_ba));
        QVERIFY(server::isJsonType("Application/JSON ; charset=UTF-8"_ba));
        for (const char *type : {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonp",
                                 "application/json; charset=latin1", "text/plain; application/json"}) {
            QVERIFY2(!server::isJsonType(type), type);
        }
    }

    void tokensAreCompared()
    {
        QVERIFY(base::isSameSecret("abc"_ba, "abc"_ba));
        QVERIFY(!base::isSameSecret("abd"_ba, "abc"_ba));
        QVERIFY(!base::isSameSecret("ab"_ba, "abc"_ba));
        QVERIFY(!base::isSameSecret(""_ba, ""_ba)); // No token was given out: nobody has it.
    }

    void framingIsStrict_data()
    {
        QTest::addColumn<QList<QByteArray>>("headers");
        using L = QList<QByteArray>;
        QTest::newRow("both") << L{"content-length", "3", "transfer-encoding", "chunked"};
        QTest::newRow("twice") << L{"content-length", "3", "content-length", "3"};
        QTest::newRow("list") << L{"content-length", "3, 3"};
        QTest::newRow("sign") << L{"content-length", "+3"};
        QTest::newRow("empty") << L{"content-length", ""};
        QTest::newRow("gzip") << L{"transfer-encoding", "gzip, chunked"};
        QTest::newRow("coding twice") << L{"transfer-encoding", "chunked", "transfer-encoding", "chunked"};
    }
    void framingIsStrict()
    {
        QFETCH(QList<QByteArray>, headers);
        server::Request request{.method = server::Method::Post, .path = "/api/automations"_ba};
        request.headers = {{"host"_ba, "localhost:41700"_ba}};
        QVERIFY(!server::refuseHead(request, rules));
        for (qsizetype i = 0; i < headers.size(); i += 2) {
            request.headers.append({headers.at(i), headers.at(i + 1)});
        }
        QCOMPARE(server::refuseHead(request, rules).value_or(server::Response{}).status, 400);
    }

    void listenIsALiteralLoopbackAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        for (const QString &text : {u"127.0.0.1:0"_s, u"127.0.0.1:65535"_s, u"127.1.2.3:80"_s, u"[::1]:8080"_s}) {
            QTest::newRow(qPrintable(text)) << text << true;
        }
        for (const QString &text :
             {u""_s, u"127.0.0.1"_s, u"localhost:80"_s, u"0.0.0.0:80"_s, u"192.168.0.1:80"_s, u"[::]:80"_s, u"::1:80"_s,
              u"127.0.0.1:65536"_s, u"127.0.0.256:80"_s, u"127.0.0.01:80"_s, u"127.0.0.1:-1"_s, u"127.0.0.1:80\n"_s}) {
            QTest::addRow("not %s", qPrintable(text)) << text << false;
        }
    }
    void listenIsALiteralLoopbackAddress()
    {
        QFETCH(QString, text);
        QFETCH(bool, fits);
        const auto address = server::parseAddress(text);
        QCOMPARE(bool(address), fits);
        if (!fits) {
            QCOMPARE(address.error().field, u"listen"_s);
        }
    }

    void aTicketIsTakenOnceAndInTime()
    {
        test::FakeClock clock(base::fromMillis(0));
        server::Tickets tickets(clock, base::Seconds(30));
        const QByteArray first = tickets.issue(u"kim"_s);
        QVERIFY(!tickets.take("something else"_ba));
        QCOMPARE(tickets.take(first)->name, u"kim"_s);
        QVERIFY(!tickets.take(first));
        const QByteArray late = tickets.issue(u"kim"_s);
        clock.advance(base::Seconds(30));
        QVERIFY(!tickets.take(late));
    }

    void fixedWordsWinOverIds()
    {
        const auto pattern = [](const QByteArray &path) {
            const server::Match match = server::matchRoute(server::Method::Get, path);
            return match.route ? match.route->pattern : QString();
        };
        QCOMPARE(pattern("/api/automations/runs"_ba), u"/api/automations/runs"_s);
        QCOMPARE(pattern("/api/automations/auto_1"_ba), u"/api/automations/{id}"_s);
        QCOMPARE(pattern("/api/automations/runs/history"_ba), u"/api/automations/runs/{id}"_s);
        QCOMPARE(pattern("/api/automations/x/history"_ba), u"/api/automations/{id}/history"_s);
        QVERIFY(pattern("/api/automations/"_ba).isEmpty());
        QVERIFY(pattern("/api//automations"_ba).isEmpty());
        const server::Match put = server::matchRoute(server::Method::Put, "/api/automations/runs"_ba);
        QVERIFY(!put.route);
        QCOMPARE(put.allowed, QList<QByteArray>{"GET"_ba});
        QCOMPARE(server::matchRoute(server::Method::Get, "/api/automations/a%2Fb%20c"_ba).id, u"a/b c"_s);
    }

    void carriageReturnsCantEndAnEvent()
    {
        const auto event = [](const QByteArray &bytes) {
            return server::lineEvent(
                {.number = 7, .stream = store::Stream::Out, .at = {}, .bytes = bytes, .open = false});
        };
        QCOMPARE(event("10%\r20%\r"), "id: 7\ndata: 10%\ndata: 20%\n\n"_ba);
        QCOMPARE(event(""), "id: 7\ndata: \n\n"_ba);
        QCOMPARE(event("\xff"), "id: 7\ndata: \xef\xbf\xbd\n\n"_ba);
    }
};

REGISTER_TEST(GuardsTest);
#include "test_guards.moc"
